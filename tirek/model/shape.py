"""The model as data: what each field may hold, told so that a form can be drawn from it.

A shape is a dict that JSON can hold; ``t`` says which:

- ``text``: one line; may have ``pattern``, ``longest`` and the ``code`` of another form
- ``number``: ``pattern``, ``code``
- ``date``: ``full`` (a day is needed) or not (a year or month is enough)
- ``yesno``; ``choice``: ``of`` words
- ``ref``: ``to`` a kind of record or ``vocabularies/<scheme>``; ``also`` words allowed besides
- ``both``, ``either``, ``lists``: texts in two languages: both needed, one needed, lists
- ``list``: ``of`` a shape, ``least`` items
- ``map``: ``keys``, each ``of`` a shape
- ``record``: ``of`` a type with fields of its own
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen

from tirek.model.dates import Dated
from tirek.model.numbers import Numeral, YesNo
from tirek.model.references import Reference
from tirek.model.rules import rules_of
from tirek.model.schema import is_required, written_name
from tirek.model.values import Pattern

Shape = dict[str, Any]

_TEXTS: Final = {"Both": "both", "EitherOrBoth": "either", "BothLists": "lists"}


def shape_of(annotation: Any) -> Shape:
    """Return what a field of the type ``annotation`` may hold.

    Raises:
        TypeError: the model uses a type that no form knows.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation == YesNo:
        return {"t": "yesno"}
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return shape_of(next(one for one in arguments if one is not NoneType))
    if origin is Literal:
        return {"t": "choice", "of": list(arguments)}
    if origin is tuple:
        return {"t": "list", "of": shape_of(arguments[0]), "least": 0}
    if origin is dict:
        return {"t": "map", "keys": list(get_args(arguments[0])), "of": shape_of(arguments[1])}
    if isinstance(annotation, type) and is_dataclass(annotation):
        name = annotation.__name__
        return {"t": _TEXTS[name]} if name in _TEXTS else {"t": "record", "of": name}
    raise TypeError(f"no form knows {annotation!r}")


def _annotated(base: Any, marks: tuple[Any, ...]) -> Shape:
    shape: Shape = {"t": "text"} if base is str else {}
    for mark in marks:
        validator = getattr(mark, "func", None)
        match validator:
            case Reference():
                shape = {"t": "ref", "to": validator.target, "also": sorted(validator.also)}
            case Dated():
                shape = {"t": "date", "full": validator.full}
            case Pattern():
                shape |= {"pattern": validator.expression, "code": validator.code}
                if validator.longest:
                    shape["longest"] = validator.longest
            case Numeral():
                shape = {"t": "number", "pattern": validator.expression, "code": validator.code}
        if isinstance(mark, MinLen):
            shape = shape_of(base) | {"least": mark.min_length}
    return shape or shape_of(base)


def fields_of(record: Any) -> list[Shape]:
    """Return every field of ``record`` that YAML may hold, in order.

    Each has ``name``, ``required``, ``seen`` (rules look at it also where it is not given) and
    ``shape``.
    """
    hints = get_type_hints(record, include_extras=True)
    return [
        {
            "name": written_name(field.name),
            "required": is_required(field),
            "seen": bool(getattr(field.default, "validate_default", False)),
            "shape": shape_of(hints[field.name]),
        }
        for field in fields(record)
        if field.init
    ]


def types_within(record: Any) -> dict[str, Shape]:
    """Return fields and rules of ``record`` and of every type inside it, by name of the type.

    The id of ``record`` itself is left out: it is the name of its file.
    """
    found: dict[str, Shape] = {}
    waiting = [record]
    while waiting:
        current = waiting.pop(0)
        if current.__name__ in found:
            continue
        rows = [row for row in fields_of(current) if current is not record or row["name"] != "id"]
        rules = [rule.told() for rule in rules_of(current)]
        found[current.__name__] = {"fields": rows, "rules": rules}
        waiting.extend(_records_in(current))
    return found


def _records_in(record: Any) -> Iterator[Any]:
    hints = get_type_hints(record, include_extras=True)
    for field in fields(record):
        yield from _dataclasses(hints[field.name])


def _dataclasses(annotation: Any) -> Iterator[Any]:
    if isinstance(annotation, type) and is_dataclass(annotation):
        if annotation.__name__ not in _TEXTS:
            yield annotation
        return
    for argument in get_args(annotation):
        yield from _dataclasses(argument)
