"""The project's own content as a corpus: the very documents that the site's search searches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tirek import LANGUAGES, Language, urls
from tirek.reading.project import read_project
from tirek.search.document import Document
from tirek.search.sections import sections
from tirek.views.searched import is_searched, page_documents, record_documents
from tirek.views.voice import Voice

_ANCHOR: Final = re.compile(r"\{ #([\w-]+)")
"""Of a heading in our Markdown."""


def content(root: Path, site: Path) -> Iterator[dict[str, str]]:
    """Yield ``{id, lang, title, text}`` of all that is found on the ``site`` built from ``root``.

    A record or section that has both languages comes twice. The text is all that is searched
    besides the title.
    """
    catalogue = read_project(root)
    for lang in LANGUAGES:
        voice = Voice(lang, catalogue)
        found = [document for _, document in record_documents(catalogue, voice)]
        for uri, html, anchors in _pages(root, site, lang):
            parts = sections(html, anchors)
            found += page_documents(catalogue, voice, uri, parts)
        # As in the index, an abbreviation gives way to the term that has its id.
        for document in {document.id: document for document in reversed(found)}.values():
            yield _row(document)


def _pages(root: Path, site: Path, lang: Language) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield each hand-written page of one language as readers see it, and its own anchors."""
    folder = root / "docs" / lang
    for path in sorted(folder.rglob("*.md")):
        uri = path.relative_to(folder).with_suffix(".html").as_posix()
        page = site / urls.in_language(lang, uri)
        # A name that begins with _ is a prototype's; some pages belong to some editions only.
        if not path.name.startswith("_") and is_searched(uri) and page.is_file():
            anchors = frozenset(_ANCHOR.findall(path.read_text(encoding="utf-8")))
            yield uri, page.read_text(encoding="utf-8"), anchors


def _row(document: Document) -> dict[str, str]:
    parts = (document.line, document.text, document.more, document.rest)
    text = " ".join(" ".join(filter(None, parts)).split())
    return {"id": document.id, "lang": document.lang, "title": document.title, "text": text}
