"""Hand-written pages, and texts of documents, as checks see them."""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from tirek import LANGUAGES, Language
from tirek.check.sources import PageCheck, PageSource
from tirek.problem import Problem
from tirek.reading.cache import RecordCache
from tirek.reading.nodes import not_utf8, read_document
from tirek.reading.tree import Tree

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


def page_sources(tree: Tree, docs: str) -> Iterator[PageSource | Problem]:
    """Yield each Markdown page below the folders of languages, or why it cannot be read."""
    for lang in LANGUAGES:
        folder = f"{docs}/{lang}"
        for entry in tree.below(folder):
            if entry.name.endswith(".md"):
                yield _page(tree, entry.uri, lang, entry.uri[len(folder) + 1 :])


def text_sources(tree: Tree, folder: str) -> Iterator[PageSource | Problem]:
    """Yield each text that documents are made from: ``<material>.<lang>.md``."""
    for entry in tree.entries(folder):
        lang = next((lang for lang in LANGUAGES if entry.name.endswith(f".{lang}.md")), None)
        if lang and entry.is_plain:
            yield _page(tree, entry.uri, lang, entry.name)


def _page(tree: Tree, uri: str, lang: Language, name: str) -> PageSource | Problem:
    if not tree.is_plain(uri):
        return Problem(uri, 1, 1, "", "file-not-plain")
    try:
        text = tree.read(uri).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return not_utf8(uri, error)
    return page_source(uri, lang, name, text)


def page_source(path: str, lang: Language, uri: str, text: str) -> PageSource:
    """Return the page of ``text`` as checks see it."""
    found = _FRONT_MATTER.match(text)
    matter = None
    if found is not None or not text.startswith("---"):
        matter = read_document(path, found[1].encode() if found else b"{}")
    return PageSource(path, lang, uri, text, found.end() if found else 0, matter)


def page_looked_through(
    page: PageSource, checks: Iterable[PageCheck], cache: RecordCache
) -> Iterable[Problem]:
    """Return what ``checks`` find on ``page``; the same page is looked through once."""
    digest = blake2b(page.text.encode(), digest_size=16).hexdigest()
    return cache.looked(
        f"{digest} {page.path}", lambda: (problem for check in checks for problem in check(page))
    )
