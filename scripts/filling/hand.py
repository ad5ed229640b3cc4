"""A hand on a keyboard: it goes from field to field with Tab and fills in what it comes to."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faults.tabs import Tab, until

LIMIT: Final = 200
"""Presses of Tab after which a field counts as out of reach."""

MOVED: Final = ".step-title:focus"
WRONG: Final = ".summary:focus"


class OutOfReach(Exception):
    """The keyboard does not come to a field, or the form does not let it go on."""


@dataclass(slots=True)
class Hand:
    """One reader without a mouse, at one form."""

    tab: Tab
    lang: str
    plan: Path
    """A file to choose: the window of files is the system's, out of reach of a page's keyboard."""
    look: Callable[[], None] = lambda: None
    """What is done with each step once it is filled in, and with the last."""

    def here(self, selector: str) -> bool:
        """Return whether what has the focus matches ``selector``."""
        return bool(self.tab.evaluate(f"document.activeElement.matches({json.dumps(selector)})"))

    def to(self, selector: str) -> None:
        """Press Tab until what has the focus matches ``selector``.

        Raises:
            OutOfReach: it never does.
        """
        for _ in range(LIMIT):
            self.tab.press("Tab")
            if self.here(selector):
                return
        raise OutOfReach(selector)

    def write(self, selector: str, text: str) -> None:
        """Go to a box and type."""
        self.to(selector)
        self.tab.write(text)

    def both(self, prefix: str, kk: str, ru: str) -> None:
        """Type a text in both languages."""
        self.write(f"#{prefix}-kk", kk)
        self.write(f"#{prefix}-ru", ru)

    def look_up(self, selector: str, text: str) -> None:
        """Type into a look-up, go down to the first answer and take it."""
        self.write(selector, text)
        until(self.tab, f"document.querySelector('{selector}-list [role=option]')")
        self.tab.press("ArrowDown")
        until(self.tab, "document.activeElement.hasAttribute('aria-activedescendant')")
        self.tab.press("Enter")
        until(self.tab, "document.activeElement.getAttribute('aria-expanded') === 'false'")

    def choose(self, selector: str, steps: int) -> None:
        """Go to a list that opens and step down."""
        self.to(selector)
        self.tab.press(*["ArrowDown"] * steps)

    def radio(self, name: str, steps: int) -> None:
        """Go to a group of radio buttons and choose the one that stands ``steps`` further."""
        self.to(f"input[name='{name}']")
        self.tab.press(" ", *["ArrowDown"] * steps)

    def tick(self, selector: str) -> None:
        """Go to a box to tick and press the space bar."""
        self.to(selector)
        self.tab.press(" ")

    def date(self, prefix: str, day: str, month: int, year: str) -> None:
        """Fill in a date."""
        if day:
            self.write(f"#{prefix}-day", day)
        if month:
            self.choose(f"#{prefix}-month", month)
        self.write(f"#{prefix}-year", year)

    def file(self, selector: str) -> None:
        """Go to the chooser of files; the file comes from the system."""
        self.to(selector)
        self.tab.choose_files(selector, [self.plan])

    def on(self, steps: int = 1) -> None:
        """Go on to the next step; the heading there takes the focus.

        Raises:
            OutOfReach: the form says that something is wrong.
        """
        for _ in range(steps):
            self.look()
            step = self.tab.evaluate("location.hash")
            self.to("[data-next]")
            self.tab.press("Enter")
            moved = f"document.querySelector('{MOVED}') && location.hash !== {json.dumps(step)}"
            until(self.tab, f"({moved}) || document.querySelector('{WRONG}')")
            wrong = self.tab.evaluate(f"(document.querySelector('{WRONG}') || {{}}).innerText")
            if wrong:
                raise OutOfReach(wrong)

    def refused(self) -> None:
        """Try to go on with nothing filled in, and look at what the form says."""
        step = self.tab.evaluate("location.hash")
        self.to("[data-next]")
        self.tab.press("Enter")
        until(
            self.tab,
            f"document.querySelector('{WRONG}') || location.hash !== {json.dumps(step)}",
        )
        self.look()

    def save(self) -> tuple[str, bytes]:
        """Save the file at the last step; return its name and content."""
        self.look()
        self.to("[data-save]")
        return self.tab.saving(lambda: self.tab.press("Enter"))
