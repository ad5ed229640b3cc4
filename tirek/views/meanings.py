"""What search takes as one meaning: labels, old terms and abbreviations of the vocabularies."""

import re
from collections.abc import Iterator
from typing import Final

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.scheme import Concept as Term
from tirek.search.concepts import Concept

SYNONYMS: Final = (
    "synonyms-learners",
    "synonyms-society",
    "synonyms-places",
    "synonyms-staff",
    "synonyms-teaching",
    "synonyms-management",
    "synonyms-papers",
)
"""What stands on no page: other words people type, by theme."""

RELATED: Final = "related-words"
"""All of it is what people ask with, and no name."""

SCHEMES: Final = (
    "glossary",
    "abbreviations",
    "needs",
    "unit-kinds",
    "organisation-kinds",
    "specialists",
    "audiences",
    "education-levels",
    "resource-types",
    "event-kinds",
    "act-kinds",
    "regions",
    *SYNONYMS,
    RELATED,
)
"""Vocabularies whose terms people type; what joins another's term comes after it."""

CLASSES: Final = frozenset(
    {
        "audiences",
        "education-levels",
        "resource-types",
        "event-kinds",
        "act-kinds",
    }
)
"""Those that sort records: what else is said of a class is what it holds, and no other name."""

_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
_MOST_WORDS: Final = 7
"""A note of an abbreviation that is longer explains, and does not spell out."""


def concepts(catalogue: Catalogue) -> Iterator[Concept]:
    """Yield every concept with what it is called in both languages.

    What ``matches`` a term (``glossary:pmpk``) joins it, and so does what has the same labels.
    """
    found: dict[tuple[str, str], _Said] = {}
    hints: dict[tuple[str, str], _Said] = {}
    labelled: dict[tuple[str, str], tuple[str, str]] = {}
    homes: dict[tuple[str, str], tuple[str, str]] = {}
    for scheme in SCHEMES:
        vocabulary = catalogue.vocabularies.get(scheme)
        for term in vocabulary.concepts if vocabulary else ():
            keys = [(scheme, term.id), *(_key(match) for match in term.matches)]
            if scheme not in CLASSES:
                keys.insert(1, labelled.setdefault((term.label.kk, term.label.ru), keys[0]))
            # A term may have joined another's concept itself.
            key = next((homes[key] for key in reversed(keys) if key in homes), keys[0])
            homes[keys[0]] = key
            phrases = found.setdefault(key, {lang: {} for lang in LANGUAGES})
            others = hints.setdefault(key, {lang: {} for lang in LANGUAGES})
            for lang in LANGUAGES:
                named = others if scheme == RELATED else phrases
                also = others if scheme in CLASSES else named
                named[lang].update(dict.fromkeys(_names(scheme, term, lang)))
                also[lang].update(dict.fromkeys(_others(term, lang)))
    for key, phrases in found.items():
        yield Concept(
            {lang: tuple(phrases[lang]) for lang in LANGUAGES},
            {lang: tuple(hints[key][lang]) for lang in LANGUAGES},
        )


_Said = dict[Language, dict[str, None]]


def _key(match: str) -> tuple[str, str]:
    scheme, _, name = match.partition(":")
    return scheme, name


def _names(scheme: str, term: Term, lang: Language) -> Iterator[str]:
    texts = [getattr(term.label, lang)]
    if scheme == "abbreviations" and term.note:
        texts.append(_spelled_out(getattr(term.note, lang)))
    for text in texts:
        if len(text.split()) <= _MOST_WORDS:
            yield from _spellings(text)


def _spelled_out(note: str) -> str:
    """Return what an abbreviation stands for; "" where its note only speaks of it."""
    first = re.split("[;(]", note)[0]
    return "" if " – " in first else first.split(",")[0].strip()


def _others(term: Term, lang: Language) -> Iterator[str]:
    for text in getattr(term.alt, lang):
        yield from _spellings(text)


def _spellings(text: str) -> Iterator[str]:
    """Yield a phrase with and without what it has in brackets."""
    yield text
    bare = _ASIDE.sub("", text)
    if bare != text:
        yield bare
