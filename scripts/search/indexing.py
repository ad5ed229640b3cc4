"""An index of any texts, made as the site's is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tirek import LANGUAGES, Language
from tirek.reading.project import read_project
from tirek.search.analysis import Analyser
from tirek.search.concepts import Thesaurus, thesaurus
from tirek.search.document import Document, cut
from tirek.search.index import Weigher
from tirek.search.made import language_files, shared_files
from tirek.search.places import places, size_for
from tirek.search.shards import script
from tirek.search.terms import Terms
from tirek.views.meanings import concepts

ROOT: Final = Path(__file__).resolve().parents[2]


def index_into(folder: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the index of ``rows`` (``id``, ``lang``, ``title``, ``text``) into ``folder``."""
    analysers = {lang: Analyser(lang) for lang in LANGUAGES}
    known = project_thesaurus(analysers)
    documents = [
        Document(row["id"], "", row["lang"], "page", row.get("title") or "", text=text, rest=rest)
        for row in rows
        for text, rest in [cut(row["text"])]
    ]
    write(folder, index_files(documents, analysers, known))


def index_files(
    documents: Sequence[Document],
    analysers: Mapping[Any, Analyser],
    known: Thesaurus,
    languages: Sequence[Language] = LANGUAGES,
) -> Iterator[tuple[str, str]]:
    """Yield name and content of the files of an index of ``documents``, in ``languages`` alone."""
    numbers = places(document.id for document in documents)
    terms: dict[Language, Terms] = {}
    for lang in languages:
        weigher = Weigher(analysers[lang], known)
        own = sorted(
            ((numbers[d.id], d) for d in documents if d.lang == lang), key=lambda pair: pair[0]
        )
        weights = [weigher.weigh(document) for _, document in own]
        terms[lang], files = language_files(lang, own, weights, known)
        yield from files
    yield from shared_files(size_for(len(numbers)), terms)


def project_thesaurus(analysers: Mapping[Any, Analyser]) -> Thesaurus:
    """Return the project's own synonyms."""
    catalogue = read_project(ROOT)
    return thesaurus(concepts(catalogue), {lang: analysers[lang].stems for lang in LANGUAGES})


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the files of an index."""
    for name, content in files:
        path = folder / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(script(name, content))
