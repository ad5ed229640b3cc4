"""Every kind of page in the oldest browsers that Tirek promises, from a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from audit.pages import pages_of

OWN: Final = ("file:", "data:", "blob:", "about:")
"""Schemes of what a page in a folder may ask for."""

WHOLE: Final = """
    (() => {
        const h1 = document.querySelector('main h1');
        const body = getComputedStyle(document.body);
        return Boolean(h1 && h1.getBoundingClientRect().height > 0 && body.marginTop === '0px'
            && document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1);
    })()
"""
"""The page has its heading and its styles, and is no wider than the window."""


def report(site: Path) -> Iterator[str]:
    """Yield a line a version, and one for each fault."""
    # Here, since the other parts go without the packages that hold these browsers.
    from old_chromium import BUILDS, OldChromium

    for version in BUILDS:
        looked = faults = 0
        told = ""
        with OldChromium.started(version) as chromium:
            for width in (1280, 360):
                with chromium.tab(width, 640) as tab:
                    for kind, lang, uri in pages_of(site, served=False):
                        tab.open(f"{site.resolve().as_uri()}/{uri}")
                        looked += 1
                        wrong = list(tab.problems())
                        wrong += [
                            one for one in tab.asked if not one.startswith(("file:", "data:"))
                        ]
                        told = told or tab.evaluate("navigator.userAgent")
                        if not tab.evaluate(WHOLE):
                            wrong.append("not whole")
                        faults += len(wrong)
                        yield from (f"  {version} {kind} {lang} {width} px: {one}" for one in wrong)
                        tab.heard.clear()
                        tab.asked.clear()
        yield f"{told.rpartition(') ')[2]}: {looked} looks, {faults} faults"
