"""What every fault script says first and last: commit, machine, counts."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def machine() -> str:
    """Return commit and machine in one line."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    system = f"{platform.system()} {platform.release()}"
    processors = f"{os.cpu_count()} × {platform.machine()}"
    return f"{commit or '?'}, {system}, {processors}, Python {platform.python_version()}"


@contextmanager
def counted(title: str) -> Iterator[Counter[str]]:
    """Count what happens inside; print it, and leave with 1 if anything bad was counted.

    What is bad begins with ``!``; it is printed even where it is 0.
    """
    print(f"{title}\n{machine()}", flush=True)
    counts: Counter[str] = Counter()
    began = time.monotonic()
    yield counts
    for name, number in counts.items():
        print(f"{number:>12,}  {name.removeprefix('! ')}")
    print(f"{time.monotonic() - began:>12,.1f}  seconds")
    wrong = sum(number for name, number in counts.items() if name.startswith("!"))
    print("FAILED" if wrong else "passed", flush=True)
    if wrong:
        sys.exit(1)
