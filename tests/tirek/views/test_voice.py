"""Dates, numbers and sizes as each language writes them; words with their plural forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tirek import Language
from tirek.model.catalogue import Catalogue
from tirek.views import voice as module
from tirek.views.voice import Voice


def say(lang: Language) -> Voice:
    """A voice that needs no records."""
    return Voice(lang, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "kk", "ru"),
    [
        ("2016", "2016 ж.", "2016 г."),
        ("2016-03", "2016 ж. наурыз", "март 2016 г."),
        ("2016-12", "2016 ж. желтоқсан", "декабрь 2016 г."),
        ("2016-10-01", "1 қазан 2016 ж.", "1 октября 2016 г."),
        ("2015-06-01", "1 маусым 2015 ж.", "1 июня 2015 г."),
        ("2026-11-22", "22 қараша 2026 ж.", "22 ноября 2026 г."),
        ("2008-02-29", "29 ақпан 2008 ж.", "29 февраля 2008 г."),
    ],
)
def test_dates(written: str, kk: str, ru: str) -> None:
    assert say("kk").date(written).replace(module.NO_BREAK, " ") == kk
    assert say("ru").date(written).replace(module.NO_BREAK, " ") == ru


@pytest.mark.parametrize(
    ("written", "kk", "ru"),
    [
        ("2016", "2016 жылы", "в 2016 году"),
        ("2016-03", "2016 жылғы наурызда", "в марте 2016 года"),
        ("2015-09-07", "2015 жылғы 7 қыркүйекте", "7 сентября 2015 года"),
    ],
)
def test_when_something_was(written: str, kk: str, ru: str) -> None:
    assert say("kk").when(written).replace(module.NO_BREAK, " ") == kk
    assert say("ru").when(written).replace(module.NO_BREAK, " ") == ru


def test_a_year_is_not_left_alone_at_a_line_end() -> None:
    assert say("ru").date("2016-10-01") == "1\u00a0октября 2016\u00a0г."


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_month_has_its_own_name(lang: Language) -> None:
    months = [f"2016-{number:02}" for number in range(1, 13)]
    assert len({say(lang).date(month) for month in months}) == 12
    assert len({say(lang).date(f"{month}-05") for month in months}) == 12
    assert len({say(lang).when(month) for month in months}) == 12


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (6, "6"),
        (999, "999"),
        (2016, "2016"),
        (10_000, "10 000"),
        (1_234_567, "1 234 567"),
        (27.4, "27,4"),
        (0.5, "0,5"),
        (12_345.67, "12 345,67"),
        (-3, "−3"),
        (-12_345.5, "−12 345,5"),
        (0.00001, "0,00001"),
        (999_999_999_999, "999 999 999 999"),
    ],
)
def test_numbers(value: float, shown: str) -> None:
    for lang in ("kk", "ru"):
        assert say(lang).number(value).replace(module.NO_BREAK, " ") == shown


@given(
    st.one_of(
        st.integers(-(10**12) + 1, 10**12 - 1),
        st.decimals(-(10**11), 10**11, places=6).map(float),
    )
)
def test_a_number_can_be_read_back(value: float) -> None:
    shown = say("ru").number(value)
    back = shown.replace(module.NO_BREAK, "").replace(",", ".").replace("−", "-")
    assert float(back) == value
    assert "e" not in shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0,1 КБ"),
        (1, "0,1 КБ"),
        (1024, "1 КБ"),
        (1536, "1,5 КБ"),
        (10 * 1024, "10 КБ"),
        (10_700, "10 КБ"),
        (1024**2, "1 МБ"),
        (2_411_725, "2,3 МБ"),
        (350 * 1024**2, "350 МБ"),
        (1024**3, "1 ГБ"),
        (30 * 1024**3, "30 ГБ"),
    ],
)
def test_sizes(size: int, shown: str) -> None:
    for lang in ("kk", "ru"):
        assert say(lang).size(size).replace(module.NO_BREAK, " ") == shown


@pytest.mark.parametrize(
    ("count", "kk", "ru"),
    [
        (0, "0 материал", "0 материалов"),
        (1, "1 материал", "1 материал"),
        (3, "3 материал", "3 материала"),
        (11, "11 материал", "11 материалов"),
        (10_021, "10\u00a0021 материал", "10\u00a0021 материал"),
    ],
)
def test_counted_words(count: int, kk: str, ru: str) -> None:
    assert say("kk").n("materials", count) == kk
    assert say("ru").n("materials", count) == ru


@pytest.fixture
def one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"greeting": {"kk": "Сәлем, <{who}>!", "ru": "Привет, <{who}>!"}}
    monkeypatch.setattr(module, "words_of", lambda name: words)


@pytest.mark.usefixtures("one_word")
def test_a_string_with_markup_in_it_is_markup_and_escapes_the_rest() -> None:
    said = say("ru").t("greeting", who=Markup("<b>Асан</b>"))
    assert isinstance(said, Markup)
    assert said == "Привет, &lt;<b>Асан</b>&gt;!"


@pytest.mark.usefixtures("one_word")
def test_a_string_with_plain_text_in_it_stays_text() -> None:
    said = say("kk").t("greeting", who="<Асан>")
    assert not isinstance(said, Markup)
    assert said == "Сәлем, <<Асан>>!"


def test_an_unknown_string_is_a_programmers_error() -> None:
    with pytest.raises(KeyError):
        say("kk").t("no such key")


def test_labels_and_texts(small: Catalogue) -> None:
    assert Voice("kk", small).label("needs", "hearing") == "есту қиындықтары"
    assert Voice("ru", small).label("needs", "hearing") == "трудности слуха"
    assert Voice("ru", small).text(small.organisations["almaty-fund"].short) == "Фонд «Пример»"
