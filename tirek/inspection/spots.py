"""What an inspector of text finds, and where in the text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final


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


def has_digits(text: str, fewest: int) -> bool:
    """Return whether ``text`` has so many digits, of whatever script.

    Most texts have none, and to count is quicker than to look for numbers with gaps in them.
    """
    return len(_DIGIT.findall(text)) >= fewest


_DIGIT: Final = re.compile(r"\d")

TextInspector = Callable[[str], Iterable[Spot]]
"""Yields every spot of a text."""
