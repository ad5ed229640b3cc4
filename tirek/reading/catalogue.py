"""The folder ``catalogue/`` becomes one Catalogue, or every problem in it."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tirek.check.catalogue import Finding, findings
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind, Record
from tirek.model.material import Material
from tirek.problem import CatalogueError, Problem, nearest
from tirek.reading.cache import RecordCache
from tirek.reading.files import FileProblem, Measures
from tirek.reading.known import Ids, Known, known_of, rough_ids
from tirek.reading.nodes import read_document
from tirek.reading.records import read_record

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID: Final = 80
"""Longest id, so that every address stays short enough for FAT and Windows."""
OTHER_FOLDERS: Final = ("files", "texts")
"""Folders beside those of records: what materials offer, and what documents are made from."""
RESERVED: Final = "index"
"""Its page would take the place of the one that lists all records."""


@dataclass(slots=True)
class _Reading:
    """What one run has found so far."""

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    digests: dict[tuple[str, str], bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rough: dict[str, frozenset[str]] = field(default_factory=dict)
    """Concepts of vocabularies with faults: what refers to them is not at fault."""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    name: str
    path: Path
    shown: str


def read_catalogue(root: Path, cache_folder: Path | None = None) -> Catalogue:
    """Read every record below ``root``.

    Args:
        root: The folder ``catalogue/``.
        cache_folder: Where typed records of unchanged files are kept between runs.

    Raises:
        CatalogueError: with all problems of all records, in one run.
    """
    catalogue, _, problems = read_all(root, cache_folder)
    if problems:
        raise CatalogueError(problems)
    return catalogue


def read_all(root: Path, cache_folder: Path | None = None) -> tuple[Catalogue, Ids, list[Problem]]:
    """Read every record below ``root``.

    Returns:
        What could be read; the ids that may be referred to, also of records that could not
        be read (by folder, and ``vocabularies/<scheme>``); and every problem.
    """
    found = _Reading(records={kind.folder: {} for kind in KINDS})
    found.problems.extend(_strangers(root))
    entries = {kind.folder: _entries(root, kind, found.problems) for kind in KINDS}
    cache = RecordCache.load(cache_folder)
    ids = {folder: frozenset(e.name for e in group) for folder, group in entries.items()}
    measures = Measures(root / "files", cache)
    known = known_of(ids, {}, {})
    for folder, group in entries.items():
        for entry in group:
            _read(entry, known, cache, measures, found)
        if folder == "vocabularies":  # first in KINDS; now their concepts can be referred to
            schemes = found.records[folder]
            known = known_of(ids, schemes, found.rough)  # type: ignore[arg-type]
    cache.save()
    catalogue = Catalogue(**found.records, digests=found.digests)  # type: ignore[arg-type]
    found.problems.extend(located(root, finding) for finding in findings(catalogue, ids))
    return catalogue, known.ids, found.problems


def _strangers(root: Path) -> Iterator[Problem]:
    """Yield what stands directly in ``root`` and would be passed over in silence."""
    folders = (*(kind.folder for kind in KINDS), *OTHER_FOLDERS)
    for path in sorted(root.iterdir()):
        name, record = path.name, path.suffix.lower() in (".yml", ".yaml")
        if name not in folders and not name.startswith(".") and (path.is_dir() or record):
            guess = nearest(name, folders)
            shown = f"{root.name}/{name}"
            yield Problem(shown, 1, 1, "", "place-unknown", name, guess, ", ".join(folders))


def _entries(root: Path, kind: Kind, problems: list[Problem]) -> list[_Entry]:
    folder = root / kind.folder
    if not folder.is_dir():
        return []
    result = []
    with os.scandir(folder) as scan:
        for item in sorted(scan, key=lambda item: item.name):
            shown = f"{root.name}/{kind.folder}/{item.name}"
            name, suffix = os.path.splitext(item.name)
            if item.name.startswith("."):
                continue
            if item.is_symlink() or not item.is_file():
                problems.append(Problem(shown, 1, 1, "", "file-not-plain"))
            elif suffix != ".yml":
                problems.append(Problem(shown, 1, 1, "", "file-not-yml", item.name, f"{name}.yml"))
            elif name == RESERVED:
                problems.append(Problem(shown, 1, 1, "id", "id-reserved", name))
            elif not ID.fullmatch(name) or len(name) > MAX_ID:
                problems.append(Problem(shown, 1, 1, "id", "id-form", name, _nearest_id(name)))
            else:
                result.append(_Entry(kind, name, Path(item.path), shown))
    return result


def _nearest_id(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:MAX_ID].strip("-")


def _read(
    entry: _Entry, known: Known, cache: RecordCache, measures: Measures, found: _Reading
) -> None:
    content = entry.path.read_bytes()
    digest = hashlib.blake2b(content, digest_size=16).digest()
    folder = entry.kind.folder
    record = cache.record(folder, entry.name, digest, known)
    if record is None:
        document = read_document(entry.shown, content)
        lookup = None if folder == "vocabularies" else known
        record, refs, problems = read_record(entry.kind, entry.name, document, lookup)
        found.problems.extend(problems)
        if record is None:
            if folder == "vocabularies":
                found.rough[entry.name] = rough_ids(document)
            return
        cache.keep(folder, entry.name, digest, record, refs)
    if isinstance(record, Material) and record.files:
        record = _measured(record, entry, content, measures, found)
        digest = hashlib.blake2b(digest + repr(record.files).encode(), digest_size=16).digest()
    found.records[folder][entry.name] = record
    found.digests[folder, entry.name] = digest


def _measured(
    material: Material, entry: _Entry, content: bytes, measures: Measures, found: _Reading
) -> Material:
    """Return ``material`` with size and checksum of its files."""
    measured = []
    for index, file in enumerate(material.files):
        try:
            measured.append(file.measured(*measures.of(file.path)))
        except FileProblem as error:
            loc = ("files", index, "path")
            place = read_document(entry.shown, content).mark(loc)
            name = ".".join(map(str, loc))
            found.problems.append(
                Problem(entry.shown, *place, name, error.code, file.path, error.nearest)
            )
    return material.with_files(tuple(measured))


def located(root: Path, finding: Finding) -> Problem:
    """Return ``finding`` as a problem at its line and column."""
    path = root / finding.folder / f"{finding.name}.yml"
    document = read_document(f"{root.name}/{finding.folder}/{path.name}", path.read_bytes())
    line, column = document.mark(finding.loc)
    return Problem(
        document.path,
        line,
        column,
        ".".join(map(str, finding.loc)),
        finding.code,
        finding.value or document.text_at(finding.loc),
        finding.nearest,
        finding.allowed,
    )
