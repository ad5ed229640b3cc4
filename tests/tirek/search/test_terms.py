"""Files of terms: where a term is, what a line says, and that one change moves few."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tirek.search.codes import LEVELS, postings
from tirek.search.shards import ascii_name
from tirek.search.terms import (
    FULL,
    TAILS,
    Terms,
    divided,
    gathered,
    stem_files,
    term_files,
    terms_of,
)

words = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя019z@", min_size=1, max_size=9)


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
    def files(lists: dict[str, list[int]]) -> dict[str, str]:
        terms, _ = terms_of("kk", lists, {}, 2_000)
        return dict(term_files(divided("", gathered({"kk": terms}))))

    lists = {f"{'абгджкмс'[n % 8]}өз{n:04}": [n * LEVELS] for n in range(2_000)}
    before = files(lists)
    assert len(before) > 3
    lists["жөз0500"] = [500 * LEVELS, 2_001 * LEVELS]
    after = files(lists)
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1
    assert all(len(content) < 4 * FULL for content in after.values())


def test_a_line_says_what_each_language_has() -> None:
    known = {
        "kk": Terms(3, {"мектеп": "a", "мен": "b"}, {"мектеп": "4:"}),
        "ru": Terms(2, {"мектеп": "c", "мена": "d"}, {"мена": "5:"}),
    }
    assert gathered(known) == [
        ("мектеп", "a c 4:"),
        ("мен", "b"),
        ("мена", " d  5:"),
    ]
    assert gathered({"ru": known["ru"]}) == [("мектеп", " c"), ("мена", " d  5:")]
    assert gathered({}) == []


def test_stems_of_one_beginning_or_ending_lie_together() -> None:
    lists = dict.fromkeys(("сенім", "семинар", "сменинар", "ок", "4.2", "@7"), "a")
    known = {
        "kk": Terms(1, lists, {"сөз": "3:|7:сөйлем", "шара": "7:бар"}),
        "ru": Terms(1, {"слово": "a"}, {"ель": "7:бар"}),
    }
    files = dict(stem_files(known))
    heads = {name: files.pop(name) for name in [*files] if name.startswith("h-")}
    assert {name: heads[f"h-{ascii_name(name)}"] for name in "соше"} == {
        "с": "семинар сенім сменинар сөз\nслово",  # which is another word for something
        "о": "ок\n",
        "ш": "\n",
        "е": "\n",
    }
    assert len(heads) == 4
    assert sorted(filter(str.strip, files.values())) == [
        "\nслово",
        "семинар сменинар\n",
        "сенім\n",
        "сөз\n",
    ]
    assert len(files) == TAILS


def test_a_concept_has_its_list_beside_its_phrases() -> None:
    lists = {term: [n * LEVELS for n in range(2_000)] for term in ("@1", "сөз")}
    terms, long = terms_of("kk", lists, {"@1": "сөз"}, 2_000)
    assert dict(long) == {f"kk/l-{ascii_name('сөз')}": postings(lists["сөз"])}
    assert dict(gathered({"kk": terms})) == {
        "@1": f"{postings(lists['@1'])}  сөз",
        "сөз": "=2000",
    }
