"""Files that a browser saves into a folder."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

PATIENCE: Final = 15.0
"""Seconds to wait for a file."""


def saved(folder: Path, deed: Callable[[], None]) -> tuple[str, bytes]:
    """Do ``deed``; return name and content of the file that comes into ``folder`` by it.

    Raises:
        TimeoutError: none comes.
    """
    before = set(folder.iterdir())
    deed()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = set(folder.iterdir()) - before
        # While it is being written there is a second file beside it, or nothing in it yet.
        whole = [path for path in found if path.suffix not in (".part", ".crdownload")]
        if len(found) == 1 and whole and whole[0].stat().st_size:
            content = whole[0].read_bytes()
            whole[0].unlink()
            return whole[0].name, content
        time.sleep(0.02)
    raise TimeoutError(f"no file in {folder}")
