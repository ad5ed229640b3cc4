"""Records read and checked one by one, each by itself: many of them by two processes."""

import hashlib
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from tirek.check.sources import record_source
from tirek.model.kinds import Kind
from tirek.problem import Problem
from tirek.reading.checks import RECORDS
from tirek.reading.known import Known, rough_ids
from tirek.reading.nodes import Document, read_document
from tirek.reading.packed import CHUNK, Bundle, Fresh, packed
from tirek.reading.records import read_record
from tirek.reading.tree import Tree

MANY: Final = 400
"""New records from which other processes are worth their start."""
PROCESSES: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that holds a record."""

    kind: Kind
    name: str
    """Its id."""
    uri: str
    """Path below the project, with "/"."""


def read_fresh(tree: Tree, entry: Entry, known: Known | None) -> Fresh:
    """Read and check one record; without ``known`` its references are not looked up."""
    content = tree.read(entry.uri)
    document = read_document(entry.uri, content)
    record, refs, problems = read_record(entry.kind, entry.name, document, known)
    problems += record_problems(entry.kind.folder, entry.name, document)
    rough = rough_ids(document) if entry.kind.folder == "vocabularies" else frozenset()
    return Fresh(digest_of(content), record, refs, tuple(problems), rough)


def record_problems(folder: str, name: str, document: Document) -> list[Problem]:
    """Return what each check of records finds in one, typed or not."""
    source = record_source(folder, name, document)
    return [problem for check in RECORDS for problem in check(source)]


def digest_of(content: bytes) -> bytes:
    """Return a hash of a record's file."""
    return hashlib.blake2b(content, digest_size=16).digest()


@contextmanager
def fresh_records(
    tree: Tree, entries: Sequence[Entry], known: Known, bundles: list[Bundle]
) -> Iterator[Iterator[Fresh]]:
    """Give what is read of ``entries``, in their order; many are read by processes from here on.

    What these have packed is added to ``bundles``.
    """
    if len(entries) < MANY or "fork" not in multiprocessing.get_all_start_methods():
        yield (read_fresh(tree, entry, known) for entry in entries)
        return
    global _job
    _job = (tree, entries, known)
    try:
        with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
            yield _unpacked(entries, pool.imap(_forked, range(0, len(entries), CHUNK)), bundles)
    finally:
        _job = None


def _unpacked(
    entries: Sequence[Entry], contents: Iterator[bytes], bundles: list[Bundle]
) -> Iterator[Fresh]:
    for number, content in enumerate(contents):
        own = entries[number * CHUNK : (number + 1) * CHUNK]
        bundle = Bundle.of([(entry.kind.folder, entry.name) for entry in own], content)
        bundles.append(bundle)
        yield from bundle.found


_job: tuple[Tree, Sequence[Entry], Known] | None = None
"""What forked processes inherit; only numbers go to them."""


def _forked(start: int) -> bytes:
    assert _job is not None
    tree, entries, known = _job
    return packed([read_fresh(tree, entry, known) for entry in entries[start : start + CHUNK]])
