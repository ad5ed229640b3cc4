"""The document that pandoc takes styles, page, header and footer from."""

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from tirek.documents.around import REGIONS, words_around
from tirek.documents.manuscript import Manuscript
from tirek.documents.pandoc import ToolsMissing, pandoc
from tirek.documents.style_sheet import style_sheet
from tirek.documents.styles import ACCENT, FONT, STAND_IN, TEXT_WIDTH

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


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
    ours = style_sheet(TEXT_WIDTH[manuscript.paper])
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
    brand = f'<w:r><w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr>{_t(words["brand"])}</w:r>'
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
