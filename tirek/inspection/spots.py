"""What an inspector of text finds, and where in the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a text that is not in order."""

    position: int
    """Characters before it."""
    code: str
    """Problem code."""
    value: str = ""
    """What stands there."""
    nearest: str = ""
    """What to write instead, where that can be said."""
    allowed: str = ""
    """What would be allowed, in short."""


TextInspector = Callable[[str], Iterable[Spot]]
"""Yields every spot of a text."""
