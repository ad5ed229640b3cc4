"""Which encoding a table's bytes are in, of those met in Kazakhstan.

UTF-8 and UTF-16 tell themselves by a mark or by being well formed. What is neither comes from
an old Windows: code page 1251, or KZ-1048, which differs from it only where Kazakh has letters
of its own.
"""

import codecs
import re
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the encodings that they begin."""

NAMES: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "kz1048")
"""Encodings that a mapping file may name."""

_NOT_RUSSIAN: Final = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐґЄєЇї]")
"""Letters of 1251 that Russian has not; where KZ-1048 puts Kazakh ones."""

_KAZAKH: Final = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһ]")


class UnknownEncoding(Exception):
    """The bytes are no text in any encoding known here."""


def decoded(content: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text of a table and the encoding it was in.

    Args:
        content: The file.
        encoding: One of NAMES if it is known, "" to recognise it.

    Raises:
        UnknownEncoding: it cannot be read as text.
    """
    name = encoding or _recognised(content)
    try:
        text = content.decode(name)
    except UnicodeError:
        raise UnknownEncoding(name) from None
    if "\0" in text:
        raise UnknownEncoding(name)
    return text.removeprefix("\ufeff"), name


def _recognised(content: bytes) -> str:
    for mark, name in MARKS:
        if content.startswith(mark):
            return name
    if name := _wide(content):
        return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(content)
    return "utf-8"


def _wide(content: bytes) -> str:
    """Return which UTF-16 text without a mark is in: every other byte of ASCII in it is zero."""
    even, odd = content[0:4000:2], content[1:4000:2]
    if not odd:
        return ""
    # Separators, digits and line ends are ASCII in any language.
    if odd.count(0) > len(odd) / 20 and not even.count(0):
        return "utf-16-le"
    if even.count(0) > len(even) / 20 and not odd.count(0):
        return "utf-16-be"
    return ""


def _code_page(content: bytes) -> str:
    """Return KZ-1048 where 1251 would show Serbian letters and KZ-1048 shows Kazakh ones."""
    western = content.decode("cp1251", "replace")
    kazakh = content.decode("kz1048", "replace")
    return "kz1048" if _NOT_RUSSIAN.search(western) and _KAZAKH.search(kazakh) else "cp1251"
