"""YAML as nodes with places: what comes back, and that nothing that comes in breaks it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirek.problem import codes
from tirek.reading.nodes import MAX_BYTES, MAX_DEPTH, Document, read_document


def read(text: str) -> Document:
    return read_document("record.yml", text.encode())


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: 010", {"a": "010"}),
        ("a: 2016-10-01", {"a": "2016-10-01"}),
        ("a: true\nb: 1.50\nc: 0x1F", {"a": "true", "b": "1.50", "c": "0x1F"}),
        ('a: "null"\nb: \'~\'\nc: ""', {"a": "null", "b": "~", "c": ""}),
        ("a:\n  - x\n  - [y, z]", {"a": ["x", ["y", "z"]]}),
        ("a: >-\n  бір\n  екі\n", {"a": "бір екі"}),
        ("a: &x 1", {"a": "1"}),
        ("a: «№19 мектеп» КММ", {"a": "«№19 мектеп» КММ"}),
        ("{a: {kk: ә, ru: э}}", {"a": {"kk": "ә", "ru": "э"}}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}),
        ("# пікір\n---\na: b\n", {"a": "b"}),
        ("<<: b", {"<<": "b"}),
    ],
)
def test_every_scalar_is_text(text: str, data: object) -> None:
    document = read(text)
    assert document.problems == ()
    assert document.data == data


plain = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\x85\u2028\u2029")
)
trees = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(plain, trees, min_size=1, max_size=3))
def test_what_is_written_is_read_back(data: dict[str, object]) -> None:
    written = yaml.dump(data, Dumper=NoAliases, allow_unicode=True, default_style='"')
    document = read(written)
    assert document.problems == ()
    assert document.data == data


class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@given(
    st.binary(max_size=80)
    | st.text(st.sampled_from("ab: -[]{}#&*!|>'\"%@\t\n~ә"), max_size=40).map(str.encode)
)
def test_no_content_breaks_the_reader(content: bytes) -> None:
    document = read_document("record.yml", content)
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for problem in document.problems:
        assert problem.code in codes()
        assert 1 <= problem.line <= lines
        assert 1 <= problem.column <= len(content) + 1
    assert document.data is not None or document.problems


def test_places_of_values_and_keys() -> None:
    document = read("title:\n  kk: Сабақ\n  ru:   Урок\nlist:\n  - a\n  - {b: c}\n")
    assert document.mark(("title",)) == (2, 3)
    assert document.mark(("title", "ru")) == (3, 9)
    assert document.mark(("title", "ru"), key=True) == (3, 3)
    assert document.mark(("list", 0)) == (5, 5)
    assert document.mark(("list", 1, "b")) == (6, 9)
    assert document.text_at(("title", "ru")) == "Урок"
    assert document.text_at(("list",)) == ""


def test_what_is_not_there_is_looked_for_in_what_would_hold_it() -> None:
    document = read("title:\n  kk: Сабақ\nlist: [a]\n")
    assert document.mark(("title", "ru")) == (2, 3)
    assert document.mark(("summary", "ru")) == (1, 1)
    assert document.mark(("list", 7)) == (3, 7)
    assert document.text_at(("summary", "ru")) == ""


@pytest.mark.parametrize(
    ("text", "line", "column", "value"),
    [
        ('a: "кк\nb: c\n', 1, 4, 'a: "кк'),
        ("a: 'кк\n\n\n", 1, 4, "a: 'кк"),
        ("a: {b: c\nd: e\n", 1, 4, "a: {b: c"),
        ("x: 1\na: [b,\n  c\nd: e\n", 2, 4, "a: [b,"),
        ("a: b\n c: d\n", 2, 3, "c: d"),
        ("a: б: в\n", 1, 5, "a: б: в"),
        ("a: *none\n", 1, 4, "a: *none"),
        ("a: @b\n", 1, 4, "a: @b"),
        ("a: b\n- c\n", 2, 1, "- c"),
    ],
)
def test_bad_grammar_is_blamed_where_it_begins(
    text: str, line: int, column: int, value: str
) -> None:
    [problem] = read(text).problems
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", line, column)
    assert problem.value == value


def test_every_alias_is_blamed_at_its_own_place() -> None:
    text = "a: &x [1]\nb: *x\na: {k: *x}\nc:\n  - *x\n"
    found = [(p.code, p.line, p.column, p.value) for p in read(text).problems]
    assert found == [
        ("yaml-alias", 2, 4, "*x"),
        ("key-repeated", 3, 1, "a"),
        ("yaml-alias", 3, 8, "*x"),
        ("yaml-alias", 5, 5, "*x"),
    ]


def test_an_alias_as_a_key() -> None:
    [problem] = read("a: &x b\n*x : c\n").problems
    assert (problem.code, problem.line, problem.column) == ("yaml-alias", 2, 1)


def test_laughter_by_aliases_stays_small() -> None:
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    assert len(read("\n".join(lines)).problems) == 58


@pytest.mark.parametrize("text", ["[" * 2000, "- " * 2000, "{a: " * 2000, "? " * 2000])
def test_endless_nesting_is_refused(text: str) -> None:
    [problem] = read(text).problems
    assert problem.code in ("yaml-too-deep", "yaml-syntax")


def test_the_deepest_that_is_allowed() -> None:
    deep = "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
    assert read(f"a: {deep}").problems == ()
    assert [p.code for p in read(f"a: [{deep}]").problems] == ["yaml-too-deep"]


def test_the_largest_that_is_allowed() -> None:
    largest = "a: b\n#".ljust(MAX_BYTES, "x")
    assert read(largest).problems == ()
    assert [p.code for p in read(largest + "x").problems] == ["file-too-large"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("a: б\nв: ".encode() + b"\xe0\xf1", 2, 4),
        (b"\xff\xfea\x00", 1, 1),
        (b"\xef\xbb\xbfa: \xff", 1, 4),
    ],
)
def test_another_encoding_is_blamed_at_its_first_byte(
    content: bytes, line: int, column: int
) -> None:
    [problem] = read_document("record.yml", content).problems
    assert (problem.code, problem.line, problem.column) == ("file-not-utf8", line, column)
