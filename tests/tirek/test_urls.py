"""Where pages live, and that links between any two of them arrive."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES, Language, urls
from tirek.model.catalogue import Catalogue

SITE = "https://example.kz/some/where/"

steps = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True).filter(lambda s: s != "ru")
folders = st.lists(steps, max_size=3).map("/".join)
pages = st.tuples(folders, steps).map(lambda p: f"{p[0]}/{p[1]}.html".removeprefix("/"))
anchors = st.one_of(st.just(""), steps.map("#{}".format))
languages = st.sampled_from(LANGUAGES)


@given(languages, pages, languages, pages, anchors)
def test_a_relative_link_arrives(
    lang: Language, here: str, other: Language, there: str, anchor: str
) -> None:
    here, there = urls.in_language(lang, here), urls.in_language(other, there) + anchor
    link = urls.relative(here, there)
    assert urljoin(SITE + here, link) == SITE + there
    assert not link.startswith(("/", "http"))


@given(languages, pages)
def test_a_page_has_one_twin_and_is_its_twin(lang: Language, page: str) -> None:
    uri = urls.in_language(lang, page)
    assert urls.twin(urls.twin(uri)) == uri
    assert urls.twin(uri) != uri
    assert urls.language_of(uri) == (lang, page)
    assert urls.language_of(urls.twin(uri)) == ("kk" if lang == "ru" else "ru", page)


@given(pages)
def test_kazakh_is_at_the_root(page: str) -> None:
    assert urls.in_language("kk", page) == page
    assert urls.in_language("ru", page) == f"ru/{page}"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("almaty-school-1-centre", "network/centres/almaty-school-1-centre.html"),
        ("almaty-school-1-cabinet", "network/cabinets/almaty-school-1-cabinet.html"),
        ("shymkent-school-2-site", "network/sites/shymkent-school-2-site.html"),
    ],
)
def test_units(small: Catalogue, name: str, uri: str) -> None:
    assert urls.unit_uri(small.units[name]) == uri


def test_other_pages(small: Catalogue) -> None:
    assert urls.organisation_uri("almaty-fund") == "organisations/almaty-fund.html"
    assert urls.material_uri("study-2016") == "catalogue/study-2016.html"
    assert urls.event_uri("seminar-2016") == "events/index.html#seminar-2016"
    assert urls.region_uri(small, "KZ-YUZ", "2016") == "regions/2016/south-kazakhstan.html"
    assert urls.region_uri(small, "KZ-79", "now") == "regions/now/shymkent.html"
    assert urls.list_uri("needs", "hearing") == "lists/needs/hearing.html"
    assert urls.list_uri("needs", "hearing", 2) == "lists/needs/hearing-2.html"
    assert urls.file_uri("cards/alphabet.pdf") == "files/cards/alphabet.pdf"
