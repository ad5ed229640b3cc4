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


def test_the_patterns_find_what_they_are_for() -> None:
    for text in ("a ??= b", "list.at(-1)", "box.replaceChildren(x)", "structuredClone(x)"):
        assert any(re.search(pattern, text) for pattern in LATER), text
