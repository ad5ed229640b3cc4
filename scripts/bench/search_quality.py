"""How well the search and its peers find, by judged queries, with noise and without."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from make_noise import documents as noise
from make_noise import sentences
from playwright.sync_api import Browser
from search.indexing import index_into
from search.node import asked

from bench.judged import DEPTH, Query, Ranking, Score, scores
from bench.peers import Documents, of_material, of_pagefind


@dataclass(frozen=True, slots=True)
class Quality:
    """One system's scores on one corpus."""

    system: str
    documents: int
    """Texts in the corpus, those of both languages together."""
    scores: tuple[Score, ...]

    def overall(self, lang: str) -> Score | None:
        """Return the score of a language over all classes."""
        found = (score for score in self.scores if (score.lang, score.cls) == (lang, "all"))
        return next(found, None)


def of_tirek(documents: Documents, queries: Sequence[Query]) -> Ranking:
    """Return what the site's own engine finds, run by Node, as if the query were being typed."""
    with tempfile.TemporaryDirectory(prefix="tirek-search-") as name:
        index_into(Path(name), documents)
        options = {"limit": DEPTH, "prefix": True}
        answers = asked(Path(name), [(query.lang, query.query, options) for query in queries])
    return {
        query.qid: [hit["id"] for hit in answer["hits"]]
        for query, answer in zip(queries, answers, strict=True)
    }


def with_noise(documents: Documents, texts: Path | None, count: int) -> Documents:
    """Return the documents and ``count`` more in each language, about nothing."""
    return [*documents, *noise(sentences(texts), count)]


def qualities(
    documents: Documents, queries: Sequence[Query], chromium: Browser, pagefind: Path
) -> Iterator[Quality]:
    """Yield the quality of the search and of its peers on the same documents."""
    yield quality("Tirek", documents, queries, of_tirek(documents, queries))
    yield quality("Material", documents, queries, of_material(documents, queries))
    found = of_pagefind(pagefind, chromium, documents, queries)
    yield quality("Pagefind", documents, queries, found)


def quality(
    system: str, documents: Documents, queries: Sequence[Query], ranking: Ranking
) -> Quality:
    """Return the scores of a ranking."""
    return Quality(system, len(documents), tuple(scores(queries, ranking)))
