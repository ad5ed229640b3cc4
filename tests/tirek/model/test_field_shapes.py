"""The model told as data."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import pytest
from annotated_types import MinLen

from tirek.model.dates import Date, PartialDate
from tirek.model.kinds import KINDS
from tirek.model.numbers import Count, YesNo
from tirek.model.references import LicenceOrUnknown, RegionId, StateId
from tirek.model.shape import shape_of, types_within
from tirek.model.unit import Figure, Unit
from tirek.model.values import Both, BothLists, EitherOrBoth, Name, Text

REGION = {"t": "ref", "to": "vocabularies/regions", "also": []}


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (Text, {"t": "text"}),
        (Text | None, {"t": "text"}),
        (Both, {"t": "both"}),
        (EitherOrBoth, {"t": "either"}),
        (BothLists, {"t": "lists"}),
        (Date, {"t": "date", "full": True}),
        (PartialDate | None, {"t": "date", "full": False}),
        (YesNo, {"t": "yesno"}),
        (RegionId, REGION),
        (LicenceOrUnknown, {"t": "ref", "to": "vocabularies/licences", "also": ["unknown"]}),
        (Literal["kk", "ru"] | None, {"t": "choice", "of": ["kk", "ru"]}),
        (tuple[RegionId, ...], {"t": "list", "of": REGION, "least": 0}),
        (Annotated[tuple[RegionId, ...], MinLen(1)], {"t": "list", "of": REGION, "least": 1}),
        (tuple[Figure, ...], {"t": "list", "of": {"t": "record", "of": "Figure"}, "least": 0}),
        (
            dict[Literal["2.1"], StateId] | None,
            {
                "t": "map",
                "keys": ["2.1"],
                "of": {"t": "ref", "to": "vocabularies/requirement-states", "also": []},
            },
        ),
    ],
)
def test_shapes(annotation: object, shape: dict[str, object]) -> None:
    assert shape_of(annotation) == shape


def test_texts_of_a_form_say_which() -> None:
    assert shape_of(Count)["code"] == "value-not-whole-number"
    assert shape_of(Name)["longest"] == 80


def test_a_type_that_no_form_knows_is_refused() -> None:
    with pytest.raises(TypeError, match="no form knows"):
        shape_of(set[str])


@pytest.mark.parametrize("kind", KINDS, ids=[kind.folder for kind in KINDS])
def test_every_kind_can_be_told(kind: object) -> None:
    told = types_within(kind.record)  # type: ignore[attr-defined]
    assert json.loads(json.dumps(told)) == told
    for one in told.values():
        for field in one["fields"]:
            inside = field["shape"].get("of")
            while isinstance(inside, dict):
                inside = inside.get("of")
            assert not isinstance(inside, str) or inside in told


def test_only_the_id_of_the_record_itself_is_left_out() -> None:
    told = types_within(Unit)
    assert "id" not in [field["name"] for field in told["Unit"]["fields"]]
    assert [field["name"] for field in told["Figure"]["fields"]] == ["id", "value", "label"]
    assert [f["name"] for f in told["Unit"]["fields"] if f["required"]] == [
        "kind",
        "host",
        "region_2016",
        "status",
        "as_of",
        "source",
    ]
    assert [f["name"] for f in told["Unit"]["fields"] if f["seen"]] == ["confirmed"]
