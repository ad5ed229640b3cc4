"""One page of every kind in a browser: quiet, whole, within the screen, also without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from built import LANGUAGES, OTHER
from projects import ROOT
from visits import KINDS, NARROW, Visit, in_language

Visits = Callable[..., Visit]

SCHEMES = ("http", "file")

MENU = "details.menu > summary"

TOO_WIDE = """
    () => [...document.querySelectorAll('body *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(one => one.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_quiet_and_ask_only_the_site(visit: Visits, lang: str, scheme: str) -> None:
    """No console message, no error, no request elsewhere: the visit itself sees to that."""
    reader = visit(scheme)
    for kind, uri in KINDS.items():
        page = reader.open(in_language(lang, uri))
        assert page.locator("h1").is_visible(), kind
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)"), kind
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", kind
        assert not reader.surprises, kind


def test_a_lost_reader_gets_a_whole_page(visit: Visits) -> None:
    reader = visit(expected=["404 for", "status of 404"])
    for uri in ("nothing.html", "ru/catalogue/deep/nothing.html"):
        page = reader.open(uri)
        assert page.locator("h1").is_visible()
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert reader.follow("section[lang=ru] a") == "ru/index.html"


def test_a_visit_notices_what_goes_wrong(visit: Visits) -> None:
    """The other tests are as good as this one: requests elsewhere and errors are seen."""
    reader = visit()
    page = reader.open("index.html")
    page.evaluate("new Image().src = 'https://elsewhere.example/dot.gif'")
    page.evaluate("setTimeout(() => { throw new Error('oh no') })")
    page.evaluate("console.warn('careful')")
    page.evaluate("fetch('missing.json')")
    page.wait_for_timeout(300)
    seen = "\n".join(reader.problems)
    for part in ("elsewhere.example/dot.gif", "oh no", "warning: careful", "404 for"):
        assert part in seen
    reader.problems.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_read_without_scripts(visit: Visits, lang: str) -> None:
    reader = visit(java_script_enabled=False)
    for kind, uri in KINDS.items():
        page = reader.open(in_language(lang, uri))
        assert page.locator("h1").is_visible(), kind
        assert len(page.locator("main").inner_text()) > 150, kind
        for dead in page.locator("button, input, select, [data-panel], progress").all():
            assert not dead.is_visible(), (kind, dead.evaluate("one => one.outerHTML"))
        for link in page.locator("nav.nav a").all():
            assert link.is_visible(), kind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_links_lead_from_home_to_a_material(visit: Visits, lang: str) -> None:
    reader = visit(width=NARROW, java_script_enabled=False)
    page = reader.open(in_language(lang, "index.html"))
    menu = page.locator("details.menu")
    assert not menu.locator("a").first.is_visible()
    page.locator(MENU).click()
    catalogue = reader.follow("details.menu a[href*='catalogue/']")
    assert catalogue == in_language(lang, "catalogue/index.html")
    reader.follow("main a[href$='lists/needs/index.html']")
    concept = reader.follow("main a[href$='/hearing.html'], main a[href='hearing.html']")
    assert concept == in_language(lang, "lists/needs/hearing.html")
    assert reader.follow("main .card a").startswith(in_language(lang, "catalogue/"))
    assert page.locator("main article h1").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_turn_their_pages_without_scripts(visit: Visits, lang: str) -> None:
    reader = visit(java_script_enabled=False)
    uri = in_language(lang, "lists/needs/limited-opportunities.html")
    page = reader.open(uri)
    first = page.locator("main .card h3").all_inner_texts()
    assert reader.follow("a[rel=next]") == uri.replace(".html", "-2.html")
    second = page.locator("main .card h3").all_inner_texts()
    assert len(first) == 100
    assert second
    assert not set(first) & set(second)
    assert reader.follow("a[rel=prev]") == uri


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_sticks_out_on_the_narrowest_phone(visit: Visits, lang: str) -> None:
    written = ROOT / "docs" / lang
    by_hand = [path.relative_to(written).with_suffix(".html") for path in written.rglob("*.md")]
    uris = {*KINDS.values(), *(p.as_posix() for p in by_hand if not p.name.startswith("_"))}
    uris -= {"left-out.html"}  # of sticks only
    reader = visit("file", width=NARROW)
    wide = []
    for uri in sorted(uris):
        page = reader.open(in_language(lang, uri))
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            wide.append(f"{uri}: {page.evaluate(TOO_WIDE)}")
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_faceted_browser_fits_the_narrowest_phone(visit: Visits, lang: str) -> None:
    reader = visit("file", width=NARROW)
    page = reader.open(in_language(lang, "catalogue/index.html#needs=hearing&audiences=teacher"))
    page.locator("[data-cards] > li").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW, page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_phone_menu_by_keyboard(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme, width=NARROW)
    page = reader.open(in_language(lang, "index.html"))
    links = page.locator("details.menu a")
    reader.tab_to(MENU)
    assert not links.first.is_visible()
    reader.press("Enter")
    assert all(link.is_visible() for link in links.all())
    reader.press("Tab")
    assert reader.focus_matches("details.menu a")
    reader.press("Escape")
    assert not links.first.is_visible()
    assert reader.focus_matches(MENU)
    reader.press("Space")
    reader.tab_to("details.menu a[href*='catalogue/']", limit=10)
    reader.press("Enter")
    page.wait_for_url("**/catalogue/index.html")
    assert reader.uri() == in_language(lang, "catalogue/index.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keyboard_skips_to_the_content(visit: Visits, lang: str) -> None:
    reader = visit()
    page = reader.open(in_language(lang, "about.html"))
    reader.press("Tab")
    assert reader.focus_matches("a.skip")
    box = page.locator("a.skip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    reader.press("Enter")
    assert reader.focus_matches("main")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_language_switch_keeps_the_page(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    for kind in ("centre", "list with files"):
        uri = KINDS[kind]
        here, there = in_language(lang, uri), in_language(OTHER[lang], uri)
        page = reader.open(here)
        for expected in (there, here):
            reader.tab_to("header [data-twin]")
            reader.press("Enter")
            page.wait_for_url(f"{reader.base}{expected}")
        assert page.evaluate("document.documentElement.lang") == lang


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("system", ["light", "dark"])
def test_colour_scheme_is_chosen_and_remembered(visit: Visits, scheme: str, system: str) -> None:
    reader = visit(scheme, color_scheme=system)
    ground = "getComputedStyle(document.body).backgroundColor"
    page = reader.open("index.html")
    button = page.locator("[data-scheme-button]")
    automatic = page.evaluate(ground)
    seen = {}
    for word in ("light", "dark"):
        reader.tab_to("[data-scheme-button]")
        reader.press("Enter")
        assert button.inner_text().endswith(button.get_attribute(f"data-{word}") or "?")
        seen[word] = page.evaluate(ground)
        # Remembered on the next page and in the other language, from the first paint on.
        reader.open("ru/catalogue/study-2016.html")
        assert page.evaluate(ground) == seen[word]
        shown = page.locator("[data-scheme-word]").inner_text()
        assert shown == button.get_attribute(f"data-{word}")
        reader.open("index.html")
    assert seen["light"] != seen["dark"]
    assert automatic == seen[system]
    button.press("Enter")
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(ground) == automatic
