"""Kinds of values: what is taken, what is refused, and what is proposed instead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tirek.model.values import (
    Count,
    Date,
    Name,
    Number,
    PartialDate,
    Text,
    WebAddress,
    Year,
    YesNo,
)


def taken(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: Any) -> tuple[str, str]:
    """Code and proposal for a wrong value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    [error] = caught.value.errors()
    return error["type"], error.get("ctx", {}).get("nearest", "")


@pytest.mark.parametrize("value", ["2016", "2016-03", "2016-10-01", "2008-02-29"])
def test_dates_in_part(value: str) -> None:
    assert taken(PartialDate, value) == value


@pytest.mark.parametrize(
    ("value", "nearest"),
    [
        ("01.10.2016", "2016-10-01"),
        ("1.10.2016", "2016-10-01"),
        ("1/10/2016", "2016-10-01"),
        ("2016/10/1", "2016-10-01"),
        ("2016.10.01", "2016-10-01"),
        ("2016 10 01", "2016-10-01"),
        ("2016-3", "2016-03"),
        ("10.2016", "2016-10"),
        ("2016-13-01", ""),
        ("2016-02-30", ""),
        ("2016-00", ""),
        ("13.2016", ""),
        ("16", ""),
        ("1 октября 2016", ""),
        ("кеше", ""),
        ("٢٠١٦", ""),
        ("20161001", ""),
        ("2016-10-01-05", ""),
    ],
)
def test_no_dates(value: str, nearest: str) -> None:
    assert refused(PartialDate, value) == ("value-not-date", nearest)


@pytest.mark.parametrize(
    ("value", "code", "nearest"),
    [
        ("2016", "value-not-full-date", ""),
        ("2016-10", "value-not-full-date", ""),
        ("01.10.2016", "value-not-date", "2016-10-01"),
        ("10.2016", "value-not-date", ""),
        ("2016-13-01", "value-not-date", ""),
    ],
)
def test_no_full_dates(value: str, code: str, nearest: str) -> None:
    assert refused(Date, value) == (code, nearest)


@given(st.dates(date(1000, 1, 1)))
def test_a_date_as_people_write_it_is_proposed_right(day: date) -> None:
    assert taken(Date, day.isoformat()) == day.isoformat()
    for written in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y/%m/%d}"):
        assert refused(Date, written) == ("value-not-date", day.isoformat())


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


@pytest.mark.parametrize("value", ["1899", "2016", "2099"])
def test_years(value: str) -> None:
    assert taken(Year, value) == value


@pytest.mark.parametrize("value", ["16", "3016", "1799", "2016 ж.", "20161"])
def test_no_years(value: str) -> None:
    assert refused(Year, value) == ("value-not-year", "")


@pytest.mark.parametrize(
    "value", ["https://example.kz/", "http://example.kz/a?b=c#d", "https://мысал.қаз/бет"]
)
def test_web_addresses(value: str) -> None:
    assert taken(WebAddress, value) == value


@pytest.mark.parametrize(
    "value",
    [
        "www.example.kz",
        "javascript:alert(1)",
        "//example.kz",
        "ftp://example.kz",
        "https://",
        'https://example.kz/"onclick=x',
        "https://example.kz/<b>",
        "https://example.kz/a b",
    ],
)
def test_no_web_addresses(value: str) -> None:
    assert refused(WebAddress, value) == ("value-not-web-address", "")


@pytest.mark.parametrize("value", ["KZ-75", "4.2.3", "cc-by-sa-4.0", "not_met", "noSoundHazard"])
def test_names(value: str) -> None:
    assert taken(Name, value) == value


@pytest.mark.parametrize(
    ("value", "nearest"),
    [
        ("../x", "x"),
        ("a b", "a-b"),
        ("a/b", "a-b"),
        ("есту", ""),
        ("a..b", "a-b"),
        (".a", "a"),
        ("x" * 81, "x" * 80),
    ],
)
def test_no_names(value: str, nearest: str) -> None:
    assert refused(Name, value) == ("name-form", nearest)


def test_a_text_is_one_line_in_one_normal_form() -> None:
    assert taken(Text, "  Ай\n и\u0306 ") == "Ай й"
    assert refused(Text, " \n ") == ("value-missing", "")
    assert refused(Text, ["Ай"]) == ("value-not-text", "")
