"""Links from any page of either language to any page or file."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES, Language, urls
from tirek.model.catalogue import Catalogue
from tirek.views.links import Links

SITE = "https://example.kz/"

steps = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
folders = st.lists(steps, max_size=3).map("/".join)
pages = st.tuples(folders, steps).map(lambda p: f"{p[0]}/{p[1]}.html".removeprefix("/"))
languages = st.sampled_from(LANGUAGES)


def page_in(lang: Language, folder: str) -> str:
    """Address of some page of ``folder``."""
    return SITE + urls.in_language(lang, f"{folder}/page.html".removeprefix("/"))


@given(languages, folders, pages)
def test_a_link_arrives_at_the_page_of_its_language(lang: Language, folder: str, page: str) -> None:
    link = Links(None, lang, folder).uri(page)  # type: ignore[arg-type]
    assert urljoin(page_in(lang, folder), link) == SITE + urls.in_language(lang, page)


@given(languages, folders, pages)
def test_a_file_is_shared_by_both_languages(lang: Language, folder: str, page: str) -> None:
    link = Links(None, lang, folder).asset(page)  # type: ignore[arg-type]
    assert urljoin(page_in(lang, folder), link) == SITE + page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", ["", "catalogue", "network/centres", "lists/any"])
def test_links_to_records(small: Catalogue, lang: Language, folder: str) -> None:
    links = Links(small, lang, folder)
    unit = small.units["almaty-school-1-centre"]
    expected: list[tuple[str, tuple[Any, ...]]] = [
        ("network/centres/almaty-school-1-centre.html", ("unit", unit)),
        ("network/centres/almaty-school-1-centre.html", ("unit", unit.id)),
        ("organisations/almaty-fund.html", ("organisation", "almaty-fund")),
        ("catalogue/study-2016.html", ("material", small.materials["study-2016"])),
        ("events/index.html#seminar-2016", ("event", "seminar-2016")),
        ("regions/now/almaty.html", ("region", "KZ-75")),
        ("regions/2016/almaty.html", ("region", "KZ-75", "2016")),
        ("lists/needs/hearing.html", ("list", "needs", "hearing")),
        ("lists/needs/hearing-3.html", ("list", "needs", "hearing", "3")),
        ("lists/needs/index.html", ("lists", "needs")),
    ]
    for page, asked in expected:
        link = links.to(*asked)
        assert urljoin(page_in(lang, folder), link) == SITE + urls.in_language(lang, page)
    file = links.to("file", "cards/alphabet.pdf")
    assert urljoin(page_in(lang, folder), file) == f"{SITE}files/cards/alphabet.pdf"


def test_an_unknown_kind_is_a_programmers_error(small: Catalogue) -> None:
    with pytest.raises(ValueError, match="shelf"):
        Links(small, "kk", "").to("shelf", "one")
