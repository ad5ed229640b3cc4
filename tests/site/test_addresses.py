"""Every address on every page leads somewhere, and every page can be come to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from built import LANGUAGES, OTHER, Built, Node, Page, calls, is_external, none_in, target

ADDRESSES = ("href", "src", "action", "poster", "data", "data-fflate")
ID_LISTS = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers")
OWN_SCHEMES = ("mailto:", "tel:")


@pytest.fixture(scope="module", params=["own", "crowded"])
def any_site(request: pytest.FixtureRequest) -> Built:
    name = {"own": "built", "crowded": "crowded_site"}[request.param]
    found: Built = request.getfixturevalue(name)
    return found


def addresses(page: Page) -> Iterator[tuple[Node, str]]:
    for node in page.nodes:
        for name in ADDRESSES:
            # <data> and <object> differ in what `data` is; we have neither object nor embed.
            if name in node.attributes and not node.inside("template"):
                yield node, node[name]
        if "srcset" in node.attributes:
            for part in node["srcset"].split(","):
                yield node, part.split()[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_addresses_lead_to_files_and_anchors_of_the_site(any_site: Built, lang: str) -> None:
    @cache
    def choices(folder: str) -> dict[str, set[str]]:
        """Values by facet, of the faceted browser whose index lies in ``folder``."""
        script = (any_site.folder / folder / "index.js").read_text(encoding="utf-8")
        ((_, (index,)),) = calls(script)
        return {facet["id"]: {v["id"] for v in facet["values"]} for facet in index["facets"]}

    def is_choice(page: Page, fragment: str) -> bool:
        """Whether ``fragment`` is a choice that the faceted browser of ``page`` understands."""
        for node in page.nodes:
            if "data-facets" in node.attributes:
                folder, _ = target(page.uri, f"{node['data-src']}{node['data-lang']}")
                known = choices(folder)
                parts = [part.partition("=") for part in fragment.split("&")]
                return all(set(ids.split(",")) <= known.get(name, set()) for name, _, ids in parts)
            if "data-forms" in node.attributes:
                return is_form(fragment)
        return False

    @cache
    def ids_of(kind: str) -> set[str]:
        rows = json.loads((any_site.folder / "data" / f"{kind}.json").read_text(encoding="utf-8"))
        return {row["id"] for row in rows}

    def is_form(fragment: str) -> bool:
        """Whether the form page can open what is asked for: a kind of record, or one by id."""
        name, _, what = fragment.partition("=")
        kind, _, one = what.partition("/")
        if name in ("find", "feedback"):
            return not what
        known = f"data/forms/{lang}/{kind}.js" in any_site.files
        return known and (name == "new" or one in ids_of(kind))

    def problems_of(page: Page) -> Iterator[str]:
        for node, address in addresses(page):
            if is_external(address):
                rel = (node.get("rel") or "").split()
                if node.tag == "a" and "external" in rel and address.startswith("https://"):
                    continue
                if node.tag == "a" and address.startswith(OWN_SCHEMES):
                    continue
                yield f"{address} leaves the site without rel=external: {node}"
                continue
            if not address or address.startswith("/"):
                yield f"{address!r} is not relative: {node}"
                continue
            path, fragment = target(page.uri, address)
            if path not in any_site.files:
                yield f"{address} leads to no file: {node}"
            elif fragment and path in any_site.pages:
                there = any_site.pages[path]
                if fragment not in there.ids and not is_choice(there, fragment):
                    yield f"{address} leads to no place on {path}: {node}"
            elif fragment:
                yield f"{address} has an anchor that only pages have: {node}"

    none_in(any_site.of(lang), problems_of)


def test_the_lost_page_finds_its_way_from_any_depth(any_site: Built) -> None:
    """A server shows it under addresses of any depth: its own begin at the site's root."""
    page = any_site.pages["404.html"]
    for node, address in addresses(page):
        if not address.startswith("#"):
            assert re.match(r"/(?!/)", address), node
            assert address.removeprefix("/") in any_site.files, node


def test_ids_are_unique_and_those_referred_to_exist(any_site: Built) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        yield from sorted({f"id {name} twice" for name in page.ids if page.ids.count(name) > 1})
        for node in page.nodes:
            for name in ID_LISTS:
                for wanted in (node.get(name) or "").split():
                    if wanted not in page.ids:
                        yield f"{name} names {wanted}, which is not there: {node}"

    none_in(list(any_site.pages.values()), problems_of)


def test_styles_take_files_of_the_site_only(built: Built) -> None:
    styles = [path for path in built.files if path.endswith(".css")]
    assert "assets/tirek.css" in styles
    found = []
    for path in styles:
        text = (built.folder / path).read_text(encoding="utf-8")
        assert "@import" not in text
        found += [(path, address) for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", text)]
    assert found
    for path, address in found:
        assert not is_external(address), address
        assert target(path, address)[0] in built.files, address


def test_faceted_browsers_find_their_data(built: Built) -> None:
    sections = [
        (page, node)
        for page in built.pages.values()
        for node in page.nodes
        if "data-facets" in node.attributes
    ]
    assert len(sections) == 4
    for page, node in sections:
        assert node["data-lang"] == page.lang
        folder, _ = target(page.uri, node["data-src"])
        assert f"{folder}{page.lang}/index.js" in built.files
        record = built.data(node["data-facets"])[0]["id"]
        there, _ = target(page.uri, node["data-page"].replace("{id}", record))
        assert there in built.pages
        assert there.startswith("ru/") == (page.lang == "ru")


def test_prototypes_stay_behind(any_site: Built) -> None:
    assert not [uri for uri in any_site.pages if uri.rpartition("/")[2].startswith("_")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_from_home_to_every_page(any_site: Built, lang: str) -> None:
    """Not counting links to the other language: nobody should need it to find a page."""
    home = "index.html" if lang == "kk" else f"{lang}/index.html"
    found, waiting = {home}, [home]
    while waiting:
        page = any_site.pages[waiting.pop()]
        for node in page.find("a"):
            address = node.get("href") or ""
            if is_external(address) or node.inside("template"):
                continue
            uri, _ = target(page.uri, address)
            there = any_site.pages.get(uri)
            if there is not None and there.lang == lang and uri not in found:
                found.add(uri)
                waiting.append(uri)
    assert not sorted({page.uri for page in any_site.of(lang)} - found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_switch_leads_to_the_same_page_in_the_other_language(any_site: Built, lang: str) -> None:
    def problems_of(page: Page) -> Iterator[str]:
        if page.twin_uri not in any_site.pages:
            yield "has no twin"
        switch = page.switch()
        if target(page.uri, switch["href"]) != (page.twin_uri, ""):
            yield f"switch leads to {switch['href']}"
        if (switch.get("lang"), switch.get("hreflang")) != (OTHER[lang], OTHER[lang]):
            yield f"switch does not name its language: {switch}"
        if switch.text != {"kk": "Русский", "ru": "Қазақша"}[lang]:
            yield f"switch says {switch.text}"

    none_in(any_site.of(lang), problems_of)


def test_twins_have_the_same_anchors(any_site: Built) -> None:
    """Who changes the language at a place on a page comes to the same place."""

    def problems_of(page: Page) -> Iterator[str]:
        there = set(any_site.pages[page.twin_uri].ids)
        yield from (f"{name} is not on {page.twin_uri}" for name in set(page.ids) - there)

    none_in([*any_site.of("kk"), *any_site.of("ru")], problems_of)


def test_both_languages_have_the_same_number_of_pages(any_site: Built) -> None:
    assert len(any_site.of("kk")) == len(any_site.of("ru")) > 100
