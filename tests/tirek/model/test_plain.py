"""Records as plain data, and back."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind
from tirek.model.material import Material
from tirek.model.plain import digest_of, page_digest, plain_of

FOLDERS = [kind.folder for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=FOLDERS)
def test_reading_it_gives_an_equal_record(kind: Kind, catalogue: Catalogue) -> None:
    records = catalogue.of_kind(kind.folder)
    assert records
    for name, record in records.items():
        again = kind.adapter.validate_python({**plain_of(record), "id": name})
        if isinstance(again, Material) and isinstance(record, Material):
            again = again.with_files(record.files)  # sizes are measured, not written
        assert again == record, name


def test_what_is_not_said_is_left_out(catalogue: Catalogue) -> None:
    unit = catalogue.units["almaty-school-10-centre"]
    plain = plain_of(unit)
    assert "id" not in plain
    assert "contacts" not in plain
    assert plain["opened"] == "2016"
    assert list(plain) == [f.name for f in fields(unit) if f.name in plain]


def test_what_is_computed_is_not_written(catalogue: Catalogue) -> None:
    [first, *_] = plain_of(catalogue.materials["annual-report"])["files"]
    assert first == {
        "path": "annual-report/annual-report.kk.docx",
        "language": "kk",
        "format": "docx",
    }


def test_the_digest_hears_words_and_not_their_order() -> None:
    one = digest_of({"kind": "centre", "title": {"kk": "а", "ru": "б"}})
    assert one == digest_of({"title": {"ru": "б", "kk": "а"}, "kind": "centre"})
    assert one != digest_of({"kind": "centre", "title": {"kk": "а", "ru": "в"}})
    assert digest_of({"a": ["1", "2"]}) != digest_of({"a": ["2", "1"]})


def test_a_page_is_the_same_under_either_end_of_line() -> None:
    assert page_digest("a\r\nb\n") == page_digest("a\nb\n")
    assert page_digest("a\nb\n") != page_digest("a\nb")
