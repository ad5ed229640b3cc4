"""Scripts and styles in one file: every one of a folder, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirek.joined import JOINED, joined, parts_of

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"


@pytest.mark.parametrize("name", JOINED)
def test_no_part_of_the_folder_is_forgotten(name: str) -> None:
    folder, _ = JOINED[name]
    parts = parts_of(name, OVERRIDES)
    assert sorted(parts) == sorted((OVERRIDES / folder).rglob(f"*{Path(name).suffix}"))


@pytest.mark.parametrize("name", JOINED)
def test_each_part_stands_whole_and_in_order(name: str) -> None:
    whole, at = joined(name, OVERRIDES), 0
    for path in parts_of(name, OVERRIDES):
        content = path.read_bytes()
        assert whole[at:].startswith(content), path
        at += len(content)
    assert at == len(whole)
