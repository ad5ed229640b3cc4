"""Contrast of every pair of colour tokens that meet, in every appearance, computed by the browser.

Source: WCAG 2.2, definitions of relative luminance and contrast ratio.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from audit.appearance import APPEARANCES
from audit.browser import look

TEXT, ENOUGH, SHAPE = 7.0, 4.5, 3.0
"""Ratios: text of the default appearance, text elsewhere, shapes and lines that carry meaning."""

_GROUNDS: Final = ("paper", "card", "sunk")
_INKS: Final = ("ink", "ink-soft", "link", "link-strong", "attention")
_KINDS: Final = ("centre", "cabinet", "site", "material", "event", "organisation")

PAIRS: Final[Mapping[tuple[str, str], float]] = {
    **{(ink, ground): TEXT for ink in _INKS for ground in _GROUNDS},
    **{(kind, ground): TEXT for kind in _KINDS for ground in ("paper", "card")},
    ("on-link", "link"): ENOUGH,
    ("on-link", "link-strong"): ENOUGH,
    ("ink", "tint"): TEXT,
    ("link", "tint"): ENOUGH,
    ("link-strong", "tint"): TEXT,
    ("ink", "attention-tint"): TEXT,
    ("attention", "attention-tint"): ENOUGH,
    ("link", "attention-tint"): ENOUGH,
    ("ink", "good-tint"): TEXT,
    ("hero-ink", "hero"): TEXT,
    ("hero-soft", "hero"): ENOUGH,
    ("prop", "hero"): SHAPE,
    ("hero-line", "hero"): 1.0,  # a hairline between two parts; nothing depends on it
    ("line", "paper"): 1.0,  # likewise
    ("figure", "ground"): TEXT,  # of the panel's schemes only, from which all others come
    ("line-strong", "paper"): SHAPE,
    ("line-strong", "card"): SHAPE,
    ("attention-line", "attention-tint"): 1.0,  # the tint and the icon say it already
    ("focus", "paper"): SHAPE,
    ("focus", "card"): SHAPE,
    ("focus", "sunk"): SHAPE,
}
"""Least ratio of a colour on a ground; text is held to the default appearance's 7:1 only there."""

_TOKENS: Final = """
    () => {
        const names = new Set();
        for (const sheet of document.styleSheets)
            for (const rule of sheet.cssRules)
                for (const name of rule.style || [])
                    if (name.startsWith('--')) names.add(name.slice(2));
        const probe = document.createElement('i');
        document.body.append(probe);
        const result = {};
        for (const name of names) {
            probe.style.color = '';
            probe.style.color = `var(--${name})`;
            const plain = getComputedStyle(document.documentElement).getPropertyValue('--' + name);
            if (CSS.supports('color', plain.trim())) result[name] = getComputedStyle(probe).color;
        }
        probe.remove();
        return result;
    }
"""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``rgb(r, g, b)``."""
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tokens(page: Page) -> dict[str, str]:
    """Return every colour token of the page's styles by name, as ``rgb(r, g, b)``."""
    found: dict[str, str] = page.evaluate(_TOKENS)
    return found


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield every pair's ratio in every appearance, and what no pair speaks of."""
    short = 0
    appearances = [one for one in APPEARANCES if one.has_own_colours]
    for appearance in appearances:
        with look(browser, base, **appearance.context) as at:
            appearance.apply(at)
            known = tokens(at.open("index.html"))
        yield f"{appearance.name}:"
        for (ink, ground), least in PAIRS.items():
            wanted = min(least, ENOUGH) if not appearance.default and least > SHAPE else least
            if (ink, ground) == ("figure", "ground") and not appearance.stored:
                continue
            if ink not in known or ground not in known:
                yield f"  {ink} on {ground}: no such token"
                short += 1
                continue
            found = ratio(known[ink], known[ground])
            low = found < wanted
            short += low
            yield f"  {ink:16} on {ground:16} {found:5.2f}{f'  below {wanted}' if low else ''}"
        spoken = {name for pair in PAIRS for name in pair}
        if silent := sorted(known.keys() - spoken):
            yield f"  in no pair: {', '.join(silent)}"
            short += len(silent)
    yield f"contrast: {len(appearances)} appearances, {len(PAIRS)} pairs each, {short} faults"
