"""The folder ``catalogue/`` becomes one Catalogue, or every problem in it."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tirek.check.catalogue import Finding, findings
from tirek.check.sources import record_source
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind, Record
from tirek.model.link_state import dead_links
from tirek.model.material import Material
from tirek.problem import CatalogueError, Problem, nearest
from tirek.reading.cache import RecordCache
from tirek.reading.checks import RECORDS
from tirek.reading.files import FileProblem, Measures
from tirek.reading.known import Ids, Known, known_of, rough_ids
from tirek.reading.link_states import NAME as LINKS
from tirek.reading.link_states import read_states
from tirek.reading.nodes import Document, read_document
from tirek.reading.records import read_record
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


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    name: str
    uri: str


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
    found = Reading()
    found.problems.extend(_strangers(tree, folder))
    entries = {kind.folder: _entries(tree, folder, kind, found.problems) for kind in KINDS}
    ids = {name: frozenset(e.name for e in group) for name, group in entries.items()}
    states, wrong = read_states(tree, folder)
    found.problems.extend(wrong)
    found.dead_links = dead_links(states)
    measures = Measures(tree, f"{folder}/files", cache)
    found.known = known_of(ids, {}, {})
    for name, group in entries.items():
        for entry in group:
            _read(tree, entry, cache, measures, found)
        if name == "vocabularies":  # first in KINDS; now their concepts can be referred to
            schemes = found.records[name]
            found.known = known_of(ids, schemes, found.rough)  # type: ignore[arg-type]
    between = findings(found.catalogue, ids)
    found.problems.extend(located(tree, folder, finding) for finding in between)
    return found


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


def _entries(tree: Tree, folder: str, kind: Kind, problems: list[Problem]) -> list[_Entry]:
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
            result.append(_Entry(kind, name, item.uri))
    return result


def id_problem(uri: str, name: str) -> Problem | None:
    """Return what is wrong with the id ``name`` of the record at ``uri``, or None."""
    if name == RESERVED:
        return Problem(uri, 1, 1, "id", "id-reserved", name)
    if not ID.fullmatch(name) or len(name) > MAX_ID:
        repaired = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:MAX_ID].strip("-")
        return Problem(uri, 1, 1, "id", "id-form", name, repaired)
    return None


def _read(
    tree: Tree, entry: _Entry, cache: RecordCache, measures: Measures, found: Reading
) -> None:
    found.count += 1
    content = tree.read(entry.uri)
    digest = hashlib.blake2b(content, digest_size=16).digest()
    folder = entry.kind.folder
    record: Record | None
    kept = cache.record(folder, entry.name, digest, found.known)
    if kept is not None:
        record, problems = kept[1], list(kept[3])
    else:
        document = read_document(entry.uri, content)
        lookup = None if folder == "vocabularies" else found.known
        record, refs, problems = read_record(entry.kind, entry.name, document, lookup)
        problems += record_problems(folder, entry.name, document)
        if record is not None and not any(problem.level == "error" for problem in problems):
            cache.keep(folder, entry.name, (digest, record, refs, tuple(problems)))
        elif folder == "vocabularies":
            found.rough[entry.name] = rough_ids(document)
    found.problems.extend(problems)
    if record is None:
        return
    if isinstance(record, Material) and record.files:
        record = _measured(record, entry.uri, content, measures, found)
        digest = hashlib.blake2b(digest + repr(record.files).encode(), digest_size=16).digest()
    found.records[folder][entry.name] = record
    found.digests[folder, entry.name] = digest


def record_problems(folder: str, name: str, document: Document) -> list[Problem]:
    """Return what each check of records finds in one, typed or not."""
    source = record_source(folder, name, document)
    return [problem for check in RECORDS for problem in check(source)]


def _measured(
    material: Material, uri: str, content: bytes, measures: Measures, found: Reading
) -> Material:
    """Return ``material`` with size and checksum of its files."""
    measured = []
    for index, file in enumerate(material.files):
        try:
            measured.append(file.measured(*measures.offered(file.path)))
        except FileProblem as error:
            loc = ("files", index, "path")
            place = read_document(uri, content).mark(loc)
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
