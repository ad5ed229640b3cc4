"""Numbers as text that needs no escape inside a script and packs well.

A number is written with digits of base 43, lowest first; every digit but the last is from the
upper half of the alphabet. Small numbers take one character.
"""

from collections.abc import Sequence
from operator import sub
from typing import Final

ALPHABET: Final = "".join(c for c in map(chr, range(33, 127)) if c not in "\"'<=\\`~")[:86]
"""Digits: printable, and in need of no escape inside a script."""

BASE: Final = 43

LEVELS: Final = 8
"""Steps of a word's weight in a document."""


class _Written(dict[int, str]):
    """Numbers as text, each written once."""

    def __missing__(self, number: int) -> str:
        digits, rest = "", number
        while rest >= BASE:
            digits += ALPHABET[BASE + rest % BASE]
            rest //= BASE
        found = self[number] = digits + ALPHABET[rest]
        return found


_WRITTEN: Final = _Written()


def written(number: int) -> str:
    """Return a whole ``number`` from 0 as text."""
    return _WRITTEN[number]


def postings(places: Sequence[int]) -> str:
    """Return a list as text: each document's distance from the one before, and its level.

    Args:
        places: Rising: a document's number times LEVELS, plus the level from 0.
    """
    # A million numbers are written so, in steps that take no time but the interpreter's own.
    free = [0, *(place - place % LEVELS + LEVELS for place in places[:-1])]
    return "".join(map(_WRITTEN.__getitem__, map(sub, places, free)))
