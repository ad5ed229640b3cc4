"""A page loads the sheets of the pieces it has, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from built import Built, Page, none_in, target
from projects import ROOT

from tirek.joined import JOINED

EVERYWHERE = {"tirek.css", "print.css"}

WHOLE = {path.name for path in (ROOT / "overrides" / "assets").glob("*.css")}
JOINT = {name.removeprefix("assets/") for name in JOINED if name.endswith(".css")}
OWN = (WHOLE | {name for name in JOINT if "/" not in name}) - EVERYWHERE
"""Sheets of pieces; a piece that a script makes has its sheet in a folder of its own."""


@cache
def defined(built: Built) -> dict[str, frozenset[str]]:
    """Classes that each sheet speaks of, by the sheet's name."""
    found = {}
    for uri in built.files:
        if uri.startswith("assets/") and uri.endswith(".css"):
            css = (built.folder / uri).read_text(encoding="utf-8")
            selectors = re.sub(r"\{[^{}]*\}", " ", css)
            name = uri.removeprefix("assets/")
            found[name] = frozenset(re.findall(r"\.([a-z][\w-]*)", selectors))
    return found


def linked(page: Page) -> set[str]:
    return {
        target(page.uri, node["href"])[0].removeprefix("assets/")
        for node in page.find("link")
        if node.get("rel") == "stylesheet"
    }


def classes(page: Page) -> set[str]:
    return {name for node in page.nodes for name in (node.get("class") or "").split()}


def unstyled(built: Built, page: Page) -> Iterator[str]:
    sheets = defined(built)
    known = set().union(*(sheets[name] for name in linked(page) & sheets.keys()))
    for name in sorted(classes(page) - known):
        if homes := [sheet for sheet, names in sheets.items() if name in names]:
            yield f"class {name} wants {homes}"


@cache
def grounds(built: Built) -> frozenset[str]:
    """Classes that the base sheet itself dresses, not only something inside them."""
    css = (built.folder / "assets" / "tirek.css").read_text(encoding="utf-8")
    return frozenset(re.findall(r"(?:^|[},])\.([a-z][\w-]*)(?=[,{:])", css))


def idle(built: Built, page: Page) -> Iterator[str]:
    """Sheets that speak of nothing on the page.

    All pages of reading share one, and all units the cards of other units, which some do not have.
    """
    shared = {"prose.css", "cards.css"} if "network/" in page.uri else {"prose.css"}
    for name in linked(page) & OWN - shared:
        if not classes(page) & (defined(built)[name] - grounds(built)):
            yield f"{name} does nothing"


def test_there_are_several_sheets(built: Built) -> None:
    assert len(OWN) > 5
    assert defined(built).keys() >= OWN | EVERYWHERE


def test_every_class_finds_its_sheet(built: Built) -> None:
    pages = [page for page in built.pages.values() if page.uri != "404.html"]
    assert all(linked(page) >= EVERYWHERE for page in pages)
    none_in(pages, lambda page: unstyled(built, page))


def test_classes_of_crowded_pages_find_theirs(crowded_site: Built) -> None:
    pages = [page for uri, page in crowded_site.pages.items() if "example-0" in uri]
    pages += [page for uri, page in crowded_site.pages.items() if "/lists/" in f"/{uri}"]
    none_in(pages, lambda page: unstyled(crowded_site, page))


def test_no_sheet_is_loaded_for_nothing(built: Built) -> None:
    none_in(list(built.pages.values()), lambda page: idle(built, page))


def test_no_length_waits_for_a_font(built: Built) -> None:
    # Until its font has come, ``ch`` is half an em: all lines would break again when it does.
    sheets = [path for path in built.files if path.endswith(".css")]
    found = {path: (built.folder / path).read_text(encoding="utf-8") for path in sheets}
    assert found
    assert [path for path, css in found.items() if re.search(r"[0-9]ch\b", css)] == []


def test_each_sheet_is_loaded_somewhere(built: Built) -> None:
    assert set().union(*map(linked, built.pages.values())) >= OWN


@pytest.mark.parametrize("lang", ["", "ru/"])
def test_a_page_of_reading_loads_little(built: Built, lang: str) -> None:
    assert linked(built.pages[f"{lang}about.html"]) <= {*EVERYWHERE, "prose.css", "search/box.css"}
