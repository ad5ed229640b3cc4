"""The styles of our DOCX as WordprocessingML."""

from collections.abc import Iterator
from typing import Final

from tirek.documents import styles
from tirek.documents.styles import BASE, FONT, LOOKS, Look

_FONTS: Final = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
_SIDES: Final = ("top", "left", "bottom", "right")
"""In the order that the standard asks for."""
_POINTS: Final = 20
"""Twentieths of a point, the standard's unit, in a point."""

_TABLE: Final = f"""
<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{{borders}}</w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:trPr><w:cantSplit/></w:trPr>
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:trPr><w:cantSplit/></w:trPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{styles.TINT}"/></w:tcPr></w:tblStylePr>
</w:style>""".format(
    borders="".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{styles.HAIR}"/>'
        for side in (*_SIDES, "insideH", "insideV")
    )
)

_CHARACTERS: Final = f"""
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:color w:val="{styles.ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>
<w:rPr><w:color w:val="{styles.LINE}"/></w:rPr></w:style>"""


def style_sheet(width: int) -> str:
    """Return every style of ours, one element after another.

    Args:
        width: Of the text on the page, in twentieths of a point.
    """
    return "".join(
        (*(_paragraph_style(look, width) for look in (BASE, *LOOKS)), _TABLE, _CHARACTERS)
    )


def _paragraph_style(look: Look, width: int) -> str:
    base = f'<w:basedOn w:val="{_id(look.based_on)}"/>' if look.based_on else ""
    default = "" if look.based_on else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{_id(look.name)}">'
        f'<w:name w:val="{look.name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph(look, width))}</w:pPr>"
        f"<w:rPr>{''.join(_run(look))}</w:rPr></w:style>"
    )


def _id(name: str) -> str:
    return name.title().replace(" ", "")


def _paragraph(look: Look, width: int) -> Iterator[str]:
    """Yield a style's paragraph properties, in the order that the standard asks for."""
    if look.keep is not None:
        yield f'<w:keepNext w:val="{int(look.keep)}"/>'
    if look.border:
        # Paragraphs with the same line below make one group, which has its lines between.
        sides = {"box": _SIDES, "bottom": ("bottom", "between")}.get(look.border, (look.border,))
        size = 18 if look.border == "left" else 6
        line = f'w:val="single" w:sz="{size}" w:space="4" w:color="{look.border_color}"'
        yield f"<w:pBdr>{''.join(f'<w:{side} {line}/>' for side in sides)}</w:pBdr>"
    if look.fill:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>'
    if look.to_margin:
        yield f'<w:tabs><w:tab w:val="right" w:leader="{look.to_margin}" w:pos="{width}"/></w:tabs>'
    spacing = {"before": look.before, "after": look.after}
    said = "".join(
        f' w:{side}="{int(points * _POINTS)}"'
        for side, points in spacing.items()
        if points is not None
    )
    if look.line is not None:
        said += f' w:line="{int(look.line * 240)}" w:lineRule="auto"'
    if said:
        yield f"<w:spacing{said}/>"
    if look.left:
        left, hanging = int(look.left * _POINTS), int(look.hanging * _POINTS)
        right = left if look.border == "box" else 0
        yield f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'
    if look.align:
        yield f'<w:jc w:val="{look.align}"/>'
    if look.level:
        yield f'<w:outlineLvl w:val="{look.level - 1}"/>'


def _run(look: Look) -> Iterator[str]:
    """Yield a style's properties of the font, in the order that the standard asks for."""
    if not look.based_on:
        yield f"<w:rFonts {_FONTS}/>"
    if look.bold:
        yield "<w:b/><w:bCs/>"
    if look.color:
        yield f'<w:color w:val="{look.color}"/>'
    if look.size:
        half = int(look.size * 2)
        yield f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
