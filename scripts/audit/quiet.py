"""Nothing leaves the site and the console stays empty, over http and from a folder."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from audit.browser import look
from audit.pages import pages_of


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield a line a scheme, and one for each fault."""
    for scheme, start in (("http", base), ("file", f"{site.resolve().as_uri()}/")):
        looked = outside = errors = 0
        with look(browser, start) as at:
            for kind, lang, uri in pages_of(site, served=scheme == "http"):
                at.open(uri).wait_for_timeout(150)
                looked += 1
                outside += len(at.outside)
                errors += len(at.errors)
                yield from (f"  {scheme} {kind} {lang}: asks for {one}" for one in at.outside)
                yield from (f"  {scheme} {kind} {lang}: console: {one}" for one in at.errors)
                at.outside.clear()
                at.errors.clear()
        yield f"{scheme}: {looked} pages, {outside} outside requests, {errors} console messages"
