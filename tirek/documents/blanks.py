"""Places to write on: fill-in lines and boxes to tick, found in the text.

``____`` is a line to fill in, ``20__`` a short one, ``☐`` a box to tick. Before pandoc reads
the text, the underscores of such lines become a sign of no meaning, as many as there were, so
that they are never taken for emphasis or for a rule, and tables keep their columns.
"""

import re
from typing import Final

from tirek.documents.tree import Node, Nodes, kind_of, span, string, text_of

SIGN: Final = "\ue000"
"""Stands for one underscore of a fill-in line while pandoc reads. Private use area."""

BREAK: Final = "\ue001"
"""Stands for ``\\newpage``."""

SHORT: Final = 3
"""A line of so many underscores or fewer stays short, as a day or a year does."""

_LINES: Final = re.compile(r"_{3,}|(?<=[«„“\"(\d])__(?!\w)")
_PAGE_BREAK: Final = re.compile(r"^\\(?:newpage|pagebreak)[ \t]*$", re.MULTILINE)
_BOX: Final = re.compile(r"(?<![-*+] )(?<!\d[.)] )\[ \](?![(\[:])")
_PIECES: Final = re.compile(f"({SIGN}+|[☐☒])")
_QUOTES: Final = '«„“"('


def masked(markdown: str) -> str:
    """Return the text with signs in place of fill-in lines and page breaks."""
    without = _LINES.sub(lambda line: SIGN * len(line[0]), markdown)
    return _BOX.sub("☐", _PAGE_BREAK.sub(BREAK, without))


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


def fitted(inlines: Nodes, room: int) -> Nodes:
    """Give each long place in a paragraph its share of the line, in characters.

    Only DOCX needs it: there a place to fill in is drawn with underscores.

    Args:
        inlines: The paragraph.
        room: Characters that fit on a line.
    """
    result: Nodes = []
    line: Nodes = []
    for node in [*inlines, None]:
        if node is not None and node["t"] != "LineBreak":
            line.append(node)
            continue
        result += _shared(line, room) + ([node] if node is not None else [])
        line = []
    return result


def _shared(line: Nodes, room: int) -> Nodes:
    places = [node for node in line if is_blank(node)]
    long = [node for node in places if node["c"][0][2][0][1] == "long"]
    taken = len(text_of(line)) + 4 * (len(places) - len(long))
    share = max((room - taken % room) // max(len(long), 1), 8)
    return [
        span("blank", length="long", room=str(min(share, room - 2))) if node in long else node
        for node in line
    ]
