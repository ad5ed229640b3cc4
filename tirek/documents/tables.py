"""Tables: widths of columns, cells to write in, rows that stay together."""

from itertools import accumulate, pairwise
from typing import Any, Final

from tirek.documents.blanks import fitted, is_blank, only_blank
from tirek.documents.columns import Column, shares
from tirek.documents.tree import Node, Nodes, changed, div, kind_of, nodes, para, text_of

SMALLER: Final = 1.12
"""How many more characters fit on a line of a table than of the main text."""

WHOLE: Final = 6
"""A table of so many rows or fewer is not split between pages."""

Row = list[Any]
Cell = list[Any]


def shaped(table: Node, room: int) -> Node:
    """Return ``table`` with the widths it needs, and its cells marked for the writers.

    Args:
        table: Pandoc's table.
        room: Characters of the main text that fit on a line.
    """
    attributes, caption, specs, head, bodies, foot = table["c"]
    heads: list[Row] = head[1]
    rows = [row for body in bodies for row in (*body[2], *body[3])] + foot[1]
    across = int(room * SMALLER)
    width = shares(_columns(specs, heads, rows), across)
    ends = [round(1000 * end) for end in accumulate(width, initial=0.0)]
    for spec, (start, end) in zip(specs, pairwise(ends), strict=True):
        if spec[0]["t"] == "AlignDefault":
            spec[0] = {"t": "AlignLeft"}
        spec[1] = {"t": "ColWidth", "c": (end - start) / 1000}
    names = [text_of(cell[4]).strip() for cell in heads[0][1]] if heads else []
    whole = len(rows) <= WHOLE
    for number, row in enumerate(rows):
        follows = "yes" if whole and number < len(rows) - 1 else "no"
        for index, cell in enumerate(row[1]):
            place = max(int(width[index] * across) - 3, 8)
            name = names[index] if index < len(names) else ""
            cell[4] = [_content(cell[4], place, follows, name)]
    for row in heads:
        for cell in row[1]:
            cell[4] = [div("head", [para(b["c"]) if b["t"] == "Plain" else b for b in cell[4]])]
    content = [attributes, caption, specs, head, bodies, foot]
    marks = {"head": "yes" if heads else "no", "whole": "yes" if whole else "no"}
    return div("table", [{"t": "Table", "c": content}], **marks)


def _columns(specs: list[Any], heads: list[Row], rows: list[Row]) -> list[Column]:
    return [
        Column(
            cells=[text_of(row[1][i][4]).strip() for row in (*heads, *rows) if i < len(row[1])],
            writing=any(_to_write(row[1][i][4]) for row in rows if i < len(row[1])),
            share=spec[1].get("c", 0.0),
        )
        for i, spec in enumerate(specs)
    ]


def _to_write(blocks: Nodes) -> bool:
    """Whether a cell has a place to write on."""
    return not text_of(blocks).strip() or any(map(is_blank, nodes(blocks)))


def _content(blocks: Nodes, room: int, follows: str, name: str) -> Node:
    if only_blank(blocks):
        return div("space", [], follows=follows, name=name)

    def fit(node: Node) -> Nodes:
        if kind_of(node) == "form-line":
            return list(node["c"][1])
        if node["t"] in ("Para", "Plain"):
            return [para(fitted(node["c"], room, cell=True))]
        return [node]

    return div("cell", changed(blocks, fit), follows=follows)
