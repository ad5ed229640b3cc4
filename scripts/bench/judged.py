"""Judged queries, and how good a ranking is by them."""

import json
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FIRST: Final = 5
"""Answers that a reader sees at once: recall is measured among them."""

DEPTH: Final = 20
"""Answers among which the first right one is looked for."""

Ranking = Mapping[str, Sequence[str]]
"""Ids of documents by the query's id, best first."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the documents that answer it."""

    qid: str
    lang: str
    cls: str
    """How it is typed: exact, inflected, typo and so on."""
    query: str
    relevant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Means over a group of queries."""

    lang: str
    cls: str
    """``all`` stands for every class."""
    count: int
    recall: float
    """Right answers among the first five, of as many as could stand there."""
    mrr: float
    """Reciprocal rank of the first right answer, 0 beyond the first twenty."""
    zero: float
    """Share of queries without any answer."""


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read a JSON array of ``{qid, lang, cls, query, relevant: [ids]}``."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Query(row["qid"], row["lang"], row["cls"], row["query"], tuple(row["relevant"]))
        for row in rows
    )


def recall(found: Sequence[str], relevant: Sequence[str]) -> float:
    """Return the share of right answers among the first five, of as many as could be there."""
    return len(set(found[:FIRST]) & set(relevant)) / min(FIRST, len(relevant))


def reciprocal_rank(found: Sequence[str], relevant: Sequence[str]) -> float:
    """Return 1 / the place of the first right answer among the first twenty, or 0."""
    places = (place for place, name in enumerate(found[:DEPTH], start=1) if name in relevant)
    return 1 / next(places, float("inf"))


def scores(queries: Sequence[Query], ranking: Ranking) -> Iterator[Score]:
    """Yield a score for each language over all classes and over each class."""
    for lang in dict.fromkeys(query.lang for query in queries):
        own = [query for query in queries if query.lang == lang]
        for cls in ("all", *dict.fromkeys(query.cls for query in own)):
            group = [query for query in own if cls in ("all", query.cls)]
            answers = [(ranking.get(query.qid, ()), query.relevant) for query in group]
            yield Score(
                lang,
                cls,
                len(group),
                recall=statistics.fmean(recall(*answer) for answer in answers),
                mrr=statistics.fmean(reciprocal_rank(*answer) for answer in answers),
                zero=statistics.fmean(not found for found, _ in answers),
            )
