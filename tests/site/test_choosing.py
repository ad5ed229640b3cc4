"""The faceted browser, by keyboard alone; what it says is counted again from the data files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from built import LANGUAGES, Built, calls
from playwright.sync_api import Page
from visits import Visit, in_language, wait_until

Visits = Callable[..., Visit]
Choice = dict[str, list[str]]

AT_ONCE = 20

CHOSEN = {
    "materials": {"needs": ["hearing", "autism"], "audiences": ["teacher", "parent"]},
    "organisations": {"organisation-kinds": ["school", "fund"], "unit-kinds": ["centre", "site"]},
}
"""Values in the order they are chosen; ``needs`` has more sets than one digit tells apart."""

FOLDERS = {"materials": "catalogue", "organisations": "organisations"}


@dataclass(frozen=True)
class Counted:
    """A dataset and what any choice finds in it, worked out from the data files only."""

    site: Built
    dataset: str

    @cached_property
    def values(self) -> dict[str, dict[str, set[str]]]:
        """Values of each record, by facet; records in the order they are shown in."""
        of_record = self._of_material if self.dataset == "materials" else self._of_organisation
        rows = self.site.data(self.dataset)
        if self.dataset == "materials":
            rows = sorted(rows, key=lambda row: row["added"], reverse=True)
        return {row["id"]: of_record(row) for row in rows}

    @cached_property
    def units(self) -> list[dict[str, Any]]:
        return self.site.data("units")

    @cached_property
    def broader(self) -> dict[str, dict[str, str | None]]:
        return {
            scheme["id"]: {concept["id"]: concept["broader"] for concept in scheme["concepts"]}
            for scheme in self.site.data("vocabularies")
        }

    @cached_property
    def months(self) -> set[str]:
        return {row["added"][:7] for row in self.site.data("materials")}

    def _broadened(self, scheme: str, names: Iterable[str]) -> set[str]:
        found = set()
        for name in names:
            step: str | None = name
            while step:
                found.add(step)
                step = self.broader[scheme][step]
        return found

    def _of_material(self, row: dict[str, Any]) -> dict[str, set[str]]:
        regions = {unit["region"] for unit in self.units if unit["id"] == row["provided_by"]}
        issued = row["date"] or row["year"]
        return {
            "resource-types": self._broadened("resource-types", [row["type"]]),
            "needs": self._broadened("needs", row["needs"]),
            "education-levels": self._broadened("education-levels", row["levels"]),
            "audiences": self._broadened("audiences", row["audience"]),
            "regions": {region for region in regions if region},
            "languages": set(row["languages"]),
            "formats": {file["format"] for file in row["files"]},
            "years": {issued[:4]} if issued else set(),
            "added": {month for month in self.months if month <= row["added"]},
        }

    def _of_organisation(self, row: dict[str, Any]) -> dict[str, set[str]]:
        return {
            "organisation-kinds": {row["kind"]},
            "regions": {row["region"]} - {None},
            "regions-2016": {row["region_2016"]} - {None},
            "unit-kinds": {unit["kind"] for unit in self.units if unit["host"] == row["id"]},
            "statuses": {row["status"]},
        }

    def found(self, choice: Choice, but: str = "") -> list[str]:
        """Ids of the records that match ``choice``, the facet ``but`` left out."""
        return [
            name
            for name, values in self.values.items()
            if all(values[f] & set(wanted) for f, wanted in choice.items() if wanted and f != but)
        ]

    def count(self, choice: Choice, facet: str, value: str) -> int:
        """How many records would be found with ``value`` alone in its facet."""
        names = self.found(choice, but=facet)
        return sum(value in self.values[name][facet] for name in names)

    def index(self, lang: str) -> dict[str, Any]:
        path = self.site.folder / "data/facets" / self.dataset / lang / "index.js"
        ((name, (index,)),) = calls(path.read_text(encoding="utf-8"))
        assert name == "index"
        return dict(index)


READ = """
    () => ({
        hash: location.hash,
        line: document.querySelector('p[data-count]').firstChild.textContent,
        facets: Object.fromEntries([...document.querySelectorAll('[data-facet]')].map(box => [
            box.dataset.facet,
            [...box.querySelectorAll('label')].map(label =>
                [label.querySelector('input').checked, label.querySelector('.count').textContent]),
        ])),
        applied: [...document.querySelectorAll('[data-applied] button:not(.clear)')].map(one =>
            [one.textContent, one.getAttribute('aria-label')]),
        clear: document.querySelectorAll('[data-applied] .clear').length,
        cards: [...document.querySelectorAll('[data-cards] h3 a')].map(link =>
            link.href.split('/').pop().replace('.html', '')),
        more: !document.querySelector('button[data-more]').hidden,
    })
"""


def number(text: str) -> int:
    """The only number in ``text``; a count of nothing may be said in words."""
    found = re.findall(r"\d[\d\s]*", text)
    assert len(found) <= 1, text
    return int(re.sub(r"\s", "", found[0])) if found else 0


def wait_for(page: Page, choice: Choice) -> None:
    """Wait until as many choices are shown as made, and the cards have come."""
    wait_until(
        page,
        """count => document.querySelectorAll('[data-applied] button:not(.clear)').length === count
            && (document.querySelector('[data-cards] li')
                || document.querySelector('p[data-count]').textContent
                    === document.querySelector('[data-words]').dataset.none)""",
        sum(map(len, choice.values())),
    )


def assert_shows(page: Page, counted: Counted, lang: str, choice: Choice) -> None:
    """What the reader sees and hears is exactly what ``choice`` finds."""
    wait_for(page, choice)
    seen, facets = page.evaluate(READ), counted.index(lang)["facets"]
    found = counted.found(choice)
    assert number(seen["line"]) == len(found)
    assert seen["cards"] == found[:AT_ONCE]
    assert seen["more"] == (len(found) > AT_ONCE)
    assert [facet["id"] for facet in facets] == list(seen["facets"])
    applied = []
    for facet in facets:
        name, chosen = facet["id"], choice.get(facet["id"], [])
        expected = [
            [value["id"] in chosen, counted.count(choice, name, value["id"])]
            for value in facet["values"]
        ]
        shown = [[checked, number(text)] for checked, text in seen["facets"][name]]
        assert shown == expected, name
        labels = {value["id"]: value["label"] for value in facet["values"]}
        applied += [f"{facet['label']}: {labels[value]}" for value in chosen]
    assert sorted(text for text, _ in seen["applied"]) == sorted(applied)
    for text, spoken in seen["applied"]:
        assert spoken != text
        assert text in spoken
    assert seen["clear"] == (len(applied) > 1)
    line = page.locator("p[data-count]")
    assert line.get_attribute("role") == "status"
    assert line.is_visible()


def choose(reader: Visit, counted: Counted, lang: str, facet: str, value: str) -> None:
    """Go to the value with Tab, opening what it is folded in, and take it with Space."""
    box = f"[data-facet='{facet}']"
    if not reader.page.locator(f"{box}[open]").count():
        reader.tab_to(f"{box} > summary")
        reader.press("Enter")
    values = next(f for f in counted.index(lang)["facets"] if f["id"] == facet)["values"]
    position = [one["id"] for one in values].index(value)
    field = f"{box} input[value='{position}']"
    reader.tab_to(field)
    reader.press("Space")
    wait_until(reader.page, "field => document.querySelector(field).checked", field)
    # A choice must not take the reader away from where they are.
    assert reader.focus_matches(field)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", list(CHOSEN))
def test_index_counts_each_value(crowded_site: Built, dataset: str, lang: str) -> None:
    counted = Counted(crowded_site, dataset)
    index = counted.index(lang)
    assert index["total"] == len(counted.values)
    for facet in index["facets"]:
        given = {value["id"]: value["n"] for value in facet["values"]}
        assert given == {value: counted.count({}, facet["id"], value) for value in given}
        assert len(given) > 1 or facet["id"] == "statuses"


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", list(CHOSEN))
def test_choosing_by_keyboard(
    visit: Visits, crowded_site: Built, dataset: str, lang: str, scheme: str
) -> None:
    counted = Counted(crowded_site, dataset)
    reader = visit(scheme)
    home = in_language(lang, f"{FOLDERS[dataset]}/index.html")
    page = reader.open(home)
    assert not page.locator("[data-choices]").is_visible()
    reader.tab_to("[data-panel] > summary")
    reader.press("Enter")
    assert_shows(page, counted, lang, {})

    choice: Choice = {}
    for facet, values in CHOSEN[dataset].items():
        for value in values:
            choose(reader, counted, lang, facet, value)
            choice.setdefault(facet, []).append(value)
            assert_shows(page, counted, lang, choice)
    assert 0 < len(counted.found(choice)) < len(counted.values)
    written = "&".join(f"{facet}={','.join(values)}" for facet, values in choice.items())
    order = {facet["id"]: facet["values"] for facet in counted.index(lang)["facets"]}
    for facet, values in choice.items():
        values.sort(key=[value["id"] for value in order[facet]].index)
    written = "&".join(f"{f}={','.join(choice[f])}" for f in order if f in choice)
    assert reader.uri() == f"{home}#{written}"

    page.reload()
    assert_shows(page, counted, lang, choice)

    # The first of those applied is taken away; the line with the new count has the focus then.
    reader.tab_to("[data-applied] button")
    reader.press("Enter")
    first = next(facet for facet in order if facet in choice)
    rest = {**choice, first: choice[first][1:]}
    assert_shows(page, counted, lang, rest)
    assert reader.focus_matches("p[data-count]")

    page.go_back()
    assert_shows(page, counted, lang, choice)
    page.go_forward()
    assert_shows(page, counted, lang, rest)

    reader.tab_to("[data-applied] .clear")
    reader.press("Enter")
    assert_shows(page, counted, lang, {})
    assert reader.focus_matches("p[data-count]")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_more_cards_come_and_the_first_new_one_has_the_focus(
    visit: Visits, crowded_site: Built, scheme: str
) -> None:
    found = Counted(crowded_site, "materials").found({})
    reader = visit(scheme)
    page = reader.open("ru/catalogue/index.html#added=2026-01")
    wait_for(page, {"added": ["2026-01"]})
    for shown in range(AT_ONCE, len(found), AT_ONCE):
        more = page.locator("button[data-more]")
        assert number(more.inner_text()) == min(AT_ONCE, len(found) - shown)
        reader.tab_to("button[data-more]", limit=300)
        reader.press("Enter")
        page.locator("[data-cards] > li").nth(shown).wait_for()
        assert reader.focus_matches(f"[data-cards] > li:nth-child({shown + 1}) a")
    assert page.evaluate(READ)["cards"] == found
    assert not page.locator("button[data-more]").is_visible()
    reader.press("Enter")
    page.wait_for_url(re.compile(r"/ru/catalogue/[a-z0-9-]+\.html$"))


def test_a_choice_of_one_drops_the_other(visit: Visits, crowded_site: Built) -> None:
    """Since when materials were added is one month, not several."""
    counted = Counted(crowded_site, "materials")
    reader = visit("file")
    page = reader.open("catalogue/index.html#added=2026-09,2026-02")
    assert_shows(page, counted, "kk", {"added": ["2026-09"]})
    choose(reader, counted, "kk", "added", "2026-02")
    assert_shows(page, counted, "kk", {"added": ["2026-02"]})


def test_a_choice_that_finds_nothing_says_so(visit: Visits, crowded_site: Built) -> None:
    counted = Counted(crowded_site, "materials")
    choice = {"needs": ["migration"], "formats": ["pdf"]}
    assert not counted.found(choice)
    page = visit("file").open("ru/catalogue/index.html#needs=migration&formats=pdf")
    assert_shows(page, counted, "ru", choice)
    assert page.locator("p[data-count]").inner_text() == page.locator("[data-words]").get_attribute(
        "data-none"
    )


@pytest.mark.parametrize("address", ["#needs=nothing", "#nothing=1", "#needs=%E0%A4%A", "#=&=,"])
def test_an_address_that_means_nothing_chooses_nothing(
    visit: Visits, crowded_site: Built, address: str
) -> None:
    page = visit().open(f"catalogue/index.html{address}")
    assert_shows(page, Counted(crowded_site, "materials"), "kk", {})


def test_skipping_to_the_content_keeps_the_choice(visit: Visits, crowded_site: Built) -> None:
    counted, choice = Counted(crowded_site, "materials"), {"needs": ["hearing"]}
    reader = visit()
    page = reader.open("catalogue/index.html#needs=hearing")
    assert_shows(page, counted, "kk", choice)
    reader.tab_to("a.skip")
    reader.press("Enter")
    page.wait_for_timeout(100)
    assert_shows(page, counted, "kk", choice)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_other_language_keeps_the_choice(
    visit: Visits, crowded_site: Built, scheme: str
) -> None:
    reader = visit(scheme)
    page = reader.open("catalogue/index.html#needs=hearing&audiences=teacher")
    page.locator("[data-cards] > li").first.wait_for()
    page.locator("header [data-twin]").click()
    page.wait_for_url("**/ru/catalogue/index.html#needs=hearing&audiences=teacher")
    choice = {"needs": ["hearing"], "audiences": ["teacher"]}
    assert_shows(page, Counted(crowded_site, "materials"), "ru", choice)


@pytest.mark.parametrize("missing", ["index.js", "column-needs.js", "cards-0.js"])
def test_data_that_does_not_come_is_asked_for_again(
    visit: Visits, crowded_site: Built, missing: str
) -> None:
    reader = visit(expected=["Failed to load resource"])
    page = reader.open("catalogue/index.html")
    page.route(f"**/{missing}*", lambda route: route.abort())
    page.locator("[data-panel] > summary").click()
    words = page.locator("[data-words]")
    again = page.get_by_role("button", name=words.get_attribute("data-retry") or "")
    again.wait_for()
    failed = words.get_attribute("data-failed") or "?"
    assert failed in page.locator("p[data-count]").inner_text()
    page.unroute(f"**/{missing}*")
    again.press("Enter")
    assert_shows(page, Counted(crowded_site, "materials"), "kk", {})
