"""Numbers, yes and no: what is taken, what is refused, and what is proposed instead."""

from __future__ import annotations

from typing import Any

import pytest
from validated import refused, taken

from tirek.model.numbers import Count, Number, YesNo


@pytest.mark.parametrize("value", ["0", "7", "10", "999999999"])
def test_counts(value: str) -> None:
    assert taken(Count, value) == int(value)


@pytest.mark.parametrize("value", ["010", "-3", "1.0", "1 000", "1e3", "екі", "", "٣", "+1", None])
def test_no_counts(value: str | None) -> None:
    assert refused(Count, value) == ("value-not-whole-number", "")


@pytest.mark.parametrize(("value", "number"), [("27.4", 27.4), ("-1", -1), ("0.5", 0.5), ("6", 6)])
def test_numbers(value: str, number: float) -> None:
    assert taken(Number, value) == number
    assert type(taken(Number, value)) is type(number)


@pytest.mark.parametrize(
    ("value", "nearest"),
    [("27,4", "27.4"), ("1,234,567", ""), ("06", ""), (".5", ""), ("5.", ""), ("много", "")],
)
def test_no_numbers(value: str, nearest: str) -> None:
    assert refused(Number, value) == ("value-not-number", nearest)


@pytest.mark.parametrize(
    ("value", "nearest"),
    [
        ("yes", "true"),
        ("No", "false"),
        ("да", "true"),
        ("нет", "false"),
        ("Иә", "true"),
        ("жоқ", "false"),
        ("True", "true"),
        ("1", ""),
        ("", ""),
        (["true"], ""),
    ],
)
def test_neither_yes_nor_no(value: Any, nearest: str) -> None:
    assert refused(YesNo, value) == ("value-not-yes-no", nearest)


def test_yes_and_no() -> None:
    assert taken(YesNo, "true") is True
    assert taken(YesNo, "false") is False
