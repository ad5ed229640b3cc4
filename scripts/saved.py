"""Files that a browser saves into a folder."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

PATIENCE: Final = 15.0
"""Seconds to wait for a file."""

LOOK: Final = 0.05
"""Seconds between two looks."""


def saved(folder: Path, deed: Callable[[], None]) -> tuple[str, bytes]:
    """Do ``deed``; return name and content of the file that comes into ``folder`` by it.

    Raises:
        TimeoutError: none comes.
    """
    before = set(folder.iterdir())
    deed()
    end = time.monotonic() + PATIENCE
    last: Seen = {}
    while time.monotonic() < end:
        seen = _seen(folder, before)
        # Firefox writes under another name first: what stays as it is between two looks has come.
        if len(seen) == 1 and seen == last:
            [(path, size)] = seen.items()
            if size and path.suffix not in (".part", ".crdownload"):
                content = path.read_bytes()
                path.unlink()
                return path.name, content
        last = seen
        time.sleep(LOOK)
    raise TimeoutError(f"no file in {folder}")


Seen = dict[Path, int]
"""Bytes by file."""


def _seen(folder: Path, before: set[Path]) -> Seen:
    found = {}
    for path in set(folder.iterdir()) - before:
        with suppress(FileNotFoundError):  # moved meanwhile
            found[path] = path.stat().st_size
    return found
