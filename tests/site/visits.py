"""A reader's visit to the site in a browser that may ask only the site for anything."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, Route

WIDE, NARROW = 1280, 320
"""Widths in CSS pixels: a desk, and the narrowest phone that WCAG 1.4.10 knows."""

KINDS = {
    "home": "index.html",
    "about": "about.html",
    "network": "network/index.html",
    "units": "network/centres/index.html",
    "centre": "network/centres/almaty-school-10-centre.html",
    "cabinet": "network/cabinets/east-kazakhstan-shygys-cabinet.html",
    "experimental site": "network/sites/karaganda-school-27-site.html",
    "regions": "regions/index.html",
    "region of 2016": "regions/2016/almaty.html",
    "region of today": "regions/now/abai.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/almaty-school-10.html",
    "events": "events/index.html",
    "catalogue": "catalogue/index.html",
    "material": "catalogue/study-2016.html",
    "legal act": "catalogue/law-education-2007.html",
    "material with files": "catalogue/example-001.html",
    "material elsewhere": "catalogue/example-003.html",
    "index of lists": "lists/needs/index.html",
    "list with files": "lists/formats/txt.html",
    "second page of a list": "lists/needs/limited-opportunities-2.html",
    "knowledge": "knowledge/index.html",
    "guide": "guides/teachers.html",
    "guide with pictures": "guides/usb.html",
    "list of clauses": "regulation/index.html",
    "clauses": "regulation/information-work.html",
    "tables": "concept/indicators.html",
    "charts": "concept/situation.html",
    "study": "study/sites.html",
    "glossary": "glossary.html",
    "checking sticks": "verify.html",
    "copies": "usb.html",
    "form": "contribute.html",
    "disagreements": "disagreements.html",
    "search": "search.html",
}
"""One page of every kind, without its language."""


def in_language(lang: str, uri: str) -> str:
    return uri if lang == "kk" else f"{lang}/{uri}"


def wait_until(page: Page, function: str, arg: object = None, seconds: float = 8) -> None:
    """Wait until a JavaScript function is true; Playwright's own wait needs what pages forbid."""
    end = time.monotonic() + seconds
    frame = "() => new Promise(requestAnimationFrame)"
    page.evaluate(frame)
    while not page.evaluate(function, arg):
        assert time.monotonic() < end, f"never true: {function}"
        page.evaluate(frame)


@dataclass
class Visit:
    """One browser context and its page; problems gather as they happen."""

    base: str
    context: BrowserContext
    page: Page
    expected: list[str] = field(default_factory=list)
    """Parts of problems that a test brings about itself."""
    problems: list[str] = field(default_factory=list)

    def open(self, uri: str) -> Page:
        self.page.goto(self.base + uri)
        return self.page

    def follow(self, link: str) -> str:
        """Click the first link that matches, wait for its page and return the page's path."""
        with self.page.expect_navigation():
            self.page.locator(link).first.click()
        return self.uri()

    def uri(self) -> str:
        """The page's path from the site's root, with what follows ``#``."""
        assert self.page.url.startswith(self.base)
        return self.page.url.removeprefix(self.base)

    def tab_to(self, selector: str, limit: int = 150) -> None:
        """Press Tab until what has the focus matches ``selector``."""
        for _ in range(limit):
            self.page.keyboard.press("Tab")
            if self.focus_matches(selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")

    def focus_matches(self, selector: str) -> bool:
        matches: bool = self.page.evaluate(
            "selector => document.activeElement.matches(selector)", selector
        )
        return matches

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def _refuse(self, route: Route, request: Request) -> None:
        if request.url.startswith(self.base):
            route.continue_()
            return
        self.problems.append(f"asks for {request.url}")
        route.abort()

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status} for {response.url}")

    @property
    def surprises(self) -> list[str]:
        return [
            problem
            for problem in self.problems
            if not any(part in problem for part in self.expected)
        ]


@dataclass
class Opener:
    """Opens visits for one test and closes them."""

    browser: Browser
    addresses: dict[str, str]
    visits: list[Visit] = field(default_factory=list)

    def visit(
        self,
        scheme: str = "http",
        width: int = WIDE,
        expected: Iterable[str] = (),
        **options: Any,
    ) -> Visit:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            # A colour half-way through its change has no contrast worth measuring.
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(8000)
        visit = Visit(self.addresses[scheme], context, context.new_page(), list(expected))
        context.route("**/*", visit._refuse)
        context.on("response", visit._answered)
        context.on("weberror", lambda error: visit.problems.append(f"script: {error.error}"))
        context.on(
            "console",
            lambda message: (
                message.type in ("error", "warning", "assert")
                and visit.problems.append(f"{message.type}: {message.text} ({message.location})")
            ),
        )
        self.visits.append(visit)
        return visit

    def close(self) -> None:
        for visit in self.visits:
            visit.context.close()
        surprises = [problem for visit in self.visits for problem in visit.surprises]
        assert not surprises, "\n".join(surprises)
