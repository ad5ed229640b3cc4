"""What every page says of itself, in which language, and with which headings and tables."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from built import HEADINGS, LANGUAGES, OTHER, Built, Node, Page, none_in

from tirek.wording import words_of

LEFT_OVER = re.compile(
    r"\[\[|\]\]|\{\{|\}\}|\{%|%\}|\{#|#\}|\{: ?[#.]|>\s*(None|nan|undefined)\s*<"
)
"""Slots, Jinja, attribute lists that no extension took, and values nobody meant to print."""

JSON_LD = re.compile(r"<script type=\"application/ld\+json\">.*?</script>")

PLACE_TO_FILL = re.compile(r"\{\w*\}|%[a-z]{1,7}\b")
"""``{name}`` is filled by the core and ``%name`` by a script: neither may be read."""

SPOKEN = ("alt", "title", "aria-label", "data-label", "placeholder", "content")
"""Attributes whose words a reader sees or hears."""

LONGEST_DESCRIPTION = 200


@pytest.fixture(scope="module", params=["built", "crowded_site"])
def pages(request: pytest.FixtureRequest) -> list[Page]:
    site: Built = request.getfixturevalue(request.param)
    return list(site.pages.values())


def said(page: Page) -> Iterator[tuple[Node, str]]:
    """Every run of words on the page, shown or spoken, with the element it belongs to."""
    for node, text in page.root.texts():
        if text.strip() and node.tag:
            yield node, " ".join(text.split())
    for node in page.nodes:
        for name in SPOKEN:
            if node.get(name):
                yield node, node[name]


def test_nothing_is_left_to_fill(pages: list[Page]) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        source = JSON_LD.sub("", page.source)
        for match in LEFT_OVER.finditer(source):
            yield source[max(0, match.start() - 30) : match.end() + 30]
        for node, text in said(page):
            if PLACE_TO_FILL.search(text) and "hidden" not in node.attributes:
                yield f"{text}: {node}"

    none_in(pages, problems_of)


def test_every_page_has_title_and_description(pages: list[Page]) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        title, description = page.title, page.meta("description")
        (heading,) = page.find("h1")
        if not title.strip(" ·Тірек"):
            yield f"title {title!r}"
        if not description.strip() or len(description) > LONGEST_DESCRIPTION:
            yield f"description of {len(description)} letters: {description}"
        if not heading.text:
            yield "empty h1"

    none_in(pages, problems_of)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_differ(pages: list[Page], lang: str) -> None:
    counted = Counter(page.title for page in pages if page.lang == lang)
    assert not [title for title, times in counted.items() if times > 1]


def test_headings_go_down_step_by_step(pages: list[Page]) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        level = 0
        for node in page.find(*HEADINGS):
            if node.inside("template"):
                continue
            step = HEADINGS.index(node.tag) + 1
            if step > level + 1 or (level == 0 and step != 1):
                yield f"{node} after h{level}"
            if not node.text:
                yield f"empty {node}"
            level = step
        if [node.tag for node in page.nodes].count("h1") != 1:
            yield "not one h1"

    none_in(pages, problems_of)


def test_tables_say_what_they_are_and_name_rows_and_columns(pages: list[Page]) -> None:
    assert any(page.find("table") for page in pages)

    def problems_of(page: Page) -> Iterator[str]:
        for table in page.find("table"):
            named = table.get("aria-label") or table.get("aria-labelledby")
            captions = [node.text for node in table.find("caption")]
            if not named and not any(captions):
                yield f"a table without a name: {table}"
            if not list(table.find("th")):
                yield f"a table without headers: {table}"
            for node in table.find("th"):
                if node.get("scope") not in ("row", "col", "rowgroup", "colgroup"):
                    yield f"a header without a scope: {node}"
                if not node.text:
                    yield f"an empty header: {node}"

    none_in(pages, problems_of)


def test_nothing_is_styled_or_scripted_in_place(pages: list[Page]) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        for node in page.nodes:
            if "style" in node.attributes or node.tag == "style":
                yield f"style: {node}"
            for name in node.attributes:
                if name.startswith("on"):
                    yield f"{name}: {node}"
            data = node.get("type") == "application/ld+json"
            if node.tag == "script" and (not node.get("src") or node.children) and not data:
                yield f"script: {node}"
            if (node.get("href") or "").lower().startswith("javascript:"):
                yield f"javascript: {node}"

    none_in(pages, problems_of)


def test_structured_data_tells_what_the_page_tells(pages: list[Page]) -> None:
    seen = 0
    for page in pages:
        blocks = [n for n in page.find("script") if n.get("type") == "application/ld+json"]
        is_material = page.uri.removeprefix("ru/").startswith("catalogue/")
        is_material = is_material and not page.uri.endswith("index.html")
        assert len(blocks) == is_material, page.uri
        for block in blocks:
            data: dict[str, Any] = json.loads("".join(map(str, block.children)))
            assert data["@context"] == "https://schema.org"
            assert data["@type"] in ("LearningResource", "Legislation")
            assert data["name"] == page.one("h1").text
            assert data["description"]
            assert f"/{data['identifier']}.html" in page.uri
            seen += 1
    assert seen >= 26


def test_pages_name_their_language(pages: list[Page]) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        if page.one("html").get("lang") != page.lang:
            yield f"html is {page.one('html').get('lang')}"
        for node in page.nodes:
            if node.get("lang") not in (None, *LANGUAGES):
                yield f"lang of {node}"

    none_in(pages, problems_of)


def pairs(value: Any) -> Iterator[dict[str, str]]:
    """Every text that stands in ``value`` in both languages."""
    if isinstance(value, dict):
        if value.keys() == {"kk", "ru"}:
            if isinstance(value["kk"], str) and isinstance(value["ru"], str):
                yield value
        else:
            for part in value.values():
                yield from pairs(part)
    elif isinstance(value, list):
        for part in value:
            yield from pairs(part)


def test_words_of_the_other_language_are_marked(built: Built) -> None:
    """A text known in both languages stands in the page's own, or bears the other's lang."""
    words = dict(words_of("interface"))
    # The only word that stands in the other language, and is marked so.
    del words["other_language"]
    names = ("units", "organisations", "materials", "events", "vocabularies", "discrepancies")
    known = [*pairs(list(words.values())), *(p for name in names for p in pairs(built.data(name)))]
    own = {lang: {pair[lang] for pair in known} for lang in LANGUAGES}
    foreign = {lang: own[OTHER[lang]] - own[lang] for lang in LANGUAGES}

    def problems_of(page: Page) -> Iterator[str]:
        for node, text in said(page):
            if text in foreign[node.language or page.lang]:
                yield f"{text}: {node}"

    none_in(list(built.pages.values()), problems_of)
