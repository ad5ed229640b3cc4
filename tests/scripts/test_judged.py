"""What the benchmark of the search measures, and the peers that need no network."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bench.judged import Query, recall, reciprocal_rank, scores
from bench.peers import of_material


@pytest.mark.parametrize(
    ("found", "relevant", "share", "rank"),
    [
        (["a", "b"], ["a"], 1, 1),
        (["x", "a", "y", "b"], ["a", "b"], 1, 1 / 2),
        (["x", "a"], ["a", "b", "c", "d"], 1 / 4, 1 / 2),
        (["a", "b", "c", "d", "e"], list("abcdefgh"), 1, 1),
        (["v", "w", "x", "y", "z", "a"], ["a"], 0, 1 / 6),
        ([str(n) for n in range(20)] + ["a"], ["a"], 0, 0),
        ([], ["a"], 0, 0),
    ],
)
def test_a_ranking_is_measured(
    found: Sequence[str], relevant: Sequence[str], share: float, rank: float
) -> None:
    assert recall(found, relevant) == pytest.approx(share)
    assert reciprocal_rank(found, relevant) == pytest.approx(rank)


def test_scores_are_means_by_language_and_class() -> None:
    queries = [
        Query("1", "kk", "exact", "", ("a",)),
        Query("2", "kk", "typo", "", ("a", "b")),
        Query("3", "ru", "exact", "", ("c",)),
    ]
    found = {(s.lang, s.cls): s for s in scores(queries, {"1": ["a"], "2": ["x", "b"]})}
    assert list(found) == [
        ("kk", "all"),
        ("kk", "exact"),
        ("kk", "typo"),
        ("ru", "all"),
        ("ru", "exact"),
    ]
    assert (found["kk", "all"].recall, found["kk", "all"].mrr) == (0.75, 0.75)
    assert (found["ru", "all"].zero, found["kk", "all"].zero) == (1, 0)


def test_material_is_asked_as_its_site_would_be() -> None:
    documents = [
        {"id": "reports", "lang": "kk", "title": "Жылдық есеп", "text": "Орталықтың есебі"},
        {"id": "reports", "lang": "ru", "title": "Годовой отчёт", "text": "Отчёт центра за год"},
        {"id": "other", "lang": "ru", "title": "Другое", "text": "Здесь есть слово отчётность"},
    ]
    queries = [
        Query(str(number), "kk", "exact", text, ("reports",))
        for number, text in enumerate(("есеп", "есептер", "отчёт"))
    ]
    assert of_material(documents, queries) == {"0": ["reports"], "1": [], "2": ["reports", "other"]}
