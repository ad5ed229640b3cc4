"""Dates: what is taken, what is refused, and what is proposed instead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validated import refused, taken

from tirek.model.dates import Date, PartialDate, Year


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


@pytest.mark.parametrize("value", ["1899", "2016", "2099"])
def test_years(value: str) -> None:
    assert taken(Year, value) == value


@pytest.mark.parametrize("value", ["16", "3016", "1799", "2016 ж.", "20161"])
def test_no_years(value: str) -> None:
    assert refused(Year, value) == ("value-not-year", "")
