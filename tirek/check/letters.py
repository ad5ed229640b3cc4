"""Look-alike letters: a Latin ``a`` in a Cyrillic word, which no search will find."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tirek.check.pages import without_code
from tirek.check.sources import PageSource, RecordSource
from tirek.problem import Problem

_CYRILLIC: Final = "асеорхуіһАВСЕНКМОРТХУІҺ"
_LATIN: Final = "aceopxyihABCEHKMOPTXYIH"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)

_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"://|@|www\.|[\w-]+\.(?:kz|ru|com|org|net)\b|[\\/_=&{}\[\]<>]")
"""What is written in Latin letters and signs on purpose: addresses, paths, code."""
_C: Final = "[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]"
_WORD: Final = re.compile(f"(?:[A-Za-z]|{_C}){{2,}}")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
"""Most texts have none, and so no word of two alphabets."""
_HAS_BOTH: Final = re.compile(f"[A-Za-z]{_C}|{_C}[A-Za-z]")
_ALL_CYRILLIC: Final = re.compile(f"{_C}+")
_ALL_LATIN: Final = re.compile(r"[A-Za-z]+")
_ALONE: Final = re.compile(r"(?<=[а-яёәғқңөұүһі,] )[co](?= [а-яёәғқңөұүһі])")
"""A Latin ``c`` or ``o`` that stands for a Russian preposition."""


@lru_cache(maxsize=2**14)
def mixed(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return position, word and mended word of each word with letters of two alphabets.

    A word is left alone where its foreign letters look like none of ours: «SMSпен» is a choice.
    """
    if _LATIN_LETTER.search(text) is None or text.isascii():
        return ()
    if _HAS_BOTH.search(text) is None and _ALONE.search(text) is None:
        return ()
    return tuple(_mixed(text))


def _mixed(text: str) -> Iterator[tuple[int, str, str]]:
    for chunk in _CHUNK.finditer(text):
        if _HAS_BOTH.search(chunk[0]) is None or _ADDRESS.search(chunk[0]):
            continue
        for word in _WORD.finditer(chunk[0]):
            mended = _mended(word[0])
            if mended:
                yield chunk.start() + word.start(), word[0], mended
    for letter in _ALONE.finditer(text):
        yield letter.start(), letter[0], letter[0].translate(_TO_CYRILLIC)


def _mended(word: str) -> str:
    """Return ``word`` in one alphabet, or "" where it is so already or cannot be."""
    if _HAS_BOTH.search(word) is None:
        return ""
    cyrillic = word.translate(_TO_CYRILLIC)
    latin = word.translate(_TO_LATIN)
    fits_cyrillic, fits_latin = _ALL_CYRILLIC.fullmatch(cyrillic), _ALL_LATIN.fullmatch(latin)
    if fits_cyrillic and fits_latin:  # «РDF» and «cор» both look right: the larger part decides
        own = sum(letter > "z" for letter in word)
        return cyrillic if own * 2 >= len(word) else latin
    if fits_cyrillic:
        return cyrillic
    return latin if fits_latin else ""


_NOT_WORDS: Final = frozenset({"id", "path", "url", "website", "mail", "phone", "document", "slug"})
"""Fields that hold no words of a language."""


def of_record(record: RecordSource) -> Iterator[Problem]:
    """Yield each word of a record that mixes alphabets."""
    for words in record.words:
        if words.loc and words.loc[-1] not in _NOT_WORDS:
            for _, word, mended in mixed(words.text):
                yield record.problem(words.loc, "letters-mixed", word, mended)


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield each word of a page that mixes alphabets, but none of quoted code."""
    for position, word, mended in mixed(without_code(page.text)):
        yield page.problem(position, "letters-mixed", word, mended)
