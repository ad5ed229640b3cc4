"""Words with which people ask."""

from __future__ import annotations

from tirek.search.asking import asking
from tirek.search.words import words_in


def test_each_is_one_folded_word_and_stands_once() -> None:
    words = asking()
    assert len(words) == len(set(words))
    assert [words_in(word) for word in words] == [[word] for word in words]


def test_words_of_both_languages_are_there_without_kazakh_letters() -> None:
    assert {"калай", "дегенимиз", "расшифровка", "еще"} - set(asking()) == {"еще"}
