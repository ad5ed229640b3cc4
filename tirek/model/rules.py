"""Rules between the fields of one record, as data.

Each rule is checked here when a record is typed, and told to the form page, which checks the
same while somebody types: a rule is written once. Values are compared as text, as YAML writes
them; a field that is itself wrong is not compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from pydantic import ValidationInfo, field_validator

from tirek.model.values import wrong

T = TypeVar("T")
Known = Mapping[str, Any]
"""Fields of the record that are right so far, those before the one that is checked."""


def _of(known: Known, name: str) -> Any:
    """Return a field by its written name: ``from`` is kept as ``from_``."""
    return known.get(name, known.get(f"{name}_"))


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for ``field`` in view of ``other``; if it does not, the problem is ``code``."""

    field: str
    other: str
    code: str

    def check(self, value: Any, known: Known) -> None:
        """Raise if ``value`` breaks the rule.

        Raises:
            PydanticCustomError: of type ``code``.
        """
        raise NotImplementedError

    def told(self) -> dict[str, str]:
        """Return the rule as data for ``forms/record/rules.js``, which knows it by its class."""
        return {"rule": type(self).__name__, **asdict(self)}


@dataclass(frozen=True, slots=True)
class NotBefore(Rule):
    """A date that is not before another."""

    def check(self, value: Any, known: Known) -> None:
        """Compare two dates; the shorter one may be a year or month."""
        other = _of(known, self.other)
        if value and other and value < other:
            raise wrong(self.code, nearest=other)


@dataclass(frozen=True, slots=True)
class Inside(Rule):
    """A date that lies in the year of another field."""

    def check(self, value: Any, known: Known) -> None:
        """Compare a date with a year."""
        other = _of(known, self.other)
        if value and other and not value.startswith(other):
            raise wrong(self.code)


@dataclass(frozen=True, slots=True)
class Without(Rule):
    """A field that stands only where another does not; ``blamed`` is told to go."""

    blamed: str = ""

    def check(self, value: Any, known: Known) -> None:
        """Refuse both at once."""
        other = _of(known, self.other)
        if value and other:
            if self.blamed:
                raise wrong(self.code, value=other, beside=self.blamed)
            raise wrong(self.code)


@dataclass(frozen=True, slots=True)
class OneOfTwo(Rule):
    """Exactly one of two fields is given."""

    def check(self, value: Any, known: Known) -> None:
        """Count them; the other one may be wrong itself."""
        if self.other in known and (known[self.other] is None) == (value is None):
            raise wrong(self.code)


@dataclass(frozen=True, slots=True)
class OnlyWhere(Rule):
    """A field that only records with a certain value of another have."""

    equals: str = ""

    def check(self, value: Any, known: Known) -> None:
        """Compare the other field."""
        other = _of(known, self.other)
        if value is not None and other is not None and other != self.equals:
            raise wrong(self.code, value=other)


@dataclass(frozen=True, slots=True)
class UnlessOther(Rule):
    """A field that is given if and only if another has not a certain value."""

    equals: str = ""

    def check(self, value: Any, known: Known) -> None:
        """Blame the other field: its value promises what is not there, or the reverse."""
        other = _of(known, self.other)
        if other is not None and (other == self.equals) != (value is None):
            raise wrong(self.code, value=other, beside=self.other)


@dataclass(frozen=True, slots=True)
class NamesRecord(Rule):
    """The record's id is ``field-other``."""

    def check(self, value: Any, known: Known) -> None:
        """Compare the id."""
        other = _of(known, self.other)
        expected = f"{value}-{other}"
        if other is not None and known["id"] != expected:
            raise wrong(self.code, value=known["id"], nearest=expected, beside="id")


@dataclass(frozen=True, slots=True)
class NotItself(Rule):
    """A list of records that does not hold this one; ``other`` is ``id``."""

    def check(self, value: Any, known: Known) -> None:
        """Look for the id, and blame the item."""
        if known["id"] in value:
            raise wrong(self.code, item=value.index(known["id"]))


def ruled(*rules: Rule) -> Callable[[type[T]], type[T]]:
    """Return a decorator that has each of ``rules`` checked after its field.

    It stands between the class and pydantic's ``dataclass``.
    """

    def add(record: type[T]) -> type[T]:
        for number, rule in enumerate(rules):
            setattr(record, f"_rule_{number}", field_validator(rule.field)(_validator(rule)))
        record.RULES = rules  # type: ignore[attr-defined]
        return record

    return add


def _validator(rule: Rule) -> Any:
    def follow(cls: type, value: Any, info: ValidationInfo) -> Any:
        rule.check(value, info.data)
        return value

    return classmethod(follow)


def rules_of(record: type) -> tuple[Rule, ...]:
    """Return the rules between the fields of ``record``."""
    found: tuple[Rule, ...] = getattr(record, "RULES", ())
    return found
