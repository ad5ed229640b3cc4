"""axe-core finds nothing to mend, on every kind of page, however it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from audit import axe
from built import LANGUAGES
from playwright.sync_api import Browser, Page
from visits import KINDS, NARROW, WIDE, Opener, Visit, in_language

Visits = Callable[..., Visit]


def violations(page: Page) -> list[str]:
    """What axe says of a whole page, which has more to look at than a step of a form."""
    return axe.violations(page.evaluate, least=11)


def seen_all_ways(page: Page) -> list[str]:
    """What axe says of the page in both colour schemes and widths."""
    found = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}, {width} px: {one}" for one in violations(page)]
    return found


@pytest.fixture(scope="module")
def reader(chromium: Browser, addresses: dict[str, str]) -> Iterator[Visit]:
    """One visit for all pages: beginning anew for each would take as long as the looking."""
    opener = Opener(chromium, addresses)
    yield opener.visit("http", expected=["404"])
    opener.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [*KINDS, "lost"], ids=lambda value: value.replace(" ", "-"))
def test_axe_finds_nothing(reader: Visit, kind: str, lang: str) -> None:
    uri = "nothing.html" if kind == "lost" else KINDS[kind]
    found = seen_all_ways(reader.open(in_language(lang, uri)))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_what_opens(visit: Visits, lang: str) -> None:
    """The faceted browser with a choice made, a hint, every fold, and the phone's menu."""
    reader = visit()
    found = []
    for kind in ("catalogue", "organisations", "clauses", "list with files"):
        reader.page.set_viewport_size({"width": WIDE, "height": 900})
        page = reader.open(in_language(lang, KINDS[kind]))
        if page.locator("[data-panel]").count():
            page.locator("[data-panel] > summary").click()
            page.locator("[data-choices] input").first.check()
            page.locator("[data-applied] button").first.wait_for()
        if page.locator("main a.hint").count():
            page.locator("main a.hint").first.press("Enter")
            page.locator(".hint-box a").wait_for()
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found += [f"{kind}, {one}" for one in seen_all_ways(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("lang", "kind"), [("kk", "home"), ("ru", "centre"), ("kk", "material with files")]
)
def test_axe_finds_nothing_in_colours_for_weak_sight(visit: Visits, lang: str, kind: str) -> None:
    """The panel open, each of its schemes; a script looks at every kind of page."""
    page = visit().open(in_language(lang, KINDS[kind]))
    page.locator("header [data-sight-open]").click()
    page.locator("#sight").wait_for()
    found = []
    for scheme in page.locator("#sight input[name=colours]").all():
        scheme.check()
        found += [f"{scheme.get_attribute('value')}: {one}" for one in violations(page)]
    assert not found, "\n".join(found)


def test_axe_sees_what_is_wrong(visit: Visits) -> None:
    page = visit().open("about.html")
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    found = "\n".join(violations(page))
    assert "color-contrast" in found
    assert "html-has-lang" in found
