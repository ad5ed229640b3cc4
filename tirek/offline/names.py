"""Names that every stick and every system can carry."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

START: Final = "START.html"
"""The one name in capitals: it is there to be seen."""

LONGEST: Final = 200
"""Characters of a path: Windows stops at 260, drive and folders of the reader included."""
LARGEST: Final = 2**32 - 1
"""Bytes of the largest file that FAT32 holds."""

_STEP: Final = re.compile(r"[a-z0-9_+-](?:[a-z0-9._+-]*[a-z0-9_+-])?")
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def name_fault(path: str) -> str:
    """Return what is wrong with ``path`` as a word of `WHY`, or ""."""
    if path == START:
        return ""
    if len(path) > LONGEST:
        return "long"
    for step in path.split("/"):
        if not _STEP.fullmatch(step):
            return "letters"
        if step.partition(".")[0] in _DEVICES:
            return "device"
    return ""


WHY: Final = ("long", "letters", "device", "same", "large")
"""What can be wrong: too long; capitals, other letters, blanks or a point at the end; a name that
Windows keeps for devices; twice, where a file system ignores case; too large for FAT32."""


def faults(files: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """Yield path and fault of each of ``files`` (path, bytes) that some stick cannot carry."""
    taken: dict[str, str] = {}
    for path, size in files:
        why = name_fault(path) or ("large" if size > LARGEST else "")
        folded = path.lower()
        if not why and folded in taken:
            why = "same"
        taken[folded] = path
        if why:
            yield path, why
