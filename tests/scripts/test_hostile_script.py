"""The script that measures hostile input, over the cases that are hardest to take.

Time is left to the script: what a busy machine takes says nothing about the checks, and one that
hangs is stopped by its sandbox and then not told for what it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "hostile")]

from corpus import corpus  # noqa: E402
from hostile import MEMORY, taken  # noqa: E402

HARDEST = (
    *("font-bomb.pdf", "deep.pdf", "bomb.docx", "lying.docx", "bomb.zip", "many.zip", "huge.svg"),
    *("laughs.svg", "bomb.png", "wide.png", "short.png", "laughs", "deep", "deep-braces"),
)


@pytest.mark.parametrize("name", HARDEST)
def test_the_hardest_cases_are_told_in_little_memory(name: str) -> None:
    [case] = (case for case in corpus() if case.name == name)
    row = taken(case)
    assert row.told, row
    if case.kind == "file":  # others are read in this process, which has run many tests
        assert row.mebibytes <= MEMORY, row
