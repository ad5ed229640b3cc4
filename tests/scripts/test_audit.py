"""What the audit computes by itself, against values known from elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from audit.contrast import ratio  # noqa: E402
from audit.pages import KINDS, LIGHTHOUSE  # noqa: E402


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        # WCAG 2.2 gives 21:1 for black on white; the others are published examples of it.
        ("rgb(0, 0, 0)", "rgb(255, 255, 255)", 21.0),
        ("rgb(255, 255, 255)", "rgb(0, 0, 0)", 21.0),
        ("rgb(118, 118, 118)", "rgb(255, 255, 255)", 4.54),
        ("rgb(255, 0, 0)", "rgb(255, 255, 255)", 4.0),
        ("rgb(10, 20, 30)", "rgb(10, 20, 30)", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, known: float) -> None:
    assert ratio(one, other) == pytest.approx(known, abs=0.005)


def test_the_pages_that_lighthouse_looks_at_are_known() -> None:
    assert set(LIGHTHOUSE) <= set(KINDS)
