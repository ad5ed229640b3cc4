"""Office documents, books and archives made on the spot, right but for what a case puts in."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument"

Parts = Mapping[str, bytes | str]


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of ``parts`` by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, method)
    return stream.getvalue()


def relations(*each: str) -> str:
    """A part of relations."""
    return f'<Relationships xmlns="{RELATIONS}">{"".join(each)}</Relationships>'


def relation(kind: str, target: str, mode: str = "") -> str:
    """One relation."""
    outside = f' TargetMode="{mode}"' if mode else ""
    return (
        f'<Relationship Id="r{abs(hash(target)) % 999}" Type="{R}/{kind}" '
        f'Target="{target}"{outside}/>'
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str = "", more: Parts | None = None, main: str = "document.main+xml") -> bytes:
    """A Word document with a language, whose body holds ``body``."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" '
        f'ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" '
        f'ContentType="{MAIN}.wordprocessingml.{main}"/></Types>',
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:o="urn:o"><w:body>'
        f'<w:p><w:r><w:rPr><w:lang w:val="kk-KZ"/></w:rPr><w:t>Мәтін</w:t></w:r></w:p>'
        f"{body}</w:body></w:document>",
        **(more or {}),
    }
    return packed(parts)


def table(*rows: tuple[str, ...]) -> str:
    """A table of a Word document."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def core(**people: str) -> dict[str, str]:
    """Properties of a document: ``creator``, ``lastModifiedBy``."""
    named = "".join(f"<{name}>{value}</{name}>" for name, value in people.items())
    return {"docProps/core.xml": f"<coreProperties>{named}</coreProperties>"}


def xlsx(cells: str = "", book: str = "", more: Parts | None = None) -> bytes:
    """A workbook with one sheet."""
    sheets = book or '<sheets><sheet name="Парақ" sheetId="1"/></sheets>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
            "_rels/.rels": relations(relation("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{S}">{sheets}</workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData>'
            f"{cells}</sheetData></worksheet>",
            **(more or {}),
        }
    )


def row(*cells: str) -> str:
    """A row of a sheet: text, or a formula that begins with ``=``."""
    made = (
        f'<c r="A{n}"><f>{text[1:]}</f></c>'
        if text.startswith("=")
        else f'<c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate(cells, start=1)
    )
    return f"<row>{''.join(made)}</row>"


def pptx(text: str = "", more: Parts | None = None) -> bytes:
    """A presentation with one slide."""
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}"/>',
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{P}" xmlns:a="{a}"><a:p><a:r><a:t>'
            f"{text}</a:t></a:r></a:p></p:sld>",
            **(more or {}),
        }
    )


def odt(body: str = "", more: Parts | None = None) -> bytes:
    """An OpenDocument text."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("script", "script"),
        )
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:body><text:p>Мәтін</text:p>{body}</office:body></office:document-content>",
            **(more or {}),
        }
    )


def epub(chapter: str, more: Parts | None = None) -> bytes:
    """A book with one chapter."""
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container/>",
            "chapter.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<head><title>Тарау</title></head><body>{chapter}</body></html>",
            **(more or {}),
        }
    )


def lying(size: int) -> bytes:
    """A ZIP file that claims an entry of a few bytes, and unpacks ``size`` of them."""
    content = bytearray(
        packed({"word/document.xml": b"\0" * size, "[Content_Types].xml": "<Types/>"})
    )
    small = struct.pack("<I", 100)
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        begin = content.find(sign)
        content[begin + at : begin + at + 4] = small
    return bytes(content)
