"""The project's own judged queries: what they are, and that each is of its class.

``tests/cases/search/queries.json`` holds queries that teachers, parents and coordinators may type
over the project's own records and pages, with the ids of what answers them. They were judged by
reading the content, not by running the search. Whoever changes the content judges anew.

The same hands wrote the content, the synonyms and the queries, so the figures tell whether the
search has become worse, not how good it is. ``tests/site/test_search_finds.py`` puts them to the
site's own search.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tirek.text import KAZAKH_ALPHABET

ROOT = Path(__file__).resolve().parents[3]
QUERIES = json.loads((ROOT / "tests/cases/search/queries.json").read_text(encoding="utf-8"))

OF_BOTH = {"exact", "inflected", "typo", "prefix", "synonym", "number", "layout", "hyphen"}
CLASSES = {"kk": OF_BOTH | {"plain"}, "ru": OF_BOTH | {"yo"}}
KAZAKH = set(KAZAKH_ALPHABET) - set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


def of_class(name: str) -> list[Any]:
    found = [query for query in QUERIES if query["cls"] == name]
    return [pytest.param(query, id=query["qid"]) for query in found]


@cache
def content() -> str:
    paths = [*(ROOT / "catalogue").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    # Guides show how words may be typed.
    paths = [path for path in paths if path.parent.name != "guides"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths).lower()


def test_there_are_enough_of_every_class_in_both_languages() -> None:
    counts = Counter((query["lang"], query["cls"]) for query in QUERIES)
    assert counts.keys() == {(lang, name) for lang in CLASSES for name in CLASSES[lang]}
    assert min(counts.values()) >= 8
    assert len(QUERIES) >= 170


def test_queries_are_told_apart() -> None:
    assert len({query["qid"] for query in QUERIES}) == len(QUERIES)
    assert len({(query["lang"], query["cls"], query["query"]) for query in QUERIES}) == len(QUERIES)
    for query in QUERIES:
        assert set(query) == {"qid", "lang", "cls", "query", "relevant"}
        assert query["relevant"]
        assert len(set(query["relevant"])) == len(query["relevant"]), query["qid"]


@pytest.mark.parametrize("query", of_class("plain"))
def test_plain_kazakh_is_not_spelt_as_kazakh_is(query: dict[str, Any]) -> None:
    words = re.findall(r"\w+", query["query"].lower())
    assert any(not re.search(rf"\b{word}\b", content()) for word in words)


@pytest.mark.parametrize("query", of_class("typo"))
def test_a_typing_error_stands_nowhere_in_the_content(query: dict[str, Any]) -> None:
    words = re.findall(r"\w+", query["query"].lower())
    assert any(not re.search(rf"\b{word}\b", content()) for word in words)


@pytest.mark.parametrize("query", of_class("prefix"))
def test_a_prefix_is_the_beginning_of_a_longer_word(query: dict[str, Any]) -> None:
    last = query["query"].lower().split()[-1]
    assert re.search(rf"\b{last}\w", content())
    assert not re.search(rf"\b{last}\b", content())


@pytest.mark.parametrize("query", of_class("layout"))
def test_a_word_of_the_other_keyboard_layout_is_no_word(query: dict[str, Any]) -> None:
    assert query["query"].lower() not in content()


@pytest.mark.parametrize("query", of_class("yo"))
def test_the_letter_yo_is_spelt_otherwise_somewhere(query: dict[str, Any]) -> None:
    text, spelt = content(), query["query"].lower()
    swapped = [
        spelt[:i] + "её"["её".index(c) ^ 1] + spelt[i + 1 :]
        for i, c in enumerate(spelt)
        if c in "её"
    ]
    words = {word for other in swapped for word in other.split() if word not in spelt.split()}
    assert any(re.search(rf"\b{word}", text) for word in words)
