"""What machines and templates leave in a text, and what an encoding has spoilt."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tirek.check.pages import without_code
from tirek.check.sources import PageSource, RecordSource
from tirek.problem import Problem

_LEFT: Final = re.compile(
    r"""
      \blorem\s+ipsum\b
    | (?-i:\b(?:TODO|FIXME|XXX+|TBD)\b)
    | \[object\ Object\] | (?-i:\bundefined\b)
    | <\#|\#> | \$\{\w+\}
    | [\[<](?:введите|вставьте|впишите|укажите|ваш[аеи]?\b)[^\]>]{0,60}[\]>](?![(\[])
    | [\[<][^\[\]<>]{0,50}(?:енгізіңіз|жазыңыз|толтырыңыз|қойыңыз)[\]>](?![(\[])
    | \bтекст\ текст\ текст\b | \bмәтін\ мәтін\ мәтін\b
    | \b(?:здесь\s+(?:будет|должен\s+быть)\s+(?:ваш\s+)?текст
        |(?:осында|мұнда|осы\ жерде)\ мәтін\ болады|осы\ жерге\ мәтін)
    | \bкак\s+(?:языковая\s+модель|искусственный\s+интеллект),
    | \bas\s+an?\s+(?:ai|large)\s+language\s+model\b
    | \b(?:тілдік\s+модель|жасанды\s+интеллект)\s+ретінде\b
    | :contentReference\[ | \boaicite\b | \butm_source=chatgpt
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Filler, notes to oneself, template marks, prompts to fill in, remarks of a text generator."""

_HINTS: Final = (
    *("lorem", "todo", "fixme", "xxx", "tbd", "[", "<", "#>", "${", "undefined"),
    *(
        "текст текст текст",
        "мәтін мәтін мәтін",
        "здесь",
        "мәтін болады",
        "осы жерге мәтін",
        "модель",
        "интеллект",
        "language model",
    ),
    *("oaicite", "utm_source"),
)
"""One of these, in small letters, is in all that the pattern finds; to look for them is quick."""

_SECOND_OF_1251: Final = "[\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u203a\u20ac\u2116\u2122]"
_SECOND_OF_LATIN: Final = "[\u0080-\u00bf\u0152-\u0178\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]"
_GARBLED: Final = re.compile(
    "[\ufffdРС\u00d0\u00d1?](?:(?<=\ufffd)"
    f"|(?<=[РС]){_SECOND_OF_1251}(?:[РС]{_SECOND_OF_1251}){{2,}}"
    f"|(?<=[\u00d0\u00d1]){_SECOND_OF_LATIN}(?:[\u00d0\u00d1]{_SECOND_OF_LATIN}){{2,}}"
    r"|(?<=\?)\?{3,})"
)
"""A lost character, or UTF-8 that was read as Windows-1251 or Latin-1 and written again.

One set of first signs is quick to look for; which of them it was is asked afterwards.
"""


def _has_hints(text: str) -> bool:
    return any(map(text.lower().__contains__, _HINTS))


@lru_cache(maxsize=2**14)
def left_in(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return position, code and what it is, of everything in ``text`` that nobody meant to say."""
    found = [(spoilt.start(), _CODES["garbled"], spoilt[0]) for spoilt in _GARBLED.finditer(text)]
    if _has_hints(text):
        found += ((left.start(), _CODES["left"], left[0]) for left in _LEFT.finditer(text))
    return tuple(sorted(found))


_CODES: Final = {"left": "words-leftover", "garbled": "words-garbled"}


def of_record(record: RecordSource) -> Iterator[Problem]:
    """Yield each leftover in a record."""
    # Most records have none, and all texts are looked at together sooner than one by one.
    whole = "\n".join(words.text for words in record.words)
    if not _has_hints(whole) and _GARBLED.search(whole) is None:
        return
    for words in record.words:
        for _, code, value in left_in(words.text):
            yield record.problem(words.loc, code, value)


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield each leftover on a page, but none of quoted code."""
    for position, code, value in left_in(without_code(page.text)):
        yield page.problem(position, code, value)
