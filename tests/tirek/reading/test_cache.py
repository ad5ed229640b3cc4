"""What is remembered between runs, and what is looked for again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirek.problem import Problem
from tirek.reading.cache import RecordCache


@pytest.mark.parametrize(("code", "looks"), [("file-broken", 1), ("file-too-hard", 2)])
def test_what_the_machine_may_be_to_blame_for_is_looked_for_again(
    tmp_path: Path, code: str, looks: int
) -> None:
    asked = []

    def look() -> list[Problem]:
        asked.append(code)
        return [Problem("a.pdf", 1, 1, "", code)]

    for _ in range(2):
        cache = RecordCache.load(tmp_path / "kept")
        assert [problem.code for problem in cache.looked("a", look)] == [code]
        cache.save()
    assert len(asked) == looks
