"""A manuscript's body as the tree that both files are written from.

On top of pandoc's own nodes it has these of ours, which ``openxml`` and ``typst`` write:

- spans: ``blank`` (length, room, name, line), ``tick`` (state);
- blocks: ``page-break``, ``writing-line``, ``form-line``, ``ticks`` (one a box), ``lead-in``
  (stays with what follows), ``source`` (where the text comes from), ``table`` (head, whole) and
  in it ``head``, ``cell`` and ``space``.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tirek.documents.blanks import (
    BREAK,
    NO_BREAK,
    fitted,
    is_blank,
    masked,
    only_blank,
    with_blanks,
)
from tirek.documents.manuscript import Manuscript
from tirek.documents.pandoc import read_markdown
from tirek.documents.tables import shaped
from tirek.documents.tree import (
    Node,
    Nodes,
    changed,
    div,
    kind_of,
    nodes,
    para,
    string,
    text_of,
    values_of,
)
from tirek.problem import CatalogueError, Problem

ROOM: Final = {"portrait": 78, "landscape": 122}
"""Characters of the main text that fit on a line."""

SOURCES: Final = frozenset({"Дереккөз", "Дереккөздер", "Источник", "Источники"})
"""Headings of a section that tells where a text comes from."""

SENTENCE: Final = 240
"""A paragraph of so many characters or fewer stays on the page of the table after it."""

_LED: Final = ("BulletList", "OrderedList", "DefinitionList", "ticks", "table", "writing-line")


def shape(manuscript: Manuscript) -> tuple[list[int], Nodes]:
    """Return pandoc's version and the blocks of a manuscript.

    Raises:
        CatalogueError: with all that cannot be put into the files.
    """
    version, blocks = read_markdown(masked(manuscript.body))
    problems = [problem for node in nodes(blocks) for problem in _refused(node, manuscript)]
    if problems:
        raise CatalogueError(problems)
    room = ROOM[manuscript.paper]
    blocks = changed(blocks, _break)
    blocks = changed(blocks, with_blanks)
    blocks = changed(blocks, _held)
    blocks = changed(blocks, lambda node: _block(node, room))
    return version, _sourced(_led(_levelled(blocks, manuscript.title)))


def _refused(node: Node, manuscript: Manuscript) -> Iterator[Problem]:
    """Yield what neither file can hold: HTML and pictures."""
    if node["t"] in ("RawBlock", "RawInline"):
        code = node["c"][1].strip()
        if not code.startswith("<!--") and code.lower() not in _HTML_BREAKS:
            found = code.splitlines()[0]
            yield Problem(*manuscript.place_of(found), "", "text-html", found)
    elif node["t"] == "Image":
        found = node["c"][2][0]
        yield Problem(*manuscript.place_of(found), "", "text-picture", found)


_HTML_BREAKS: Final = ("<br>", "<br/>", "<br />")


def _break(node: Node) -> Nodes:
    """Turn what stands for breaks into breaks, and drop comments."""
    if node["t"] == "RawInline":
        return [] if node["c"][1].startswith("<!--") else [{"t": "LineBreak"}]
    if node["t"] == "RawBlock":
        return []
    if node["t"] in ("Para", "Plain") and text_of(node).strip() == BREAK:
        return [div("page-break", [])]
    return [node]


def _held(node: Node) -> Nodes:
    """Keep a place to fill in on the line of the word before it."""
    if node["t"] not in ("Para", "Plain"):
        return [node]
    inlines = [
        string(NO_BREAK)
        if one["t"] in ("Space", "SoftBreak") and kind_of(following) == "blank"
        else one
        for one, following in pairwise([*node["c"], string("")])
    ]
    return [{**node, "c": inlines}]


def _block(node: Node, room: int) -> Nodes:
    match node["t"]:
        case "Para" if only_blank([node]):
            return [div("writing-line", [])]
        case "Para" | "Plain":
            return [_line({**node, "c": fitted(node["c"], room)})]
        case "BulletList" if all(map(_to_tick, node["c"])):
            return [div("ticks", [_unticked(item) for item in node["c"]])]
        case "Table":
            return [shaped(node, room)]
        case _:
            return [node]


def _line(node: Node) -> Node:
    """Give a paragraph that ends with a place to write on the height that a hand needs."""
    ends = node["t"] == "Para" and any(
        is_blank(one) and values_of(one)["length"] == "rest" for one in node["c"]
    )
    return div("form-line", [node]) if ends else node


def _to_tick(item: Nodes) -> bool:
    """Whether a list's item begins with an empty box; a ticked one stays in the line."""
    inlines = item[0]["c"] if item and item[0]["t"] in ("Para", "Plain") else []
    first = inlines[0] if inlines else string("")
    return kind_of(first) == "tick" and values_of(first)["state"] == "off"


def _unticked(item: Nodes) -> Node:
    """Return a list's item without its box, which the list itself draws."""
    words = item[0]["c"][1:]
    while words and words[0]["t"] == "Space":
        words = words[1:]
    return div("item", [{**item[0], "c": words}, *item[1:]])


def _levelled(blocks: Nodes, title: str) -> Nodes:
    """Drop a first heading that repeats the title; begin headings at 1 and skip no level."""
    first = next((b for b in blocks if b["t"] == "Header"), None)
    if first is blocks[0] and text_of(first["c"][2]).strip() == title:
        blocks = blocks[1:]
    above: list[int] = []
    result: Nodes = []
    for block in blocks:
        if block["t"] != "Header":
            result.append(block)
            continue
        level, attributes, words = block["c"]
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        result.append({"t": "Header", "c": [len(above), attributes, words]})
    return result


def _led(blocks: Nodes) -> Nodes:
    """Keep a sentence that ends with a colon, or a short one before a table, with what follows."""
    result: Nodes = []
    for block, following in pairwise([*blocks, para([])]):
        words = text_of(block).rstrip() if block["t"] == "Para" else ""
        listed = following["t"] in _LED or kind_of(following) in _LED
        table = kind_of(following) == "table" and 0 < len(words) <= SENTENCE
        leads = table or (listed and words.endswith(":"))
        result.append(div("lead-in", [block]) if leads else block)
    return result


def _sourced(blocks: Nodes) -> Nodes:
    """Set apart the last section where it tells the sources: it is there to be looked up."""
    last = max((i for i, block in enumerate(blocks) if block["t"] == "Header"), default=None)
    if last is None or text_of(blocks[last]["c"][2]).strip() not in SOURCES:
        return blocks
    return [*blocks[: last + 1], div("source", blocks[last + 1 :])]
