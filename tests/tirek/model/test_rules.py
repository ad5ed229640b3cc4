"""Rules between fields: what they refuse, whom they blame, and how they are told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from tirek.model.kinds import KINDS
from tirek.model.rules import (
    Inside,
    NamesRecord,
    NotBefore,
    NotItself,
    OneOfTwo,
    OnlyWhere,
    Rule,
    UnlessOther,
    Without,
)
from tirek.model.shape import types_within

CASES = [
    # rule, value, fields known, what is blamed (None: right)
    (NotBefore("to", "from", "c"), "2016", {"from_": "2015"}, None),
    (NotBefore("to", "from", "c"), "2014", {"from_": "2015"}, {"nearest": "2015"}),
    (NotBefore("to", "from", "c"), "2014", {}, None),
    (NotBefore("to", "from", "c"), None, {"from_": "2015"}, None),
    (Inside("date", "year", "c"), "2016-03-01", {"year": "2016"}, None),
    (Inside("date", "year", "c"), "2016-03-01", {"year": "2015"}, {}),
    (Without("link", "files", "c"), object(), {"files": ()}, None),
    (Without("link", "files", "c"), object(), {"files": ("a",)}, {}),
    (Without("open", "to", "c", "to"), True, {"to": "9"}, {"value": "9", "beside": "to"}),
    (Without("open", "to", "c", "to"), False, {"to": "9"}, None),
    (OneOfTwo("b", "a", "c"), "x", {"a": None}, None),
    (OneOfTwo("b", "a", "c"), None, {"a": None}, {}),
    (OneOfTwo("b", "a", "c"), "x", {"a": "y"}, {}),
    (OneOfTwo("b", "a", "c"), None, {}, None),
    (OnlyWhere("p", "kind", "c", "site"), object(), {"kind": "site"}, None),
    (OnlyWhere("p", "kind", "c", "site"), object(), {"kind": "centre"}, {"value": "centre"}),
    (OnlyWhere("p", "kind", "c", "site"), None, {"kind": "centre"}, None),
    (UnlessOther("on", "is", "c", "no"), None, {"is": "no"}, None),
    (UnlessOther("on", "is", "c", "no"), "2026", {"is": "no"}, {"value": "no", "beside": "is"}),
    (UnlessOther("on", "is", "c", "no"), None, {"is": "yes"}, {"value": "yes", "beside": "is"}),
    (NamesRecord("host", "kind", "c"), "h", {"kind": "k", "id": "h-k"}, None),
    (
        NamesRecord("host", "kind", "c"),
        "h",
        {"kind": "k", "id": "x"},
        {"value": "x", "nearest": "h-k", "beside": "id"},
    ),
    (NotItself("related", "id", "c"), ("a", "b"), {"id": "x"}, None),
    (NotItself("related", "id", "c"), ("a", "x"), {"id": "x"}, {"item": 1}),
]


@pytest.mark.parametrize(("rule", "value", "known", "blamed"), CASES)
def test_a_rule(
    rule: Rule, value: Any, known: dict[str, Any], blamed: dict[str, Any] | None
) -> None:
    if blamed is None:
        rule.check(value, known)
        return
    with pytest.raises(PydanticCustomError) as caught:
        rule.check(value, known)
    assert caught.value.type == "c"
    context = {key: found for key, found in (caught.value.context or {}).items() if key != "code"}
    assert context == blamed


def test_every_kind_of_rule_is_tried() -> None:
    # With slots, a class is made twice under one name.
    tried = {type(case[0]).__name__ for case in CASES}
    assert tried == {rule.__name__ for rule in Rule.__subclasses__()}


def test_a_rule_is_told_as_data() -> None:
    assert OnlyWhere("period", "kind", "not-here", "site").told() == {
        "rule": "OnlyWhere",
        "field": "period",
        "other": "kind",
        "code": "not-here",
        "equals": "site",
    }


@pytest.mark.parametrize("kind", KINDS, ids=[kind.folder for kind in KINDS])
def test_rules_name_fields_that_are_there(kind: Any) -> None:
    for told in types_within(kind.record).values():
        names = {field["name"] for field in told["fields"]} | {"id"}
        for rule in told["rules"]:
            assert {rule["field"], rule["other"]} <= names
