"""Garbage is left until a process ends, and when it does."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import gc
from tirek.garbage import leave_garbage

class Knot:
    def __init__(self):
        self.itself = self

    def __del__(self):
        print("found")

leave_garbage()
assert not gc.isenabled()
Knot()
{more}
"""


def printed(more: str) -> str:
    command = [sys.executable, "-c", CODE.format(more=more)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def test_nothing_is_searched_at_the_end() -> None:
    assert printed("") == ""
    assert printed("gc.collect()") == "found\n"  # a search would have found it
