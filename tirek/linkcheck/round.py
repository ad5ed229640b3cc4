"""One round over all addresses: a few servers at a time, each of them one question at a time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from urllib.parse import urlsplit

from tirek.linkcheck.ask import Answer
from tirek.model.link_state import Failing, failed

SERVERS: Final = 6
"""Asked at a time."""
PAUSE: Final = 1.0
"""Seconds between two questions to one server."""


class NoNetwork(Exception):
    """Nothing at all opened: it is we who are cut off, and nobody's link is to blame."""


def answers_of(
    urls: Iterable[str], ask: Callable[[str], Answer], pause: float = PAUSE
) -> dict[str, Answer]:
    """Return the answer of each address."""
    by_server: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_server[urlsplit(url).netloc].append(url)

    def of_server(own: list[str]) -> list[tuple[str, Answer]]:
        found = []
        for number, url in enumerate(own):
            if number:
                time.sleep(pause)
            found.append((url, ask(url)))
        return found

    with ThreadPoolExecutor(SERVERS) as pool:
        return dict(pair for pairs in pool.map(of_server, by_server.values()) for pair in pairs)


def after(
    states: Mapping[str, Failing], answers: Mapping[str, Answer], day: str
) -> dict[str, Failing]:
    """Return what is remembered after a round on ``day``; addresses nobody names are forgotten.

    Raises:
        NoNetwork: several servers were asked, and none answered.
    """
    asked = {url: a for url, a in answers.items() if a.verdict != "refused"}
    silent = {"name", "network", "timeout", "connection"}
    servers = {urlsplit(url).netloc for url in asked}
    if len(servers) > 2 and all(a.reason in silent for a in asked.values()):
        raise NoNetwork
    return {
        url: failed(states.get(url), day, answer.reason)
        for url, answer in asked.items()
        if answer.verdict == "fails"
    }
