"""The files below a folder, as a check sees them."""

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

OF_SYSTEMS: Final = (
    "System Volume Information",
    "$RECYCLE.BIN",
    "RECYCLER",
    "LOST.DIR",
    "lost+found",
    ".Trash-*",
    ".Trashes",
    ".Spotlight-V100",
    ".fseventsd",
    ".TemporaryItems",
    ".android_secure",
)
"""What Windows, macOS, Linux and Android put into a stick's root by themselves."""

ANYWHERE: Final = (".DS_Store", "._*", "Thumbs.db", "desktop.ini")
"""What they put into any folder."""


def files_below(root: Path, work: str = "") -> Iterator[tuple[str, int]]:
    """Yield path and bytes of every file below ``root``, sorted folder by folder.

    What systems leave there is passed over, and the folder ``work`` in the root. A link is a
    file of 0 bytes: it is followed nowhere.

    Raises:
        OSError: a folder cannot be read.
    """
    yield from _below(os.fspath(root), "", work)


def _below(folder: str, prefix: str, work: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as scan:
        items = sorted(scan, key=lambda item: item.name)
    for item in items:
        if _is_of_system(item.name, prefix) or (not prefix and item.name == work):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from _below(item.path, f"{prefix}{item.name}/", work)
        elif item.is_symlink():
            yield prefix + item.name, 0
        else:
            yield prefix + item.name, item.stat(follow_symlinks=False).st_size


def _is_of_system(name: str, prefix: str) -> bool:
    patterns = ANYWHERE if prefix else (*OF_SYSTEMS, *ANYWHERE)
    return any(fnmatchcase(name, pattern) for pattern in patterns)
