"""Days, months and years, as fields hold them: text that the calendar knows.

Validators raise what :func:`tirek.model.values.wrong` makes.
"""

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Annotated, Final

from pydantic import AfterValidator

from tirek.model.values import Pattern, Text, wrong

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

Year = Annotated[Text, AfterValidator(Pattern("value-not-year", r"(1[89]|20)[0-9]{2}"))]
"""``YYYY``, kept as text."""
