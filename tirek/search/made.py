"""All files of an index, from its documents."""

import json
from collections.abc import Iterator, Sequence

from tirek import LANGUAGES, Language
from tirek.search import kazakh, russian
from tirek.search.asking import asking
from tirek.search.concepts import Thesaurus
from tirek.search.document import Document
from tirek.search.index import Weights, inverted
from tirek.search.shards import File, card_files, stem_files, term_files


def start_files(size: int, languages: Sequence[Language]) -> Iterator[File]:
    """Yield what every query needs: how words are stemmed, which ask only, empty indexes.

    A language that an edition does without has an index without a term, so that a page may ask
    for all it needs at once and need not learn first what there is.

    Args:
        size: Numbers of documents are below this.
        languages: Languages that have an index.
    """
    content = {
        "size": size,
        "kazakh": kazakh.table(),
        "russian": russian.table(),
        "asking": " ".join(asking()),
    }
    yield "start", json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for lang in LANGUAGES:
        if lang not in languages:
            yield from term_files(lang, {}, {}, 0)


def language_files(
    lang: Language,
    documents: Sequence[tuple[int, Document]],
    weights: Sequence[Weights],
    thesaurus: Thesaurus,
) -> Iterator[File]:
    """Yield the files of one language.

    Args:
        lang: Which.
        documents: With their numbers, rising.
        weights: Terms of each document, in the same order.
        thesaurus: What things are called.
    """
    numbers = [number for number, _ in documents]
    lists = inverted(zip(numbers, weights, strict=True))
    notes = thesaurus.notes(lang)
    yield from term_files(lang, lists, notes, len(documents))
    yield from stem_files(lang, lists, notes)
    yield from card_files(lang, dict(documents))
