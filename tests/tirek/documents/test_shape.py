"""What pandoc does not know: places to write on, boxes, columns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.documents.blanks import BREAK, SIGN, masked, with_blanks
from tirek.documents.columns import BOLD, PADDING, Column, shares
from tirek.documents.tree import string, values_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Күні: ____", f"Күні: {SIGN * 4}"),
        ("«__» ____ 20__ г.", f"«{SIGN * 2}» {SIGN * 4} 20{SIGN * 2} г."),
        ("| ____ | _____ |", f"| {SIGN * 4} | {SIGN * 5} |"),
        ("__жирно__ и _курсив_", "__жирно__ и _курсив_"),
        ("имя_файла и __init__", "имя_файла и __init__"),
        ("раз\n\n\\newpage\n\nдва", f"раз\n\n{BREAK}\n\nдва"),
        ("о \\newpage в строке", "о \\newpage в строке"),
        ("- [ ] раз\n1. [ ] два", "- [ ] раз\n1. [ ] два"),
        ("| 1 | [ ] да |", "| 1 | ☐ да |"),
        ("| 1   2   3 |", "| 1\u00a0\u00a0\u00a02\u00a0\u00a0\u00a03 |"),
        ("1   2   3", "1   2   3"),
    ],
)
def test_what_pandoc_gets_to_read(written: str, read: str) -> None:
    assert masked(written) == read


@given(st.text(alphabet="_ |аб-«»2\n[]"))
def test_tables_keep_their_columns(written: str) -> None:
    widths = [len(line) for line in masked(written).replace("☐", "[ ]").split("\n")]
    assert widths == [len(line) for line in written.split("\n")]


@pytest.mark.parametrize(
    ("word", "lengths"),
    [
        (SIGN * 4, ["long"]),
        (SIGN * 3, ["short"]),
        (f"«{SIGN * 4}»", ["short"]),
        (f"20{SIGN * 2}", ["short"]),
        (f"{SIGN * 4}/{SIGN * 6}", ["long", "long"]),
    ],
)
def test_a_day_is_short_and_a_name_long(word: str, lengths: list[str]) -> None:
    pieces = with_blanks(string(word))
    assert [values_of(one)["length"] for one in pieces if one["t"] == "Span"] == lengths


def columns(*cells: list[str], writing: tuple[int, ...] = (), drawn: Any = None) -> list[Column]:
    widths = drawn or [1 / len(cells)] * len(cells)
    return [Column(cell, i in writing, widths[i]) for i, cell in enumerate(cells)]


words = st.text(alphabet="абв ", max_size=40)


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_columns_fill_the_table_and_hold_their_words(cells: list[list[str]], data: Any) -> None:
    drawn = [data.draw(st.floats(0.05, 1)) for _ in cells]
    writing = tuple(i for i in range(len(cells)) if data.draw(st.booleans()))
    found = shares(columns(*cells, writing=writing, drawn=drawn), 87)
    assert sum(found) == pytest.approx(1)
    least = [PADDING + BOLD * max(len(w) for c in cell for w in [*c.split(), ""]) for cell in cells]
    if sum(least) <= 87:
        for share, low in zip(found, least, strict=True):
            assert share * 87 >= low - 1e-6


def test_a_column_of_numbers_is_narrow() -> None:
    numbers, questions, answers = ["№", "1"], ["Сұрақ", "Не ұнайды, не қиын?"], ["Жауап", ""]
    found = shares(columns(numbers, questions, answers, writing=(2,)), 87)
    assert found[0] < 0.1
    assert found[2] > found[1]


def test_equal_dashes_make_equal_columns() -> None:
    found = shares(columns(["Занятие со специалистом", "☐"], ["Игра", "☐"], ["Прогулка", "☐"]), 87)
    assert found == pytest.approx([1 / 3] * 3)


def test_unequal_dashes_decide() -> None:
    found = shares(columns(["Что", ""], ["Кому", ""], writing=(0, 1), drawn=[0.75, 0.25]), 87)
    assert found == pytest.approx([0.75, 0.25])
