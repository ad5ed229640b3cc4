"""Numbers as text that needs no escape inside a script and packs well.

A number is written with digits of base 43, lowest first; every digit but the last is from the
upper half of the alphabet. Small numbers take one character.
"""

from collections.abc import Iterable
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
    pieces, free, short, most = [], 0, _SHORT, len(_SHORT)
    for place in places:
        value = place - free
        pieces.append(short[value] if value < most else _written(value))
        free = place - place % LEVELS + LEVELS
    return "".join(pieces)
