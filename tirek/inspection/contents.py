"""One file looked through by what it is: the formats' inspectors put together."""

from collections.abc import Iterator
from typing import Final

from tirek.inspection.accessible import document_notices
from tirek.inspection.archive import Archive, Broken, nested, opened
from tirek.inspection.invisible import invisible_signs
from tirek.inspection.notice import Notice
from tirek.inspection.office import office_notices
from tirek.inspection.office_text import office_texts
from tirek.inspection.pdf import Locked, limited, pdf_notices, pdf_reader, unpacked_pages
from tirek.inspection.pdf_text import LATE, pdf_texts
from tirek.inspection.pictures import picture_notices
from tirek.inspection.private import private_spots
from tirek.inspection.sheets import csv_notices, workbook_notices
from tirek.inspection.signatures import FITTING, HEAD, SAME, kind_of
from tirek.inspection.svg import svg_notices
from tirek.inspection.web import book_notices, page_notices

_OOXML: Final = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
MAX_TEXT: Final = 4_000_000
"""Characters of text that are searched; ten thick books."""


def file_notices(content: bytes, suffix: str) -> Iterator[Notice]:
    """Yield everything that is wrong with a file.

    Args:
        content: All of it, or of sound and film at least its first ``HEAD`` bytes.
        suffix: Ending of its name, in lower case, without the dot.
    """
    kind = kind_of(content[:HEAD])
    archive = None
    if kind == "zip":
        try:
            archive = opened(content)
        except Broken:
            yield Notice("file-broken")
            return
        kind = _kind_of_archive(archive)
    claimed = SAME.get(suffix, suffix)
    fitting = FITTING.get(claimed, ())
    if not fitting:
        yield Notice("file-kind", suffix or "?", allowed=", ".join(sorted(FITTING)))
    elif kind not in fitting:
        yield Notice("file-not-as-named", kind, allowed=claimed)
    if archive is not None:
        yield from _in_archive(archive, kind)
    else:
        yield from _of_kind(content, kind, claimed)


def _kind_of_archive(archive: Archive) -> str:
    names = archive.names
    try:
        kept = archive.read("mimetype", 200) if archive.has("mimetype") else b""
    except Broken:
        kept = b""
    if kept.startswith(b"application/epub+zip"):
        return "epub"
    if kept.startswith(b"application/vnd.oasis.opendocument."):
        return "odt" if kept.strip().endswith(b".text") else "opendocument"
    if archive.has("[Content_Types].xml"):
        for folder, kind in _OOXML.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return "zip"


def _in_archive(archive: Archive, kind: str) -> Iterator[Notice]:
    yield from archive.notices
    if archive.notices:
        return
    try:
        if kind == "zip":
            yield from _packed(archive)
        elif kind == "epub":
            yield from book_notices(archive)
        else:
            yield from office_notices(archive)
            yield from document_notices(archive, kind)
            if kind == "xlsx":
                yield from workbook_notices(archive)
            for place, text in office_texts(archive):
                yield from private_notices(text, place)
    except Broken as broken:
        yield Notice("file-broken", place=str(broken))


def _packed(archive: Archive) -> Iterator[Notice]:
    """Yield what is wrong with the files in a ZIP archive, each looked through by itself."""
    yield from nested(archive)
    for name in archive.names:
        suffix = name.rpartition("/")[2].rpartition(".")[2].lower()
        for notice in file_notices(archive.read(name), suffix):
            inside = f"{name} {notice.place}".strip()
            yield Notice(notice.code, notice.value, inside, notice.allowed)


def _of_kind(content: bytes, kind: str, claimed: str) -> Iterator[Notice]:
    if kind == "pdf":
        yield from _pdf(content)
    elif kind == "svg":
        yield from svg_notices(content)
        yield from private_notices(content.decode("utf-8", errors="replace"))
    elif kind in ("png", "jpg", "gif", "webp"):
        yield from picture_notices(content)
    elif kind == "html":
        text = content.decode("utf-8", errors="replace")
        yield from page_notices(text)
        yield from private_notices(text)
    elif kind == "text":
        yield from _text(content, claimed)
    elif kind in ("program", "shortcut", "chm", "flash"):
        yield Notice("file-program", kind)
    elif kind == "empty":
        yield Notice("file-empty")


def _text(content: bytes, claimed: str) -> Iterator[Notice]:
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    for spot in invisible_signs(text):
        yield Notice("safety-invisible", spot.value, _line(text, spot.position))
        break
    if claimed == "csv":
        yield from list(csv_notices(text))[:20]
    yield from private_notices(text)


def _pdf(content: bytes) -> Iterator[Notice]:
    with limited():
        yield from _in_pdf(content)


def _in_pdf(content: bytes) -> Iterator[Notice]:
    try:
        reader = pdf_reader(content)
        yield from list(pdf_notices(reader, content))
        for page, text in pdf_texts(content, unpacked_pages(reader)):
            if text == LATE:
                yield Notice("file-partly-read", place=page)
                return
            yield from private_notices(text, page)
    except Locked:
        yield Notice("file-locked")
    except (MemoryError, TimeoutError):
        raise
    except Exception:  # pypdf lets many kinds of errors out of broken documents
        yield Notice("file-broken")


def private_notices(text: str, place: str = "") -> Iterator[Notice]:
    """Yield what is private in the text of a file; a kind is told once a place."""
    told: set[str] = set()
    for spot in private_spots(text[:MAX_TEXT]):
        if spot.code not in told:
            told.add(spot.code)
            yield Notice(spot.code, spot.value, place or _line(text, spot.position))


def _line(text: str, position: int) -> str:
    return str(text.count("\n", 0, position) + 1)
