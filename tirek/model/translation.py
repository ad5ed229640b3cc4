"""Records whose texts are written in one language so far.

A record that says ``not_translated: ru`` may leave out the Russian of any text. What stands in
for it is the Kazakh, as a text of its own class: nobody has to ask whether a text is there, and
whoever must know (a page that marks the language, an export, a form) can tell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from tirek import LANGUAGES, Language
from tirek.model.kinds import KINDS, Kind, Record
from tirek.model.schema import inner, types_of, written_name
from tirek.model.values import Both, BothLists, EitherOrBoth

MARK: Final = "not_translated"
"""The field that names the language."""

OTHER: Final[Mapping[str, Language]] = {"kk": "ru", "ru": "kk"}

Loc = tuple[str | int, ...]


class Lent(str):
    """A text in the place of one that is not written yet; it is in the other language."""

    __slots__ = ()


def may_lack(record: type) -> bool:
    """Return whether records of this class may be marked as not translated."""
    return MARK in _types(record)


_types: Final = cache(types_of)

MAY_LACK: Final = tuple(kind.folder for kind in KINDS if may_lack(kind.record))
"""Kinds of records that may be marked."""


def typed(kind: Kind, name: str, data: Mapping[str, Any], context: Any = None) -> Record:
    """Return plain ``data`` as the record ``name`` of ``kind``.

    Args:
        kind: Kind of the record.
        name: Its id.
        data: What its YAML holds.
        context: What the model's validators look references up in; None: they look up nothing.

    Raises:
        ValidationError: with all that is wrong.
    """
    lang = marked(kind, data)
    if lang is None:
        return kind.adapter.validate_python({**data, "id": name}, context=context)
    whole, places = _lent(kind.record, data, lang)
    record = kind.adapter.validate_python({**whole, "id": name}, context=context)
    for place in places:
        both = _at(record, place)
        there = getattr(both, OTHER[lang])
        lent = Lent(there) if isinstance(there, str) else tuple(map(Lent, there))
        # Frozen is what records are for everyone else; this one is still being made.
        object.__setattr__(both, lang, lent)
    return record


def is_lent(value: Any) -> bool:
    """Return whether a text, or a list of texts, is one that stands in for another language."""
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, Lent)


def marked(kind: Kind, data: Mapping[str, Any]) -> Language | None:
    """Return the language that plain ``data`` says its texts are not written in yet."""
    mark = data.get(MARK) if may_lack(kind.record) else None
    return next((lang for lang in LANGUAGES if lang == mark), None)


def lent_places(record: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Yield the place of every text and list that another language stands in for in ``record``."""
    if is_lent(record):
        yield loc
    elif is_dataclass(record):
        for field in fields(record):
            value = getattr(record, field.name)
            yield from lent_places(value, (*loc, written_name(field.name)))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from lent_places(item, (*loc, index))


def _lent(record: Any, data: Mapping[str, Any], lang: Language) -> tuple[dict[str, Any], list[Loc]]:
    """Return ``data`` with the other language where ``lang`` is missing, and those places."""
    whole: dict[str, Any] = dict(data)
    places: list[Loc] = []
    for name, annotation in _types(record).items():
        kind, value = inner(annotation), data.get(name)
        if not is_dataclass(kind) or kind is EitherOrBoth:
            continue
        if isinstance(value, list):
            filled = [_filled(kind, item, lang) for item in value]
            whole[name] = [item for item, _ in filled]
            places += [(name, i, *loc) for i, (_, found) in enumerate(filled) for loc in found]
        elif isinstance(value, dict):
            whole[name], found = _filled(kind, value, lang)
            places += [(name, *loc) for loc in found]
    return whole, places


def _filled(kind: Any, value: Any, lang: Language) -> tuple[Any, list[Loc]]:
    if not isinstance(value, dict):
        return value, []
    if kind not in (Both, BothLists):
        return _lent(kind, value, lang)
    there = value.get(OTHER[lang])
    if lang in value or not there:
        return value, []
    return {**value, lang: there}, [()]


def _at(record: Any, loc: Loc) -> Any:
    for step in loc:
        if isinstance(step, int):
            record = record[step]
        else:
            record = getattr(record, step, None) or getattr(record, f"{step}_")
    return record
