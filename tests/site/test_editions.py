"""Editions for sticks, as built from a crowded project: no link is broken by what was left out."""

from __future__ import annotations

import gc
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from built import LANGUAGES, Built, Page, calls, is_external, none_in, target
from click.testing import CliRunner
from projects import crowded

from tirek.cli import main
from tirek.offline.manifest import MANIFEST
from tirek.offline.names import faults
from tirek.offline.tree import files_below
from tirek.offline.verifying import verify

EDITIONS = {
    "whole": (),
    "region, need and type": ("--region", "KZ-35", "--need", "hearing", "--type", "worksheet"),
    "kk of a budget": ("--lang", "kk", "--budget", "PAGES", "--cluster", "4K"),
    "ru of a region": ("--lang", "ru", "--region", "KZ-35", "--without", "video"),
}
"""Options of `tirek usb build`; PAGES is found out first."""

ADDRESS = re.compile(r' (?:href|src|data-fflate)="([^"]*)"')
ID = re.compile(r' id="([^"]*)"')
TEMPLATE = re.compile(r"<template.*?</template>", re.DOTALL)
FACETS = re.compile(r'data-facets="[^"]*" data-src="([^"]*)" data-lang="([^"]*)"')


@pytest.fixture(autouse=True)
def _garbage_is_collected() -> Iterator[None]:
    """A build turns it off for the life of its process, which here is that of the tests."""
    yield
    gc.enable()


def built(root: Path, folder: Path, *options: str) -> Built:
    command = ["--root", str(root), "--lang", "ru", "usb", "build", "--date", "2026-11-26"]
    result = CliRunner().invoke(main, [*command, *options, str(folder)])
    assert result.exit_code == 0, result.output
    return Built(folder)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crowded(tmp_path_factory.mktemp("editions") / "project")


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest, project: Path) -> Built:
    options = EDITIONS[request.param]
    if "PAGES" in options:
        refused = ["--root", str(project), "--lang", "ru", "usb", "build", "--lang", "kk"]
        small = ["--budget", "1M", "--cluster", "4K", str(project / "none")]
        said = CliRunner().invoke(main, [*refused, *small])
        assert said.exit_code == 1
        needed = re.search(r"нужно ([\d\xa0]+) байт", said.output)
        assert needed, said.output
        budget = int(needed[1].replace("\xa0", "")) + 300_000
        options = tuple(str(budget) if option == "PAGES" else option for option in options)
    return built(project, project.parent / request.param.replace(" ", "-"), *options)


@cache
def addresses(page: Page) -> list[str]:
    """Addresses on a page within the site; trees of thousands of pages would take minutes."""
    found = ADDRESS.findall(TEMPLATE.sub("", page.source))
    return [html.unescape(address) for address in found if not is_external(address)]


@cache
def ids(page: Page) -> set[str]:
    return set(ID.findall(page.source))


def choices(edition: Built, page: Page) -> dict[str, set[str]]:
    """Values by facet of the faceted browser on ``page``."""
    for source, lang in FACETS.findall(page.source):
        folder, _ = target(page.uri, f"{source}{lang}")
        script = (edition.folder / folder / "index.js").read_text(encoding="utf-8")
        ((_, (index,)),) = calls(script)
        return {facet["id"]: {v["id"] for v in facet["values"]} for facet in index["facets"]}
    return {}


def is_form(edition: Built, fragment: str) -> bool:
    """Whether the form page can open what is asked for: a kind of record, or one by its id."""
    name, _, what = fragment.partition("=")
    kind, _, one = what.partition("/")
    if name in ("find", "feedback"):
        return not what
    return name == "new" or one in ids_of(edition, kind)


@cache
def ids_of(edition: Built, kind: str) -> set[str]:
    return {row["id"] for row in rows(edition, kind)}


def test_every_link_leads_somewhere(edition: Built) -> None:
    known: dict[str, dict[str, set[str]]] = {}

    def problems_of(page: Page) -> Iterator[str]:
        for address in addresses(page):
            path, fragment = target(page.uri, address)
            if path not in edition.files:
                yield f"{address} leads to no file"
            elif fragment and fragment not in ids(edition.pages[path]):
                if "data-forms" in edition.pages[path].source:
                    if not is_form(edition, fragment):
                        yield f"{address} asks the form for what is not there"
                    continue
                if path not in known:
                    known[path] = choices(edition, edition.pages[path])
                facet, _, values = fragment.partition("=")
                if not set(values.split(",")) <= known[path].get(facet, set()):
                    yield f"{address} leads to no place on {path}"

    none_in(list(edition.pages.values()), problems_of)


def test_every_page_can_be_come_to(edition: Built) -> None:
    found, waiting = {"START.html"}, ["START.html"]
    while waiting:
        page = edition.pages[waiting.pop()]
        for address in addresses(page):
            uri, _ = target(page.uri, address)
            if uri in edition.pages and uri not in found:
                found.add(uri)
                waiting.append(uri)
    assert sorted(edition.pages.keys() - found) == []


def test_no_address_of_its_own_and_no_other_language_in_vain(edition: Built) -> None:
    languages = {page.lang for page in edition.pages.values() if page.uri != "START.html"}

    def problems_of(page: Page) -> Iterator[str]:
        yield from re.findall(r'<link[^>]* rel="(?:canonical|alternate)"[^>]*>', page.source)
        if len(languages) == 1 and "data-twin" in page.source:
            yield "leads to a language that is not there"
        if "data-edition" not in page.source:
            yield "has no place to say what edition it is"

    none_in(list(edition.pages.values()), problems_of)
    assert not any(path.startswith("sitemap") or path == "404.html" for path in edition.files)


def test_it_is_whole_and_any_stick_can_carry_it(edition: Built) -> None:
    verdict = verify(edition.folder)
    assert verdict.findings == []
    assert list(faults(files_below(edition.folder))) == []
    assert edition.files >= {"START.html", "edition.js", MANIFEST}


def rows(edition: Built, name: str) -> list[dict[str, Any]]:
    """Records of a data file, which comes in parts where there are many."""
    whole = json.loads((edition.folder / f"data/{name}.json").read_text(encoding="utf-8"))
    if isinstance(whole, list):
        return whole
    parts = [
        (edition.folder / "data" / part).read_text(encoding="utf-8") for part in whole["parts"]
    ]
    return [row for part in parts for row in json.loads(part)]


def pages_below(edition: Built, folder: str) -> set[str]:
    """Names of the pages of records in a folder, in whatever language."""
    pattern = re.compile(rf"(?:ru/)?{folder}/((?!index)[^/]+)\.html")
    return {match[1] for uri in edition.pages if (match := pattern.fullmatch(uri))}


def test_data_and_facets_follow_the_selection(edition: Built) -> None:
    materials = {row["id"] for row in rows(edition, "materials")}
    organisations = {row["id"] for row in rows(edition, "organisations")}
    assert materials
    assert organisations
    assert pages_below(edition, "catalogue") == materials
    assert pages_below(edition, "organisations") == organisations
    for lang in LANGUAGES:
        index = edition.folder / f"data/facets/materials/{lang}/index.js"
        if index.is_file():
            ((_, (facets,)),) = calls(index.read_text(encoding="utf-8"))
            assert facets["total"] == len(materials)


def test_what_is_left_out_is_told(edition: Built) -> None:
    for uri, page in edition.pages.items():
        if uri.endswith("left-out.html"):
            named = {name.removeprefix("materials-") for name in ids(page) if "materials-" in name}
            assert not named & {row["id"] for row in rows(edition, "materials")}


def test_the_same_input_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    one = built(project, tmp_path / "one", "--lang", "ru", "--region", "karaganda")
    other = built(project, tmp_path / "other", "--lang", "ru", "--region", "KZ-35")
    assert one.files == other.files
    for path in one.files:
        assert (one.folder / path).read_bytes() == (other.folder / path).read_bytes(), path
