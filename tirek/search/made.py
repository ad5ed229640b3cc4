"""All files of an index, from its documents."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tirek import Language
from tirek.search import kazakh, russian
from tirek.search.asking import asking
from tirek.search.concepts import Thesaurus
from tirek.search.document import Document
from tirek.search.index import Weights, inverted
from tirek.search.shards import File, card_files
from tirek.search.terms import (
    Terms,
    divided,
    gathered,
    stem_files,
    term_files,
    terms_of,
)


def language_files(
    lang: Language,
    documents: Sequence[tuple[int, Document]],
    weights: Sequence[Weights],
    thesaurus: Thesaurus,
) -> tuple[Terms, Iterator[File]]:
    """Return the terms of one language for `shared_files`, and the files that are its alone.

    Args:
        lang: Which.
        documents: With their numbers, rising.
        weights: Terms of each document, in the same order.
        thesaurus: What things are called.
    """
    numbers = [number for number, _ in documents]
    lists = inverted(zip(numbers, weights, strict=True))
    terms, long = terms_of(lang, lists, thesaurus.notes(lang), len(documents))
    return terms, chain(long, card_files(lang, dict(documents)))


def shared_files(size: int, known: Mapping[Language, Terms]) -> Iterator[File]:
    """Yield the files that languages share.

    Args:
        size: Numbers of documents are below this.
        known: Terms of the languages that have an index.
    """
    divisions = list(divided("", gathered(known)))
    yield "start", start(size, known, [prefix for prefix, _ in divisions])
    yield from term_files(divisions)
    yield from stem_files(known)


def start(size: int, known: Mapping[Language, Terms], prefixes: Sequence[str]) -> str:
    """Return what every query needs: how words are stemmed, which ask only, where terms are."""
    content = {
        "size": size,
        "documents": {lang: terms.documents for lang, terms in known.items()},
        "kazakh": kazakh.table(),
        "russian": russian.table(),
        "asking": " ".join(asking()),
        "terms": " ".join(prefixes),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
