"""Files of the index: where a term is, and that one change moves few."""

from __future__ import annotations

import json
import re
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from tirek.search.codes import ALPHABET, BASE, LEVELS, postings, written
from tirek.search.shards import (
    FULL,
    TAILS,
    ascii_name,
    card_files,
    divided,
    script,
    stem_files,
    term_files,
)

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


@given(st.sets(words, max_size=60))
def test_each_term_is_in_the_file_of_its_longest_prefix(terms: set[str]) -> None:
    entries = [(term, "x" * (len(term) * 400)) for term in sorted(terms)]
    groups = dict(divided("", entries))
    assert sorted(term for members in groups.values() for term, _ in members) == sorted(terms)
    for prefix, members in groups.items():
        for term, _ in members:
            longest = max((p for p in groups if term.startswith(p)), key=len)
            assert longest == prefix


def test_a_new_document_moves_only_the_files_of_its_words() -> None:
    lists = {f"сөз{n:03}": [n * LEVELS] for n in range(900)}
    before = dict(term_files("kk", lists, {}, 900))
    assert len(before) > 3
    lists["сөз500"] = [500 * LEVELS, 901 * LEVELS]
    after = dict(term_files("kk", lists, {}, 900))
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1
    assert all(len(content) < 4 * FULL for content in after.values())


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


def test_stems_of_one_beginning_or_ending_lie_together() -> None:
    lists = ["сенім", "семинар", "сменинар", "ок", "4.2", "@7"]
    files = dict(stem_files("kk", lists, {"сөз": "3:|7:сөйлем", "шара": "7:бар"}))
    heads = {name: files.pop(name) for name in [*files] if "/h-" in name}
    assert {name: heads[f"kk/h-{ascii_name(name)}"] for name in "сош"} == {
        "с": "семинар сенім сменинар сөз",  # which is another word for something
        "о": "ок",
        "ш": "",
    }
    assert len(heads) == 3
    assert sorted(filter(None, files.values())) == [
        "семинар сменинар",
        "сенім",
        "сөз",
    ]
    assert len(files) == TAILS


def test_a_concept_has_its_list_beside_its_phrases() -> None:
    lists = {term: [n * LEVELS for n in range(2_000)] for term in ("@1", "сөз")}
    files = dict(term_files("kk", lists, {"@1": "сөз"}, 2_000))
    assert {name for name in files if "/l-" in name} == {f"kk/l-{ascii_name('сөз')}"}
    assert postings(lists["@1"]) in files["kk/t--40"]


def test_without_documents_there_are_no_cards() -> None:
    assert dict(card_files("kk", {})) == {}
