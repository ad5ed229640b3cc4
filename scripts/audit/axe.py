"""axe-core on every kind of page, in both languages, however it is looked at."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser

from audit.appearance import APPEARANCES, Appearance
from audit.browser import look
from audit.pages import pages_of

ROOT: Final = Path(__file__).resolve().parents[2]
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS: Final = (1280, 320)

_RUN: Final = """
    tags => axe
        .run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})
        .then(({violations, passes}) => [passes.length, violations.map(({id, nodes}) =>
            `${id}: ${nodes.slice(0, 2).map(({html, any}) =>
                [html.slice(0, 120), ...any.map(one => one.message)].join(' ')).join(' | ')}`)])
"""


@cache
def _axe() -> str:
    """Return axe as an expression."""
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    return script.strip().removesuffix(";")


def violations(evaluate: Callable[[str], Any], least: int = 8) -> list[str]:
    """Return what axe finds on a page as it is now.

    Args:
        evaluate: Runs an expression in the page.
        least: Rules that must have passed: a step of a form has little to look at.

    Raises:
        RuntimeError: axe looked at next to nothing.
    """
    evaluate(f"typeof axe === 'undefined' && {_axe()}")
    passed, found = evaluate(f"({_RUN})({json.dumps(TAGS)})")
    if passed < least:
        raise RuntimeError(f"axe passed only {passed} rules on {evaluate('location.href')}")
    return list(found)


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield a line an appearance, and one for every violation."""
    looked = found = 0
    for appearance in APPEARANCES:
        here = broken = 0
        for width in WIDTHS:
            for kind, lang, uri, wrong in _through(browser, base, site, appearance, width):
                here += 1
                broken += len(wrong)
                yield from (f"  {kind} {lang} {width} px {uri}: {one}" for one in wrong)
        yield f"{appearance.name:28} {here:4} looks  {broken:3} violations"
        looked, found = looked + here, found + broken
    yield f"axe: {looked} looks, {found} violations"


def _through(
    browser: Browser, base: str, site: Path, appearance: Appearance, width: int
) -> Iterator[tuple[str, str, str, list[str]]]:
    with look(browser, base, width, reduced_motion="reduce", **appearance.context) as at:
        appearance.apply(at)
        for kind, lang, uri in pages_of(site):
            yield kind, lang, uri, violations(at.open(uri).evaluate)
