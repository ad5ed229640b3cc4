"""The order of results: as a plain sort by the rules would have it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from search.node import in_node

SIZE = 16_000
Scores = dict[int, tuple[float, float]]
"""By number of a document: its score, and the share of the query that it holds."""


def _ranked(own: Scores, other: Scores) -> dict[str, Any]:
    asked = {
        "size": SIZE,
        "scores": [[(n, *found) for n, found in some.items()] for some in (own, other)],
    }
    found: dict[str, Any] = in_node(Path(__file__).with_name("ranking.js"), asked)
    return found


def _drawn(draw: random.Random, count: int, shares: list[float]) -> Scores:
    # Eighths, so that many are equal and none is rounded.
    return {
        n: (draw.randint(1, 1600) / 8, draw.choice(shares)) for n in draw.sample(range(SIZE), count)
    }


@pytest.mark.parametrize("count", [3, 4000])
def test_whole_matches_come_by_score_and_equal_ones_by_number(count: int) -> None:
    draw = random.Random(count)
    own, other = (_drawn(draw, count, [0.75, 1]) for _ in range(2))
    values = {n: score * 0.4 for n, (score, _) in other.items()}
    values |= {n: score for n, (score, _) in own.items()}
    found = _ranked(own, other)
    assert found["numbers"] == sorted(values, key=lambda n: (-values[n], n))
    assert found["languages"] == [
        int(n not in own) for n in sorted(values, key=lambda n: (-values[n], n))
    ]
    assert found["proper"] == count


def test_a_document_counts_in_the_language_that_holds_all_of_the_query() -> None:
    own = {n: (100.0, 0.5) for n in range(20)}
    other = {n: (float(n + 1), 0.75) for n in range(10)} | {n: (1.0, 0.5) for n in range(10, 20)}
    found = _ranked(own, other)
    assert found == {
        "numbers": [*range(10, 20), *range(9, -1, -1)],
        "languages": [0] * 10 + [1] * 10,
        "proper": 0,
    }


def test_where_few_hold_all_those_with_some_follow() -> None:
    own = {
        1: (5.0, 1.0),
        2: (4.0, 0.5),
        3: (3.0, 0.45),
        4: (2.0, 0.4),
        5: (9.0, 0.5),
        6: (1.0, 0.25),
    }
    assert _ranked(own, {})["numbers"] == [5, 1, 2, 3, 4]


def test_whole_matches_of_the_other_language_drop_none_of_the_page_s() -> None:
    own = {1: (5.0, 1.0), 2: (4.0, 0.5)}
    other = {n: (1.0, 1.0) for n in range(10, 30)}
    assert _ranked(own, other)["numbers"] == [1, 2, *range(10, 30)]


def test_nothing_is_found_in_nothing() -> None:
    assert _ranked({}, {}) == {"numbers": [], "languages": [], "proper": 0}
