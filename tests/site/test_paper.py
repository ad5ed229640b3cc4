"""A page on paper: what only a screen needs stays off it, and it says when and where it is from."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from built import LANGUAGES
from visits import KINDS, Visit, in_language

Visits = Callable[..., Visit]

SCREEN_ONLY = (
    "nav.nav",
    ".tools",
    ".search-box",
    ".crumbs",
    ".skips",
    ".facets",
    ".outline",
    ".foot [data-scheme-button]",
)

INK = "getComputedStyle(document.querySelector('h1')).color"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_the_content_and_not_the_controls(visit: Visits, lang: str) -> None:
    reader = visit(color_scheme="dark", width=680)
    for kind in ("home", "material with files", "centre", "catalogue", "clauses"):
        page = reader.open(in_language(lang, KINDS[kind]))
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator("h1").is_visible()
        assert page.evaluate(INK) == "rgb(0, 0, 0)", kind
        for one in page.locator(", ".join(SCREEN_ONLY)).all():
            assert not one.is_visible(), (kind, one.evaluate("one => one.outerHTML"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, kind


def test_schemes_for_weak_sight_stay_off_paper(visit: Visits) -> None:
    page = visit().open("about.html")
    page.evaluate("localStorage.setItem('tirek:sight', '{\"colours\": \"yellow-on-black\"}')")
    page.reload()
    page.emulate_media(media="print")
    assert page.evaluate(INK) == "rgb(0, 0, 0)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_says_when_and_where_and_opens_folds(visit: Visits, lang: str) -> None:
    reader = visit()
    page = reader.open(in_language(lang, KINDS["material with files"]))
    fold = page.locator("main details").first
    assert fold.get_attribute("open") is None
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    line = page.locator("[data-printed]").inner_text()
    assert re.search(r"\b\d\d\.\d\d\.20\d\d\b", line)
    assert line.endswith(f"{reader.base}{in_language(lang, KINDS['material with files'])}")
    assert fold.get_attribute("open") is not None
    assert page.locator(".foot-version").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert fold.get_attribute("open") is None


def test_addresses_of_links_are_printed(visit: Visits) -> None:
    page = visit().open(KINDS["material elsewhere"])
    page.emulate_media(media="print")
    link = page.locator("main a[href^=http]").first
    shown = link.evaluate("one => getComputedStyle(one, '::after').content + one.textContent")
    assert (link.get_attribute("href") or "?") in shown
