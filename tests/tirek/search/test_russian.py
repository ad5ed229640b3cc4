"""Russian stems: Snowball's, and one stem where it gives a noun of ours two."""

from __future__ import annotations

import pytest

from tirek.search.russian import CUT, stem
from tirek.search.words import folded


@pytest.mark.parametrize(
    "forms",
    [
        "орган органа органы органу органов органами",
        "материал материала материалы материалов",
        "обмен обмена обмену обменом",
        "площадка площадки площадок площадками",
        "ребёнок ребёнка ребёнку",
        "список списка списки",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(folded(word)) for word in forms.split()}) == 1


def test_a_short_word_stays_whole() -> None:
    assert stem("нао") == "нао"


def test_no_stem_is_mended_twice() -> None:
    befores, afters = zip(*(pair.split(":") for pair in CUT), strict=True)
    assert len(set(befores)) == len(befores)
    assert not set(befores) & set(afters)
