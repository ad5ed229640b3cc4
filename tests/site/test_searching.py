"""The search box, the page of search and marks on an opened page, mostly by keyboard.

How well things are found the benchmark of search judges; here is what readers see and hear.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from built import LANGUAGES, OTHER, Built
from faults.tabs import until
from firefox import Firefox
from playwright.sync_api import Browser, Page, Route
from test_accessibility import violations
from test_choosing import Counted
from visits import NARROW, WIDE, Opener, Visit, in_language

from tirek.text import plural_form
from tirek.wording import words_of

Visits = Callable[..., Visit]

WORDS = words_of("interface")

DOOR = "header a[data-search-door]"
FIELD = "header .search-field"
OPTION = "header [role=option]"
CARD = "[data-cards] > li"

QUERY = {"kk": "жоспар", "ru": "план"}
"""Finds many materials, in the crowded site over a hundred."""

AT_ONCE = 20

WAYS = (("kk", "file"), ("ru", "http"))
"""Languages and schemes in pairs: what differs between languages does not between schemes."""


def said(key: str, lang: str, **values: object) -> str:
    """A sentence of the interface with its places filled."""
    sentence: str = WORDS[key][lang]
    return sentence.format(**values)


def counted(key: str, lang: str, n: int) -> str:
    """A sentence about ``n`` things, in the plural form that Python's side of Tirek gives."""
    forms = WORDS[key][lang]
    sentence: str = forms if isinstance(forms, str) else forms[plural_form(lang, n)]  # type: ignore[arg-type]
    return sentence.format(n=n)


def number(text: str) -> int:
    (found,) = re.findall(r"\d[\d\s]*", text)
    return int(re.sub(r"\s", "", found))


def search_page(lang: str, query: str, more: str = "") -> str:
    return in_language(lang, f"search.html?q={quote(query)}{more}")


def shown_count(page: Page) -> int:
    """How many hits the page says there are, once they have come."""
    page.locator(CARD).first.wait_for()
    return number(page.locator("[data-count]").inner_text().split(".")[0])


def all_hits(page: Page) -> list[str]:
    """Addresses of all hits."""
    while page.locator("[data-more]").is_visible():
        before = page.locator(CARD).count()
        page.locator("[data-more]").click()
        page.locator(CARD).nth(before).wait_for()
    hrefs: list[str] = page.locator(f"{CARD} h3 a").evaluate_all("all => all.map(a => a.href)")
    return hrefs


# Before the box is used, and without scripts.


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_search_loads_before_the_box_is_used(visit: Visits, lang: str) -> None:
    reader = visit()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for uri in ("index.html", "about.html", "catalogue/study-2016.html"):
        page = reader.open(in_language(lang, uri))
        page.wait_for_load_state("networkidle")
        reader.tab_to(DOOR)
    assert len(asked) > 6
    assert not [path for path in asked if "search" in path]
    reader.press("Enter")
    page.wait_for_function("() => window.tirekSearch")
    assert [path for path in asked if "search" in path]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_box_leads_to_the_lists(visit: Visits, lang: str) -> None:
    reader = visit(java_script_enabled=False)
    page = reader.open(in_language(lang, "catalogue/study-2016.html"))
    assert reader.follow(DOOR) == in_language(lang, "search.html")
    assert page.get_by_text(said("search_noscript", lang)).is_visible()
    for dead in page.locator("main input, main button, main details").all():
        assert not dead.is_visible()
    assert reader.follow("main a[href$='lists/needs/index.html']")
    assert page.locator("h1").is_visible()


def test_nothing_of_the_themes_own_search_is_there(built: Built) -> None:
    ours = {path for path in built.files if re.search(r"(^|/)search[/.]", path)}
    assert {path.split("/")[0] for path in ours} == {"search.html", "ru", "search", "assets"}
    assert not [path for path in built.files if re.search(r"lunr|search[_-](index|worker)", path)]
    assert not [path for path in built.files if path.endswith(".d.ts")]


# The box.


@pytest.mark.parametrize(("lang", "scheme"), WAYS)
def test_box_by_keyboard(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    page = reader.open(in_language(lang, "about.html"))
    reader.tab_to(DOOR)
    reader.press("Enter")
    field = page.locator(FIELD)
    assert reader.focus_matches(FIELD)
    page.keyboard.type(QUERY[lang])
    page.locator(f"{FIELD}[role=combobox][aria-expanded=true]").wait_for()
    options = page.locator(OPTION)
    ids = options.evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids)) == 8
    box = page.locator(f"#{field.get_attribute('aria-controls')}[role=listbox]")
    assert box.get_attribute("aria-label")
    assert box.is_visible()

    def active() -> str | None:
        chosen = options.evaluate_all(
            "all => all.filter(one => one.getAttribute('aria-selected') === 'true')"
            ".map(one => one.id)"
        )
        name = field.get_attribute("aria-activedescendant")
        assert chosen == ([name] if name else [])
        assert reader.focus_matches(FIELD)
        return name

    assert active() is None
    for key, expected in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", -1),
        ("ArrowDown", None),
        ("ArrowUp", -1),
        ("Home", 0),
        ("ArrowUp", None),
        ("ArrowDown", 0),
    ):
        reader.press(key)
        assert active() == (None if expected is None else ids[expected]), key
    # Once typing has rested the number of hits is read out, in the right plural form.
    last = options.nth(7).inner_text()
    live = page.locator("header .search-box [role=status]")
    page.wait_for_function(
        "text => document.querySelector('header .search-box [role=status]').textContent"
        ".includes(text)",
        arg=counted("search_found", lang, number(last)),
    )
    assert said("search_walk", lang) in live.inner_text()

    reader.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert not options.first.is_visible()
    assert field.input_value() == QUERY[lang]
    reader.press("ArrowDown")
    assert options.first.is_visible()
    href = options.first.get_attribute("href") or ""
    assert active() == ids[0]
    with page.expect_navigation():
        reader.press("Enter")
    assert page.url == href
    page.locator("mark.search-mark").first.wait_for()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_box_that_is_empty_goes_back_to_what_it_was(visit: Visits, lang: str) -> None:
    reader = visit()
    page = reader.open(in_language(lang, "about.html"))
    reader.tab_to(DOOR)
    # The first letter is not lost, though it is typed on the link.
    first, rest = QUERY[lang][0], QUERY[lang][1:]
    page.locator(DOOR).dispatch_event("keydown", {"key": first})
    page.keyboard.type(rest)
    assert page.locator(FIELD).input_value() == QUERY[lang]
    page.locator(OPTION).first.wait_for()
    for _ in range(2):
        reader.press("Escape")
    assert page.locator(FIELD).input_value() == ""
    reader.press("Escape")
    assert reader.focus_matches(DOOR)
    assert not page.locator(FIELD).count()
    reader.press("Enter")
    page.keyboard.type(QUERY[lang])
    page.locator(OPTION).first.wait_for()
    reader.press("Tab")
    assert not page.locator(OPTION).first.is_visible()


@pytest.mark.parametrize(("lang", "scheme"), WAYS)
def test_enter_shows_all_on_the_page_of_search(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    page = reader.open(in_language(lang, "about.html"))
    page.locator(DOOR).click()
    page.keyboard.type(QUERY[lang])
    reader.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    total = shown_count(page)
    assert (
        page.locator("[data-count]").inner_text().startswith(counted("search_found", lang, total))
    )
    heading = said("search_heading", lang, query=QUERY[lang])
    assert page.locator("h1").inner_text() == heading
    assert page.title().startswith(heading)
    assert page.locator("[data-search-page] [data-search-field]").input_value() == QUERY[lang]
    assert page.locator(CARD).count() == min(total, AT_ONCE)
    # More come by a button, and the first new one has the focus.
    reader.tab_to("[data-more]", limit=80)
    reader.press("Enter")
    page.locator(CARD).nth(AT_ONCE).wait_for()
    assert reader.focus_matches(f"{CARD}:nth-child({AT_ONCE + 1}) a")
    assert len(all_hits(page)) == total
    # The header's box is the page's own field here.
    page.locator(DOOR).click()
    assert reader.focus_matches("[data-search-page] [data-search-field]")


def test_slash_goes_to_the_box_unless_switched_off(visit: Visits) -> None:
    reader = visit()
    page = reader.open("about.html")
    reader.press("/")
    assert reader.focus_matches(FIELD)
    reader.press("/")
    assert page.locator(FIELD).input_value() == "/"
    page = reader.open("search.html")
    page.locator("details.fold > summary").click()
    page.locator("[data-slash]").uncheck()
    page = reader.open("ru/about.html")
    reader.press("/")
    assert not page.locator(FIELD).count()
    assert not reader.open("ru/search.html").locator("[data-slash]").is_checked()


# The page of search.


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_find_what_they_are_examples_of(
    chromium: Browser, built: Built, lang: str
) -> None:
    opener = Opener(chromium, {"file": f"{built.folder.as_uri()}/"})
    page = opener.visit("file").open(in_language(lang, "search.html"))
    rows = page.locator("[data-examples] dl > div")
    kinds = ("material", "centre", "organisation", "event", "term", "clause", "page")
    assert rows.count() == len(kinds)
    examples = [
        (k, q) for i, k in enumerate(kinds) for q in rows.nth(i).locator("a").all_inner_texts()
    ]
    for kind, query in examples:
        page.locator("[data-search-field]").fill("")
        page.locator("[data-examples] a", has_text=query).first.click()
        page.wait_for_url(f"**q={quote(query).replace('%20', '+')}")
        page.locator(f"{CARD}:nth-child(-n+5) .kind-{kind}").first.wait_for()
    opener.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facets_count_what_is_found(visit: Visits, crowded_site: Built, lang: str) -> None:
    """All hits of a query are collected, and counted again from the data files."""
    site = Counted(crowded_site, "materials")
    reader = visit("file")
    page = reader.open(search_page(lang, QUERY[lang]))
    total = shown_count(page)
    found = [Path(urlsplit(href).path).stem for href in all_hits(page) if "/catalogue/" in href]
    assert len(found) > 60
    page.locator("[data-panel] > summary").click()
    page.locator("[data-facet]").first.wait_for()
    read = """() => Object.fromEntries([...document.querySelectorAll('[data-facet]')].map(box => [
        box.dataset.facet, [...box.querySelectorAll('label')].map(({children}) =>
            [children[1].textContent, Number(children[2].textContent)])]))"""
    facets: dict[str, list[list[Any]]] = page.evaluate(read)
    assert "kinds" in facets
    assert sum(n for _, n in facets["kinds"]) == total
    labels = crowded_site.labels
    for facet in ("resource-types", "needs", "education-levels", "audiences", "formats"):
        counts: dict[str, int] = {}
        for name in found:
            for value in site.values[name][facet]:
                label = labels[facet][value][lang]
                counts[label] = counts.get(label, 0) + 1
        given = {label: n for label, n in facets[facet] if n}
        assert given == counts, facet


@pytest.mark.parametrize(("lang", "scheme"), WAYS)
def test_query_and_facets_live_in_the_address(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    page = reader.open(search_page(lang, QUERY[lang]))
    total = shown_count(page)
    reader.tab_to("[data-panel] > summary")
    reader.press("Enter")
    page.locator("[data-facet]").first.wait_for()
    if not page.locator("[data-facet=needs][open]").count():
        reader.tab_to("[data-facet=needs] > summary")
        reader.press("Enter")
    value = "[data-facet=needs] label:not(.is-none) input"
    reader.tab_to(value)
    expected = number(page.locator("label:focus-within .count").inner_text())
    reader.press("Space")
    applied = page.locator("[data-applied] button")
    applied.first.wait_for()
    assert reader.focus_matches(value)
    assert 0 < expected < total
    assert shown_count(page) == expected
    address = reader.uri()
    given = parse_qs(urlsplit(address).query)
    assert given["q"] == [QUERY[lang]]
    assert list(given) == ["q", "needs"]

    page.reload()
    applied.first.wait_for()
    assert shown_count(page) == expected
    # The other language has the same choice and the same records.
    page.locator("header [data-twin]").click()
    page.wait_for_url(f"**/{in_language(OTHER[lang], 'search.html')}?q=*needs=*")
    applied.first.wait_for()
    page.go_back()
    applied.first.wait_for()

    # The first step back is the query without the choice; and forward again.
    page.go_back()
    page.wait_for_function("() => !document.querySelector('[data-applied] button')")
    assert shown_count(page) == total
    page.go_forward()
    applied.first.wait_for()
    assert shown_count(page) == expected
    reader.tab_to("[data-applied] button")
    reader.press("Enter")
    page.wait_for_function("() => !document.querySelector('[data-applied] button')")
    assert reader.focus_matches("[data-count]")
    assert "needs" not in reader.uri()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_typing_changes_the_address_in_place(visit: Visits, lang: str) -> None:
    reader = visit()
    page = reader.open(in_language(lang, "search.html"))
    steps = page.evaluate("history.length")
    page.locator("[data-search-field]").click()
    page.keyboard.type(QUERY[lang], delay=30)
    page.locator(CARD).first.wait_for()
    page.wait_for_url(f"**q={quote(QUERY[lang])}")
    assert page.evaluate("history.length") == steps
    assert not page.locator("[data-examples]").is_visible()
    page.locator("[data-search-field]").fill("")
    page.locator("[data-examples]").wait_for()
    assert not page.locator(CARD).first.is_visible()
    assert reader.uri() == in_language(lang, "search.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_found_says_what_to_try(visit: Visits, lang: str) -> None:
    query = "<ыыъъщщ> ыыщщъъ"
    page = visit().open(search_page(lang, query))
    page.locator("[data-none]").wait_for()
    none = said("search_none", lang, query=query)
    assert page.locator("[data-count]").inner_text() == none
    assert query in page.locator("h1").inner_text()
    assert said("search_try_other", lang) in page.locator("[data-none]").inner_text()
    live = page.locator("[data-live]")
    page.wait_for_function("() => document.querySelector('[data-live]').textContent")
    assert none in live.inner_text()


def test_titles_with_markup_stay_text(visit: Visits) -> None:
    page = visit().open(search_page("kk", "Үлгі № 7 оқу жоспары"))
    page.locator(CARD).first.wait_for()
    assert "<b>және</b>" in page.locator(CARD).first.inner_text()
    assert not page.locator(f"{CARD} b").count()
    assert page.locator(f"{CARD} mark").count()


@pytest.mark.parametrize(
    ("lang", "query", "key"),
    [
        ("ru", "gkfy ehjrf", "search_layout"),
        ("kk", ";jcgfh", "search_layout"),
        ("ru", "семенар", "search_corrected"),
        ("kk", "тьютар", "search_corrected"),
        ("ru", "тағылым", "search_only_other"),
    ],
)
def test_page_says_what_it_did(visit: Visits, lang: str, query: str, key: str) -> None:
    page = visit("file").open(search_page(lang, query))
    kind = key.removeprefix("search_").removeprefix("only_")
    notice = page.locator(f".search-notice-{kind}")
    notice.wait_for()
    before = WORDS[key][lang].split("{")[0]
    assert notice.inner_text().startswith(before)
    page.wait_for_function(
        "text => document.querySelector('[data-live]').textContent.includes(text)", arg=before
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hits_in_the_other_language_say_so(visit: Visits, lang: str) -> None:
    word = {"kk": "переосмыслить", "ru": "тағылым"}[lang]
    page = visit("file").open(search_page(lang, word))
    page.locator(CARD).first.wait_for()
    other = page.locator(f"{CARD}:has(a[lang={OTHER[lang]}])")
    assert other.count()
    assert other.first.locator(".search-other").inner_text() == said("search_other_language", lang)
    for lang_of in page.locator(f"{CARD} h3 a").evaluate_all("all => all.map(one => one.lang)"):
        assert lang_of in LANGUAGES


# What can go wrong.


@pytest.mark.parametrize("spoil", ["a letter of the cards changed", "the words are gone"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_damaged_copy_says_so_and_shows_the_rest(
    chromium: Browser, built: Built, tmp_path: Path, lang: str, spoil: str
) -> None:
    folder = shutil.copytree(built.folder, tmp_path / "site")
    opener = Opener(chromium, {"file": f"{folder.as_uri()}/"})
    reader = opener.visit("file", expected=["ERR_FILE_NOT_FOUND"])
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open(search_page(lang, QUERY[lang]))
    whole = len({*all_hits(page)})
    kind = f"{lang}/c" if "cards" in spoil else "t"
    name = next(url for url in asked if f"/search/{kind}-" in url)
    path = folder / unquote(urlsplit(name).path.split("/site/")[-1])
    if "cards" in spoil:
        text = path.read_text(encoding="utf-8")
        spoilt = re.sub(r"(?<=[а-я]) (?=[а-я])", "_", text, count=1)
        assert spoilt != text
        path.write_text(spoilt, encoding="utf-8")
    else:
        path.unlink()
    page.reload()
    failed = page.locator(".search-notice-failed")
    failed.wait_for()
    assert failed.inner_text().startswith(said("search_damaged_copy", lang))
    assert not page.locator("[data-none]").is_visible()
    assert len({*all_hits(page)}) < whole
    if "cards" in spoil:
        assert page.locator(CARD).count()
    # With the file as it was, a press on the button finds all again.
    shutil.copy(built.folder / path.relative_to(folder), path)
    failed.get_by_role("button", name=said("search_retry", lang)).click()
    failed.wait_for(state="detached")
    assert len({*all_hits(page)}) == whole
    opener.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_slow_line_is_waited_for_aloud(visit: Visits, lang: str) -> None:
    reader = visit()
    page = reader.page
    held: list[Route] = []
    page.route("**/search/start.js", lambda route: held.append(route))
    # A script on its way delays the load of the page.
    page.goto(reader.base + search_page(lang, QUERY[lang]), wait_until="domcontentloaded")
    line = page.locator("[data-count]")
    line.get_by_text(said("search_loading", lang)).wait_for()
    reader.open(in_language(lang, "about.html"))
    page.locator(DOOR).click()
    page.keyboard.type(QUERY[lang])
    page.locator(".search-said", has_text=said("search_loading", lang)).wait_for()
    for route in held[1:]:
        route.continue_()
    page.locator(OPTION).first.wait_for()


@pytest.mark.parametrize("missing", ["assets/search/engine.js", "assets/search/words-kk.js"])
def test_search_that_does_not_load_is_asked_for_again(visit: Visits, missing: str) -> None:
    reader = visit(expected=["Failed to load resource", "ERR_FAILED"])
    page = reader.page
    page.route(f"**/{missing}", lambda route: route.abort())
    reader.open(search_page("kk", QUERY["kk"]))
    failed = page.locator(".search-notice-failed")
    failed.wait_for()
    assert said("search_failed", "kk") in failed.inner_text()
    page.unroute(f"**/{missing}")
    failed.get_by_role("button", name=said("search_retry", "kk")).click()
    assert shown_count(page)
    assert not failed.count()


def test_box_leads_on_where_the_rest_does_not_load(visit: Visits) -> None:
    reader = visit(expected=["Failed to load resource", "ERR_FAILED"])
    page = reader.page
    page.route("**/assets/search/box.js", lambda route: route.abort())
    reader.open("about.html")
    page.locator(DOOR).click()
    page.keyboard.type(QUERY["kk"])
    reader.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert shown_count(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tab_leaves_the_box_in_firefox(
    firefox: Firefox, addresses: dict[str, str], lang: str
) -> None:
    """Firefox stops at what scrolls, and a popup that closes then takes the focus with it."""
    with firefox.tab() as tab:
        tab.open(addresses["http"] + in_language(lang, "about.html"))
        tab.click("header [data-search-door]")
        tab.write(QUERY[lang])
        until(tab, "document.querySelectorAll('[role=option]').length > 3")
        popup = "document.querySelector('.search-popup')"
        tab.evaluate(f"({popup}.style.maxHeight = '150px')")
        assert tab.evaluate(f"{popup}.scrollHeight > {popup}.clientHeight")
        tab.press("Tab")
        assert tab.evaluate("document.activeElement.matches('header a')")
        assert tab.evaluate(f"{popup}.hidden")
        assert not tab.problems()


# Marks on an opened page.


@pytest.mark.parametrize(("lang", "scheme"), WAYS)
def test_words_are_marked_where_a_hit_is_opened(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    page = reader.open(search_page(lang, QUERY[lang]))
    page.locator(CARD).first.wait_for()
    text = page.locator(f"{CARD} h3").first.inner_text()
    with page.expect_navigation():
        page.locator(f"{CARD} h3 a").first.click()
    marks = page.locator("mark.search-mark")
    marks.first.wait_for()
    bar = page.locator(".search-marks")
    assert bar.get_attribute("role") == "region"
    bar.get_by_text(counted("search_marks_count", lang, marks.count())).wait_for()
    assert page.locator("h1").inner_text() == text
    # Those inside a fold have words too, though nobody sees them yet.
    for mark in marks.all_text_contents():
        assert re.fullmatch(r"[\w-]+", mark), mark
    # A step to the next one shows where it is.
    reader.tab_to(".search-marks button")
    page.locator(".search-marks button").nth(1).press("Enter")
    assert page.locator(".search-mark.is-here").count() == 1
    page.locator(".search-marks button").nth(2).press("Enter")
    assert not marks.count()
    assert not bar.count()
    assert "marks" not in reader.uri()
    assert page.locator("h1").inner_text() == text
    assert reader.focus_matches("main")


def test_marks_do_not_lose_the_anchor(visit: Visits) -> None:
    reader = visit("file")
    page = reader.open(search_page("ru", "4.2.4"))
    page.locator(CARD).first.wait_for()
    with page.expect_navigation():
        page.locator(f"{CARD} h3 a[href*='#']").first.click()
    assert "marks=" in reader.uri()
    assert page.evaluate("Boolean(document.querySelector(':target'))")


# Seen and heard by everyone.


def seen(page: Page) -> list[str]:
    """What axe says of the page at a desk by day and by night, and on a phone."""
    found = []
    for width, schemes in ((WIDE, ("light", "dark")), (NARROW, ("dark",))):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [f"{scheme}, {width} px: {one}" for one in violations(page)]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_search(visit: Visits, lang: str) -> None:
    reader = visit(expected=["404"])
    found = []
    page = reader.open(in_language(lang, "index.html"))
    page.locator("a[data-search-door]:visible").last.click()
    page.keyboard.type(QUERY[lang])
    page.locator(".hero [role=option]").first.wait_for()
    reader.press("ArrowDown")
    found += seen(page)
    for state, part in (
        (in_language(lang, "search.html"), "examples"),
        (search_page(lang, "ыыъъщщ"), "none"),
    ):
        page = reader.open(state)
        page.locator(f"[data-{part}]").wait_for()
        found += seen(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page = reader.open(search_page(lang, QUERY[lang], "&audiences=teacher,parent"))
    page.locator("[data-applied] button").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found += seen(page)
    with page.expect_navigation():
        page.locator(f"{CARD} h3 a").first.click()
    page.locator(".search-marks").wait_for()
    found += seen(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_search_fits_the_narrowest_phone(visit: Visits, lang: str) -> None:
    reader = visit("file", width=NARROW)
    page = reader.open(in_language(lang, "about.html"))
    page.locator(DOOR).click()
    page.keyboard.type(QUERY[lang])
    page.locator(OPTION).first.wait_for()
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= NARROW
    # Facts of an option leave room for other options; the card of the same hit has them all.
    short = max(page.locator(".search-popup .search-line").all_inner_texts(), key=len)
    page = reader.open(search_page(lang, QUERY[lang], "&audiences=teacher"))
    page.locator("[data-applied] button").first.wait_for()
    assert len(short) < max(map(len, page.locator(f"{CARD} .search-line").all_inner_texts()))
    # What was found is not pushed away by facets that nobody opened.
    assert not page.locator("[data-panel][open]").count()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(wide) <= NARROW
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main summary, main label, main input')]
            .filter(one => one.offsetParent && one.type !== 'checkbox')
            .filter(one => one.getBoundingClientRect().height < 44)
            .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert not small
    page.locator(f"{CARD} h3 a").first.click()
    page.locator(".search-marks").wait_for()
    assert page.evaluate(wide) <= NARROW
