"""The search index of an edition: what is found, numbered once for both languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Final

from tirek import LANGUAGES, Language, urls
from tirek.model.catalogue import Catalogue
from tirek.search.analysis import Analyser
from tirek.search.concepts import Thesaurus, thesaurus
from tirek.search.document import Document
from tirek.search.index import Weigher
from tirek.search.made import language_files, shared_files
from tirek.search.places import places, size_for
from tirek.search.sections import sections
from tirek.search.shards import File, script
from tirek.search.terms import Terms
from tirek.views.context import regions_shown
from tirek.views.meanings import concepts
from tirek.views.searched import is_searched, page_documents, record_documents
from tirek.views.voice import Voice
from tirek.weighed import Unpacked, Weighed, packed

_HEADING: Final = re.compile(rb'<h[23][^>]*\bid="([^"]+)"')


@dataclass(frozen=True)
class Plan:
    """What both languages' indexes share."""

    numbers: Mapping[str, int]
    """Number of each document by id."""
    anchors: Mapping[str, frozenset[str]]
    """Anchors of the sections of each hand-written page, by its uri without language."""
    languages: tuple[Language, ...]
    """Languages of the edition."""
    thesaurus: Thesaurus
    analysers: Mapping[Language, Analyser]
    key: bytes
    """What the index is made from."""

    @property
    def size(self) -> int:
        """Numbers are below this."""
        return size_for(len(self.numbers))


def planned(
    catalogue: Catalogue, pages: Mapping[Language, Mapping[str, bytes]], key: bytes = b""
) -> Plan:
    """Return the plan for a catalogue and the hand-written ``pages`` as MkDocs rendered them."""
    anchors: dict[str, set[str]] = {}
    for own in pages.values():
        for uri, html in own.items():
            if is_searched(uri):
                found = _HEADING.findall(html[html.find(b"<main") :])
                anchors.setdefault(uri, set()).update(anchor.decode() for anchor in found)
    analysers = {lang: Analyser(lang) for lang in LANGUAGES}
    stems = {lang: analyser.stems for lang, analyser in analysers.items()}
    return Plan(
        places(_ids(catalogue, anchors)),
        {uri: frozenset(found) for uri, found in anchors.items()},
        catalogue.languages,
        thesaurus(concepts(catalogue), stems),
        analysers,
        key,
    )


def _ids(catalogue: Catalogue, anchors: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield an id for every document there can be; a number without one costs nothing."""
    for folder in ("materials", "organisations", "events", "units"):
        for name in catalogue.of_kind(folder):
            yield f"{folder}/{name}"
    for scheme, folder in (
        ("glossary", "terms"),
        ("abbreviations", "terms"),
        ("clauses", "clauses"),
    ):
        vocabulary = catalogue.vocabularies.get(scheme)
        for term in vocabulary.concepts if vocabulary else ():
            yield f"{folder}/{term.id}"
    for name, year in regions_shown(catalogue):
        yield f"regions/{year}/{name}"
    for uri, found in anchors.items():
        yield f"pages/{uri}"
        for anchor in found:
            yield f"pages/{uri}#{anchor}"


def language_scripts(
    plan: Plan,
    catalogue: Catalogue,
    voice: Voice,
    pages: Mapping[str, bytes],
    weighed: Weighed | None = None,
) -> tuple[Terms, Iterator[tuple[str, bytes]]]:
    """Return the terms of one language for `shared_scripts`; path and content of its own files.

    Args:
        plan: What both languages share.
        catalogue: All records.
        voice: The language.
        pages: Hand-written pages as readers see them, by uri without language.
        weighed: Weights that an earlier build kept; those of this one are added.
    """
    found = list(record_documents(catalogue, voice))
    for uri, html in pages.items():
        parts = sections(html.decode(), plan.anchors[uri])
        found += ((b"", document) for document in page_documents(catalogue, voice, uri, parts))
    # One of a kind: an abbreviation may bear the id of a term that explains it.
    ones = {document.id: (key, document) for key, document in reversed(found)}.values()
    numbered = sorted(((plan.numbers[d.id], key, d) for key, d in ones), key=itemgetter(0))
    weigher = Weigher(plan.analysers[voice.lang], plan.thesaurus)
    found_by = [(key, _in_own_words(plan, document)) for _, key, document in numbered]
    weights = [
        weighed.weights(key + document.id.encode(), partial(weigher.weigh, document))
        if weighed is not None and key and document.told_in is None
        else packed(weigher.weigh(document))
        for key, document in found_by
    ]
    documents = [(number, document) for number, _, document in numbered]
    terms, files = language_files(voice.lang, documents, Unpacked(weights), plan.thesaurus)
    return terms, map(_script, files)


def _in_own_words(plan: Plan, document: Document) -> Document:
    """Return ``document`` without words of another language, which that one's index finds."""
    if document.told_in in plan.languages:
        return replace(document, title="", text="", rest="")
    return document


def shared_scripts(plan: Plan, terms: Mapping[Language, Terms]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the files that languages share."""
    return map(_script, shared_files(plan.size, terms))


def _script(file: File) -> tuple[str, bytes]:
    name, content = file
    return urls.search_uri(name), script(name, content)


def facet_scripts(name: str, content: str) -> bytes:
    """Return a file of facets."""
    return script(name, content)
