"""Kinds of values that fields hold: texts in two languages, dates, references, numbers.

A validator here raises ``PydanticCustomError`` whose type is a problem code; the reader
turns it into a Problem at its place.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date as calendar_date
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, ConfigDict, ValidationInfo
from pydantic.dataclasses import dataclass as record_dataclass
from pydantic_core import PydanticCustomError

from tirek.text import normal

CONFIG: Final = ConfigDict(extra="forbid")
"""Of every record: a field nobody knows is a problem, not a silent loss."""


def wrong(code: str, **context: object) -> PydanticCustomError:
    """Return the error that becomes a Problem of ``code``.

    Keys of ``context`` understood by the reader: ``value``, ``nearest``, ``allowed``,
    ``beside`` (the field to blame, where it is a neighbour of the one checked) and ``item``
    (the item to blame, by number, where a whole list was checked).
    """
    # The class wants a literal to stop format-string mistakes; codes are checked by a test.
    return PydanticCustomError(code, "{code}", {"code": code, **context})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("value-missing" if value is None else "value-not-text")
    text = normal(value)
    if not text:
        raise wrong("value-missing")
    return text


Text = Annotated[str, BeforeValidator(_text)]
"""One line of words: NFC, single spaces, not empty."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class Both:
    """One text in both languages, each written for its reader."""

    kk: Text
    """Kazakh."""
    ru: Text
    """Russian."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class EitherOrBoth:
    """A text of which one language may not be known, such as a name found in one source."""

    kk: Text | None = None
    """Kazakh, or None."""
    ru: Text | None = None
    """Russian, or None."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class BothLists:
    """Two lists of texts, one a language; they need not be of one length."""

    kk: tuple[Text, ...] = ()
    """Kazakh."""
    ru: tuple[Text, ...] = ()
    """Russian."""


_PARTIAL_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the calendar has; unless ``full``, a year or a month is enough."""

    full: bool

    def __call__(self, value: str) -> str:
        """Return ``value`` if it is such a date.

        Raises:
            PydanticCustomError: ``value-not-date`` or ``value-not-full-date``.
        """
        if len(_dated(value, 3 if self.full else 2)) != len("2016-10-01") and self.full:
            raise wrong("value-not-full-date")
        return value


def _dated(value: str, steps: int) -> str:
    match = _PARTIAL_DATE.fullmatch(value)
    if match is None:
        raise wrong("value-not-date", nearest=_date_repaired(value, steps))
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        calendar_date(year, month, day)
    except ValueError:
        raise wrong("value-not-date") from None
    return value


def _date_repaired(value: str, steps: int) -> str:
    """Return the date that ``value`` (01.10.2016, 2016/10/1, 10.2016) most likely means, or "".

    It has at least ``steps`` parts: 3 where the day is needed, 2 where the month is enough.
    """
    parts = re.split(r"[./\- ]", value)
    if not steps <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    if len(parts[-1]) == 4:
        parts.reverse()
    try:
        repaired = calendar_date(*map(int, (*parts, "1")[:3])).isoformat()
    except ValueError:
        return ""
    return repaired[: len("2016-10-01") if len(parts) == 3 else len("2016-10")]


PartialDate = Annotated[Text, AfterValidator(Dated(full=False))]
"""``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, kept as text."""

Date = Annotated[Text, AfterValidator(Dated(full=True))]
"""``YYYY-MM-DD``, kept as text."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of one form, whole; the expression means the same in Python and in JavaScript."""

    code: str
    """Problem code of a text of another form."""
    expression: str
    longest: int = 0
    """Characters it may have, or 0 for any number."""
    repair: Callable[[str], str] | None = None
    """Makes the nearest right text."""

    def __call__(self, value: str) -> str:
        """Return ``value`` if it has the form.

        Raises:
            PydanticCustomError: of type ``code``.
        """
        long = bool(self.longest) and len(value) > self.longest
        if long or not re.fullmatch(self.expression, value):
            raise wrong(self.code, nearest=self.repair(value) if self.repair else "")
        return value


Year = Annotated[Text, AfterValidator(Pattern("value-not-year", r"(1[89]|20)[0-9]{2}"))]
"""``YYYY``, kept as text."""


# A value that has its type already comes from code, not from YAML, whose scalars are text.


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written as text of one form; the expression is JavaScript's as well."""

    code: str
    """Problem code of what is no such number."""
    expression: str
    type: Callable[[str], int | float]
    repair: Callable[[str], str] | None = None
    """Makes a likelier text, which is offered if it has the form."""

    def __call__(self, value: Any) -> int | float:
        """Return ``value`` as a number.

        Raises:
            PydanticCustomError: of type ``code``.
        """
        if isinstance(value, int | float):
            return value
        if not isinstance(value, str) or not re.fullmatch(self.expression, value):
            repaired = self.repair(str(value)) if self.repair else ""
            right = re.fullmatch(self.expression, repaired)
            raise wrong(self.code, nearest=repaired if right else "")
        return self.type(value)


Count = Annotated[
    int, BeforeValidator(Numeral("value-not-whole-number", r"0|[1-9][0-9]{0,8}", int))
]
"""A whole number from 0 up; ``010`` is refused, since people mean different things by it."""


def _whole_or_decimal(value: str) -> int | float:
    return float(value) if "." in value else int(value)


Number = Annotated[
    int | float,
    BeforeValidator(
        Numeral(
            "value-not-number",
            r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?",
            _whole_or_decimal,
            lambda value: value.replace(",", "."),
        )
    ),
]
"""A whole number or a decimal with a point."""


_MEANT: Final = {
    **dict.fromkeys(("иә", "бар", "да", "есть", "yes", "on", "true"), "true"),
    **dict.fromkeys(("жоқ", "нет", "no", "off", "false"), "false"),
}
"""What people write for yes and no."""


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        meant = _MEANT.get(value.casefold(), "") if isinstance(value, str) else ""
        raise wrong("value-not-yes-no", nearest=meant, allowed="true, false")
    return bool(value == "true")


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""``true`` or ``false``, nothing else."""


WebAddress = Annotated[
    Text,
    AfterValidator(Pattern("value-not-web-address", r"""https?://[^\s"'<>\\{}|^`]+""")),
]
"""An absolute http or https address."""


MAX_NAME: Final = 80
"""Characters of a name that becomes part of an address."""


def _name_repaired(value: str) -> str:
    return "-".join(re.findall("[A-Za-z0-9]+", value))[:MAX_NAME].strip("-")


Name = Annotated[
    Text,
    AfterValidator(
        Pattern("name-form", r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*", MAX_NAME, _name_repaired)
    ),
]
"""A name inside a record: of a concept, a figure. It becomes part of addresses."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that names another record or a concept, and checks that it exists.

    The reader passes the known ids as validation context ``{"ids": {target: ids},
    "hints": {target: {label: id}}, "refs": list}``; what is referred to is noted in ``refs``.
    """

    target: str
    """A record kind (``units``) or a vocabulary scheme (``vocabularies/needs``)."""
    also: frozenset[str] = field(default=frozenset())
    """Words allowed besides, such as ``unknown``."""

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Return ``value`` if it names something that exists.

        Raises:
            PydanticCustomError: ``reference-unknown`` or ``concept-unknown``.
        """
        if value in self.also:
            return value
        context = info.context
        if context is None:
            return value
        ids = context["ids"][self.target]
        if value not in ids:
            scheme = self.target.startswith("vocabularies/")
            raise wrong(
                "concept-unknown" if scheme else "reference-unknown",
                target=self.target,
                also=sorted(self.also),
            )
        # Thousands of records name the same few concepts: one copy of each is enough.
        value = sys.intern(value)
        context["refs"].append((self.target, value))
        return value


OrganisationId = Annotated[Text, AfterValidator(Reference("organisations"))]
UnitId = Annotated[Text, AfterValidator(Reference("units"))]
MaterialId = Annotated[Text, AfterValidator(Reference("materials"))]
ClauseId = Annotated[Text, AfterValidator(Reference("vocabularies/clauses"))]
RegionId = Annotated[Text, AfterValidator(Reference("vocabularies/regions"))]
NeedId = Annotated[Text, AfterValidator(Reference("vocabularies/needs"))]
LevelId = Annotated[Text, AfterValidator(Reference("vocabularies/education-levels"))]
SpecialistId = Annotated[Text, AfterValidator(Reference("vocabularies/specialists"))]
AudienceId = Annotated[Text, AfterValidator(Reference("vocabularies/audiences"))]
OrganisationKindId = Annotated[Text, AfterValidator(Reference("vocabularies/organisation-kinds"))]
ResourceTypeId = Annotated[Text, AfterValidator(Reference("vocabularies/resource-types"))]
LanguageId = Annotated[Text, AfterValidator(Reference("vocabularies/languages"))]
FormatId = Annotated[Text, AfterValidator(Reference("vocabularies/formats"))]
LicenceId = Annotated[Text, AfterValidator(Reference("vocabularies/licences"))]
StatusId = Annotated[Text, AfterValidator(Reference("vocabularies/statuses"))]
UnitKindId = Annotated[Text, AfterValidator(Reference("vocabularies/unit-kinds"))]
UnitLevelId = Annotated[Text, AfterValidator(Reference("vocabularies/unit-levels"))]
EventKindId = Annotated[Text, AfterValidator(Reference("vocabularies/event-kinds"))]
ActKindId = Annotated[Text, AfterValidator(Reference("vocabularies/act-kinds"))]
FactUnitId = Annotated[Text, AfterValidator(Reference("vocabularies/fact-units"))]
StateId = Annotated[Text, AfterValidator(Reference("vocabularies/requirement-states"))]
AccessModeId = Annotated[Text, AfterValidator(Reference("vocabularies/access-modes"))]
AccessFeatureId = Annotated[Text, AfterValidator(Reference("vocabularies/access-features"))]
AccessHazardId = Annotated[Text, AfterValidator(Reference("vocabularies/access-hazards"))]
ProviderId = Annotated[Text, AfterValidator(Reference("units", frozenset({"project"})))]
LicenceOrUnknown = Annotated[
    Text, AfterValidator(Reference("vocabularies/licences", frozenset({"unknown"})))
]
AnyId = Annotated[Text, AfterValidator(Reference("any"))]
"""Any record or concept: what a figure or a disagreement is about."""
