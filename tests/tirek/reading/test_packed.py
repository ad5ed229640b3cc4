"""Records as bytes: what comes out is what went in, and what is packed is not packed again."""

from pathlib import Path

import pytest
from minisites import valid_site

from tirek.model.translation import Lent
from tirek.model.values import Both
from tirek.problem import Problem
from tirek.reading import packed
from tirek.reading.cache import RecordCache
from tirek.reading.catalogue import read_catalogue
from tirek.reading.packed import Bundle, Fresh


def test_every_kind_of_record_comes_out_as_it_went_in(tmp_path: Path) -> None:
    catalogue = read_catalogue(valid_site(tmp_path / "site") / "catalogue")
    records = [catalogue.of_kind(folder)[name] for folder, name in catalogue.digests]
    warned = (Problem("a.yml", 1, 2, "title", "words-too-long", allowed="5"),)
    found = [Fresh(b"1", record, (("units", "a"),), warned) for record in records]
    assert {type(record).__name__ for record in records} >= {"Material", "Unit", "Organisation"}
    again = Bundle.of([("", "")] * len(found), packed.packed(found)).found
    assert again == found
    assert [type(fresh.record) for fresh in again] == [type(record) for record in records]


def test_a_lent_text_stays_one() -> None:
    lent = Both(kk="мәтін", ru="мәтін")
    object.__setattr__(lent, "ru", Lent(lent.kk))  # as whoever types records does
    (fresh,) = Bundle.of([("", "")], packed.packed([Fresh(b"", lent, (), ())])).found  # type: ignore[arg-type]
    assert isinstance(fresh.record, Both)
    assert type(fresh.record.ru) is Lent


def test_only_records_beside_a_changed_one_are_packed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, kept = valid_site(tmp_path / "site") / "catalogue", tmp_path / "cache"
    monkeypatch.setattr("tirek.reading.cache.CHUNK", 2)
    read_catalogue(root, kept)
    before = RecordCache.load(kept)
    assert len(before.bundles) > 3
    folder, name = before.bundles[-1].keys[-1]
    path = root / folder / f"{name}.yml"
    path.write_bytes(path.read_bytes() + b"# changed\n")
    read_catalogue(root, kept)
    after = RecordCache.load(kept)
    assert after.old.keys() == before.old.keys()
    assert after.old[folder, name].digest != before.old[folder, name].digest
    contents = [bundle.content for bundle in before.bundles]
    assert [bundle.content for bundle in after.bundles][:-1] == contents[:-1]
    assert after.bundles[-1].content != contents[-1]
