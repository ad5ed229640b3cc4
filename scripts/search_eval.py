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
from pathlib import Path

from bench.judged import DEPTH, read_queries, scores
from search.indexing import index_into
from search.node import asked


def main() -> None:
    """Index, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--lang", choices=("kk", "ru"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    queries = read_queries(arguments.queries)
    if arguments.lang:
        queries = tuple(query for query in queries if query.lang == arguments.lang)
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
        for score in scores(queries, found):
            print(
                f"{score.lang} {score.cls} recall@5={score.recall:.3f} "
                f"mrr={score.mrr:.3f} zero={score.zero:.3f}"
            )


if __name__ == "__main__":
    main()
