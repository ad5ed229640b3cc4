"""Where a film was taken, as telephones write it into MP4 and MOV.

The boxes of the file are walked from head to head, so of a film of gigabytes a few kilobytes are
read. Sources: ISO/IEC 14496-12 (boxes), ISO 6709 (``+43.2389+076.8897/``).
"""

import re
import struct
from typing import BinaryIO, Final

MOST_BOXES: Final = 2000
"""Boxes at the top of a file that are looked at; films have a few."""
MOST_BYTES: Final = 8 * 1024 * 1024
"""Of the box that describes the film: more is tables of its frames."""

_PLACE: Final = re.compile(
    rb"(?:\xa9xyz|location\.ISO6709).{0,200}?[+-]\d{1,6}(?:\.\d+)?[+-]\d{1,7}(?:\.\d+)?", re.DOTALL
)


def tells_place(film: BinaryIO) -> bool:
    """Return whether ``film``, open at its beginning, holds the place where it was taken."""
    at = 0
    for _ in range(MOST_BOXES):
        film.seek(at)
        head = film.read(16)
        if len(head) < 8:
            return False
        size, kind = struct.unpack(">I4s", head[:8])
        if size == 1 and len(head) == 16:
            size = struct.unpack(">Q", head[8:])[0]
        if kind in (b"moov", b"udta", b"meta"):
            film.seek(at)
            found = film.read(min(size, MOST_BYTES) if size else MOST_BYTES)
            if _PLACE.search(found):
                return True
        if size < 8:  # 0: to the end of the file; less is no box
            return False
        at += size
    return False
