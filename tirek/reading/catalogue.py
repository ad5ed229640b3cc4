"""The folder ``catalogue/`` becomes one Catalogue, or every problem in it."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tirek.check.catalogue import Finding, findings
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind, Record
from tirek.model.link_state import dead_links
from tirek.model.material import Material
from tirek.problem import CatalogueError, Problem, nearest
from tirek.reading.cache import RecordCache
from tirek.reading.files import FileProblem, Measures
from tirek.reading.fresh import Entry, digest_of, fresh_records, read_fresh
from tirek.reading.known import Ids, Known, known_of
from tirek.reading.link_states import NAME as LINKS
from tirek.reading.link_states import read_states
from tirek.reading.nodes import read_document
from tirek.reading.packed import Fresh
from tirek.reading.tree import Tree

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID: Final = 80
"""Longest id, so that every address stays short enough for FAT and Windows."""
OTHER_FOLDERS: Final = ("files", "texts")
"""Folders beside those of records: what materials offer, and what documents are made from."""
RESERVED: Final = "index"
"""Its page would take the place of the one that lists all records."""


@dataclass(slots=True)
class Reading:
    """What one run has found so far."""

    records: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {kind.folder: {} for kind in KINDS}
    )
    digests: dict[tuple[str, str], bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rough: dict[str, frozenset[str]] = field(default_factory=dict)
    """Concepts of vocabularies with faults: what refers to them is not at fault."""
    known: Known = field(default_factory=lambda: known_of({"vocabularies": frozenset()}, {}, {}))
    """What may be referred to, also records that could not be read."""
    dead_links: dict[str, str] = field(default_factory=dict)
    """By address, the day since which it does not open."""
    count: int = 0
    """Records read, right or not."""

    @property
    def catalogue(self) -> Catalogue:
        """What could be typed."""
        return Catalogue(
            **self.records,  # type: ignore[arg-type]
            digests=self.digests,
            dead_links=self.dead_links,
        )


def read_catalogue(root: Path, cache_folder: Path | None = None) -> Catalogue:
    """Read every record below ``root``, but no page and no file that records offer.

    Args:
        root: The folder ``catalogue/``.
        cache_folder: Where typed records of unchanged files are kept between runs.

    Raises:
        CatalogueError: with all errors of all records, in one run.
    """
    catalogue, _, problems = read_all(root, cache_folder)
    if any(problem.level == "error" for problem in problems):
        raise CatalogueError(problems)
    return catalogue


def read_all(root: Path, cache_folder: Path | None = None) -> tuple[Catalogue, Ids, list[Problem]]:
    """Read every record below ``root``.

    Returns:
        What could be read; the ids that may be referred to, also of records that could not
        be read (by folder, and ``vocabularies/<scheme>``); and every problem.
    """
    cache = RecordCache.load(cache_folder)
    found = read_records(Tree(root.parent), root.name, cache)
    cache.save()
    return found.catalogue, found.known.ids, found.problems


def read_records(tree: Tree, folder: str, cache: RecordCache) -> Reading:
    """Read every record below ``folder`` of ``tree``, and check each and all together."""
    with begun(tree, folder, cache) as begin:
        return begin.finished()


@contextmanager
def begun(tree: Tree, folder: str, cache: RecordCache) -> Iterator["Begun"]:
    """Read the vocabularies below ``folder``, and begin to read what refers to them.

    Where many records are new, other processes read them from here on: whoever begins threads
    does so afterwards, and what needs no record is done before the end is asked for.
    """
    found = Reading()
    found.problems.extend(_strangers(tree, folder))
    entries = {kind.folder: _entries(tree, folder, kind, found.problems) for kind in KINDS}
    ids = {name: frozenset(e.name for e in group) for name, group in entries.items()}
    states, wrong = read_states(tree, folder)
    found.problems.extend(wrong)
    found.dead_links = dead_links(states)
    measures = Measures(tree, f"{folder}/files", cache)
    found.known = known_of(ids, {}, {})
    begin = Begun(tree, folder, cache, measures, found, ids)
    for entry in entries.pop("vocabularies"):
        begin.take(entry, begin.kept(entry) or read_fresh(tree, entry, None))
    schemes = found.records["vocabularies"]
    found.known = known_of(ids, schemes, found.rough)  # type: ignore[arg-type]
    begin.rest = [(entry, begin.kept(entry)) for group in entries.values() for entry in group]
    missing = [entry for entry, kept in begin.rest if kept is None]
    with fresh_records(tree, missing, found.known, cache.bundles) as begin.fresh:
        yield begin


@dataclass(slots=True)
class Begun:
    """Records that are being read."""

    tree: Tree
    folder: str
    cache: RecordCache
    measures: Measures
    found: Reading
    ids: Ids
    rest: list[tuple[Entry, Fresh | None]] = field(default_factory=list)
    """What is not a vocabulary, in order, and what an earlier run kept of it."""
    fresh: Iterator[Fresh] = field(default_factory=lambda: iter(()))
    """What is read of those that were not kept, in the same order."""

    def finished(self) -> Reading:
        """Return all records, checked together."""
        for entry, kept in self.rest:
            self.take(entry, kept or next(self.fresh))
        for finding in findings(self.found.catalogue, self.ids):
            self.found.problems.append(located(self.tree, self.folder, finding))
        return self.found

    def kept(self, entry: Entry) -> Fresh | None:
        """Return what an earlier run read of the same bytes."""
        if (entry.kind.folder, entry.name) not in self.cache.old:
            return None
        digest = digest_of(self.tree.read(entry.uri))
        return self.cache.record(entry.kind.folder, entry.name, digest, self.found.known)

    def take(self, entry: Entry, fresh: Fresh) -> None:
        """Put what was read of one record with the others."""
        found, kind, name = self.found, entry.kind.folder, entry.name
        found.count += 1
        found.problems.extend(fresh.problems)
        record, digest = fresh.record, fresh.digest
        if record is not None and not any(p.level == "error" for p in fresh.problems):
            self.cache.keep(kind, name, fresh)
        elif kind == "vocabularies":
            found.rough[name] = fresh.rough
        if record is None:
            return
        if isinstance(record, Material) and record.files:
            record = _measured(self.tree, record, entry.uri, self.measures, found)
            digest = digest_of(digest + repr(record.files).encode())
        found.records[kind][name] = record
        found.digests[kind, name] = digest


def _strangers(tree: Tree, folder: str) -> Iterator[Problem]:
    """Yield what stands directly in ``folder`` and would be passed over in silence."""
    folders = (*(kind.folder for kind in KINDS), *OTHER_FOLDERS)
    for entry in tree.entries(folder):
        name, record = entry.name, entry.name.lower().endswith((".yml", ".yaml"))
        if (
            name not in (*folders, LINKS)
            and not name.startswith(".")
            and (entry.is_folder or record)
        ):
            guess = nearest(name, folders)
            yield Problem(entry.uri, 1, 1, "", "place-unknown", name, guess, ", ".join(folders))


def _entries(tree: Tree, folder: str, kind: Kind, problems: list[Problem]) -> list[Entry]:
    result = []
    for item in tree.entries(f"{folder}/{kind.folder}"):
        name, suffix = os.path.splitext(item.name)
        if item.name.startswith("."):
            continue
        if not item.is_plain:
            problems.append(Problem(item.uri, 1, 1, "", "file-not-plain"))
        elif suffix != ".yml":
            problems.append(Problem(item.uri, 1, 1, "", "file-not-yml", item.name, f"{name}.yml"))
        elif wrong := id_problem(item.uri, name):
            problems.append(wrong)
        else:
            result.append(Entry(kind, name, item.uri))
    return result


def id_problem(uri: str, name: str) -> Problem | None:
    """Return what is wrong with the id ``name`` of the record at ``uri``, or None."""
    if name == RESERVED:
        return Problem(uri, 1, 1, "id", "id-reserved", name)
    if not ID.fullmatch(name) or len(name) > MAX_ID:
        repaired = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:MAX_ID].strip("-")
        return Problem(uri, 1, 1, "id", "id-form", name, repaired)
    return None


def _measured(
    tree: Tree, material: Material, uri: str, measures: Measures, found: Reading
) -> Material:
    """Return ``material`` with size and checksum of its files."""
    measured = []
    for index, file in enumerate(material.files):
        try:
            measured.append(file.measured(*measures.offered(file.path)))
        except FileProblem as error:
            loc = ("files", index, "path")
            place = read_document(uri, tree.read(uri)).mark(loc)
            name = ".".join(map(str, loc))
            found.problems.append(Problem(uri, *place, name, error.code, file.path, error.nearest))
    return material.with_files(tuple(measured))


def located(tree: Tree, folder: str, finding: Finding) -> Problem:
    """Return ``finding`` as a problem at its line and column."""
    uri = f"{folder}/{finding.folder}/{finding.name}.yml"
    document = read_document(uri, tree.read(uri))
    return Problem(
        uri,
        *document.mark(finding.loc),
        ".".join(map(str, finding.loc)),
        finding.code,
        finding.value or document.text_at(finding.loc),
        finding.nearest,
        finding.allowed,
    )
