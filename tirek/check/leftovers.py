"""What machines and templates leave in a text, and what an encoding has spoilt."""

import re
from collections.abc import Iterator
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
    | \b(?:здесь\s+(?:будет|должен\s+быть)\s+(?:ваш\s+)?текст|осында\s+мәтін\s+болады)
    | \bкак\s+(?:языковая\s+модель|искусственный\s+интеллект),
    | \bas\s+an?\s+(?:ai|large)\s+language\s+model\b
    | \bтілдік\s+модель\s+ретінде\b
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
        "осында",
        "модель",
        "интеллект",
        "language model",
    ),
    *("oaicite", "utm_source"),
)
"""One of these, in small letters, is in all that the pattern finds; to look for them is quick."""

_GARBLED: Final = re.compile(
    "\ufffd"
    "|(?:[РС][\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u203a\u20ac\u2116\u2122]){3,}"
    "|(?:[\u00d0\u00d1][\u0080-\u00bf\u0152-\u0178\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]){3,}"
    r"|\?{4,}"
)
"""A lost character, or UTF-8 that was read as Windows-1251 or Latin-1 and written again."""


def left_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield position, code and what it is, of everything in ``text`` that nobody meant to say."""
    lowered = text.lower()
    if any(hint in lowered for hint in _HINTS):
        for found in _LEFT.finditer(text):
            yield found.start(), _CODES["left"], found[0]
    for found in _GARBLED.finditer(text):
        yield found.start(), _CODES["garbled"], found[0]


_CODES: Final = {"left": "words-leftover", "garbled": "words-garbled"}


def of_record(record: RecordSource) -> Iterator[Problem]:
    """Yield each leftover in a record."""
    for words in record.words:
        for _, code, value in left_in(words.text):
            yield record.problem(words.loc, code, value)


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield each leftover on a page, but none of quoted code."""
    for position, code, value in left_in(without_code(page.text)):
        yield page.problem(position, code, value)
