"""Numbers of documents stay put while others come and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tirek.search.places import places, size_for

names = st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=200)


@given(names, st.randoms(use_true_random=False))
def test_each_has_a_number_of_its_own_whatever_the_order(ids: list[str], random: object) -> None:
    found = places(ids)
    assert set(found) == set(ids)
    assert len(set(found.values())) == len(ids)
    assert all(0 <= number < size_for(len(ids)) for number in found.values())
    assert places(sorted(ids)) == found


def test_a_new_document_moves_few() -> None:
    ids = [f"materials/m{number}" for number in range(3000)]
    before, after = places(ids[:-1]), places(ids)
    assert size_for(2999) == size_for(3000)
    assert sum(before[name] != after[name] for name in before) < 60
