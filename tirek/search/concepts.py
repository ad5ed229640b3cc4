"""Words for one thing: synonyms, abbreviations, old terms, and the same in the other language.

A concept is a set of phrases of both languages. A document that holds one of them is found by
all others: the index has a term of its own for the concept, and a query that holds a phrase
asks for that term as well. So a synonym costs one more look-up, whatever its length.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tirek import LANGUAGES, Language

Stems = Callable[[str], list[str]]
"""From a text to the stems of its words."""

LOOSE: Final = 2
"""Other words that may stand inside a phrase."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing and what it is called."""

    phrases: Mapping[Language, tuple[str, ...]]
    """As written."""


Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
"""By first stem: the other stems, and the concept's number."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All concepts, as stems."""

    phrases: Mapping[Language, Phrases]

    def named(self, lang: Language, stems: Sequence[str]) -> list[int]:
        """Return the concepts that a text's ``stems`` name, once for every time."""
        found = []
        known = self.phrases[lang]
        there = set(stems)
        for position in [at for at, stem in enumerate(stems) if stem in known]:
            for rest, concept in known[stems[position]]:
                if not rest:
                    found.append(concept)
                elif rest[0] in there and there.issuperset(rest):  # most phrases end here
                    near = stems[position + 1 : position + 1 + len(rest) + LOOSE]
                    if all(stem in near for stem in rest):
                        found.append(concept)
        return found

    def notes(self, lang: Language) -> dict[str, str]:
        """Return what the index says beside a term's list: phrases that begin with the term.

        A phrase is the concept's number, a colon, its other stems with ``+`` between; phrases
        have ``|`` between. A concept's own term has all its phrases, for marking.
        """
        found: dict[str, list[str]] = {}
        for first, others in self.phrases[lang].items():
            for rest, concept in others:
                found.setdefault(first, []).append(f"{concept}:{'+'.join(rest)}")
                found.setdefault(concept_term(concept), []).append("+".join((first, *rest)))
        return {term: "|".join(sorted(phrases)) for term, phrases in found.items()}


def concept_term(number: int) -> str:
    """Return the term of a concept; no word begins like it."""
    return f"@{number}"


def thesaurus(concepts: Iterable[Concept], stems: Mapping[Language, Stems]) -> Thesaurus:
    """Return the ``concepts`` with their phrases as stems.

    A concept with only one phrase in all says nothing new and is left out; a phrase that is the
    same in both languages counts once in each.
    """
    phrases: dict[Language, dict[str, list[tuple[tuple[str, ...], int]]]] = {
        lang: {} for lang in LANGUAGES
    }
    number = 0
    for concept in concepts:
        found = {
            lang: {tuple(stems[lang](phrase)) for phrase in concept.phrases[lang]} - {()}
            for lang in LANGUAGES
        }
        if len(set().union(*found.values())) < 2:
            continue
        for lang in LANGUAGES:
            for first, *rest in sorted(found[lang]):
                phrases[lang].setdefault(first, []).append((tuple(rest), number))
        number += 1
    return Thesaurus({lang: dict(phrases[lang]) for lang in LANGUAGES})


NO_CONCEPTS: Final = Thesaurus({lang: {} for lang in LANGUAGES})
