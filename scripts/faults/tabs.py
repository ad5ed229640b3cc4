"""A tab of each browser of the tour, all with the same names, and no network behind any of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from audit.browser import chromium
from firefox import Firefox
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, WebError

OWN: Final = ("file:", "data:", "blob:", "about:")
"""Schemes of what a page on a stick may ask for."""

NO_NETWORK: Final[dict[str, bool | int | str]] = {
    # Whatever is asked for outside goes to a proxy that is not there.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": True,
}


class Tab(Protocol):
    """What the tour asks of a browser; ``scripts/firefox.py`` tells what each does."""

    heard: list[str]
    asked: list[str]

    def open(self, url: str) -> None:
        """Go to ``url`` and wait until it has loaded."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited."""

    def type(self, selector: str, text: str) -> None:
        """Focus the first element that matches and type."""

    def press(self, *names: str) -> None:
        """Press keys one after another."""

    def write(self, text: str) -> None:
        """Type into what has the focus."""

    def click(self, selector: str) -> None:
        """Press the mouse on the first element that matches."""

    def saving(self, deed: Callable[[], None]) -> tuple[str, bytes]:
        """Do ``deed``; return name and content of the file that the page saves by it."""

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Put files, or one folder, into a chooser."""

    def problems(self) -> list[str]:
        """Return what the console said."""


@dataclass(slots=True)
class ChromiumTab:
    """A page that Playwright drives."""

    _page: Page
    heard: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        """Go to ``url`` and wait until it has loaded."""
        self._page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited."""
        return self._page.evaluate(f"async () => ({expression}\n)")

    def type(self, selector: str, text: str) -> None:
        """Focus the first element that matches and type."""
        self._page.locator(selector).first.focus()
        self._page.keyboard.type(text)

    def press(self, *names: str) -> None:
        """Press keys one after another."""
        for name in names:
            self._page.keyboard.press(name)

    def click(self, selector: str) -> None:
        """Press the mouse on the first element that matches."""
        self._page.locator(selector).first.click(timeout=8000)

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        self._page.keyboard.insert_text(text)

    def saving(self, deed: Callable[[], None]) -> tuple[str, bytes]:
        """Do ``deed``; return name and content of the file that the page saves by it."""
        with self._page.expect_download(timeout=15_000) as download:
            deed()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Put files, or one folder, into a chooser."""
        self._page.locator(selector).set_input_files(list(paths))

    def problems(self) -> list[str]:
        """Return what the console said, after a moment to let the last come."""
        self._page.wait_for_timeout(200)
        return self.heard


@contextmanager
def chromium_tab(browser: Browser, *, network: bool = False) -> Iterator[ChromiumTab]:
    """Open a tab of today's Chromium, offline unless told otherwise."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=not network)
    tab = ChromiumTab(context.new_page())

    def asked(request: Request) -> None:
        tab.asked.append(request.url)

    def failed(error: WebError) -> None:
        tab.heard.append(f"script: {error.error}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            tab.heard.append(f"{message.type}: {message.text}")

    context.on("request", asked)
    context.on("weberror", failed)
    context.on("console", said)
    yield tab
    context.close()


@contextmanager
def opened(name: str, *, network: bool = False) -> Iterator[Tab]:
    """Open a tab of a browser: ``chromium``, ``chromium-109``, ``chromium-80``, ``firefox``."""
    if name == "chromium":
        with chromium() as browser, chromium_tab(browser, network=network) as tab:
            yield tab
    elif name == "firefox":
        with Firefox.started(**({} if network else NO_NETWORK)) as firefox, firefox.tab() as fox:
            yield fox
    else:
        # Here, since the others go without the packages that hold these builds.
        from old_chromium import OldChromium

        with OldChromium.started(int(name.rpartition("-")[2])) as old, old.tab() as tab:
            away = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
            tab.send("Network.emulateNetworkConditions", offline=not network, **away)
            yield tab


def until(tab: Tab, expression: str, seconds: float = 15) -> None:
    """Wait until a JavaScript expression is true, through pages that come and go.

    Raises:
        TimeoutError: it never was.
    """
    end = time.monotonic() + seconds
    why = ""
    while time.monotonic() < end:
        try:
            if tab.evaluate(f"Boolean({expression})"):
                return
        except Exception as error:  # a page that is just going away answers nothing
            why = str(error).splitlines()[0]
        time.sleep(0.05)
    raise TimeoutError(f"never true: {expression} {why}")
