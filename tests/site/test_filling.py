"""Every form by keyboard alone; what it saves holds what was typed and passes `tirek check`.

Each form in both languages and from both schemes, by Firefox once; `scripts/fill_forms.py` takes
every form in every language, scheme and browser.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faults.tabs import ChromiumTab, until
from fill_forms import filled
from filling.proof import project as copied
from filling.proof import prove
from filling.walks import PLAN, PLAN_NAME, WALKS, Walk
from firefox import Firefox
from projects import ROOT
from visits import Visit, in_language

Visits = Callable[..., Visit]

CHROMIUM = [
    (walk, *case)
    for number, walk in enumerate(WALKS)
    for case in (
        (("kk", "http"), ("ru", "file")) if number % 2 else (("kk", "file"), ("ru", "http"))
    )
]
FIREFOX = [
    (walk, "ru" if number % 2 else "kk", "http" if number == 2 else "file")
    for number, walk in enumerate(WALKS)
]


def named(value: object) -> str:
    return value.name if isinstance(value, Walk) else str(value)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, for saved files to be laid over."""
    return copied(ROOT, tmp_path_factory.mktemp("project") / "tirek")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / PLAN_NAME
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(("walk", "lang", "scheme"), CHROMIUM, ids=named)
def test_by_keyboard(
    visit: Visits, project: Path, plan: Path, walk: Walk, lang: str, scheme: str
) -> None:
    reader = visit(scheme, accept_downloads=True)
    name, content = filled(walk, ChromiumTab(reader.page), reader.base, lang, plan)
    prove(project, name, content, walk.due)


@pytest.mark.parametrize(("walk", "lang", "scheme"), FIREFOX, ids=named)
def test_by_keyboard_in_firefox(
    firefox: Firefox,
    addresses: dict[str, str],
    project: Path,
    plan: Path,
    walk: Walk,
    lang: str,
    scheme: str,
) -> None:
    with firefox.tab() as tab:
        name, content = filled(walk, tab, addresses[scheme], lang, plan)
        assert not tab.problems()
    prove(project, name, content, walk.due)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_tab_leaves_a_list_that_scrolls_in_firefox(
    firefox: Firefox, addresses: dict[str, str], lang: str
) -> None:
    with firefox.tab() as tab:
        tab.open(addresses["http"] + in_language(lang, "contribute.html#new=organisations"))
        until(tab, "document.querySelector('#f-main-kind')")
        tab.click("#f-main-kind")
        tab.press("ArrowDown")
        until(tab, "document.querySelectorAll('.look-list [role=option]').length > 5")
        tab.evaluate("(document.querySelector('.look-list').style.maxHeight = '100px')")
        tab.press("Tab")
        assert tab.evaluate("document.querySelector('.look-list').hidden")
        assert tab.evaluate("document.activeElement.matches('input, textarea, button, a')")
        assert tab.evaluate("document.activeElement.id !== 'f-main-kind'")
