"""Numbers as text that needs no escape inside a script and packs well.

A number is written with digits of base 43, lowest first; every digit but the last is from the
upper half of the alphabet. Small numbers take one character.
"""

from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Final

ALPHABET: Final = "".join(c for c in map(chr, range(33, 127)) if c not in "\"'<=\\`~")[:86]
"""Digits: printable, and in need of no escape inside a script."""

BASE: Final = 43

LEVELS: Final = 8
"""Steps of a word's weight in a document."""


def _written(number: int) -> str:
    digits = ""
    while number >= BASE:
        digits += ALPHABET[BASE + number % BASE]
        number //= BASE
    return digits + ALPHABET[number]


_SHORT: Final = tuple(_written(number) for number in range(8192))
"""Most numbers, written beforehand."""


def written(number: int) -> str:
    """Return a whole ``number`` from 0 as text."""
    return _SHORT[number] if number < len(_SHORT) else _written(number)


def postings(places: Iterable[int]) -> str:
    """Return a list as text: each document's distance from the one before, and its level.

    Args:
        places: Rising: a document's number times LEVELS, plus the level from 0.
    """
    # Each is told from the first number that is free after the one before: at first, from 0.
    gaps = [
        place - (before // LEVELS + 1) * LEVELS for before, place in pairwise(chain((-1,), places))
    ]
    try:
        return "".join([_SHORT[gap] for gap in gaps])
    except IndexError:  # rare terms of a large catalogue
        return "".join(map(written, gaps))
