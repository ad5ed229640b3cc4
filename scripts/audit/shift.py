"""How far content moves while a page loads (cumulative layout shift), on a slow line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from audit.browser import look
from audit.pages import pages_of

LIMIT: Final = 0.02
SLOW: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
"""Lighthouse's slow 4G: milliseconds, bytes a second."""

_WATCH: Final = """
    window.__shift = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            if (!entry.hadRecentInput) window.__shift += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
"""


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield the largest shift of each kind over languages and widths, and the largest of all."""
    worst: dict[str, float] = {}
    for width in (1280, 360):
        for kind, _, uri in pages_of(site):
            # A context of its own for each: nothing is cached, as at a first visit.
            with look(browser, base, width) as at:
                session = at.context.new_cdp_session(at.page)
                session.send("Network.enable")
                session.send("Network.emulateNetworkConditions", SLOW)
                at.page.add_init_script(_WATCH)
                page = at.open(uri)
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(200)
                worst[kind] = max(worst.get(kind, 0.0), page.evaluate("window.__shift"))
    for kind, shift in worst.items():
        yield f"{kind:16} {shift:.4f}{'  over the limit' if shift > LIMIT else ''}"
    yield f"layout shift: largest {max(worst.values()):.4f} (limit {LIMIT})"
