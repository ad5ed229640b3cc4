"""The whole project read once, and all its problems told in one go.

``check_project`` checks what lies in the folder; ``check_tree`` checks it with files laid over
that are not written anywhere yet; ``check_record`` checks one record alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from tirek.check.pages import page_problems, twin_problems
from tirek.check.sources import FileSource, PageSource
from tirek.check.whole import Whole
from tirek.inspection.names import name_problems
from tirek.inspection.sandbox import AT_ONCE
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS
from tirek.problem import CatalogueError, Problem
from tirek.reading.cache import RecordCache
from tirek.reading.catalogue import begun, id_problem, located
from tirek.reading.checks import BETWEEN, FILES, PAGES
from tirek.reading.files import Measures, looked_through
from tirek.reading.fresh import record_problems
from tirek.reading.known import Known
from tirek.reading.nodes import read_document
from tirek.reading.pages import page_looked_through, page_sources, text_sources
from tirek.reading.records import read_record
from tirek.reading.report import Counted, Report
from tirek.reading.tree import Content, Tree
from tirek.urls import story_uri

CATALOGUE: Final = "catalogue"
DOCS: Final = "docs"
CACHE: Final = ".cache"


def read_project(root: Path) -> Catalogue:
    """Return the catalogue below ``root`` if it and the pages of ``docs/`` have no errors.

    Raises:
        CatalogueError: with all errors of both, in one run.
    """
    report = _checked(Tree(root), RecordCache.load(root / CACHE), thorough=False)
    if report.errors:
        raise CatalogueError(report.errors)
    return report.catalogue


def check_project(root: Path) -> Report:
    """Return every problem of the project at ``root``."""
    return _checked(Tree(root), RecordCache.load(root / CACHE), thorough=True)


def check_tree(root: Path, over: Mapping[str, Content], gone: Collection[str] = ()) -> Report:
    """Return every problem that the project would have with other files in it; write nothing.

    Args:
        root: The project.
        over: What new and changed files hold, by path below ``root`` with "/"; a caller who
            takes paths from outside has made sure that they are safe.
        gone: Paths of files that are taken away.
    """
    cache = RecordCache.load(root / CACHE)
    cache.path = None  # what lies over the tree is not remembered
    return _checked(Tree(root, over, gone), cache, thorough=True)


def check_record(folder: str, name: str, content: bytes, known: Known | None) -> list[Problem]:
    """Return the problems of one record by itself.

    Args:
        folder: Kind of the record: ``materials``.
        name: Its id.
        content: Its YAML.
        known: What it may refer to, as a Report tells it; None: references are not looked up.
    """
    kind = next(kind for kind in KINDS if kind.folder == folder)
    path = f"{CATALOGUE}/{folder}/{name}.yml"
    document = read_document(path, content)
    found = read_record(kind, name, document, known)[2]
    found += record_problems(folder, name, document)
    if wrong := id_problem(path, name):
        found.append(wrong)
    return sorted(set(found))


def _checked(tree: Tree, cache: RecordCache, *, thorough: bool) -> Report:
    """Read all and check all; what only warns and costs time is left out unless ``thorough``."""
    files, problems = _files(tree)
    # Processes of their own look into files, others read records: all goes together, and
    # processes begin before threads.
    with begun(tree, CATALOGUE, cache) as records, ThreadPoolExecutor(AT_ONCE) as aside:
        measures = Measures(tree, f"{CATALOGUE}/files", cache)
        looks = aside.map(partial(_looked, measures, cache), files)
        pages, texts = _pages(tree, records.found.known, cache, problems)
        reading = records.finished()
        problems += reading.problems
        problems += (problem for found in looks for problem in found)
    cache.save()
    problems += _twins(tree, reading.catalogue)
    if thorough:
        whole = Whole(reading.catalogue, pages, frozenset(file.path for file in files))
        between = (finding for check in BETWEEN for finding in check(whole))
        problems += (located(tree, CATALOGUE, finding) for finding in between)
    counted = Counted(reading.count, len(pages) + len(texts), len(files))
    return Report(tuple(sorted(set(problems))), counted, reading.catalogue, reading.known)


def _pages(
    tree: Tree, known: Known, cache: RecordCache, problems: list[Problem]
) -> tuple[list[PageSource], list[PageSource]]:
    """Return pages and texts of documents; add what is wrong with them to ``problems``."""
    pages: list[PageSource] = []
    for found in page_sources(tree, DOCS):
        if isinstance(found, PageSource):
            pages.append(found)
            problems += page_problems(found, known.ids)
        else:
            problems.append(found)
    offered = (f"{CATALOGUE}/files", f"{CATALOGUE}/texts", DOCS)
    problems += name_problems(e.uri for folder in offered for e in tree.below(folder))
    texts: list[PageSource] = []
    for found in text_sources(tree, f"{CATALOGUE}/texts"):
        if isinstance(found, PageSource):
            texts.append(found)
    for page in (*pages, *texts):
        problems += page_looked_through(page, PAGES, cache)
    return pages, texts


def _twins(tree: Tree, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong between the languages; a unit's story may wait for its translation."""
    uris = (entry.uri for entry in tree.below(DOCS) if entry.name.endswith(".md"))
    waiting = {
        f"{DOCS}/{unit.not_translated}/{story_uri(unit)}"
        for unit in catalogue.units.values()
        if unit.not_translated
    }
    return twin_problems(DOCS, uris, waiting)


def _looked(measures: Measures, cache: RecordCache, file: FileSource) -> Iterable[Problem]:
    """Return what is found inside a file; content that has not changed is not looked at again."""
    return looked_through(file, measures.of(file.path)[1], FILES, cache)


def _files(tree: Tree) -> tuple[list[FileSource], list[Problem]]:
    """Return what readers get besides pages, and what of it is no plain file."""
    files: list[FileSource] = []
    problems: list[Problem] = []
    for folder, passed_over in ((f"{CATALOGUE}/files", ()), (DOCS, (".md",))):
        for entry in tree.below(folder):
            if entry.name.endswith(passed_over):
                continue
            if entry.is_plain:
                size = tree.stamp(entry.uri)[0]
                files.append(FileSource(entry.uri, size, partial(tree.open, entry.uri)))
            else:
                problems.append(Problem(entry.uri, 1, 1, "", "file-not-plain"))
    return files, problems
