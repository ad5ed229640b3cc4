"""The system's Chromium, watched: what it asks for outside the site and what its console says."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    sync_playwright,
)

OPTIONS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium.

    Raises:
        RuntimeError: it is not installed; ``make test`` installs it.
    """
    command = shutil.which("chromium")
    if command is None:
        raise RuntimeError("chromium is not installed: run `make test` once")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=list(OPTIONS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Look:
    """A context with one page, and what went wrong in it."""

    context: BrowserContext
    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    """Requests that left the site."""
    errors: list[str] = field(default_factory=list)
    """Console errors and warnings, failed requests, uncaught exceptions."""

    def open(self, uri: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.base + uri)
        return self.page


@contextmanager
def look(
    browser: Browser,
    base: str,
    width: int = 1280,
    height: int = 900,
    *,
    cached: bool = False,
    **options: Any,
) -> Iterator[Look]:
    """Yield a watched page on the site at ``base``.

    Args:
        browser: Where.
        base: Address that the site's begin with.
        width: Of the screen, CSS pixels.
        height: Likewise.
        cached: Use the browser's cache; requests are then not held back, since that
            switches the cache off.
        options: Of the browser's context.
    """
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    found = Look(context, context.new_page(), base)

    def route(request: Route) -> None:
        url = request.request.url
        if url.startswith((base, "data:", "blob:")):
            request.continue_()
        else:
            found.outside.append(url)
            request.abort()

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.errors.append(message.text)

    if not cached:
        context.route("**/*", route)
    context.on("weberror", lambda error: found.errors.append(str(error.error)))
    context.on("console", said)
    try:
        yield found
    finally:
        context.close()
