"""How well the site's search finds what is meant: the real client, on any corpus and queries.

Shape: ``python scripts/search_eval.py --corpus C.jsonl --queries Q.json [--lang kk] [--json]``.

- C.jsonl: one ``{"id", "lang", "title", "text"}`` a line; indexed as the site is, with the
  project's own vocabularies as synonyms;
- Q.json: an array of ``{"qid", "lang", "cls", "query", "relevant": [ids]}``; each is put to the
  browser's engine, run in Node, on a page in the query's language, as if still being typed.

Prints a line a language and class: ``kk all recall@5=0.912 mrr=0.955 zero=0.010``, where
recall@5 is the hits among the first five / min(5, relevant), mrr the mean of one through the
place of the first hit among the first 20, zero the share of queries without any result.
``--lang`` takes the queries of one language; ``--json`` prints only ``{qid: [ids]}``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.indexing import index_into
from search.node import asked

DEPTH = 20
"""Results looked at."""


@dataclass(frozen=True, slots=True)
class Query:
    """A judged query."""

    qid: str
    lang: str
    cls: str
    query: str
    relevant: frozenset[str]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Query:
        """Return the query of one object of the file."""
        return cls(
            str(row["qid"]), row["lang"], row["cls"], row["query"], frozenset(row["relevant"])
        )


@dataclass(frozen=True, slots=True)
class Score:
    """One query's figures."""

    recall: float
    reciprocal: float
    empty: bool


def judge(query: Query, found: Sequence[str]) -> Score:
    """Return the figures of one query's results."""
    hits = sum(name in query.relevant for name in found[:5])
    recall = hits / min(5, len(query.relevant)) if query.relevant else 1.0
    first = next((i for i, name in enumerate(found[:DEPTH], 1) if name in query.relevant), 0)
    return Score(recall, 1 / first if first else 0.0, not found)


def lines(queries: Sequence[Query], found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a line for each language and class."""
    for lang in sorted({query.lang for query in queries}):
        own = [query for query in queries if query.lang == lang]
        groups = {"all": own}
        for query in own:
            groups.setdefault(query.cls, []).append(query)
        for name, members in groups.items():
            scores = [judge(query, found[query.qid]) for query in members]
            yield (
                f"{lang} {name} recall@5={_mean(s.recall for s in scores):.3f} "
                f"mrr={_mean(s.reciprocal for s in scores):.3f} "
                f"zero={_mean(s.empty for s in scores):.3f}"
            )


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def main() -> None:
    """Index, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--lang", choices=("kk", "ru"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = json.loads(arguments.queries.read_text(encoding="utf-8"))
    queries = [Query.of(row) for row in rows]
    if arguments.lang:
        queries = [query for query in queries if query.lang == arguments.lang]
    corpus = arguments.corpus.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        index_into(Path(folder), [json.loads(line) for line in corpus if line.strip()])
        options = {"limit": DEPTH, "prefix": True}
        answers = asked(Path(folder), [(q.lang, q.query, options) for q in queries])
    found = {
        query.qid: [hit["id"] for hit in answer["hits"]]
        for query, answer in zip(queries, answers, strict=True)
    }
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(lines(queries, found)))


if __name__ == "__main__":
    main()
