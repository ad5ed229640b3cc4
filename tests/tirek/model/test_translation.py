"""Records that are written in one language so far."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from tirek.model.kinds import KINDS
from tirek.model.plain import plain_of
from tirek.model.translation import MAY_LACK, Lent, is_lent, lent_places, typed

BY_FOLDER = {kind.folder: kind for kind in KINDS}

UNIT: dict[str, Any] = {
    "kind": "centre",
    "host": "school-1",
    "region_2016": "KZ-75",
    "status": "unconfirmed",
    "as_of": "2016-10-01",
    "source": [{"document": "study", "place": {"kk": "1-кесте"}}],
    "basis": {"kk": "бұйрық", "ru": "приказ"},
    "directions": {"kk": ["кеңес", "сабақ"]},
    "serves": [{"region": "KZ-75", "what": {"kk": "мектептер"}}],
    "figures": [{"id": "a", "value": "3", "label": {"kk": "сыныптар"}}],
    "not_translated": "ru",
}


def unit(**changed: Any) -> Any:
    return typed(BY_FOLDER["units"], "school-1-centre", {**UNIT, **changed})


def test_the_other_language_stands_in_and_says_so() -> None:
    made = unit()
    [served] = made.serves
    assert served.what.ru == served.what.kk == "мектептер"
    assert is_lent(served.what.ru)
    assert not is_lent(served.what.kk)
    assert made.directions.ru == ("кеңес", "сабақ")
    assert not is_lent(made.basis.ru)
    assert list(lent_places(made)) == [
        ("source", 0, "place", "ru"),
        ("serves", 0, "what", "ru"),
        ("directions", "ru"),
        ("figures", 0, "label", "ru"),
    ]


def test_what_stands_in_is_not_written() -> None:
    assert plain_of(unit()) == UNIT


def test_what_stands_in_survives_the_cache() -> None:
    again = pickle.loads(pickle.dumps(unit()))
    assert isinstance(again.serves[0].what.ru, Lent)
    assert plain_of(again) == UNIT


@pytest.mark.parametrize("mark", [None, "kk"])
def test_without_the_mark_or_with_the_wrong_one_texts_are_missing(mark: str | None) -> None:
    with pytest.raises(ValidationError) as caught:
        unit(not_translated=mark)
    missing = {error["loc"] for error in caught.value.errors()}
    assert missing == {
        ("source", 0, "place", "ru"),
        ("serves", 0, "what", "ru"),
        ("figures", 0, "label", "ru"),
    }


def test_the_language_that_is_written_must_be_there() -> None:
    with pytest.raises(ValidationError) as caught:
        unit(basis={"ru": "приказ"})
    assert [error["loc"] for error in caught.value.errors()] == [("basis", "kk")]


def test_only_what_senders_fill_in_may_be_marked() -> None:
    assert MAY_LACK == ("materials", "units", "organisations", "events")
