"""An inverted index of one language: for each term the documents that hold it, and how strongly.

A term's weight in a document is BM25F's (Robertson, Zaragoza: The Probabilistic Relevance
Framework, 2009): counts of all fields together, weighed by field, dampened by the length of
the document, saturating; then rounded to a few levels. The mean length is a constant, so that
one document's change leaves all others' weights as they are. How rare a term is, the browser
sees from the length of its list.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tirek.search.analysis import Analyser
from tirek.search.codes import LEVELS
from tirek.search.concepts import Thesaurus, concept_term
from tirek.search.document import Document

TITLE: Final = 1.8
"""Weight of a word in the title, against one in the text."""
MORE: Final = 1.5
"""Weight of a keyword or label."""
MEAN_LENGTH: Final = 60
"""Words of a document that is neither long nor short."""
DAMPING: Final = 0.4
"""BM25's b: how much length counts."""
SATURATION: Final = 1.2
"""BM25's k1: how soon repetition stops to count."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What one document is found by."""

    terms: tuple[str, ...]
    """Each once."""
    levels: bytes
    """How strongly the document holds each of them, from 0."""


Postings = Mapping[str, list[int]]
"""By term, rising: a document's number times LEVELS, plus the level."""


@dataclass(frozen=True, slots=True)
class Weigher:
    """Finds the terms of documents of one language."""

    analyser: Analyser
    thesaurus: Thesaurus

    def weigh(self, document: Document) -> Weights:
        """Return the terms of ``document`` and their levels from 0."""
        stems, lang, known = self.analyser.stems, self.analyser.lang, self.thesaurus
        plain = stems(document.text) + stems(document.rest)
        counts: dict[str, float] = dict(Counter(plain))
        length = len(plain)
        weighty = [(plain, f"{document.text} {document.rest}", 1.0)]
        for text, weight in (
            (document.title, TITLE),
            (document.line, MORE),
            (document.more, MORE),
        ):
            found = stems(text)
            weighty.append((found, text, weight))
            length += len(found)
            for term in found:
                counts[term] = counts.get(term, 0.0) + weight
        for found, text, weight in weighty:
            for concept in known.named(lang, found, text) + known.abbreviated(lang, text):
                term = concept_term(concept)
                counts[term] = counts.get(term, 0.0) + weight
        norm = SATURATION * (1 - DAMPING + DAMPING * length / MEAN_LENGTH)
        # Of hundreds of counts few differ.
        level = {count: int(LEVELS * count / (count + norm)) for count in set(counts.values())}
        return Weights(tuple(counts), bytes(map(level.__getitem__, counts.values())))


def inverted(weighed: Iterable[tuple[int, Weights]]) -> Postings:
    """Return the lists of all terms from documents in the order of their numbers."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for number, weights in weighed:
        # A document's places are few: made once, they are not a number more for each of its terms.
        places = tuple(range(number * LEVELS, (number + 1) * LEVELS))
        for term, level in zip(weights.terms, weights.levels, strict=True):
            lists[term].append(places[level])
    return dict(lists)
