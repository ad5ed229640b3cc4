"""Words for one thing: synonyms, abbreviations, old terms, and the same in the other language.

A concept is a set of phrases of both languages. A document that holds one of them is found by
all others: the index has a term of its own for the concept, and a query that holds a phrase
asks for that term as well. So a synonym costs one more look-up, whatever its length.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tirek import LANGUAGES, Language
from tirek.search.words import folded

Stems = Callable[[str], list[str]]
"""From a text to the stems of its words."""

LOOSE: Final = 2
"""Other words that may stand inside a phrase."""

SHORT: Final = 4
"""Letters of a stem that may be another word's as well, once folded: ``қор`` and ``көр``."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing and what it is called."""

    phrases: Mapping[Language, tuple[str, ...]]
    """As written."""
    hints: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    """What is only asked for: narrower things, whose own documents say nothing of the concept.

    Who asks for a speech therapist finds what is for specialists, and not all that names a
    psychologist."""


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
"""By first stem: the other stems, and the concept's number."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All concepts, as stems."""

    phrases: Mapping[Language, Phrases]
    """What documents and queries say."""
    hints: Mapping[Language, Phrases] = field(default_factory=dict)
    """What queries alone say."""
    short: Mapping[Language, Mapping[str, Sequence[int]]] = field(default_factory=dict)
    """Concepts by abbreviation, folded and not stemmed."""
    asked: Mapping[Language, Mapping[str, Sequence[int]]] = field(default_factory=dict)
    """The same for abbreviations among hints."""
    spelled: Mapping[Language, Mapping[tuple[str, int], re.Pattern[str]]] = field(
        default_factory=dict
    )
    """By stem and concept: how a short word of a text begins, where folding makes two one."""

    def abbreviated(self, lang: Language, text: str) -> list[int]:
        """Return the concepts that abbreviations in ``text`` name, once for every time.

        An abbreviation is one where it has capitals: ``БАҚ`` are the media, ``бақ`` a garden.
        """
        found: list[int] = []
        known = self.short.get(lang)
        if known:
            for letters in _ABBREVIATION.findall(text):
                found += known.get(folded(letters), ())
        return found

    def named(self, lang: Language, stems: Sequence[str], text: str) -> list[int]:
        """Return the concepts that ``text``, whose ``stems`` are given, names; once a time."""
        found: list[int] = []
        known, there = self.phrases[lang], set(stems)
        spelled = self.spelled.get(lang, {})
        begun = known.keys() & there
        for position in [at for at, stem in enumerate(stems) if stem in begun] if begun else ():
            for rest, concept in known[stems[position]]:
                if not rest:
                    begins = spelled.get((stems[position], concept))
                    if begins is None or begins.search(text):
                        found.append(concept)
                elif rest[0] in there and there.issuperset(rest):  # most phrases end here
                    near = stems[position + 1 : position + 1 + len(rest) + LOOSE]
                    if set(near).issuperset(rest):
                        found.append(concept)
        return found

    def notes(self, lang: Language) -> dict[str, str]:
        """Return what the index says beside a term's list: phrases that begin with the term.

        A phrase is the concept's number, a colon, its other stems with ``+`` between; phrases
        have ``|`` between, an abbreviation ``^`` before it. A concept's own term has all its
        phrases, for marking.
        """
        found: dict[str, list[str]] = {}
        for first, others in self.phrases[lang].items():
            for rest, concept in others:
                found.setdefault(first, []).append(f"{concept}:{'+'.join(rest)}")
                found.setdefault(concept_term(concept), []).append("+".join((first, *rest)))
        for first, others in self.hints.get(lang, {}).items():
            for rest, concept in others:
                found.setdefault(first, []).append(f"{concept}:{'+'.join(rest)}")
        for term, concepts in self.short.get(lang, {}).items():
            for concept in concepts:
                found.setdefault(term, []).append(f"^{concept}:")
                found.setdefault(concept_term(concept), []).append(term)
        for term, concepts in self.asked.get(lang, {}).items():
            for concept in concepts:
                found.setdefault(term, []).append(f"^{concept}:")
        return {term: "|".join(sorted(phrases)) for term, phrases in found.items()}


def concept_term(number: int) -> str:
    """Return the term of a concept; no word begins like it."""
    return f"@{number}"


def is_concept(term: str) -> bool:
    """Return whether ``term`` is a concept's and no word."""
    return term.startswith("@")


def thesaurus(concepts: Iterable[Concept], stems: Mapping[Language, Stems]) -> Thesaurus:
    """Return the ``concepts`` with their phrases as stems.

    A concept with only one phrase in all says nothing new and is left out; a phrase that is the
    same in both languages counts once in each.
    """
    phrases: Written = {lang: {} for lang in LANGUAGES}
    hints: Written = {lang: {} for lang in LANGUAGES}
    short: dict[Language, dict[str, list[int]]] = {lang: {} for lang in LANGUAGES}
    asked: dict[Language, dict[str, list[int]]] = {lang: {} for lang in LANGUAGES}
    spelled: dict[Language, dict[tuple[str, int], re.Pattern[str]]] = {
        lang: {} for lang in LANGUAGES
    }
    number = 0
    for concept in concepts:
        found = {lang: _stemmed(concept.phrases, lang, stems) for lang in LANGUAGES}
        only = {lang: _stemmed(concept.hints, lang, stems) - found[lang] for lang in LANGUAGES}
        letters = {lang: _abbreviations(concept.phrases, lang) for lang in LANGUAGES}
        hinted = {lang: _abbreviations(concept.hints, lang) - letters[lang] for lang in LANGUAGES}
        said = (*found.values(), *only.values(), *letters.values(), *hinted.values())
        if len(set().union(*said)) < 2:
            continue
        for lang in LANGUAGES:
            for stem, begins in _beginnings(concept.phrases, lang, stems):
                spelled[lang][stem, number] = begins
            for known, abbreviations in ((short, letters), (asked, hinted)):
                for (abbreviation,) in sorted(abbreviations[lang]):
                    known[lang].setdefault(abbreviation, []).append(number)
        for written, stemmed in ((phrases, found), (hints, only)):
            for lang in LANGUAGES:
                for first, *rest in sorted(stemmed[lang]):
                    written[lang].setdefault(first, []).append((tuple(rest), number))
        number += 1
    return Thesaurus(phrases, hints, short, asked, spelled)


Written = dict[Language, dict[str, list[tuple[tuple[str, ...], int]]]]


def _stemmed(
    texts: Mapping[Language, tuple[str, ...]], lang: Language, stems: Mapping[Language, Stems]
) -> set[tuple[str, ...]]:
    spelled = {
        spelling
        for text in texts.get(lang, ())
        if not _ABBREVIATION.fullmatch(text)
        for spelling in _spellings(text)
    }
    found = {tuple(stems[lang](text)) for text in spelled}
    return {phrase for phrase in found if max(map(len, phrase), default=0) > 1}  # «қ.» says nothing


def _beginnings(
    texts: Mapping[Language, tuple[str, ...]], lang: Language, stems: Mapping[Language, Stems]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield short stems of single words, and how a word of such a stem begins when written."""
    found: dict[str, set[str]] = {}
    for text in texts.get(lang, ()):
        of_text = [] if _ABBREVIATION.fullmatch(text) else stems[lang](text)
        if len(of_text) == 1 and len(of_text[0]) <= SHORT:
            found.setdefault(of_text[0], set()).add(text.lower()[: len(of_text[0])])
    for stem, written in found.items():
        if any(folded(begin) != begin for begin in written):
            begins = "|".join(begin[:-1] + _SOFTER.get(begin[-1], begin[-1]) for begin in written)
            yield stem, re.compile(rf"\b(?:{begins})", re.IGNORECASE)


_SOFTER: Final = {"қ": "[қғ]", "к": "[кг]", "п": "[пб]"}
"""Last letters of a stem, and what they may be before a vowel."""


def _abbreviations(
    texts: Mapping[Language, tuple[str, ...]], lang: Language
) -> set[tuple[str, ...]]:
    return {(folded(text),) for text in texts.get(lang, ()) if _ABBREVIATION.fullmatch(text)}


def _spellings(text: str) -> tuple[str, str]:
    """Return a phrase with its hyphens apart and as one word: both are typed, and printed."""
    return _HYPHEN.sub(" ", text), _HYPHEN.sub("", text)


_CAPITAL: Final = "[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]"
_ABBREVIATION: Final = re.compile(rf"{_CAPITAL}[^\W\d_]*{_CAPITAL}")
"""From the first capital to the last: endings follow in Kazakh."""
_HYPHEN: Final = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


NO_CONCEPTS: Final = Thesaurus({lang: {} for lang in LANGUAGES})
