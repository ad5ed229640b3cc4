"""Look-alike letters are found in words, and mended as a person would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.check.letters import _CYRILLIC, _LATIN, mixed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Суретті кaрточкалар", [(8, "кaрточкалар", "карточкалар")]),
        ("бiлiм беру", [(0, "бiлiм", "білім")]),
        ("РDF пен PDF", [(0, "РDF", "PDF")]),
        ("Работа c детьми", [(7, "c", "с")]),
        ("MАТЕМАТИКА", [(0, "MАТЕМАТИКА", "МАТЕМАТИКА")]),
    ],
)
def test_mixed(text: str, found: list[tuple[int, str, str]]) -> None:
    assert list(mixed(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "IT-маман, PDF-те, Wi-Fi-дың, iPad-тар",
        "SMSпен хабарлау",
        "XXI ғасыр, 9A сынып, A4 парақ",
        "https://kk.wikipedia.org/wiki/Қазақстан және info@мектеп.kz",
        "files/сурет.png, name_атауы",
        "вариант A и вариант B",
        "витамин C полезен",
        "",
    ],
)
def test_alphabets_may_stand_side_by_side(text: str) -> None:
    assert list(mixed(text)) == []


@given(
    st.text(alphabet="абвгдежзиклмнопрстуфхцчшыэюяәғқңөұүһі", min_size=4, max_size=20), st.data()
)
def test_one_foreign_letter_in_a_word_is_put_right(word: str, data: st.DataObject) -> None:
    places = [i for i, letter in enumerate(word) if letter in _CYRILLIC]
    spoilt = [i for i in places if data.draw(st.booleans())] if len(places) * 2 < len(word) else []
    text = "".join(_LATIN[_CYRILLIC.index(c)] if i in spoilt else c for i, c in enumerate(word))
    assert [mended for _, _, mended in mixed(text)] == ([word] if text != word else [])
