"""What a thing is called, as stems, as an abbreviation, and as a short word is spelled."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from tirek import Language
from tirek.search.words import folded

Stems = Callable[[str], list[str]]
"""From a text to the stems of its words."""

SHORT: Final = 4
"""Letters of a stem that may be another word's as well, once folded: ``қор`` and ``көр``."""


def stemmed(
    texts: Mapping[Language, tuple[str, ...]], lang: Language, stems: Mapping[Language, Stems]
) -> set[tuple[str, ...]]:
    """Return the phrases of one language as stems, in all their spellings; no abbreviations."""
    spelled = {
        spelling
        for text in texts.get(lang, ())
        if not ABBREVIATION.fullmatch(text)
        for spelling in _spellings(text)
    }
    found = {tuple(stems[lang](text)) for text in spelled}
    return {phrase for phrase in found if max(map(len, phrase), default=0) > 1}  # «қ.» says nothing


def beginnings(
    texts: Mapping[Language, tuple[str, ...]], lang: Language, stems: Mapping[Language, Stems]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield short stems of single words, and how a word of such a stem begins when written."""
    found: dict[str, set[str]] = {}
    for text in texts.get(lang, ()):
        of_text = [] if ABBREVIATION.fullmatch(text) else stems[lang](text)
        if len(of_text) == 1 and len(of_text[0]) <= SHORT:
            found.setdefault(of_text[0], set()).add(text.lower()[: len(of_text[0])])
    for stem, written in found.items():
        if any(folded(begin) != begin for begin in written):
            begins = "|".join(begin[:-1] + _SOFTER.get(begin[-1], begin[-1]) for begin in written)
            yield stem, re.compile(rf"\b(?:{begins})", re.IGNORECASE)


_SOFTER: Final = {"қ": "[қғ]", "к": "[кг]", "п": "[пб]"}
"""Last letters of a stem, and what they may be before a vowel."""


def abbreviations(
    texts: Mapping[Language, tuple[str, ...]], lang: Language
) -> set[tuple[str, ...]]:
    """Return the abbreviations among ``texts`` of one language, folded, each as a phrase."""
    return {(folded(text),) for text in texts.get(lang, ()) if ABBREVIATION.fullmatch(text)}


def _spellings(text: str) -> tuple[str, str]:
    """Return a phrase with its hyphens apart and as one word: both are typed, and printed."""
    return _HYPHEN.sub(" ", text), _HYPHEN.sub("", text)


_CAPITAL: Final = "[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]"
ABBREVIATION: Final = re.compile(rf"{_CAPITAL}[^\W\d_]*{_CAPITAL}")
"""From the first capital to the last: endings follow in Kazakh."""
_HYPHEN: Final = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
