"""The tree as WordprocessingML: what pandoc's own writer does not know.

Places to fill in and boxes to tick are content controls: they print as lines and boxes, and
Word and LibreOffice let one type and tick in them.
"""

from itertools import chain
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tirek.documents.around import words_around
from tirek.documents.manuscript import Manuscript
from tirek.documents.styles import ALIGNED
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

GAP: Final = "\u2002"
"""Between a box and its words: an en space, which the style's indent reckons with."""

SHORT: Final = 4
"""Underscores of a short place to fill in."""

_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX_FONT: Final = "MS Gothic"
"""Has the boxes; where it is missing, another font's are shown."""

_SPACE: Final = string("\u00a0")
_BREAK: Final = '<w:r><w:br w:type="page"/></w:r>'


def to_openxml(blocks: Nodes, width: int) -> Nodes:
    """Return ``blocks`` with every node of ours in DOCX's terms; its styles are in `styles`.

    Args:
        blocks: The text.
        width: Of the text on the page, in twentieths of a point.
    """
    written: Nodes = changed(blocks, lambda node: _written(node, width))
    return written


def note(manuscript: Manuscript) -> Node:
    """Return the framed line that says who made the document and who has not checked it."""
    return styled("Frame Note", [para([string(words_around(manuscript)["note"])])])


def _written(node: Node, width: int) -> Nodes:
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
            return [*_table(node["c"][1][0], width), styled("Table Foot", [para([_SPACE])])]
        case _:
            return [node]


def _table(table: Node, width: int) -> Nodes:
    """Return a table in our own code, with what is in its cells left to pandoc.

    Pandoc's own gives cells no width, and a grid for a page of another size. Cells that run
    over several columns or rows are left to it all the same.
    """
    _, (_, caption), specs, head, bodies, foot = table["c"]
    heads = head[1]
    rows = [*heads, *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    if any(cell[2:4] != [1, 1] for row in rows for cell in row[1]):
        return [table]
    widths = [int(width * spec[1]["c"]) for spec in specs]
    result = [styled("Table Caption", _paragraphs(caption))] if caption else []
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    first = int(bool(heads))
    result.append(
        _block(
            '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="00{first * 2}0" w:firstRow="{first}" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
    )
    for number, row in enumerate(rows):
        repeated = "<w:tblHeader/>" if number < len(heads) else ""
        result.append(_block(f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>"))
        for one, spec, cell in zip(widths, specs, row[1], strict=True):
            result.append(_block(f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>'))
            align = ALIGNED.get(spec[0]["t"], "")
            result += [*_paragraphs(_aligned(cell[4], align)), _block("</w:tc>")]
        result.append(_block("</w:tr>"))
    return [*result, _block("</w:tbl>")]


def _aligned(blocks: Nodes, align: str) -> Nodes:
    """Return a cell's content in the styles of a column that is so aligned."""
    if not align:
        return blocks
    return [
        styled(f"{values_of(block)['custom-style']} {align}", block["c"][1]) for block in blocks
    ]


def _paragraphs(blocks: Nodes) -> Nodes:
    return [para(block["c"]) if block["t"] == "Plain" else block for block in blocks]


def _kept(style: str, values: dict[str, str]) -> str:
    """Return the style's name, or that of its twin that stays with the next row."""
    return f"{style} Kept" if values["follows"] == "yes" else style


def _item(blocks: Nodes) -> Nodes:
    first, *rest = blocks
    words = [_inline(_tick(False)), string(GAP), *first["c"]]
    return [styled("Tick List", [para(words)]), styled("Tick List More", rest)][: 1 + bool(rest)]


def _blank(values: dict[str, str]) -> str:
    if values["length"] == "rest":
        # The style's tab stop stands at the margin and fills the way to it with a line.
        start = "<w:r><w:br/></w:r>" if values["line"] == "next" else ""
        return start + _control("<w:tab/>", values["name"])
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


def _block(code: str) -> Node:
    return raw("openxml", code, block=True)


def _inline(code: str) -> Node:
    return raw("openxml", code)
