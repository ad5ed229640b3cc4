"""The judged queries, put to the site's own index and engine: a floor under what they find.

The floors lie below what was found when they were set, by what a few pages more may cost. They
tell of a step back, not of quality: see ``tests/tirek/search/test_judged_queries.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.judged import DEPTH, Score, read_queries, scores
from search.content import content
from search.node import asked

ROOT = Path(__file__).resolve().parents[2]
QUERIES = read_queries(ROOT / "tests/cases/search/queries.json")

FLOORS = {
    # language, class: recall@5, MRR
    ("kk", "all"): (0.90, 0.93),
    ("kk", "exact"): (0.90, 0.95),
    ("kk", "inflected"): (0.90, 0.92),
    ("kk", "plain"): (0.84, 0.90),
    ("kk", "typo"): (0.86, 0.86),
    ("kk", "prefix"): (0.90, 0.90),
    ("kk", "synonym"): (0.80, 0.90),
    ("ru", "all"): (0.91, 0.93),
    ("ru", "inflected"): (0.84, 0.86),
    ("ru", "typo"): (0.80, 0.85),
    ("ru", "prefix"): (0.90, 0.90),
    ("ru", "synonym"): (0.86, 0.93),
}


@pytest.fixture(scope="module")
def found(site: Path) -> dict[tuple[str, str], Score]:
    options = {"limit": DEPTH, "prefix": True}
    answers = asked(site / "search", [(query.lang, query.query, options) for query in QUERIES])
    assert not [name for answer in answers for name in answer["failed"]]
    ranking = {
        query.qid: [hit["id"] for hit in answer["hits"]]
        for query, answer in zip(QUERIES, answers, strict=True)
    }
    return {(score.lang, score.cls): score for score in scores(QUERIES, ranking)}


def test_every_answer_can_be_found(site: Path) -> None:
    known = {row["id"] for row in content(ROOT, site)}
    assert {answer for query in QUERIES for answer in query.relevant} <= known


@pytest.mark.parametrize("group", FLOORS, ids="-".join)
def test_the_search_finds_no_less_than_before(
    found: dict[tuple[str, str], Score], group: tuple[str, str]
) -> None:
    recall, mrr = FLOORS[group]
    assert found[group].recall >= recall
    assert found[group].mrr >= mrr


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_few_queries_go_without_an_answer(found: dict[tuple[str, str], Score], lang: str) -> None:
    assert found[lang, "all"].zero <= 0.02


MEANT = [
    ("kk", "ресурстық орталық деген не", "terms/resource-centre"),
    ("kk", "инклюзивті білім беру дегеніміз не", "terms/inclusive-education"),
    ("ru", "что такое ресурсный центр", "terms/resource-centre"),
    ("ru", "кто такой тьютор", "terms/tutor"),
]


def test_what_a_word_means_is_told_by_the_glossary(site: Path) -> None:
    answers = asked(site / "search", [(lang, query, {"limit": 10}) for lang, query, _ in MEANT])
    assert [answer["hits"][0]["id"] for answer in answers] == [term for _, _, term in MEANT]
