"""Files of the index: how they are written."""

from __future__ import annotations

import json
import re
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from tirek.search.codes import ALPHABET, BASE, LEVELS, postings, written
from tirek.search.shards import ascii_name, card_files, script

words = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя019z@", min_size=1, max_size=9)


def read(text: str) -> list[int]:
    """The numbers that `postings` wrote, by the description alone."""
    found, value, place, free = [], 0, 1, 0
    for digit in map(ALPHABET.index, text):
        value += digit % BASE * place
        place *= BASE
        if digit < BASE:
            found.append(free + value)
            free = found[-1] - found[-1] % LEVELS + LEVELS
            value, place = 0, 1
    return found


@given(st.dictionaries(st.integers(0, 200_000), st.integers(0, LEVELS - 1), max_size=80))
def test_postings_are_read_as_written(levels: dict[int, int]) -> None:
    places = [number * LEVELS + level for number, level in sorted(levels.items())]
    assert read(postings(places)) == places


def test_digits_need_no_escape() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 2 * BASE
    assert json.dumps(ALPHABET) == f'"{ALPHABET}"'
    assert not set(ALPHABET) & set(" =<~\n")
    assert len(written(BASE - 1)) == 1


@given(st.lists(words, unique=True, max_size=50))
def test_names_are_plain_and_one_for_each_term(terms: list[str]) -> None:
    names = [ascii_name(term) for term in terms]
    assert len(set(names)) == len(terms)
    assert all(re.fullmatch("[a-z0-9_-]+", name) for name in names)


def test_a_script_bears_the_checksum_of_its_content() -> None:
    made = script("kk/t-x", 'а"<\u2028').decode()
    match = re.fullmatch(r'tirekSearch\.put\("kk/t-x","([0-9a-f]{8})",(".*")\)\n', made)
    assert match
    assert json.loads(match[2]) == 'а"<\u2028'
    assert int(match[1], 16) == crc32('а"<\u2028'.encode())
    assert "<" not in made
    assert "\u2028" not in made


def test_without_documents_there_are_no_cards() -> None:
    assert dict(card_files("kk", {})) == {}
