"""Columns of facets: the browser narrows and counts as a plain count over the records does."""

from __future__ import annotations

import random
from pathlib import Path

from search.node import in_node

from tirek.views.search_columns import KINDS, column, kinds_column


def test_the_browser_counts_as_we_do() -> None:
    draw = random.Random("facets")
    size, needs = 1200, [f"need-{n}" for n in range(12)]
    kinds = {n: draw.choice(["material", "material", "page", "centre"]) for n in range(0, size, 2)}
    of_needs = {n: draw.sample(needs, draw.randint(0, 4)) for n in kinds if kinds[n] == "material"}
    made = {"kinds": kinds_column(kinds, size), "needs": column(needs, of_needs, kinds)}
    assert len(made["needs"]["sets"]) > 86  # codes of two digits
    labels = [
        {"id": name, "label": name, "values": [{"id": v, "label": v, "depth": 0} for v in values]}
        for name, values in (("kinds", KINDS), ("needs", needs))
    ]
    numbers = sorted(kinds)
    chosen = {"needs": {"need-1", "need-5"}, "kinds": {"material", "centre"}}
    values = {
        "kinds": {n: {kinds[n]} for n in kinds},
        "needs": {n: set(of_needs.get(n, ())) for n in kinds},
    }

    def passes(number: int, besides: str = "") -> bool:
        return all(values[name][number] & chosen[name] for name in chosen if name != besides)

    asked = {
        "size": size,
        "labels": labels,
        "columns": made,
        "numbers": numbers,
        "choices": {name: sorted(some) for name, some in chosen.items()},
    }
    found = in_node(Path(__file__).with_name("facets.js"), asked)
    assert found["numbers"] == [n for n in numbers if passes(n)]
    for name, every in (("kinds", KINDS), ("needs", needs)):
        counts = {v: sum(v in values[name][n] and passes(n, name) for n in numbers) for v in every}
        assert found["counts"][name] == counts
