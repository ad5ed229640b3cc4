"""How wide the columns of a table should be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

PADDING: Final = 3
"""Characters that the space at both sides of a cell takes."""

BOLD: Final = 1.22
"""How much wider than the common one a letter of a head can be."""

NARROW: Final = 3
"""Longest cell of a column of numbers or marks."""

WRAP: Final = 46
"""A cell longer than this may as well run over several lines."""

WRITING: Final = 16
"""Characters that a hand needs at least, where a column is to be filled in."""


@dataclass(frozen=True, slots=True)
class Column:
    """What decides a column's width."""

    cells: Sequence[str]
    """Text of its cells, its head first."""
    writing: bool
    """Whether it is there to be written in."""
    share: float
    """What the author's dashes give it, out of 1."""


def shares(columns: Sequence[Column], room: int) -> list[float]:
    """Return each column's part of the table's width; together they are 1.

    No column is narrower than its longest word. The author's dashes decide what is left. Only
    where they are all alike and some column is narrow by nature, the length of the texts does,
    and columns to write in get the rest.

    Args:
        columns: In their order.
        room: Characters that fit across the table.
    """
    least = [PADDING + max(map(_longest_word, column.cells), default=1) for column in columns]
    wanted = [max(low, _wanted(column)) for low, column in zip(least, columns, strict=True)]
    drawn = [column.share for column in columns]
    if max(drawn) - min(drawn) > 0.01 or not any(map(_is_narrow, columns)):
        whole = sum(drawn)
        wanted = [max(low, room * d / whole) for low, d in zip(least, drawn, strict=True)]
    spare = room - sum(least)
    if spare <= 0:
        return [low / sum(least) for low in least]
    above = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(above) > spare:
        width = [low + spare * more / sum(above) for low, more in zip(least, above, strict=True)]
    else:
        rest = room - sum(wanted)
        takes = [float(column.writing) for column in columns]
        if not any(takes):
            takes = [float(want) for want in wanted]
        width = [want + rest * take / sum(takes) for want, take in zip(wanted, takes, strict=True)]
    return [w / sum(width) for w in width]


def _is_narrow(column: Column) -> bool:
    """Whether a column holds numbers or marks, and needs no more."""
    return not column.writing and max(map(len, column.cells), default=0) <= NARROW


def _longest_word(cell: str) -> float:
    """Return the length of the longest word; one alone may have wide letters, or be bold."""
    return BOLD * max(map(len, cell.split()), default=0)


def _wanted(column: Column) -> float:
    longest = max((len(cell) for cell in column.cells), default=0)
    text = min(longest, WRAP) + PADDING
    # Long texts beside short ones: a column of paragraphs needs more than one of phrases.
    weight = sum(map(len, column.cells)) / max(len(column.cells), 1)
    return max(text + weight / 4, WRITING if column.writing else 0)
