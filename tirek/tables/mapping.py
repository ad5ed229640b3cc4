"""How a table that others have made is to be read: the mapping file.

    kind: organisations              folder of the records
    header: 3                        row of the heads; otherwise it is looked for
    sheet: Лист1                     of a workbook; otherwise the first
    encoding: cp1251                 of a CSV; otherwise it is recognised
    delimiter: ";"                   likewise
    empty: ["нет сведений"]          what stands for nothing, besides "-", "н/д" and such
    id: id                           column with ids, or a list of fields that names are made from
    columns:
      Наименование: short.ru                       a head and the field it fills
      Область: {field: region, values: {Алматы: KZ-75}}
      Ступени: {field: levels, separator: ",", values: {начальная: primary}}
      Телефон директора: ignore                    not taken over
    constants:                       the same in every row
      status: unconfirmed
      source.1.document: study-2016

Fields are dotted paths, items of lists by number from 1. One head may fill several fields:
``Наименование: [short.ru, names.today.ru]``. Heads that are ours need no line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tirek.problem import nearest
from tirek.reading.nodes import read_document
from tirek.tables.columns import FOLDERS, columns_of, folded_head
from tirek.tables.encoding import NAMES
from tirek.tables.grid import DELIMITERS, TableRefused

IGNORE: Final = "ignore"

_FIELDS: Final = frozenset(
    {"kind", "header", "sheet", "encoding", "delimiter", "empty", "id", "columns", "constants"}
)

EMPTY: Final = frozenset(
    {
        *("", "-", "–", "—", "--", "?", "n/a", "#n/a", "null"),
        *("белгісіз", "дерек жоқ", "деректер жоқ", "мәлімет жоқ", "көрсетілмеген"),
        *("н/д", "нет данных", "нет сведений", "неизвестно", "не указано"),
    }
)
"""What people write where they have nothing to write, lower case."""

NOT_THERE: Final = frozenset({"жоқ", "нет"})
"""The same, except where a field asks «yes or no» or «how many»."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of the cells below one head."""

    fields: tuple[str, ...]
    """Paths that they fill; none where the column is not taken over."""
    separator: str = ""
    """Between several values in one cell; "" for ``;`` and line breaks."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What is written instead of a cell's words, by their folded form."""


@dataclass(frozen=True, slots=True)
class TableMap:
    """A mapping file, or what holds without one."""

    folder: str
    header: int = 0
    """Row of the heads from 1, 0 to look for it."""
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    empty: frozenset[str] = EMPTY
    id_from: tuple[str, ...] = ()
    """Fields that names of records are made from; () for those usual for the kind."""
    columns: Mapping[str, Taken] = field(default_factory=dict)
    """By folded head."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """By path."""


def read_mapping(shown: str, content: bytes, kind: str = "") -> TableMap:
    """Return the mapping in ``content``.

    Args:
        shown: Name of the file for messages.
        content: Its YAML.
        kind: Folder of the records, where the command line names it.

    Raises:
        TableRefused: ``mapping_wrong`` with place and value.
    """
    document = read_document(shown, content)
    if document.problems or not isinstance(document.data, dict):
        line = document.problems[0].line if document.problems else 1
        raise TableRefused("mapping_wrong", f"{shown}:{line}")
    data: dict[str, Any] = document.data

    def wrong(*loc: str | int, guess: str = "") -> TableRefused:
        line, column = document.mark(loc)
        place = f"{shown}:{line}:{column}: {'.'.join(map(str, loc))}"
        return TableRefused("mapping_wrong", f"{place} → {guess}?" if guess else place)

    if strange := sorted(data.keys() - _FIELDS):
        raise wrong(strange[0], guess=nearest(strange[0], _FIELDS))
    folder = str(data.get("kind") or kind)
    if folder not in FOLDERS:
        raise wrong("kind", guess=nearest(folder, FOLDERS))
    paths = {column.path for column in columns_of(folder)}

    def path(value: Any, *loc: str | int) -> str:
        if not isinstance(value, str) or not is_path(value, paths):
            raise wrong(*loc, guess=nearest(str(value), paths))
        return value

    columns: dict[str, Taken] = {}
    for head, told in _dict(data, "columns", wrong).items():
        columns[folded_head(head)] = _taken(told, ("columns", head), path, wrong)
    constants = {
        path(name, "constants", name): _word(value, ("constants", name), wrong)
        for name, value in _dict(data, "constants", wrong).items()
    }
    header = _word(data.get("header", "0"), ("header",), wrong)
    encoding = _word(data.get("encoding", ""), ("encoding",), wrong).lower()
    delimiter = _word(data.get("delimiter", ""), ("delimiter",), wrong).replace("\\t", "\t")
    if not header.isdecimal():
        raise wrong("header")
    if encoding and encoding not in NAMES:
        raise wrong("encoding", guess=nearest(encoding, NAMES))
    if delimiter and delimiter not in tuple(DELIMITERS):
        raise wrong("delimiter")
    names = data.get("id", [])
    id_from = [] if names == "id" else names if isinstance(names, list) else [names]
    empty = data.get("empty", [])
    if not isinstance(empty, list):
        raise wrong("empty")
    return TableMap(
        folder,
        int(header),
        _word(data.get("sheet", ""), ("sheet",), wrong),
        encoding,
        delimiter,
        EMPTY | {str(word).casefold() for word in empty},
        tuple(path(name, "id") for name in id_from),
        columns,
        constants,
    )


def is_path(path: str, known: set[str]) -> bool:
    """Return whether ``path`` names a field; lists may be longer than a template's columns."""
    steps = ["1" if step.isdecimal() and step != "0" else step for step in path.split(".")]
    return path in known or ".".join(steps) in known


def _taken(told: Any, loc: tuple[str | int, ...], path: Any, wrong: Any) -> Taken:
    if told == IGNORE:
        return Taken(())
    if isinstance(told, dict):
        if strange := sorted(told.keys() - {"field", "separator", "values"}):
            raise wrong(*loc, strange[0], guess=nearest(strange[0], ("field", "separator")))
        fields = told.get("field", "")
        values = told.get("values", {})
        if not isinstance(values, dict):
            raise wrong(*loc, "values")
        return Taken(
            _paths(fields, (*loc, "field"), path),
            _word(told.get("separator", ""), (*loc, "separator"), wrong),
            {folded_head(key): _word(v, (*loc, "values", key), wrong) for key, v in values.items()},
        )
    return Taken(_paths(told, loc, path))


def _paths(told: Any, loc: tuple[str | int, ...], path: Any) -> tuple[str, ...]:
    found = told if isinstance(told, list) else [told]
    return tuple(path(one, *loc) for one in found)


def _word(value: Any, loc: tuple[str | int, ...], wrong: Any) -> str:
    if not isinstance(value, str):
        raise wrong(*loc)
    return value


def _dict(data: dict[str, Any], name: str, wrong: Any) -> dict[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise wrong(name)
    return found
