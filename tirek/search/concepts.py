"""Words for one thing: synonyms, abbreviations, old terms, and the same in the other language.

A concept is a set of phrases of both languages. A document that holds one of them is found by
all others: the index has a term of its own for the concept, and a query that holds a phrase
asks for that term as well. So a synonym costs one more look-up, whatever its length.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tirek import LANGUAGES, Language
from tirek.search.phrases import ABBREVIATION, Stems, abbreviations, beginnings, stemmed
from tirek.search.words import folded

LOOSE: Final = 2
"""Other words that may stand inside a phrase."""


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
            for letters in ABBREVIATION.findall(text):
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
        found = {lang: stemmed(concept.phrases, lang, stems) for lang in LANGUAGES}
        only = {lang: stemmed(concept.hints, lang, stems) - found[lang] for lang in LANGUAGES}
        letters = {lang: abbreviations(concept.phrases, lang) for lang in LANGUAGES}
        hinted = {lang: abbreviations(concept.hints, lang) - letters[lang] for lang in LANGUAGES}
        said = (*found.values(), *only.values(), *letters.values(), *hinted.values())
        if len(set().union(*said)) < 2:
            continue
        for lang in LANGUAGES:
            for stem, begins in beginnings(concept.phrases, lang, stems):
                spelled[lang][stem, number] = begins
            for numbers, written in ((short, letters), (asked, hinted)):
                for (abbreviation,) in sorted(written[lang]):
                    numbers[lang].setdefault(abbreviation, []).append(number)
        for by_first, written in ((phrases, found), (hints, only)):
            for lang in LANGUAGES:
                for first, *rest in sorted(written[lang]):
                    by_first[lang].setdefault(first, []).append((tuple(rest), number))
        number += 1
    return Thesaurus(phrases, hints, short, asked, spelled)


Written = dict[Language, dict[str, list[tuple[tuple[str, ...], int]]]]


NO_CONCEPTS: Final = Thesaurus({lang: {} for lang in LANGUAGES})
