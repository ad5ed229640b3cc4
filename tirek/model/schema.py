"""The model's shape, for messages, forms and docs: which fields a mapping may have."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from tirek.model.references import Reference


def written_name(name: str) -> str:
    """Return a field's name as YAML writes it: ``from_`` is ``from``."""
    return name.rstrip("_")


def types_of(record: Any) -> dict[str, Any]:
    """Return the annotated type of each field that YAML may hold, by written name."""
    hints = get_type_hints(record, include_extras=True)
    return {written_name(field.name): hints[field.name] for field in fields(record) if field.init}


def inner(annotation: Any) -> Any:
    """Return what is inside Optional, Annotated, tuple[X, ...] and dict[str, X]."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(a for a in get_args(annotation) if a is not NoneType)
        elif origin is tuple:
            annotation = get_args(annotation)[0]
        elif origin is dict:
            annotation = get_args(annotation)[1]
        else:
            return annotation


def fields_at(record: type, loc: tuple[str | int, ...]) -> frozenset[str]:
    """Return the names that a mapping at ``loc`` inside ``record`` may use."""
    current: Any = record
    for step in loc:
        if isinstance(step, int):
            continue
        if not is_dataclass(current):
            return frozenset()
        known = types_of(current)
        if step not in known:
            return frozenset()
        current = inner(known[step])
    return frozenset(types_of(current)) if is_dataclass(current) else frozenset()


@dataclass(frozen=True, slots=True)
class DescribedField:
    """A field of a record, as a table of fields shows it."""

    path: str
    """Dotted path in the record: ``period.from``."""
    key: str
    """Key of its words in ``wording/fields.yml``: ``Period.from``."""
    required: bool
    """Whether a record must have it."""
    scheme: str
    """Vocabulary its values come from, or ""."""


_SHARED: Final = frozenset({"Both", "BothLists", "EitherOrBoth"})
"""Texts in two languages: their kk and ru are no fields of their own."""


def described_fields(record: Any, prefix: str = "") -> Iterator[DescribedField]:
    """Yield every field of ``record``, those inside other records after the one they are in."""
    hints = types_of(record)
    for field in fields(record):
        name = written_name(field.name)
        if name not in hints:
            continue
        annotation = hints[name]
        target = reference_target(annotation)
        yield DescribedField(
            prefix + name,
            f"{record.__name__}.{name}",
            is_required(field),
            target.removeprefix("vocabularies/") if target.startswith("vocabularies/") else "",
        )
        within = inner(annotation)
        if is_dataclass(within) and getattr(within, "__name__", "") not in _SHARED:
            yield from described_fields(within, f"{prefix}{name}.")


def is_required(field: Any) -> bool:
    """Return whether a dataclass field must be given."""
    default = field.default
    if default is MISSING:
        return field.default_factory is MISSING
    return bool(getattr(default, "is_required", lambda: False)())


def reference_target(annotation: Any) -> str:
    """Return what kind of record or vocabulary a field refers to, or ""."""
    if get_origin(annotation) is Annotated:
        for mark in get_args(annotation)[1:]:
            validator = getattr(mark, "func", None)
            if isinstance(validator, Reference):
                return validator.target
    for argument in get_args(annotation):
        found = reference_target(argument)
        if found:
            return found
    return ""
