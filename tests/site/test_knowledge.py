"""Everything the sources know stands on its page in both languages, and is linked."""

from __future__ import annotations

import re
from functools import cache

import pytest
from built import LANGUAGES, Built

from tirek import urls
from tirek.model.catalogue import Catalogue

CLAUSES = (
    [f"1.{n}" for n in range(1, 11)]
    + [f"2.{n}" for n in range(1, 4)]
    + ["3.1", *(f"3.2.{n}" for n in range(1, 7))]
    + [f"4.1.{n}" for n in range(1, 7)]
    + [f"4.2.{n}" for n in range(1, 9)]
    + ["5.1", "6.1"]
)
"""All clauses of the draft Regulation, counted in the source."""

PARTS = {
    "kk": ("Не талап етеді", "Кімнен", "Қалай орындауға болады", "Бұл сайтта не көмектеседі"),
    "ru": ("Чего требует", "От кого", "Как это сделать", "Что поможет на этом сайте"),
}
DRAFT = {"kk": "жоба", "ru": "проект"}
ACTS = {
    # Numbers as both sources write them; the two that have none are known by their year.
    "319-III",
    "345",
    "343",
    "1118",
    "179",
    "64",
    "1080",
}


def test_the_clauses_are_36() -> None:
    assert len(CLAUSES) == len(set(CLAUSES)) == 36


def _html(built: Built, uri: str) -> str:
    return built.pages[uri].source


@cache
def _regulation_page(lang: str, clause: str) -> str:
    return urls.in_language(lang, urls.clause_uri(clause)).partition("#")[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("clause", CLAUSES)
def test_clause_has_its_anchor_and_four_parts(built: Built, lang: str, clause: str) -> None:
    html = _html(built, _regulation_page(lang, clause))
    anchor = f'id="c-{clause.replace(".", "-")}"'
    assert html.count(anchor) == 1
    own = re.split(r"<h2", html[html.index(anchor) :])[0]
    assert [part for part in PARTS[lang] if part not in own] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("clause", CLAUSES)
def test_clause_is_linked_from_the_list_of_clauses(built: Built, lang: str, clause: str) -> None:
    index = _html(built, urls.in_language(lang, "regulation/index.html"))  # type: ignore[arg-type]
    page = _regulation_page(lang, clause).rpartition("/")[2]
    assert f'href="{page}#c-{clause.replace(".", "-")}"' in index


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_of_the_regulation_says_that_it_is_a_draft(built: Built, lang: str) -> None:
    pages = {_regulation_page(lang, clause) for clause in CLAUSES}
    for page in pages | {urls.in_language(lang, "regulation/index.html")}:  # type: ignore[arg-type]
        html = _html(built, page)
        note = html[html.index("admonition") :].partition("</div>")[0]
        assert DRAFT[lang] in note.casefold(), page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_act_is_listed_by_number_and_linked(
    built: Built, catalogue: Catalogue, lang: str
) -> None:
    html = _html(built, urls.in_language(lang, "acts.html"))  # type: ignore[arg-type]
    acts = [material for material in catalogue.materials.values() if material.act]
    numbers = {material.act.number for material in acts if material.act}
    assert {n for n in ACTS if not any(n in (number or "") for number in numbers)} == set()
    for material in acts:
        assert f'href="catalogue/{material.id}.html"' in html, material.id
        assert not material.act or not material.act.number or material.act.number in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_ratification_of_the_child_rights_convention_is_told(built: Built, lang: str) -> None:
    # Both sources: ratified by decree № 77 of the Supreme Council, 8 June 1994.
    uri = urls.in_language(lang, "catalogue/convention-child-rights-1989.html")  # type: ignore[arg-type]
    text = built.pages[uri].root.text
    assert re.search(r"№\s?77\b", text)
    assert "1994" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", ["glossary", "abbreviations"])
def test_every_term_stands_on_its_page(
    built: Built, catalogue: Catalogue, lang: str, scheme: str
) -> None:
    html = _html(built, urls.in_language(lang, f"{scheme}.html"))  # type: ignore[arg-type]
    missing = [
        concept.id
        for concept in catalogue.vocabularies[scheme].concepts
        if f'id="{concept.id}"' not in html
    ]
    assert missing == []
    assert len(catalogue.vocabularies["glossary"].concepts) >= 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_terms_stand_in_the_order_of_the_alphabet(built: Built, lang: str) -> None:
    html = _html(built, urls.in_language(lang, "glossary.html"))  # type: ignore[arg-type]
    first = [word[0].casefold() for word in re.findall(r"<dfn>([^<]+)</dfn>", html)]
    alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    letters = [alphabet.index(letter) for letter in first if letter in alphabet]
    assert letters == sorted(letters)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_disagreement_is_shown_with_its_sides_and_linked(
    built: Built, catalogue: Catalogue, lang: str
) -> None:
    assert len(catalogue.discrepancies) >= 10
    for found in catalogue.discrepancies.values():
        page = urls.discrepancy_uri(found).partition("#")[0]
        html = _html(built, urls.in_language(lang, page))  # type: ignore[arg-type]
        start = html.index(f'id="{found.id}"')
        block = html[start:].partition('<div class="differ"')[0]
        assert block.count("<blockquote ") == len(found.statements), found.id
    pages = [_html(built, uri) for uri in built.pages if uri.startswith("ru/") == (lang == "ru")]
    linked = set(re.findall(r"disagreements(?:-concept)?\.html#([a-z0-9-]+)", " ".join(pages)))
    shown = {d for page in pages for d in re.findall(r'class="differ"[^>]*id="([a-z0-9-]+)"', page)}
    assert set(catalogue.discrepancies) - linked - shown == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_of_the_sources_is_on_some_page(
    built: Built, catalogue: Catalogue, lang: str
) -> None:
    shown = set()
    for uri in built.pages:
        if uri.startswith("ru/") == (lang == "ru"):
            shown |= {float(v) for v in re.findall(r'<data value="([0-9.]+)"', _html(built, uri))}
    missing = {f.id: f.value for f in catalogue.facts.values() if float(f.value) not in shown}
    assert missing == {}


def test_a_hint_leads_to_the_term_it_explains(built: Built, catalogue: Catalogue) -> None:
    known = {
        c.id
        for name in ("glossary", "abbreviations")
        for c in catalogue.vocabularies[name].concepts
    }
    hints = [
        hint
        for uri in built.pages
        for hint in re.findall(r'<a class="hint" href="[^"]*#([a-z0-9-]+)"', _html(built, uri))
    ]
    assert len(hints) > 100
    assert set(hints) <= known
