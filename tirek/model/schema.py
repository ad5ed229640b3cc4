"""The model's shape, for messages, forms and docs: which fields a mapping may have."""

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints


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
