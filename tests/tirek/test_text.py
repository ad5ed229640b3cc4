"""Folding, order and plural forms of Kazakh and Russian."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tirek.text import collated, collation_key, fold, normal, plural_form

ALPHABET = "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я"
"""Written by hand, as Kazakh schools teach it."""

LETTERS = ALPHABET.replace(" ", "") + ALPHABET.replace(" ", "").lower()
MARKS = "\u0306\u0308\u0301"
"""Combining breve (и and it make й), diaeresis (е and it make ё), acute."""

words = st.text(st.sampled_from(LETTERS + MARKS + "abzABZé№«»- 019"), max_size=12)
texts = st.one_of(words, st.text(max_size=12))


# Folding.


@given(texts)
@example("і\u0306")
@example("ё\u0308\u0308")
@example("ә\u0345\u0301")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_folding_leaves_no_letter_that_a_russian_keyboard_lacks(text: str) -> None:
    assert not set(fold(text)) & set("әғқңөұүһіёӘҒҚҢӨҰҮҺІЁ")


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя 0123456789-№"), max_size=20))
def test_folding_keeps_lower_case_russian_as_it_is(text: str) -> None:
    assert fold(text) == text


@given(words)
def test_folding_does_not_care_for_case_and_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(st.text(st.sampled_from(LETTERS), max_size=12))
def test_folding_keeps_the_number_of_letters(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Әліпби", "алипби"),
        ("ҒЫЛЫМ", "гылым"),
        ("Қоңырау", "конырау"),
        ("Өңір", "онир"),
        ("Ұстаз бен үй", "устаз бен уй"),
        ("Һәм", "хам"),
        ("ё Ё", "е е"),
        ("Й и\u0306 Ай", "й й ай"),
        ("і\u0306", "й"),
        ("School №1", "school №1"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_й_and_и_stay_apart() -> None:
    assert fold("й") != fold("и")


# Order.


def test_single_letters_stand_as_in_the_alphabet() -> None:
    letters = ALPHABET.split()
    assert collated(reversed(letters), str) == letters
    assert collated(sorted(letters), str.lower) == letters


@pytest.mark.parametrize(
    "row",
    [
        ["Абай", "Алматы", "Әйтеке", "Әуезов", "Бала"],
        ["Егемен", "Ёлка", "Жаңа"],
        ["Ұлытау", "Үй", "Фонд"],
        ["Ыстық", "Іле", "Элиста"],
        ["№9 мектеп", "№10 мектеп", "№178 балабақша"],
        ["Школа № 2", "Школа № 10", "Школа № 71"],
        ["2015 жылғы", "2016 жылғы", "Алматы", "Zebra"],
        ["№1 мектеп, Алматы", "№1 мектеп, Астана", "№01 мектеп, Шымкент"],
        ["мектеп", "мектеп-интернат", "мектепке"],
        ["алма", "Алматы", "алматылық"],
        ["Яблоко", "Apple", "étude", "Ελλάδα", "ґанок", "漢字"],
        ["1", "Я", "ґ"],
    ],
)
def test_collated(row: list[str]) -> None:
    assert collated(reversed(row), str) == row


def test_punctuation_does_not_decide() -> None:
    assert collation_key("«Алма»")[0] == collation_key("алма")[0]
    assert collation_key("ко-оп")[0] == collation_key("ко оп")[0]


@given(st.lists(texts, max_size=6))
def test_order_does_not_depend_on_how_the_texts_came(row: list[str]) -> None:
    ordered = collated(row, str)
    assert collated(reversed(row), str) == ordered
    assert sorted(ordered) == sorted(row)


@given(texts, texts, texts)
def test_order_is_total_and_transitive(one: str, two: str, three: str) -> None:
    keys = [collation_key(text) for text in (one, two, three)]
    assert (keys[0] == keys[1]) == (one == two)
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) + (keys[0] == keys[1]) == 1
    for low, high in pairwise(sorted(keys)):
        assert low <= high
    if keys[0] <= keys[1] <= keys[2]:
        assert keys[0] <= keys[2]


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1))
def test_numbers_stand_by_value(one: int, two: int) -> None:
    keys = [collation_key(f"№{number} мектеп") for number in (one, two)]
    assert (keys[0] < keys[1]) == (one < two)


@given(st.characters(categories=["Lu", "Ll", "Lt", "Lo"]))
def test_any_other_letter_stands_after_ours_and_latin(letter: str) -> None:
    folded = unicodedata.normalize("NFC", letter).casefold()
    ours = set(ALPHABET.lower()) | set("abcdefghijklmnopqrstuvwxyz")
    if not set(folded) & ours:
        assert collation_key(letter) > collation_key("я")
        assert collation_key(letter) > collation_key("z")


def test_normal() -> None:
    assert normal("  Ай\u00a0 \n и\u0306 ") == "Ай й"


# Plural forms, from the CLDR tables of ru and of counted nouns in kk.


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("one", [1, 21, 31, 41, 51, 61, 71, 81, 91, 101, 121, 1001, 10_021]),
        ("few", [2, 3, 4, 22, 23, 24, 32, 33, 34, 52, 94, 102, 103, 104, 122, 1002, 1_000_004]),
        ("many", [0, 5, 6, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 25, 30, 99, 100, 111, 112, 113]),
        ("many", [114, 211, 1000, 1011, 1012, 10_000, 1_000_000]),
    ],
)
def test_russian_plural_forms(form: str, numbers: list[int]) -> None:
    assert {number: plural_form("ru", number) for number in numbers} == dict.fromkeys(numbers, form)


@given(st.integers(0, 10**9))
def test_kazakh_counts_with_the_singular(number: int) -> None:
    assert plural_form("kk", number) == "one"


@given(st.integers(0, 10**9))
def test_only_the_last_two_digits_decide_in_russian(number: int) -> None:
    assert plural_form("ru", number) == plural_form("ru", number % 100)
    assert plural_form("ru", number) == plural_form("ru", -number)
