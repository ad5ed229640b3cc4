"""What a visit weighs on the wire: first page, then a second one with the cache filled."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from audit.browser import look
from audit.pages import pages_of

FIRST, LATER = 85_000, 15_000
"""Bytes with gzip, of a material page: the limits."""
SECOND: Final = {"kk": "catalogue/annual-report.html", "ru": "ru/catalogue/annual-report.html"}
"""The page opened after the first one."""


def report(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Yield bytes and requests of each kind's first visit, and of a later page."""
    yield f"{'kind':16} lang   first visit      requests   of it fonts   search   later page"
    for kind, lang, uri in pages_of(site):
        with look(browser, base, 412, cached=True) as at:
            session = at.context.new_cdp_session(at.page)
            session.send("Network.enable")
            sizes: dict[str, float] = {}
            names: dict[str, str] = {}
            session.on(
                "Network.responseReceived",
                lambda event, names=names: names.update(
                    {event["requestId"]: event["response"]["url"]}
                ),
            )
            session.on(
                "Network.loadingFinished",
                lambda event, sizes=sizes: sizes.update(
                    {event["requestId"]: event["encodedDataLength"]}
                ),
            )
            at.open(uri).wait_for_load_state("networkidle")
            first = dict(sizes)
            fonts = sum(size for key, size in first.items() if names[key].endswith(".woff2"))
            search = sum(
                size
                for key, size in first.items()
                if "search" in names[key].removeprefix(base + uri)
            )
            sizes.clear()
            at.open(SECOND[lang]).wait_for_load_state("networkidle")
            later = sum(sizes.values())
        whole = sum(first.values())
        over = kind == "material" and (whole > FIRST or later > LATER)
        yield (
            f"{kind:16} {lang}   {whole:9,.0f} B {len(first):10}   {fonts:9,.0f} B"
            f" {search:6,.0f} B {later:9,.0f} B{'  over the limit' if over else ''}"
        )
