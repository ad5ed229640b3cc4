"""A term's meaning opens where the term stands, by keyboard too; without scripts it is a link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from built import LANGUAGES
from visits import NARROW, Visit, in_language

Visits = Callable[..., Visit]

PAGE = "regulation/information-work.html"
HINT = "main a.hint"
BOX = ".hint-box"


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_meaning_opens_and_closes_by_keyboard(visit: Visits, lang: str, scheme: str) -> None:
    reader = visit(scheme, width=NARROW)
    page = reader.open(in_language(lang, PAGE))
    word = page.locator(HINT).first
    meaning = word.get_attribute("data-hint") or "?"
    reader.tab_to(HINT)
    assert word.get_attribute("aria-expanded") == "false"
    for key in ("Enter", "Space"):
        reader.press(key)
        page.locator(BOX, has_text=meaning).wait_for()
        assert word.get_attribute("aria-expanded") == "true"
        assert page.locator(BOX).get_attribute("role") == "status"
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        reader.press("Escape")
        assert not page.locator(BOX).count()
        assert word.get_attribute("aria-expanded") == "false"
        assert reader.focus_matches(HINT)
    for key in ("Escape", "Enter"):
        reader.press("Enter")
        page.locator(f"{BOX} a").wait_for()
        reader.press("Tab")
        assert reader.focus_matches(f"{BOX} a")
        reader.press(key)
        assert key == "Enter" or reader.focus_matches(HINT)
    page.wait_for_url("**/*.html#*")
    assert page.evaluate("Boolean(document.querySelector(':target'))")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_a_hint_leads_to_the_meaning(visit: Visits, lang: str) -> None:
    reader = visit(java_script_enabled=False)
    page = reader.open(in_language(lang, PAGE))
    assert reader.follow(HINT).startswith(in_language(lang, ""))
    assert page.locator(":target").is_visible()
