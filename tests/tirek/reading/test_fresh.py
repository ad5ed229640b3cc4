"""Many new records are read by other processes, and what they find is what one would find."""

import multiprocessing
import os
from pathlib import Path

import pytest
from minisites import broken_site, valid_site

from tirek.model.kinds import KINDS
from tirek.reading import fresh
from tirek.reading.known import known_of
from tirek.reading.packed import Bundle
from tirek.reading.project import check_project
from tirek.reading.tree import Tree

forks = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="no fork on this system"
)


@forks
@pytest.mark.parametrize("make", [valid_site, broken_site])
def test_two_processes_find_what_one_finds(
    make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path / "site")  # type: ignore[operator]
    alone = check_project(root)
    (root / ".cache/records.pickle").unlink()
    monkeypatch.setattr(fresh, "MANY", 1)
    monkeypatch.setattr(fresh, "CHUNK", 1)
    together = check_project(root)
    assert together.problems == alone.problems
    assert together.counted == alone.counted
    assert together.catalogue == alone.catalogue
    assert list(together.catalogue.materials) == list(alone.catalogue.materials)


@forks
def test_results_come_from_elsewhere_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(tree: Tree, entry: fresh.Entry, known: object) -> fresh.Fresh:
        return fresh.Fresh(f"{entry.name} {os.getpid()}".encode(), None, (), ())

    monkeypatch.setattr(fresh, "read_fresh", read)
    monkeypatch.setattr(fresh, "MANY", 1)
    entries = [fresh.Entry(KINDS[0], str(number), "") for number in range(120)]
    known = known_of({"vocabularies": frozenset()}, {}, {})
    bundles: list[Bundle] = []
    with fresh.fresh_records(Tree(tmp_path), entries, known, bundles) as found:
        told = [one.digest.decode().split() for one in found]
    assert [name for name, _ in told] == [entry.name for entry in entries]
    assert str(os.getpid()) not in {process for _, process in told}
    assert [name for bundle in bundles for _, name in bundle.keys] == [e.name for e in entries]
