"""Pictures on pages: each says in words what it shows."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.check.pages import without_code
from tirek.check.sources import PageSource
from tirek.problem import Problem

_MARKDOWN: Final = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_HTML: Final = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT: Final = re.compile(r"\balt\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_NO_WORDS: Final = re.compile(
    r"\s*(?:[\w-]+\.(?:png|jpe?g|gif|svg|webp)|(?:img|image|dsc|photo|picture|screenshot|scan)"
    r"[ _-]?\d*|(?:рис(?:унок|\.)?|фото(?:сурет)?|картинка|сурет|кескін|слайд|скрин(?:шот)?"
    r"|изображение)[ _-]?№?\d*\.?|[\d\W_]+)\s*",
    re.IGNORECASE,
)
"""A file name, «сурет 1», a number: no words about what is seen."""


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield each picture without words, or with words that say nothing."""
    text = without_code(page.text)
    for picture in _MARKDOWN.finditer(text, page.body_at):
        yield from _of_words(page, picture, picture[1])
    for tag in _HTML.finditer(text, page.body_at):
        alt = _ALT.search(tag[0])
        yield from _of_words(page, tag, alt[1].strip("\"'") if alt else "")


def _of_words(page: PageSource, found: re.Match[str], alt: str) -> Iterator[Problem]:
    if not alt.strip():
        yield page.problem(found.start(), "picture-no-words", found[0])
    elif _NO_WORDS.fullmatch(alt):
        yield page.problem(found.start() + found[0].index(alt), "picture-empty-words", alt)
