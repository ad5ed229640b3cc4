"""Columns of a table of records, drawn from the model.

A field that holds one value is one column, a text in two languages two, a list one with
separators. A list of small records is as many columns as its first few items have fields:
``source.1.document``. Columns are known by path, and by their words in either language.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from tirek import LANGUAGES, Language
from tirek.model.kinds import KINDS
from tirek.model.shape import Shape, types_within
from tirek.text import fold
from tirek.wording import example_of, words_of

OFFERED: Final = 1000
"""A longer list of records is not offered to choose from: nobody scrolls so far, and a blank table
would grow with it."""

FOLDERS: Final = ("organisations", "units", "materials", "events")
"""Kinds of records that tables may bring."""

ITEMS: Final[Mapping[str, int]] = {
    "source": 1,
    "files": 4,
    "serves": 3,
    "figures": 3,
    "variants": 2,
}
"""How many items of a list of records a template has columns for; of others one."""

LANGUAGE_NAMES: Final[Mapping[Language, Mapping[Language, str]]] = {
    "kk": {"kk": "қазақша", "ru": "на казахском"},
    "ru": {"kk": "орысша", "ru": "на русском"},
}
"""What each language is called in each."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    path: str
    """Dotted path in the record, items by number from 1: ``files.1.path``."""
    label: Mapping[Language, str]
    """What stands in the table's head."""
    help: Mapping[Language, str]
    """How to fill it in."""
    example: str
    """One value, as it would stand in a cell."""
    required: bool
    shape: Shape
    """Of one value: see ``tirek.model.shape``."""
    key: str
    """Class of the model and field, by which wordings know it: ``Unit.region``."""
    many: bool = False
    """Whether a cell may hold several values with separators."""


@cache
def columns_of(folder: str) -> tuple[Column, ...]:
    """Return every column that a table of ``folder`` may have; the record's id is the first."""
    record = next(kind.record for kind in KINDS if kind.folder == folder)
    types = types_within(record)
    key = f"{record.__name__}.id"
    words = words_of("fields")[key]
    example = str(example_of(words["example"]))
    own = Column("id", words["label"], words["help"], example, False, _TEXT, key)
    return (own, *_within(types, record.__name__, "", True, {lang: "" for lang in LANGUAGES}))


@cache
def empty_parts(folder: str) -> tuple[str, ...]:
    """Return the parts that a record must have, though nothing in them must be said: ``names``.

    A table has no column for such a part itself.
    """
    record = next(kind.record for kind in KINDS if kind.folder == folder)
    types = types_within(record)
    return tuple(
        row["name"]
        for row in types[record.__name__]["fields"]
        if row["required"]
        and row["shape"]["t"] == "record"
        and not any(inner["required"] for inner in types[row["shape"]["of"]]["fields"])
    )


def known_heads(folder: str) -> dict[str, str]:
    """Return the path of each column by what may stand in a table's head, folded."""
    heads: dict[str, str] = {}
    for column in columns_of(folder):
        for head in (column.path, *column.label.values()):
            heads.setdefault(folded_head(head), column.path)
    return heads


def folded_head(text: str) -> str:
    """Return a head as it is compared: case, blanks and a star for «required» do not count."""
    return " ".join(fold(text).replace("*", " ").replace("\n", " ").split())


def steps_of(path: str) -> tuple[str | int, ...]:
    """Return ``files.1.path`` as ``("files", 0, "path")``; a key like ``2_1`` is ``2.1``."""
    steps = path.split(".")
    return tuple(
        int(step) - 1 if step.isdecimal() else _CLAUSE.sub(r"\1.\2", step) for step in steps
    )


_CLAUSE: Final = re.compile(r"^(\d+)_(\d+)$")
"""A clause's number as a step of a path, where a dot would begin the next step."""


def _within(
    types: Mapping[str, Shape], name: str, path: str, needed: bool, above: Mapping[Language, str]
) -> Iterator[Column]:
    for row in types[name]["fields"]:
        key = f"{name}.{row['name']}"
        words = words_of("fields")[key]
        label = {lang: above[lang] + words["label"][lang] for lang in LANGUAGES}
        shape, inside = row["shape"], f"{path}.{row['name']}" if path else row["name"]
        required = needed and row["required"]
        plain = Column(inside, label, words["help"], _example(words), required, shape, key)
        yield from _of_shape(types, plain, shape, required)


def _of_shape(
    types: Mapping[str, Shape], column: Column, shape: Shape, required: bool
) -> Iterator[Column]:
    match shape["t"]:
        case "both" | "either" | "lists":
            for lang in LANGUAGES:
                told = {
                    one: f"{column.label[one]} ({LANGUAGE_NAMES[lang][one]})" for one in LANGUAGES
                }
                example = _part(column, lang)
                needed = required and shape["t"] == "both"
                path, many = f"{column.path}.{lang}", shape["t"] == "lists"
                yield replace(
                    column,
                    path=path,
                    label=told,
                    example=example,
                    required=needed,
                    shape=_TEXT,
                    many=many,
                )
        case "record":
            above = {lang: f"{column.label[lang]}: " for lang in LANGUAGES}
            yield from _within(types, shape["of"], column.path, required, above)
        case "list" if shape["of"]["t"] in ("record", "either"):
            for number in range(1, ITEMS.get(column.path.rpartition(".")[2], 1) + 1):
                told = {lang: f"{column.label[lang]} {number}" for lang in LANGUAGES}
                path = f"{column.path}.{number}"
                one = replace(
                    column, path=path, label=told, example="", required=False, shape=shape["of"]
                )
                yield from _of_shape(types, one, shape["of"], required and number == 1)
        case "list":
            yield replace(column, required=required, shape=shape["of"], many=True)
        case "map":
            for key in shape["keys"]:
                told = {lang: f"{column.label[lang]} {key}" for lang in LANGUAGES}
                path = f"{column.path}.{key.replace('.', '_')}"
                yield replace(
                    column, path=path, label=told, example="", required=False, shape=shape["of"]
                )
        case _:
            yield column


_TEXT: Final[Shape] = {"t": "text"}


def _example(words: Mapping[str, Any]) -> str:
    value = example_of(words["example"]) if words["example"] else ""
    if isinstance(value, list):
        return "; ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""


def _part(column: Column, lang: Language) -> str:
    return column.example if lang == "kk" else ""
