"""No sideways scrolling: at 320 px, and at 400 % zoom of a desk's screen (1280 px)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser

from audit.browser import look
from audit.pages import pages_of

VIEWS: Final[dict[str, dict[str, Any]]] = {
    "320 px": {"width": 320, "height": 640},
    # Zoom divides the CSS viewport and multiplies the device's pixels.
    "400 % of 1280": {"width": 320, "height": 256, "device_scale_factor": 4},
    "200 % of 1280": {"width": 640, "height": 512, "device_scale_factor": 2},
}

_WIDER: Final = """
    () => {
        const room = document.documentElement.clientWidth;
        return document.documentElement.scrollWidth > room + 1
            ? [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > room + 1)
                .slice(0, 3).map(one => one.outerHTML.slice(0, 100))
            : [];
    }
"""


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield a line a view, and one for each page that is wider than its screen."""
    for name, options in VIEWS.items():
        looked = wide = 0
        with look(browser, base, **options) as at:
            for kind, lang, uri in pages_of(site):
                page = at.open(uri)
                page.wait_for_timeout(50)
                looked += 1
                found = page.evaluate(_WIDER)
                if found:
                    wide += 1
                    yield f"  {kind} {lang}: {found}"
        yield f"{name:16} {looked:3} pages, {wide} scroll sideways"
