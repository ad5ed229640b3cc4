"""The panel for weak sight: by keyboard, http and file, remembered, before the first paint."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from built import LANGUAGES, Built
from playwright.sync_api import Page
from visits import NARROW, Visit, in_language, wait_until

Visits = Callable[..., Visit]

SCHEMES = ("http", "file")

KEY = "tirek:sight"

OPEN = "header [data-sight-open]"

EVERYTHING = {
    "size": "200",
    "letters": "wider",
    "lines": "wider",
    "colours": "yellow-on-black",
    "images": "off",
    "face": "serif",
    "calm": "on",
}

COLOURS = {
    "black-on-white": ("rgb(255, 255, 255)", "rgb(0, 0, 0)"),
    "white-on-black": ("rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    "blue": ("rgb(207, 230, 255)", "rgb(0, 43, 92)"),
    "yellow-on-black": ("rgb(0, 0, 0)", "rgb(255, 230, 0)"),
}
"""Ground and text of each scheme."""

SEEN = """
    () => {
        const body = getComputedStyle(document.body);
        return [body.backgroundColor, body.color];
    }
"""

FIRST_PAINT = """
    (() => {
        const look = () => {
            if (!document.body || !document.body.firstElementChild) {
                requestAnimationFrame(look);
                return;
            }
            window.first = getComputedStyle(document.body).backgroundColor;
        };
        requestAnimationFrame(look);
    })()
"""
"""Keeps the ground of the first frame that has anything to paint."""


def opened(reader: Visit, uri: str = "about.html") -> Page:
    """The page with its panel opened by keyboard, from the page's beginning."""
    page = reader.open(uri)
    reader.press("Tab")
    reader.press("Tab")
    assert reader.focus_matches(".skips [data-sight-open]")
    assert page.locator(".skips").bounding_box() is not None
    reader.press("Enter")
    page.locator("#sight").wait_for()
    wait_until(page, "() => document.activeElement.id === 'sight'")
    return page


def kept(page: Page) -> dict[str, str]:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}') || '{{}}'"))  # type: ignore[no-any-return]


def choose(reader: Visit, setting: str, value: str) -> None:
    """Go to the group with Tab and to the choice with arrows."""
    reader.tab_to(f"#sight input[name={setting}]", limit=20)
    while not reader.focus_matches(f"#sight input[name={setting}][value='{value}']"):
        reader.press("ArrowDown")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_chosen_by_keyboard_and_remembered(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme)
    page = opened(reader, in_language(lang, "about.html"))
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    usual = page.evaluate(size)
    choose(reader, "size", "150")
    assert page.evaluate(size) == pytest.approx(usual * 1.5, rel=0.01)
    choose(reader, "colours", "yellow-on-black")
    assert page.evaluate(SEEN) == list(COLOURS["yellow-on-black"])
    said = page.locator("#sight [role=status]").inner_text()
    assert said.startswith(page.locator("#sight legend").nth(1).inner_text())
    assert kept(page) == {"size": "150", "colours": "yellow-on-black"}
    reader.press("Escape")
    assert not page.locator("#sight").is_visible()
    # On another page, in the other language: the same, and the panel shows what is chosen.
    reader.open("ru/catalogue/example-001.html" if lang == "kk" else "catalogue/example-001.html")
    assert page.evaluate(SEEN) == list(COLOURS["yellow-on-black"])
    assert page.evaluate(size) == pytest.approx(usual * 1.5, rel=0.01)
    page.locator(OPEN).press("Enter")
    page.locator("#sight").wait_for()
    assert page.locator("#sight input[value=yellow-on-black]").is_checked()
    reader.tab_to("[data-reset]", limit=20)
    reader.press("Enter")
    assert page.evaluate(size) == usual
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("#sight input[value='']").all()
    assert all(first.is_checked() for first in page.locator("#sight input[value='']").all())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colours", list(COLOURS))
def test_settings_hold_before_the_first_paint(visit: Visits, colours: str, scheme: str) -> None:
    reader = visit(scheme, color_scheme="dark")
    reader.open("about.html").evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [KEY, json.dumps({"colours": colours})],
    )
    reader.page.add_init_script(FIRST_PAINT)
    page = reader.open("ru/network/index.html")
    wait_until(page, "() => window.first")
    ground, text = COLOURS[colours]
    assert page.evaluate("window.first") == ground
    assert page.evaluate(SEEN) == [ground, text]


def test_the_panel_gives_the_focus_back(visit: Visits) -> None:
    reader = visit()
    page = reader.open("index.html")
    for close in ("Escape", "again"):
        page.locator(OPEN).press("Enter")
        wait_until(page, "() => document.activeElement.id === 'sight'")
        assert page.locator(OPEN).get_attribute("aria-expanded") == "true"
        if close == "Escape":
            reader.press("Escape")
        else:
            page.locator(OPEN).press("Enter")
        assert page.locator(OPEN).get_attribute("aria-expanded") == "false"
        assert reader.focus_matches(OPEN)


def test_nothing_of_the_panel_is_loaded_before(visit: Visits) -> None:
    reader = visit()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("about.html")
    assert asked
    assert not [url for url in asked if "/sight/" in url]
    opened(reader)
    names = {url.rpartition("/")[2] for url in asked if "/sight/" in url}
    assert names == {"sight.js", "sight.css", "panel-kk.js"}


def test_where_images_are_off_words_stand_in_their_place(visit: Visits) -> None:
    reader = visit("file")
    page = reader.open("concept/situation.html")
    drawing = page.locator("svg[role=img]").first
    text = drawing.get_attribute("aria-label") or "?"
    page.evaluate(f"localStorage.setItem('{KEY}', JSON.stringify({{images: 'off'}}))")
    page.reload()
    page.locator(".sight-alt").first.wait_for()
    assert page.locator(".sight-alt").first.inner_text() == text
    assert not any(one.is_visible() for one in page.locator("svg").all())


def test_letters_lines_face_and_motion(visit: Visits) -> None:
    reader = visit("file")
    page = reader.open("about.html")
    page.evaluate(f"value => localStorage.setItem('{KEY}', value)", json.dumps(EVERYTHING))
    page.reload()
    seen = page.evaluate(
        """() => {
            const style = getComputedStyle(document.querySelector('main p'));
            const size = parseFloat(style.fontSize);
            return [parseFloat(style.letterSpacing) / size, parseFloat(style.wordSpacing) / size,
                parseFloat(style.lineHeight) / size, style.fontFamily, style.transitionDuration];
        }"""
    )
    # As far as WCAG 1.4.12 goes.
    assert seen[0] == pytest.approx(0.12, abs=0.005)
    assert seen[1] == pytest.approx(0.16, abs=0.005)
    assert seen[2] > 1.5
    assert "Times" in seen[3]
    assert seen[4] == "0s"


@pytest.mark.parametrize("uri", ["index.html", "ru/catalogue/example-001.html", "acts.html"])
def test_nothing_sticks_out_of_a_phone_at_the_largest(visit: Visits, uri: str) -> None:
    reader = visit("file", width=NARROW)
    page = reader.open(uri)
    page.evaluate(f"value => localStorage.setItem('{KEY}', value)", json.dumps(EVERYTHING))
    page.reload()
    page.locator(OPEN).click()
    page.locator("#sight").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("stored", ["{", "[]", "null", '"x"', '{"size": 5, "colours": {"a": 1}}'])
def test_what_storage_holds_cannot_break_a_page(visit: Visits, stored: str) -> None:
    reader = visit()
    page = reader.open("about.html")
    page.evaluate(f"value => localStorage.setItem('{KEY}', value)", stored)
    page.reload()
    assert page.evaluate("document.documentElement.hasAttribute('data-sight')") is False
    assert page.locator("h1").is_visible()


def test_without_scripts_there_is_no_button_but_a_page_that_helps(
    visit: Visits, built: Built
) -> None:
    reader = visit(java_script_enabled=False)
    page = reader.open("index.html")
    assert not any(button.is_visible() for button in page.locator("[data-sight-open]").all())
    assert reader.follow("footer a[href$='accessibility.html']") == "guides/accessibility.html"
    assert all("data-sight-open" in page.source for page in built.pages.values())
