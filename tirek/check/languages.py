"""Kazakh text that is Russian, and the reverse.

No dictionary: letters that only Kazakh has, words that hold a sentence together, and endings.
A name, a short label or what stands in «quotes» says nothing of the language around it, so such
a text is never blamed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tirek import Language
from tirek.check.pages import without_code
from tirek.check.sources import PageSource, RecordSource
from tirek.problem import Problem

_QUOTED: Final = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“|\"[^\"]*\"")
_LETTER: Final = "[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ\u1c80-\u1c86]"
"""Both cases told, with old forms of Cyrillic letters: quicker than to match without case."""
_WORD: Final = re.compile(f"{_LETTER}+(?:-{_LETTER}+)*")
_MARKS: Final = frozenset('«“„"')
_KAZAKH_LETTERS: Final = "әғқңөұүһі"

_KAZAKH_WORDS: Final = frozenset(
    word
    for line in (
        "және мен бен пен үшін бұл бір деп туралы немесе арқылы осы сол емес бойынша бар жоқ",
        "болып болады болған керек кейін дейін ол олар біз сіз қалай кім әр барлық сияқты ғана",
        "жаңа жалпы бала балалар балалардың атындағы арналған берілген жылы оның оны еді екен",
        "бойы жанында жанындағы білім беру",
    )
    for word in line.split()
)
_RUSSIAN_WORDS: Final = frozenset(
    word
    for line in (
        "и в во на с со для что по из от как это или при к ко о об их его её она оно они мы",
        "вы у за до без под над между через если чтобы также которые который которая которых где",
        "когда был была было были есть может можно нужно этот эта эти того том так же ли бы",
    )
    for word in line.split()
)
_RUSSIAN_ENDING: Final = re.compile(
    r"\w{3,}(?:ого|его|ому|ему|ыми|ими|ых|ый|ий|ая|яя|ое|ее|ые|ие|ов|ам|ям|ами|ями|ать|ять|ить|"
    r"еть|ует|ают|яют|ется|ются|ится|ение|ения|ений|ание|ания|аний|ость|ости|ской|ский|ских)\b"
)

FEWEST_WORDS: Final = 3
"""Words from which a text says what language it is in."""


@lru_cache(maxsize=2**15)
def language_of(text: str) -> Language | None:
    """Return the language ``text`` is surely in, or None where it may be either."""
    if text.count(" ") + text.count("\n") < FEWEST_WORDS - 1:
        return None
    quotes = any(map(text.__contains__, _MARKS))
    words = _WORD.findall(_QUOTED.sub(" ", text) if quotes else text)
    # A capital inside a sentence begins a name, which keeps its spelling in either language.
    told = words[:1] + [word for word in words[1:] if word[0].islower()]
    if len(told) < FEWEST_WORDS:
        return None
    whole = " ".join(told).lower()
    told = whole.split(" ")
    letters = len(whole) - len(told) + 1
    share = sum(map(whole.count, _KAZAKH_LETTERS)) / letters
    kazakh = sum(map(_KAZAKH_WORDS.__contains__, told))
    russian = sum(map(_RUSSIAN_WORDS.__contains__, told))
    if share >= 0.06 and russian <= len(told) * 0.05 and (kazakh or share >= 0.08):
        return "kk"
    if share <= 0.01 and not kazakh and letters > 8:
        signs = russian + len(_RUSSIAN_ENDING.findall(whole))
        if signs >= 2 and signs >= len(told) * 0.2:
            return "ru"
    return None


@lru_cache(maxsize=2**15)
def is_other(text: str, lang: Language) -> bool:
    """Return whether ``text`` is surely not in ``lang``.

    Most texts are what they should be, and a word or the lack of letters says so at once.
    """
    if lang == "ru":
        if _KAZAKH_LETTER.search(text) is None:
            return False
    elif not any(map(text.__contains__, _MARKS)) and not _KAZAKH_WORDS.isdisjoint(text.split()):
        return False
    return language_of(text) not in (None, lang)


_KAZAKH_LETTER: Final = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


def of_record(record: RecordSource) -> Iterator[Problem]:
    """Yield each text of a record that is in the language of the other field."""
    for words in record.words:
        if words.lang is not None and is_other(words.text, words.lang):
            yield record.problem(words.loc, _CODES[words.lang], _begun(words.text))


_CODES: Final = {"kk": "language-not-kk", "ru": "language-not-ru"}


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield a problem if title, description or most of a page is in the other language.

    One paragraph may well be a quotation; most of them are not.
    """
    code = _CODES[page.lang]
    data = page.matter.data if page.matter else None
    for field in ("title", "description"):
        text = data.get(field) if isinstance(data, dict) else None
        if isinstance(text, str) and is_other(text, page.lang):
            yield page.matter_problem(field, code, _begun(text))
    own, others = 0, []
    for block in _BLOCK.finditer(without_code(page.text), page.body_at):
        found = language_of(block[0])
        if found == page.lang:
            own += 1
        elif found is not None:
            others.append(block)
    if len(others) > own:
        first = others[0]
        yield page.problem(first.start(), code, _begun(first[0]))


_BLOCK: Final = re.compile(r"[^\s#*>|-][^\n]*(?:\n(?![\s#*>|-])[^\n]+)*")
"""A paragraph, an item of a list, a heading without its sign."""


def _begun(text: str) -> str:
    """Return the first words of a text, enough to find it."""
    return " ".join(text.split()[:6])
