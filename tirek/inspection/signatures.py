"""What a file is, told by its first bytes and not by its name.

Signatures: the formats' own specifications; those of media files by ISO/IEC 14496-12 (``ftyp``),
Matroska (EBML) and ID3.
"""

import re
from typing import Final

_SIGNS: Final[tuple[tuple[str, int, bytes], ...]] = (
    ("pdf", 0, b"%PDF-"),
    ("zip", 0, b"PK\x03\x04"),
    ("zip", 0, b"PK\x05\x06"),
    ("png", 0, b"\x89PNG\r\n\x1a\n"),
    ("jpg", 0, b"\xff\xd8\xff"),
    ("gif", 0, b"GIF8"),
    ("webp", 8, b"WEBP"),
    ("wav", 8, b"WAVE"),
    ("tiff", 0, b"II*\x00"),
    ("tiff", 0, b"MM\x00*"),
    ("bmp", 0, b"BM"),
    ("mp4", 4, b"ftyp"),
    ("webm", 0, b"\x1aE\xdf\xa3"),
    ("mp3", 0, b"ID3"),
    ("mp3", 0, b"\xff\xfb"),
    ("mp3", 0, b"\xff\xf3"),
    ("mp3", 0, b"\xff\xf2"),
    ("ogg", 0, b"OggS"),
    ("old office", 0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("rtf", 0, b"{\\rtf"),
    ("program", 0, b"MZ"),
    ("program", 0, b"\x7fELF"),
    ("program", 0, b"\xcf\xfa\xed\xfe"),
    ("program", 0, b"\xca\xfe\xba\xbe"),
    ("program", 0, b"#!"),
    ("rar", 0, b"Rar!"),
    ("7z", 0, b"7z\xbc\xaf\x27\x1c"),
    ("gzip", 0, b"\x1f\x8b"),
    ("bzip2", 0, b"BZh"),
    ("xz", 0, b"\xfd7zXZ\x00"),
    ("cab", 0, b"MSCF"),
    ("chm", 0, b"ITSF"),
    ("shortcut", 0, b"L\x00\x00\x00\x01\x14\x02\x00"),
    ("flash", 0, b"FWS"),
    ("flash", 0, b"CWS"),
)

_SKIPPED: Final = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
"""What stands before the first element of a document."""
_ELEMENT: Final = re.compile(rb"<([A-Za-z][A-Za-z0-9:-]{0,60})")
_HTML_FIRST: Final = frozenset(
    {"html", "head", "body", "script", "iframe", "title", "style", "div", "p", "a", "img", "table"}
)

HEAD: Final = 32 * 1024
"""First bytes that tell what a file is."""


def kind_of(head: bytes) -> str:
    """Return what begins with ``head``: a format, ``text``, ``html``, ``xml`` or ``unknown``."""
    if not head:
        return "empty"
    for kind, at, sign in _SIGNS:
        if head[at : at + len(sign)] == sign and (kind != "bmp" or head[6:10] == b"\0\0\0\0"):
            return kind
    name = _first_element(head)
    if name == "svg":
        return "svg"
    if name:
        return "html" if name in _HTML_FIRST else "xml"
    if b"%PDF-" in head[:1024]:
        return "pdf"  # viewers look for it in the first kilobyte
    return "text" if _is_text(head) else "unknown"


def _first_element(head: bytes) -> str:
    """Return the local name of the first element of markup, or "" where ``head`` is none."""
    at = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    for _ in range(40):
        at += len(head[at:]) - len(head[at:].lstrip())
        for begin, end in _SKIPPED:
            if head.startswith(begin, at):
                closed = head.find(end, at)
                if begin == b"<!" and b"[" in head[at : closed if closed > 0 else None]:
                    closed = head.find(b"]>", at) + 1
                if closed <= 0:
                    return "xml"
                at = closed + len(end)
                break
        else:
            found = _ELEMENT.match(head, at)
            return found[1].decode().rpartition(":")[2].lower() if found else ""
    return "xml"


def _is_text(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The last letter may be cut in two.
        return error.start >= len(head) - 3 and len(head) >= HEAD - 3
    return True


FITTING: Final[dict[str, tuple[str, ...]]] = {
    "pdf": ("pdf",),
    "docx": ("docx",),
    "xlsx": ("xlsx",),
    "pptx": ("pptx",),
    "odt": ("odt",),
    "epub": ("epub",),
    "zip": ("zip",),
    "html": ("html",),
    "txt": ("text",),
    "csv": ("text",),
    "png": ("png",),
    "jpg": ("jpg",),
    "svg": ("svg",),
    "mp3": ("mp3",),
    "mp4": ("mp4",),
    "webm": ("webm",),
    "webp": ("webp",),
    "gif": ("gif",),
    "vtt": ("text",),
}
"""What a file of a format (a name's ending, a record's word) has to be by its content."""

SAME: Final = {"jpeg": "jpg", "htm": "html"}
"""Endings that mean another one."""
