"""Outside links that have stopped opening."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

DEAD_AFTER: Final = 4
"""Failures on different days after which readers are told: a site may be down for a night."""


@dataclass(frozen=True, slots=True)
class Failing:
    """An address that did not open when it was last asked."""

    since: str
    """Day of the first failure after it last opened, ``YYYY-MM-DD``."""
    last: str
    """Day of the last one."""
    days: int
    """On how many different days it failed."""
    reason: str
    """What happened the last time: ``404``, ``timeout``."""

    @property
    def is_dead(self) -> bool:
        """Whether readers are told."""
        return self.days >= DEAD_AFTER


def failed(earlier: Failing | None, day: str, reason: str) -> Failing:
    """Return the state after one more failure; two on one day count once."""
    if earlier is None:
        return Failing(day, day, 1, reason)
    if day <= earlier.last:
        return earlier
    return Failing(earlier.since, day, earlier.days + 1, reason)


def dead_links(states: Mapping[str, Failing]) -> dict[str, str]:
    """Return the day since which each dead link has not opened."""
    return {url: state.since for url, state in states.items() if state.is_dead}
