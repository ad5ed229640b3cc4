"""What is kept of an index: the same weights, unless something they depend on has changed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tirek.search.index import Weights
from tirek.weighed import Unpacked, Weighed

TERMS = st.dictionaries(st.text("абвәқ09@", min_size=1, max_size=8), st.integers(0, 7), max_size=6)
WEIGHTS = TERMS.map(lambda levels: Weights(tuple(levels), bytes(levels.values())))
WORD = Weights(("сөз",), b"\x03")


def unasked() -> Weights:
    raise AssertionError("weighed again")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.binary(min_size=1, max_size=4), WEIGHTS, max_size=5))
def test_weights_come_back_as_they_were(tmp_path: Path, known: dict[bytes, Weights]) -> None:
    path = tmp_path / "weights.pickle"
    path.unlink(missing_ok=True)
    first = Weighed.load(path, b"version")
    for key, weights in known.items():
        found = first.weights(key, lambda weights=weights: weights)  # type: ignore[misc]
        assert list(Unpacked([found])) == [weights]
    first.save()
    again = Weighed.load(path, b"version")
    kept = Unpacked([again.weights(key, unasked) for key in known])
    assert list(kept) == list(known.values())
    assert [kept[place] for place in range(len(kept))] == list(kept)
    assert list(kept[1:]) == list(known.values())[1:]


def test_another_version_and_a_damaged_file_are_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "weights.pickle"
    first = Weighed.load(path, b"version")
    first.weights(b"key", lambda: WORD)
    first.save()
    assert Weighed.load(path, b"other").old == {}
    path.write_bytes(path.read_bytes()[:-1])
    assert Weighed.load(path, b"version").old == {}


def test_what_a_build_does_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "weights.pickle"
    first = Weighed.load(path, b"version")
    for key in (b"one", b"two"):
        first.weights(key, lambda: WORD)
    first.save()
    second = Weighed.load(path, b"version")
    second.weights(b"one", unasked)
    second.save()
    assert Weighed.load(path, b"version").old.keys() == {b"one"}
