"""How others rank the same documents for the same queries."""

import importlib.util
import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from bench import pagefind_peer
from bench.judged import DEPTH, Query

Documents = Sequence[Mapping[str, str]]
"""``{id, lang, title, text}``; a record that has both languages comes twice."""

WORKER: Final = Path(__file__).with_name("material_search.js")


def _once(ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def of_material(documents: Documents, queries: Sequence[Query]) -> dict[str, list[str]]:
    """Return what Material's own search finds: one index of both languages, by lunr."""
    spec = importlib.util.find_spec("material")
    (theme,) = (spec and spec.submodule_search_locations) or ("material",)
    scripts = Path(theme) / "templates/assets/javascripts"
    names = {pagefind_peer.address(document): document["id"] for document in documents}
    asked = {
        "docs": [
            {"location": path, "title": document["title"], "text": document["text"]}
            for path, document in zip(names, documents, strict=True)
        ],
        "queries": [query.query for query in queries],
    }
    done = subprocess.run(
        ["node", "--max-old-space-size=6000", str(WORKER), str(scripts)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    return {
        query.qid: _once([names[path] for path in paths])
        for query, paths in zip(queries, found, strict=True)
    }


def of_pagefind(
    program: Path, chromium: Browser, documents: Documents, queries: Sequence[Query]
) -> dict[str, list[str]]:
    """Return what Pagefind finds from a page in the query's language, in a browser over http."""
    names = {pagefind_peer.address(document): document["id"] for document in documents}
    found: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="tirek-pagefind-") as name:
        site = Path(name)
        pagefind_peer.write_pages(site, documents)
        pagefind_peer.index(program, site, site.with_suffix(".log"))
        for lang in dict.fromkeys(query.lang for query in queries):
            own = [query for query in queries if query.lang == lang]
            texts = [query.query for query in own]
            answers = pagefind_peer.find(chromium, site, lang, texts, DEPTH)
            for query, paths in zip(own, answers, strict=True):
                found[query.qid] = _once([names[path] for path in paths])
        site.with_suffix(".log").unlink()
    return found
