"""The folder of records becomes one catalogue, with and without what an earlier run kept."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from minisites import VALID, broken_site, valid_site, write

from tirek.model.kinds import Kind
from tirek.problem import CatalogueError, Problem
from tirek.reading.cache import RecordCache
from tirek.reading.catalogue import read_all, read_catalogue
from tirek.reading.records import read_record

READ_RECORD = "tirek.reading.fresh.read_record"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The records of the right mini-site."""
    return valid_site(tmp_path / "right") / "catalogue"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(root: Path, cache: Path | None = None) -> list[Problem]:
    return sorted(read_all(root, cache)[2])


def places(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(p.path, p.field, p.code) for p in problems]


# What an earlier run kept.


def test_a_second_run_gives_the_same_and_reads_nothing(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = read_catalogue(root, cache)
    monkeypatch.setattr(READ_RECORD, None)
    assert read_catalogue(root, cache) == cold
    assert read_catalogue(root, cache).digests == cold.digests


def test_without_a_cache_the_same_is_read(root: Path, cache: Path) -> None:
    read_catalogue(root, cache)
    assert read_catalogue(root) == read_catalogue(root, cache)


def test_only_the_changed_record_is_read_again(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalogue(root, cache)
    edit(root / "facts" / "centres-2016.yml", "value: 1", "value: 2")
    read: list[str] = []

    def noted(kind: Kind, name: str, *rest: Any) -> Any:
        read.append(name)
        return read_record(kind, name, *rest)

    monkeypatch.setattr(READ_RECORD, noted)
    assert read_catalogue(root, cache).facts["centres-2016"].value == 2
    assert read == ["centres-2016"]


def test_problems_come_again_as_long_as_they_are_there(tmp_path: Path, cache: Path) -> None:
    root = broken_site(tmp_path / "broken") / "catalogue"
    cold = problems_of(root, cache)
    assert len(cold) > 200
    assert problems_of(root, cache) == cold


def test_a_record_is_not_kept_when_what_it_refers_to_goes(root: Path, cache: Path) -> None:
    read_catalogue(root, cache)
    edit(root / "vocabularies" / "needs.yml", "id: vision", "id: sight")
    (root / "organisations" / "almaty-fund.yml").unlink()
    assert places(problems_of(root, cache)) == [
        ("catalogue/events/master-classes-2015.yml", "organisation", "reference-unknown"),
        ("catalogue/materials/alphabet-cards.yml", "needs.1", "concept-unknown"),
        ("catalogue/organisations/almaty-school-1.yml", "partners.0", "reference-unknown"),
        ("catalogue/units/almaty-school-1-centre.yml", "partners.0", "reference-unknown"),
    ]


def test_a_file_is_measured_again_when_it_changes(root: Path, cache: Path) -> None:
    before = read_catalogue(root, cache)
    write(root / "files" / "cards" / "alphabet.pdf", "another content")
    after = read_catalogue(root, cache)
    [old], [new] = (c.materials["alphabet-cards"].files for c in (before, after))
    assert new.size == len("another content")
    assert new.sha256 != old.sha256
    assert len(new.sha256) == 64
    key = ("materials", "alphabet-cards")
    assert before.digests[key] != after.digests[key]


def test_a_file_that_went_is_missed(root: Path, cache: Path) -> None:
    read_catalogue(root, cache)
    (root / "files" / "cards" / "alphabet.pdf").unlink()
    found = [("catalogue/materials/alphabet-cards.yml", "files.0.path", "file-missing")]
    assert places(problems_of(root, cache)) == found


@pytest.mark.parametrize(
    "kept", [b"", b"garbage", pickle.dumps(("another version", {}, {})), pickle.dumps(7)]
)
def test_a_damaged_cache_is_no_harm(root: Path, cache: Path, kept: bytes) -> None:
    cold = read_catalogue(root, cache)
    (cache / "records.pickle").write_bytes(kept)
    assert read_catalogue(root, cache) == cold


def test_a_cache_of_other_code_is_not_read(
    root: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalogue(root, cache)
    assert RecordCache.load(cache).old
    monkeypatch.setattr("tirek.reading.cache.code_version", lambda: "changed")
    assert not RecordCache.load(cache).old


# Vocabularies with faults do not make what refers to them wrong.


def test_a_vocabulary_that_is_no_yaml_is_the_only_problem(root: Path) -> None:
    write(root / "vocabularies" / "needs.yml", "title: [\n")
    assert places(problems_of(root)) == [("catalogue/vocabularies/needs.yml", "", "yaml-syntax")]


def test_a_concept_with_a_fault_is_the_only_problem(root: Path) -> None:
    edit(root / "vocabularies" / "needs.yml", ", ru: трудности слуха", "")
    found = [("catalogue/vocabularies/needs.yml", "concepts.0.label.ru", "language-missing")]
    assert places(problems_of(root)) == found


def test_a_wrong_reference_is_found_once_its_vocabulary_is_mended(root: Path, cache: Path) -> None:
    needs = root / "vocabularies" / "needs.yml"
    right = needs.read_text(encoding="utf-8")
    write(needs, "title: [\n")
    edit(root / "materials" / "alphabet-cards.yml", "[deafness, vision]", "[deafness, visoin]")
    assert [p.code for p in problems_of(root, cache)] == ["yaml-syntax"]
    write(needs, right)
    assert places(problems_of(root, cache)) == [
        ("catalogue/materials/alphabet-cards.yml", "needs.1", "concept-unknown"),
    ]


def test_a_wrong_reference_shows_beside_a_fault_of_the_vocabulary(root: Path) -> None:
    edit(root / "vocabularies" / "needs.yml", ", ru: трудности слуха", "")
    edit(root / "materials" / "alphabet-cards.yml", "[deafness, vision]", "[deafness, visoin]")
    assert places(problems_of(root)) == [
        ("catalogue/materials/alphabet-cards.yml", "needs.1", "concept-unknown"),
        ("catalogue/vocabularies/needs.yml", "concepts.0.label.ru", "language-missing"),
    ]


def test_a_record_with_a_fault_may_be_referred_to(root: Path) -> None:
    edit(root / "materials" / "study-2016.yml", "licence: unknown", "licence: none")
    edit(root / "units" / "almaty-school-1-centre.yml", "level: city", "level: village")
    assert places(problems_of(root)) == [
        ("catalogue/materials/study-2016.yml", "licence", "concept-unknown"),
        ("catalogue/units/almaty-school-1-centre.yml", "level", "concept-unknown"),
    ]


# Files and folders.


def test_hidden_files_and_missing_folders_are_passed_over(root: Path) -> None:
    write(root / "facts" / ".draft.yml", "not: yet")
    write(root / ".git" / "x.yml", "")
    write(root / "README.md", "words")
    for path in (root / "discrepancies").iterdir():
        path.unlink()
    (root / "discrepancies").rmdir()
    assert problems_of(root) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a", True),
        ("a-1", True),
        ("2016", True),
        ("a" * 80, True),
        ("a" * 81, False),
        ("a_b", False),
        ("a.b", False),
        ("-a", False),
        ("a-", False),
        ("a b", False),
        ("A", False),
        ("index", False),
        ("index-2", True),
    ],
)
def test_names_of_records(root: Path, name: str, right: bool) -> None:
    fact = (VALID / "catalogue" / "facts" / "centres-2016.yml").read_text(encoding="utf-8")
    write(root / "facts" / f"{name}.yml", fact)
    assert (problems_of(root) == []) == right


def test_all_problems_are_raised_together(tmp_path: Path) -> None:
    root = broken_site(tmp_path / "broken") / "catalogue"
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(root)
    assert list(caught.value.problems) == problems_of(root)


def test_ids_hold_also_what_could_not_be_read(root: Path) -> None:
    write(root / "facts" / "new.yml", "value: [\n")
    catalogue, ids, _ = read_all(root)
    assert "new" in ids["facts"]
    assert "new" not in catalogue.facts
    assert ids["vocabularies/needs"] == {"hearing", "deafness", "vision"}
