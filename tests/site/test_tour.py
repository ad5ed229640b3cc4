"""The first page of a stick, and a reader's whole way from it; four browsers are a script's job."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from faults.tabs import chromium_tab
from faults.tour import Tour, walk
from playwright.sync_api import Browser
from projects import ROOT
from test_accessibility import seen_all_ways
from visits import Opener, Visit

from tirek.cli import main

Visits = Callable[..., Visit]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour").resolve() / "stick"
    result = CliRunner().invoke(main, ["--root", str(ROOT), "usb", "build", str(folder)])
    gc.enable()  # a build turns it off for the life of its process
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def start(chromium: Browser, edition: Path) -> Iterator[Callable[..., Visit]]:
    """Open the stick's first page."""
    opener = Opener(chromium, {"file": f"{edition.as_uri()}/"})

    def visit(**options: object) -> Visit:
        made = opener.visit("file", **options)  # type: ignore[arg-type]
        made.open("START.html")
        return made

    yield visit
    opener.close()


def test_every_step_holds_without_a_network(chromium: Browser, edition: Path) -> None:
    counts: Counter[str] = Counter()
    with chromium_tab(chromium) as tab:
        walk(Tour(tab, edition, "chromium"), counts)
    assert counts["steps that hold"] > 10
    assert not [name for name, number in counts.items() if name.startswith("!") and number]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("lang", "door"), [("kk", "index.html"), ("ru", "ru/index.html")])
def test_each_door_leads_into_its_language(
    start: Visits, edition: Path, lang: str, door: str, scripts: bool
) -> None:
    visit = start(java_script_enabled=scripts)
    half = visit.page.locator(f"main section[lang={lang}]")
    links = half.locator("a").evaluate_all("all => all.map(a => a.pathname)")
    folder = "" if lang == "kk" else "ru/"
    names = ("verify.html", "left-out.html")
    assert [link.removeprefix(f"{edition}/") for link in links] == [folder + n for n in names]
    said = half.locator("[data-edition]").inner_text()
    assert ("2026" in said) is scripts
    assert ("tirek.sha256" in said) is not scripts
    assert visit.follow(f"main li[lang={lang}] a.door") == door
    assert visit.page.locator("html").get_attribute("lang") == lang


def test_axe_finds_nothing_on_the_first_page(start: Visits) -> None:
    page = start().page
    assert page.locator("h1").count() == 1
    assert page.locator("h1 > span").evaluate_all("all => all.map(one => one.lang)") == ["kk", "ru"]
    assert seen_all_ways(page) == []
