"""The tree as WordprocessingML: what pandoc's own writer does not know.

Places to fill in and boxes to tick are content controls: they print as lines and boxes, and
Word and LibreOffice let one type and tick in them.
"""

from itertools import chain
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tirek.documents.around import words_around
from tirek.documents.manuscript import Manuscript
from tirek.documents.tree import (
    Node,
    Nodes,
    changed,
    kind_of,
    para,
    raw,
    string,
    styled,
    values_of,
)

SHORT: Final = 4
"""Underscores of a short place to fill in."""

_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX_FONT: Final = "MS Gothic"
"""Has the boxes; where it is missing, another font's are shown."""

_BREAK: Final = '<w:r><w:br w:type="page"/></w:r>'
_TAB: Final = "<w:r><w:tab/></w:r>"


def to_openxml(blocks: Nodes) -> Nodes:
    """Return ``blocks`` with every node of ours in DOCX's terms; its styles are in reference."""
    written: Nodes = changed(blocks, _written)
    return written


def note(manuscript: Manuscript) -> Node:
    """Return the framed line that says who made the document and who has not checked it."""
    return styled("Frame Note", [para([string(words_around(manuscript)["note"])])])


def _written(node: Node) -> Nodes:
    match kind_of(node):
        case "blank":
            return [_inline(_blank(values_of(node)))]
        case "tick":
            return [_inline(_tick(values_of(node)["state"] == "on"))]
        case "page-break":
            return [styled("Page Break", [para([_inline(_BREAK)])])]
        case "writing-line":
            return [styled("Writing Line", [para([_inline(_control(_text("\u00a0" * 8)))])])]
        case "space":
            values = values_of(node)
            control = _control(_text("\u00a0" * 6), values["name"])
            return [styled(_kept("Table Space", values), [para([_inline(control)])])]
        case "cell":
            return [styled(_kept("Table Text", values_of(node)), node["c"][1])]
        case "head":
            return [styled("Table Head", node["c"][1])]
        case "lead-in":
            return [styled("Lead In", node["c"][1])]
        case "source":
            return [styled("Source Text", node["c"][1])]
        case "form-line":
            return [styled("Form Line", node["c"][1])]
        case "ticks":
            return list(chain.from_iterable(_item(item["c"][1]) for item in node["c"][1]))
        case "table":
            # Word sets no space under a table; what follows may be of any style.
            return [*node["c"][1], styled("Table Foot", [para([string("\u00a0")])])]
        case _:
            return [node]


def _kept(style: str, values: dict[str, str]) -> str:
    """Return the style's name, or that of its twin that stays with the next row."""
    return f"{style} Kept" if values["follows"] == "yes" else style


def _item(blocks: Nodes) -> Nodes:
    first, *rest = blocks
    words = [_inline(_tick(False)), _inline(_TAB), *first["c"]]
    return [styled("Tick List", [para(words)]), styled("Tick List More", rest)][: 1 + bool(rest)]


def _blank(values: dict[str, str]) -> str:
    if values["length"] == "rest":
        # The style's tab stop stands at the margin and fills the way to it with a line.
        return _control("<w:tab/>", values["name"])
    length = SHORT if values["length"] == "short" else int(values["room"])
    return _control(_text("_" * length), values["name"])


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _control(shown: str, name: str = "") -> str:
    """Return a content control for text, which shows ``shown`` until something is typed.

    Args:
        shown: Content of a run.
        name: What to write there, as the program and a screen reader say it.
    """
    alias = f"<w:alias w:val={quoteattr(name[:60])}/>" if name else ""
    return (
        f"<w:sdt><w:sdtPr>{alias}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
        '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f"{shown}</w:r></w:sdtContent></w:sdt>"
    )


def _tick(on: bool) -> str:
    """Return a content control that is a box to tick."""
    font = f'w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}"'
    return (
        f'<w:sdt xmlns:w14="{_W14}"><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(on)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts {font} w:hint="eastAsia"/></w:rPr>'
        f"<w:t>{'☒' if on else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _inline(code: str) -> Node:
    return raw("openxml", code)
