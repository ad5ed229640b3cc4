"""Scripts and styles keep to what Chromium 80 knows; real old builds are a script's job."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "overrides" / "assets"

LATER = {
    # what Chromium 80 lacks: the version that has it
    r"\?\?=|\|\|=|&&=": "85",
    r"\.replaceChildren\(": "86",
    r"\.replaceAll\(": "85",
    r"\.at\(": "92",
    r"\bstructuredClone\(": "98",
    r"\bObject\.hasOwn\(": "93",
    r"\.findLast(?:Index)?\(": "97",
    r"\.toSorted\(|\.toReversed\(|\.with\(": "110",
    r"\bPromise\.any\(": "85",
    r"\bcrypto\.randomUUID\(": "92",
    r"\.checkVisibility\(": "105",
    r"\bstatic \{": "94",
    r"\bnew WeakRef\(": "84",
    r"\bIntl\.ListFormat\b.*style": "81",
    r"\.showPicker\(": "99",
    r"\bAbortSignal\.(?:timeout|any)\(": "103",
}
SCRIPTS = sorted(ASSETS.rglob("*.js"))

COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.DOTALL)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_scripts_ask_nothing_that_chromium_80_lacks(path: Path) -> None:
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    found = {
        match[0]: f"Chromium {version}"
        for pattern, version in LATER.items()
        for match in re.finditer(pattern, text)
    }
    assert not found


SHEETS = sorted(ASSETS.rglob("*.css"))
RULE = re.compile(r"[^{}]*\{([^{}]*)\}")
FLEX = re.compile(r"display:\s*(?:inline-)?flex")
GAP = re.compile(r"(?<![a-z-])(?:row-|column-)?gap:")


def gaps_of_flex(sheet: str) -> list[str]:
    """Rules whose rows Chromium 80 would show without a gap: it knows those of grids only."""
    return [
        " ".join(rule[0].split())
        for rule in RULE.finditer(COMMENT.sub("", sheet))
        if FLEX.search(rule[1]) and GAP.search(rule[1])
    ]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_rows_keep_apart_by_margins(path: Path) -> None:
    assert gaps_of_flex(path.read_text(encoding="utf-8")) == []


def test_a_gap_of_a_row_would_be_found() -> None:
    assert gaps_of_flex("@media print { .a { display: flex; gap: 8px } }")
    assert not gaps_of_flex(".a { display: grid; gap: 8px } .b { display: flex }")


def test_the_patterns_find_what_they_are_for() -> None:
    for text in ("a ??= b", "list.at(-1)", "box.replaceChildren(x)", "structuredClone(x)"):
        assert any(re.search(pattern, text) for pattern in LATER), text
