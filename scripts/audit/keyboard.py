"""Tab through every kind of page: everything that can be used is reached, and seen to be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page

from audit.browser import look
from audit.pages import pages_of

MOST: Final = 900
"""Presses of Tab on one page before giving up."""

_WANTED: Final = """
    () => {
        const seen = one => one.checkVisibility({visibilityProperty: true})
            && one.getClientRects().length > 0 && !one.closest('[inert]');
        const all = [...document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex]')]
            .filter(one => one.tabIndex >= 0 && !one.disabled && seen(one));
        // Of radios with one name only one is a stop; arrows lead to the others.
        window.__stops = new Map();
        window.__radios = new Map();
        for (const one of all) {
            const known = one.type === 'radio' && window.__radios.has(one.name);
            if (!known) window.__stops.set(one, window.__stops.size);
            if (one.type === 'radio' && !known)
                window.__radios.set(one.name, window.__stops.get(one));
        }
        return window.__stops.size;
    }
"""

_HERE: Final = """
    () => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        const index = one.type === 'radio' ? window.__radios.get(one.name)
            : window.__stops.get(one);
        const near = [one, ...[...one.querySelectorAll('*')].slice(0, 8)];
        for (let up = one.parentElement, steps = 0; up && steps < 3; steps += 1) {
            near.push(up);
            up = up.parentElement;
        }
        const drawn = () => near.map(part => ['', '::before', '::after'].map(pseudo => {
            const style = getComputedStyle(part, pseudo);
            return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
                style.stroke, style.strokeWidth].join(' ');
        }).join('|')).join('\\n');
        const style = getComputedStyle(one);
        let marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        if (!marked) {
            // The mark may be drawn by a part of it or by the card around it.
            const focused = drawn();
            one.blur();
            marked = drawn() !== focused;
            one.focus();
        }
        const box = one.getBoundingClientRect();
        const inside = box.bottom > 0 && box.top < innerHeight;
        let covered = false;
        if (inside && box.width && box.height) {
            const at = document.elementFromPoint(
                Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
                Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
            covered = !!at && at !== one && !one.contains(at) && !at.contains(one)
                && !(one.labels && [...one.labels].some(label => label.contains(at)));
        }
        return {index: index === undefined ? -1 : index, marked, inside, covered,
            html: one.outerHTML.slice(0, 110)};
    }
"""


def walk(page: Page) -> tuple[int, list[str]]:
    """Press Tab to the end of the page.

    Returns:
        How many stops there are, and what is wrong: not reached, not marked, out of sight,
        covered, or a trap.
    """
    wanted = page.evaluate(_WANTED)
    reached: set[int] = set()
    wrong: list[str] = []
    for _ in range(min(MOST, wanted * 2 + 10)):
        page.keyboard.press("Tab")
        here: dict[str, Any] | None = page.evaluate(_HERE)
        if here is None:
            break
        if here["index"] in reached:
            break
        if here["index"] >= 0:
            reached.add(here["index"])
        for fault, bad in (
            ("no visible focus", not here["marked"]),
            ("out of sight", not here["inside"]),
            ("covered", here["covered"]),
        ):
            if bad:
                wrong.append(f"{fault}: {here['html']}")
    if len(reached) < wanted:
        wrong.append(f"{wanted - len(reached)} of {wanted} stops not reached")
    return wanted, wrong


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield what is wrong, and the sum of stops."""
    stops = faults = pages = 0
    for width in (1280, 360):
        with look(browser, base, width, reduced_motion="reduce") as at:
            for kind, lang, uri in pages_of(site):
                wanted, wrong = walk(at.open(uri))
                stops, faults, pages = stops + wanted, faults + len(wrong), pages + 1
                yield from (f"  {kind} {lang} {width} px: {one}" for one in wrong[:5])
    yield f"keyboard: {pages} pages, {stops} stops, {faults} faults"
