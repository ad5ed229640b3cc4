"""The words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.search.analysis import Analyser
from tirek.search.words import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ата-ана, «қыз»!", ["ата", "ана", "атаана", "кыз"]),
        ("№27 мектеп", ["27", "мектеп"]),
        ("4.2.4-тармақ", ["4.2.4", "тармак"]),
        ("3,5 балл", ["3.5", "балл"]),
        ("7А сыныбы", ["7а", "сыныбы"]),
        ("COVID-19", ["covid", "19"]),
        ("94 266 бала", ["94", "266", "94266", "бала"]),
        ("1\u00a0234 567", ["1", "234", "567", "1234567"]),
        ("2016 264 мектеп", ["2016", "264", "мектеп"]),
        ("№ 27, 264", ["27", "264"]),
        ("12 3456", ["12", "3456"]),
        ("за́мок Ещё", ["замок", "еще"]),
        ("мек\u00adтеп", ["мектеп"]),
        ("", []),
        ("– …", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_in(text) == words


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_word_spans_white_space(text: str) -> None:
    """So an analyser may cut and keep what stands between white space."""
    analyser = Analyser("kk")
    assert analyser.stems(text) == [analyser.stem(word) for word in words_in(text)]
