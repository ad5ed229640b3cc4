"""Places to write on: fill-in lines and boxes to tick, found in the text.

``____`` is a line to fill in, ``20__`` a short one, ``☐`` a box to tick. Before pandoc reads
the text, the underscores of such lines become a sign of no meaning, as many as there were, so
that they are never taken for emphasis or for a rule, and tables keep their columns.
"""

import re
from typing import Final

from tirek.documents.tree import Node, Nodes, kind_of, span, string, text_of, values_of

SIGN: Final = "\ue000"
"""Stands for one underscore of a fill-in line while pandoc reads. Private use area."""

BREAK: Final = "\ue001"
"""Stands for ``\\newpage``."""

NO_BREAK: Final = "\u00a0"

SHORT: Final = 3
"""A line of so many underscores or fewer stays short, as a day or a year does."""

DOUBT: Final = 12
"""How many characters more or fewer than reckoned may fit on a line."""

_LINES: Final = re.compile(r"_{3,}|(?<=[«„“\"(\d])__(?!\w)")
_PAGE_BREAK: Final = re.compile(r"^\\(?:newpage|pagebreak)[ \t]*$", re.MULTILINE)
_BOX: Final = re.compile(r"(?<![-*+] )(?<!\d[.)] )\[ \](?![(\[:])")
_ROW: Final = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)
_GAPS: Final = re.compile(r"(?<=[^\s|])[ ]{3,}(?=[^\s|])")
_PIECES: Final = re.compile(f"({SIGN}+|[☐☒])")
_QUOTES: Final = '«„“"('


def masked(markdown: str) -> str:
    """Return the text with signs in place of fill-in lines and page breaks.

    Wide gaps inside a table's cell stay wide: «1   2   3» is a row of figures to ring.
    """
    without = _LINES.sub(lambda line: SIGN * len(line[0]), markdown)
    without = _BOX.sub("☐", _PAGE_BREAK.sub(BREAK, without))
    return _ROW.sub(lambda row: _GAPS.sub(lambda gap: NO_BREAK * len(gap[0]), row[0]), without)


def with_blanks(node: Node) -> Nodes:
    """Change a word with signs into its pieces: text, places to fill in, boxes to tick."""
    if node["t"] != "Str" or not _PIECES.search(node["c"]):
        return [node]
    result: Nodes = []
    before = ""
    for piece in _PIECES.split(node["c"]):
        if piece.startswith(SIGN):
            short = len(piece) <= SHORT or before[-1:] in tuple(_QUOTES)
            result.append(span("blank", length="short" if short else "long"))
        elif piece in ("☐", "☒"):
            result.append(span("tick", state="on" if piece == "☒" else "off"))
        elif piece:
            result.append(string(piece))
        before = piece
    return result


def is_blank(node: Node) -> bool:
    """Whether this is a place to fill in."""
    return kind_of(node) == "blank"


def only_blank(blocks: Nodes) -> bool:
    """Whether blocks hold nothing but one place to fill in, or nothing at all."""
    if not blocks:
        return True
    if len(blocks) > 1 or blocks[0]["t"] not in ("Para", "Plain"):
        return len(blocks) == 1 and kind_of(blocks[0]) == "writing-line"
    inlines = blocks[0]["c"]
    blanks = sum(map(is_blank, inlines))
    ticks = any(kind_of(node) == "tick" for node in inlines)
    return blanks <= 1 and not ticks and not text_of(inlines).strip()


def fitted(inlines: Nodes, room: int, *, cell: bool = False) -> Nodes:
    """Give each long place in a paragraph its label, and its share of the line.

    Only DOCX needs them. There a place that ends its line reaches to the margin (its length is
    ``rest``), and goes to the next line where the label may end near the margin; any other
    place, and every one in a cell, is so many underscores.

    Args:
        inlines: The paragraph.
        room: Characters that fit on a line.
        cell: Whether it stands in a cell of a table.
    """
    result: Nodes = []
    line: Nodes = []
    for node in [*inlines, None]:
        if node is not None and node["t"] != "LineBreak":
            line.append(node)
            continue
        result += _shared(line, room, cell) + ([node] if node is not None else [])
        line = []
    return result


def _shared(line: Nodes, room: int, cell: bool) -> Nodes:
    places = [node for node in line if is_blank(node)]
    count = sum(values_of(node)["length"] != "short" for node in places)
    taken = len(text_of(line)) + 4 * (len(places) - count)
    at_end = taken > room - DOUBT and not DOUBT < taken % room < room - DOUBT
    own = "next" if at_end else "same"
    share = max((room - taken % room) // max(count, 1) - 2, 8)
    result: Nodes = []
    label = ""
    for index, node in enumerate(line):
        if not is_blank(node):
            label += text_of(node)
            result.append(node)
            continue
        length = values_of(node)["length"]
        if length != "short":
            ends = count == 1 and not text_of(line[index:]).strip(" .;,")
            length = "rest" if ends and not cell else "long"
        result.append(
            span(
                "blank", length=length, room=str(share), name=label.strip(f" :{NO_BREAK}"), line=own
            )
        )
        label = ""
    return result
