"""PDF documents: what they run, hold or tell of people; whether they are tagged."""

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, Final

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tirek.inspection.authors import is_person
from tirek.inspection.notice import Notice

MAX_OBJECTS: Final = 60_000
"""Objects walked through; a book of 300 pages has about ten thousand."""

_RUNNING: Final = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/SubmitForm",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/Trans",
    }
    | {"/GoToE", "/GoToR", "/SetOCGState", "/RichMediaExecute", "/GoTo3DView", "/Hide"}
) - {"/Trans", "/Hide", "/SetOCGState"}
"""Kinds of actions that do more than move inside the document."""
_HOLDING: Final = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/3D", "/Movie", "/Sound"})
"""Kinds of annotations that hold files or media."""
_HARMLESS_URI: Final = ("http://", "https://", "mailto:")


UNPACKED: Final = 16_000_000
"""Bytes that one stream may unpack to; a page of text has some thousands."""


_LIMITS: Final = Configuration(
    zlib_maximum_output_length=UNPACKED,
    lzw_maximum_output_length=UNPACKED,
    run_length_maximum_output_length=UNPACKED,
    array_based_stream_maximum_output_length=UNPACKED,
    stream_decoding_work_maximum_length=4 * UNPACKED,
    jbig2dec_binary=None,
)


def limited() -> AbstractContextManager[Any]:
    """Return a context in which the reader unpacks little and calls no other program."""
    return apply_configuration(_LIMITS)


class Locked(Exception):
    """The document asks for a password."""


def pdf_reader(content: bytes) -> PdfReader:
    """Return what reads a document; what it has read once it keeps.

    Raises:
        Exception: whatever the reader raises where the document is broken.
    """
    return PdfReader(io.BytesIO(content), strict=False)


def pdf_notices(reader: PdfReader, content: bytes) -> Iterator[Notice]:
    """Yield what a PDF may not hold, and whether it can be read aloud.

    Raises:
        Exception: whatever the reader raises where the document is broken.
        Locked: it is encrypted.
    """
    if reader.is_encrypted:
        raise Locked
    root = reader.trailer["/Root"]
    if not isinstance(_resolved(root), DictionaryObject) or not len(reader.pages):
        raise ValueError("no pages")
    yield from _opened(_resolved(root))
    yield from _objects(reader)
    yield from _people(reader, content)
    marked = _resolved(_resolved(root).get("/MarkInfo", {}))
    tagged = isinstance(marked, DictionaryObject) and _is_true(marked.get("/Marked"))
    if not tagged or "/StructTreeRoot" not in _resolved(root):
        yield Notice("pdf-not-tagged")
    elif not _resolved(root).get("/Lang"):
        yield Notice("pdf-no-language")


def _opened(root: Any) -> Iterator[Notice]:
    """Yield what the document does by itself when it opens."""
    action = _resolved(root.get("/OpenAction"))
    if isinstance(action, DictionaryObject):
        kind = action.get("/S")
        if kind == "/URI":
            yield Notice("pdf-action", str(action.get("/URI", "/URI")))
    if "/AA" in root:
        yield Notice("pdf-action", "/AA")
    form = _resolved(root.get("/AcroForm"))
    if isinstance(form, DictionaryObject) and "/XFA" in form:
        yield Notice("pdf-action", "/XFA")


def _objects(reader: PdfReader) -> Iterator[Notice]:
    """Yield what any object of the document may not be, whether a page leads to it or not."""
    told: set[str] = set()
    for item in _walked(reader):
        for code, value in _faults(item):
            if f"{code} {value}" not in told and len(told) < 20:
                told.add(f"{code} {value}")
                yield Notice(code, value)


def _faults(item: DictionaryObject) -> Iterator[tuple[str, str]]:
    kind, sub = item.get("/S"), item.get("/Subtype")
    if kind == "/JavaScript" or "/JS" in item or "/JavaScript" in item:
        code = "pdf-script"
        yield code, "JavaScript"
    elif isinstance(kind, str) and kind in _RUNNING:
        code = "pdf-action"
        yield code, str(kind)
    if kind == "/URI":
        address = str(item.get("/URI", "")).strip()
        if not address.lower().startswith(_HARMLESS_URI):
            code = "pdf-action"
            yield code, address or "/URI"
    if sub in _HOLDING and "/Rect" in item:
        code = "pdf-embedded"
        yield code, str(sub)
    if "/EF" in item or "/EmbeddedFiles" in item or item.get("/Type") == "/EmbeddedFile":
        code = "pdf-embedded"
        yield code, "EmbeddedFile"
    if "/AA" in item and item.get("/Type") != "/Catalog":
        code = "pdf-action"
        yield code, "/AA"


def _walked(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every dictionary that the trailer leads to, each once."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            key = (item.idnum, item.generation)
            if key in seen:
                continue
            seen.add(key)
            item = _resolved(item)
        count += 1
        if count > MAX_OBJECTS * 8 or len(seen) > MAX_OBJECTS:
            raise MemoryError("too many objects")
        if isinstance(item, DictionaryObject):
            yield item
            waiting.extend(dict.values(item))
        elif isinstance(item, ArrayObject):
            waiting.extend(list.__iter__(item))


def _is_true(item: Any) -> bool:
    """Return whether a PDF's own kind of yes or no is yes; as an object it is always there."""
    return bool(getattr(_resolved(item), "value", False))


def _resolved(item: Any) -> Any:
    return item.get_object() if isinstance(item, IndirectObject) else item


def _people(reader: PdfReader, content: bytes) -> Iterator[Notice]:
    told = reader.metadata
    named = str(told.get("/Author") or "").strip() if told else ""
    if not named:
        begin = content.find(b"<dc:creator>")
        packet = content[begin : begin + 600].decode("utf-8", errors="ignore") if begin >= 0 else ""
        named = packet.partition("<rdf:li>")[2].partition("<")[0].strip()
    if named and is_person(named):
        yield Notice("file-author", named)


def unpacked_pages(reader: PdfReader) -> Iterator[bool]:
    """Yield of each page whether what it shows unpacks to no more than it may."""
    for page in reader.pages:
        try:
            contents = page.get_contents()
            if contents is not None:
                contents.get_data()
        except MemoryError:
            raise
        except Exception:  # pypdf lets many kinds of errors out of broken documents
            yield False
        else:
            yield True
