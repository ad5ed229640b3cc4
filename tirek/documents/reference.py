"""The document that pandoc takes styles, page, header and footer from."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from tirek.documents import styles
from tirek.documents.around import REGIONS, words_around
from tirek.documents.manuscript import Manuscript
from tirek.documents.pandoc import ToolsMissing, pandoc
from tirek.documents.styles import BASE, FONT, LOOKS, STAND_IN, TEXT_WIDTH, Look

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
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


def reference_of(manuscript: Manuscript) -> bytes:
    """Return a DOCX without text, in the look of our documents, for one manuscript.

    Raises:
        ToolsMissing: pandoc or python-docx is not installed.
    """
    try:
        import docx
    except ImportError:
        raise ToolsMissing("python-docx") from None
    given = pandoc(["--print-default-data-file", "reference.docx"], b"")
    document = docx.Document(io.BytesIO(given))
    _style(document, manuscript)
    _page(document.sections[-1], manuscript)
    _settle(document)
    target = io.BytesIO()
    document.save(target)
    return _plainly_packed(target.getvalue())


def _plainly_packed(package: bytes) -> bytes:
    """Return the ZIP with nothing pressed and no time of today in it.

    Pandoc takes over some parts as they are packed here, and Pythons press differently.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name))
    return target.getvalue()


def _style(document: "Document", manuscript: Manuscript) -> None:
    """Put our styles in place of those of the same names, and no style on theme fonts."""
    root = document.styles.element
    language = f"{manuscript.lang}-{REGIONS[manuscript.lang]}"
    width = TEXT_WIDTH[manuscript.paper]
    looks = [_paragraph_style(look, width) for look in (BASE, *LOOKS)]
    ours = "".join((*looks, _TABLE, _CHARACTERS))
    for style in _parsed(f"<w:styles {_ns()}>{ours}</w:styles>"):
        name = style.find(_w("name")).get(_w("val"))
        for old in root.findall(_w("style")):
            if old.find(_w("name")).get(_w("val")) == name:
                root.remove(old)
        root.append(style)
    for link in list(root.iter(_w("link"))):  # to styles that are no longer their pairs
        link.getparent().remove(link)
    for fonts in root.iter(_w("rFonts")):
        fonts.attrib.clear()
        fonts.attrib.update({_w(s): FONT for s in ("ascii", "hAnsi", "cs", "eastAsia")})
    said = root.find(f"{_w('docDefaults')}//{_w('lang')}")
    said.attrib.update({_w("val"): language, _w("eastAsia"): language})


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


def _page(section: "Section", manuscript: Manuscript) -> None:
    """Lay the A4 page; write its header and footer."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    flat = manuscript.paper == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if flat else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if flat else (Mm(210), Mm(297))
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    section.different_first_page_header_footer = True
    words = words_around(manuscript)
    brand = (
        f'<w:r><w:rPr><w:b/><w:color w:val="{styles.ACCENT}"/></w:rPr>{_t(words["brand"])}</w:r>'
    )
    first = f"{brand}<w:r><w:tab/></w:r><w:r>{_t(words['line'])}</w:r>"
    later = f"{brand}<w:r><w:tab/></w:r><w:r>{_t(manuscript.title)}</w:r>"
    number = f"<w:r>{_t(words['licence'])}</w:r><w:r><w:tab/></w:r>{_field('PAGE')}"
    foot = f"{number}<w:r>{_t(' / ')}</w:r>{_field('NUMPAGES')}"
    for part, style, runs in (
        (section.first_page_header, "Header", first),
        (section.header, "Header", later),
        (section.first_page_footer, "Footer", foot),
        (section.footer, "Footer", foot),
    ):
        part.is_linked_to_previous = False
        for old in part.paragraphs:
            old._p.getparent().remove(old._p)
        part._element.append(
            _parsed(f'<w:p {_ns()}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>')
        )


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _field(name: str) -> str:
    """Return a field that the reader's program counts itself."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _settle(document: "Document") -> None:
    """Tell Word that the document is of today's kind, and which font may stand in for ours."""
    settings = document.settings.element
    for old in settings.findall(_w("compat")):
        settings.remove(old)
    uri = "http://schemas.microsoft.com/office/word"
    before = settings.find(_w("rsids"))
    before.addprevious(
        _parsed(
            f'<w:compat {_ns()}><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" '
            'w:val="15"/></w:compat>'
        )
    )
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/theme", "/webSettings")):  # nothing here goes by them
            del document.part.rels[key]
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    parts["/word/fontTable.xml"]._blob = (
        f'{_XML}<w:fonts {_ns()}><w:font w:name="{FONT}"><w:altName w:val="{STAND_IN}"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    ).encode()
    properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts["/docProps/app.xml"]._blob = (
        f'{_XML}<Properties xmlns="{properties}"><Application>Tirek</Application></Properties>'
    ).encode()


def _ns() -> str:
    return f'xmlns:w="{_NAMESPACE}"'


def _w(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)
