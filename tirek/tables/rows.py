"""One row of a table becomes a record as its YAML would hold it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from tirek.model.plain import Value
from tirek.model.shape import Shape
from tirek.reading.known import Known
from tirek.tables.columns import LANGUAGE_NAMES, columns_of, folded_head, steps_of
from tirek.tables.grid import Row
from tirek.tables.mapping import NOT_THERE, TableMap, Taken
from tirek.text import fold

SEPARATORS: Final = re.compile(r"[;\n]")
"""Between several values in one cell, where the mapping names no other."""

_DIGITS: Final = re.compile(r"(?<=\d) (?=\d)")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?: ?г\.?| ?ж\.?)?")
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[./](\d{4})")
_YES: Final = frozenset({"иә", "ия", "бар", "да", "есть", "yes", "true", "1", "+"})
_NO: Final = frozenset({"жоқ", "нет", "no", "false", "0"})


_LANGUAGES: Final = {
    fold(name): lang for lang, names in LANGUAGE_NAMES.items() for name in names.values()
}
"""Language by what people call it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that fills a field."""

    head: str
    """What stands above it, as written."""
    value: str


@dataclass(slots=True)
class Draft:
    """A row on its way to become a record."""

    row: int
    """Number in the sheet, from 1."""
    plain: dict[str, Value] = field(default_factory=dict)
    """The record so far."""
    cells: dict[str, Cell] = field(default_factory=dict)
    """What filled each path."""


@dataclass(frozen=True)
class Reader:
    """Reads the rows below one head."""

    table: TableMap
    heads: tuple[tuple[str, Taken], ...]
    """Each column's words, and what becomes of its cells."""
    known: Known
    """What records may refer to."""
    names: Mapping[str, Mapping[str, str]]
    """By target, folded names that people write instead of ids."""

    def draft(self, row: Row) -> Draft:
        """Return what ``row`` says; constants first, so that a cell may say otherwise."""
        draft = Draft(row.number)
        for path, value in self.table.constants.items():
            self._put(draft, path, value, Taken(()))
        for (head, taken), text in zip(self.heads, row.cells, strict=False):
            value = _clean(text)
            for path in taken.fields:
                if self._says_nothing(path, value, taken):
                    continue
                draft.cells[path] = Cell(head, value)
                self._put(draft, path, value, taken)
        return draft

    def _says_nothing(self, path: str, text: str, taken: Taken) -> bool:
        """Return whether a cell leaves its field out.

        «Жоқ» and «нет» answer a question, and may mean nought beside a number: there they stand,
        and who wrote them is asked for a figure. A word that names a concept names it.
        """
        word = text.casefold()
        if word not in self.table.empty and word not in NOT_THERE:
            return False
        if not word or folded_head(text) in taken.values:
            return not word
        shape, _ = _shape_at(self.table.folder, path)
        if word in NOT_THERE and shape["t"] in ("yesno", "number"):
            return False
        return shape["t"] != "ref" or self._reference(shape, text) == text

    def _put(self, draft: Draft, path: str, text: str, taken: Taken) -> None:
        shape, many = _shape_at(self.table.folder, path)
        parts = _parts(text, taken.separator) if many else [text]
        said = [self._value(shape, taken.values.get(folded_head(part), part)) for part in parts]
        # A value map may leave something out.
        kept = [value for value in said if value]
        if kept:
            _set(draft.plain, steps_of(path), list(dict.fromkeys(kept)) if many else kept[0])

    def _value(self, shape: Shape, text: str) -> str:
        match shape["t"]:
            case "ref":
                return self._reference(shape, text)
            case "date":
                return _date(text)
            case "number":
                return _DIGITS.sub("", text).replace(",", ".")
            case "choice":
                return _LANGUAGES.get(fold(text), text)
            case "yesno":
                word = text.casefold()
                return "true" if word in _YES else "false" if word in _NO else text
        return text

    def _reference(self, shape: Shape, text: str) -> str:
        target = shape["to"]
        if text in self.known.ids[target] or text in shape["also"]:
            return text
        for names in (self.known.hints.get(target, {}), self.names.get(target, {})):
            if found := names.get(fold(text)):
                return found
        return text


def _clean(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split(" ")).strip()


def _parts(text: str, separator: str) -> Iterator[str]:
    pieces = text.split(separator) if separator else SEPARATORS.split(text)
    return (piece.strip() for piece in pieces if piece.strip())


def _shape_at(folder: str, path: str) -> tuple[Shape, bool]:
    """Return the shape of one value at ``path``, and whether there may be several."""
    first = re.sub(r"\.\d+(?=\.|$)", ".1", path)
    for column in columns_of(folder):
        if column.path in (path, first):
            return column.shape, column.many
    return {"t": "text"}, False


def _date(text: str) -> str:
    """Return a date as the model writes it where people write it another way."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    if found := _MONTH_FIRST.fullmatch(text):
        month, year = found.groups()
        return f"{year}-{int(month):02}"
    return re.sub(r"^(\d{4})(?: ?(?:г|ж)\.?)$", r"\1", text)


def _set(plain: dict[str, Any], steps: tuple[str | int, ...], value: Value) -> None:
    here: Any = plain
    for step, following in pairwise(steps):
        inside: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            here.extend({} for _ in range(step + 1 - len(here)))
            here = here[step]
        else:
            here = here.setdefault(step, inside)
    last = steps[-1]
    if isinstance(last, int):
        here.extend("" for _ in range(last + 1 - len(here)))
    here[last] = value


def without_gaps(plain: Any) -> Any:
    """Return plain data without items of lists that nothing filled."""
    if isinstance(plain, dict):
        return {name: without_gaps(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [without_gaps(item) for item in plain if item]
    return plain
