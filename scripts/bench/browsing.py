"""What the built site's search costs a reader in a real browser: time, bytes, requests."""

import gzip
import json
import statistics
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Protocol

from firefox import Firefox
from playwright.sync_api import Browser

from bench.judged import Query

IN_PAGE: Final = Path(__file__).with_name("find_in_page.js")

SLOW: Final = 6
"""How many times slower a processor an old computer is taken to have."""

START: Final = {"kk": "index.html", "ru": "ru/index.html"}
"""The page that a reader searches from."""


@dataclass(frozen=True, slots=True)
class Found:
    """One query, asked on a page where nothing of the search was loaded."""

    cold: float
    """Milliseconds to ten results, the engine's own loading included."""
    loaded: tuple[str, ...]
    """Paths of the scripts loaded for that."""
    shown: int
    first: tuple[float, ...]
    """Milliseconds of each key, typed for the first time."""
    again: tuple[float, ...]
    """Milliseconds of each key, with all it needs already loaded."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile of what many queries cost."""

    median: float
    p95: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Return the spread of ``values``."""
        ordered = sorted(values)
        return cls(statistics.median(ordered), ordered[max(0, -(-len(ordered) * 95 // 100) - 1)])


class Opener(Protocol):
    """Opens a page of the site afresh and evaluates an expression there."""

    def __call__(self, url: str, expression: str) -> Any:
        """Return the expression's value, awaited."""


def in_chromium(chromium: Browser, slowdown: int = 1) -> Opener:
    """Return an opener that takes a new profile for every page, on a processor slowed down."""

    def opened(url: str, expression: str) -> Any:
        context = chromium.new_context()
        page = context.new_page()
        if slowdown > 1:
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(url)
        found = page.evaluate(expression)
        context.close()
        return found

    return opened


def in_firefox(firefox: Firefox) -> Opener:
    """Return an opener that takes a new tab for every page."""

    def opened(url: str, expression: str) -> Any:
        tab: AbstractContextManager[Any] = firefox.tab()
        with tab as page:
            page.open(url)
            return page.evaluate(expression)

    return opened


def ask(opener: Opener, base: str, queries: Sequence[Query], keys: bool = False) -> Iterator[Found]:
    """Ask each query on a page of the site at ``base`` (with a slash at the end) opened afresh."""
    source = IN_PAGE.read_text(encoding="utf-8").replace("'use strict';", "", 1)
    for query in queries:
        arguments = ", ".join(map(json.dumps, (base, query.lang, query.query)))
        call = f"findInPage({arguments}, {'true' if keys else 'false'})"
        made = opener(base + START[query.lang], f"(() => {{ {source}\nreturn {call}; }})()")
        if made["failed"]:
            raise OSError(f"{query.qid}: {made['failed']}")
        yield Found(
            made["cold"],
            tuple(made["loaded"]),
            made["shown"],
            tuple(made["first"]),
            tuple(made["again"]),
        )


@cache
def packed(path: Path) -> int:
    """Return the bytes of a file as a web host sends it, in gzip."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def moved(site: Path, found: Found) -> int:
    """Return the bytes in gzip of all scripts that a cold query loads, the engine included."""
    return sum(packed(site / path) for path in found.loaded)
