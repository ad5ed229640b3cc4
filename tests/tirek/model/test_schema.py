"""The model's shape, and that every field of it is described in both languages."""

from __future__ import annotations

import pytest
import yaml

from tirek import LANGUAGES
from tirek.model.kinds import KINDS, Kind
from tirek.model.material import Material
from tirek.model.schema import described_fields, fields_at
from tirek.model.unit import Unit
from tirek.wording import words_of

FIELDS = words_of("fields")


def test_fields_of_mappings_at_any_depth() -> None:
    assert {"kind", "host", "period"} <= fields_at(Unit, ())
    assert fields_at(Unit, ("period",)) == {"from", "to", "long_term"}
    assert fields_at(Unit, ("serves", 3, "note")) == {"kk", "ru"}
    assert fields_at(Unit, ("source", 0)) == {"document", "place"}
    assert fields_at(Material, ("files", 0)) == {"path", "language", "format"}


def test_where_there_is_no_mapping_there_are_no_fields() -> None:
    assert fields_at(Unit, ("kind",)) == frozenset()
    assert fields_at(Unit, ("nothing", "at", "all")) == frozenset()
    assert fields_at(Unit, ("requirements",)) == frozenset()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_field_is_described(kind: Kind) -> None:
    described = list(described_fields(kind.record))
    assert len(described) > 5
    for field in described:
        said = FIELDS[field.key]
        for part in ("label", "help"):
            assert set(said[part]) == set(LANGUAGES), field.key
            assert all(said[part][lang].strip() for lang in LANGUAGES), field.key


def test_nothing_else_is_described() -> None:
    keys = {field.key for kind in KINDS for field in described_fields(kind.record)}
    assert sorted(FIELDS.keys() - keys) == []


def test_examples_are_yaml() -> None:
    for key, said in FIELDS.items():
        assert yaml.safe_load(f"x: {said['example']}")["x"] is not None, key


@pytest.mark.parametrize(
    ("path", "required", "scheme"),
    [
        ("id", True, ""),
        ("kind", True, "unit-kinds"),
        ("region", False, "regions"),
        ("period", False, ""),
        ("period.from", True, ""),
        ("period.long_term", False, ""),
        ("serves.region", False, "regions"),
        ("confirmed", False, ""),
    ],
)
def test_what_is_said_of_a_field(path: str, required: bool, scheme: str) -> None:
    [field] = [field for field in described_fields(Unit) if field.path == path]
    assert (field.required, field.scheme) == (required, scheme)
