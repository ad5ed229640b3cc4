"""What a search of the built site costs in real browsers, over http and from a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firefox import Firefox
from playwright.sync_api import Browser

from bench.browsing import SLOW, Found, Opener, Spread, ask, in_chromium, in_firefox, moved, packed
from bench.judged import Query
from bench.pagefind_peer import served

ENGINE: Final = "assets/search/engine.js"

FEW: Final = 40
"""Queries asked where each takes long."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of one way to search."""

    way: str
    """Browser, scheme, speed of the processor."""
    queries: int
    cold: Spread
    """From nothing loaded to ten results."""
    first: Spread | None
    """A key while typing, for the first time; files are loaded as they are needed."""
    warm: Spread | None
    """A key once all it needs is loaded."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first query moves."""

    engine: int
    """Bytes of the engine in gzip, part of the following too."""
    bytes: Spread
    """In gzip, from nothing loaded to ten results."""
    requests: Spread
    shown: float
    """Results shown, on average."""
    files: int
    """Files of the index."""
    index: int
    """Their bytes."""


def some(queries: Sequence[Query], count: int) -> Sequence[Query]:
    """Return ``count`` of the queries, evenly drawn from all classes."""
    step = max(1, len(queries) // count)
    return queries[::step][:count]


def costs(
    chromium: Browser, firefox: Firefox | None, site: Path, queries: Sequence[Query]
) -> Iterator[tuple[Cost, list[Found]]]:
    """Yield the cost of each way to search the built ``site``, with what was found."""
    folder = f"{site.as_uri()}/"
    few = some(queries, FEW)
    yield _cost("Chromium, file://", in_chromium(chromium), folder, queries, keys=True)
    slow = in_chromium(chromium, SLOW)
    yield _cost(f"Chromium, file://, {SLOW} times slower", slow, folder, few, keys=True)
    with served(site) as base:
        yield _cost("Chromium, http", in_chromium(chromium), base, few)
    if firefox:
        yield _cost("Firefox, file://", in_firefox(firefox), folder, few, keys=True)


def _cost(
    way: str, opener: Opener, base: str, queries: Sequence[Query], keys: bool = False
) -> tuple[Cost, list[Found]]:
    # The first page pays for what the browser starts only once.
    list(ask(opener, base, queries[:1]))
    found = list(ask(opener, base, queries, keys))
    first = [time for one in found for time in one.first]
    again = [time for one in found for time in one.again]
    return Cost(
        way,
        len(found),
        Spread.of([one.cold for one in found]),
        Spread.of(first) if first else None,
        Spread.of(again) if again else None,
    ), found


def weight(site: Path, found: Sequence[Found]) -> Weight:
    """Return what the queries moved, each from nothing loaded."""
    index = [path for path in (site / "search").rglob("*") if path.is_file()]
    return Weight(
        packed(site / ENGINE),
        Spread.of([moved(site, one) for one in found]),
        Spread.of([len(one.loaded) for one in found]),
        sum(one.shown for one in found) / len(found),
        len(index),
        sum(path.stat().st_size for path in index),
    )
