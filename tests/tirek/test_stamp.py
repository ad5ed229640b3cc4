"""A page split at its slots and put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.stamp import Slot, slots_of, split

names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
arguments = st.lists(st.from_regex(r"[^\[\]\s<>]{1,8}", fullmatch=True), max_size=3)
slots = st.builds(lambda name, rest: Slot(name, tuple(rest)), names, arguments)
plain = st.text(st.sampled_from("аә<b>/\n &[]")).filter(lambda text: "[[" not in text)


def written(slot: Slot) -> str:
    return f"[[{' '.join((slot.name, *slot.arguments))}]]"


def fill_with_itself(html: str) -> str:
    return split(html).fill(written).decode()


@given(st.lists(st.tuples(plain, slots)), plain)
def test_filling_slots_with_their_own_text_changes_nothing(
    pairs: list[tuple[str, Slot]], rest: str
) -> None:
    html = "".join(text.rstrip("[") + written(slot) for text, slot in pairs) + rest.lstrip("]")
    html = html.replace("<p>[[", "<p> [[")  # a paragraph of its own gives way
    shell = split(html)
    assert shell.slots == tuple(slot for _, slot in pairs)
    assert len(shell.literals) == len(shell.slots) + 1
    assert shell.fill(written).decode() == html


@given(st.text(st.sampled_from("[]a1 -<>/pкқ\n")))
def test_whatever_is_split_comes_together_again(html: str) -> None:
    assert fill_with_itself(html.replace("<p>", "<b>")) == html.replace("<p>", "<b>")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("[[map now]]", [Slot("map", ("now",))]),
        ("<p>[[map now]]</p>", [Slot("map", ("now",))]),
        ('<a href="[[link unit a]]">[[b]]</a>', [Slot("link", ("unit", "a")), Slot("b")]),
        ("[[link file карта.pdf]]", [Slot("link", ("file", "карта.pdf"))]),
        ("[[a]][[b]]", [Slot("a"), Slot("b")]),
        ("[[[a]]]", [Slot("a")]),
        ("[[Map now]]", []),
        ("[[карта]]", []),
        ("[[map  now]]", []),
        ("[[ map ]]", []),
        ("[[map\nnow]]", []),
        ("[[map <b>]]", []),
        ("[map]] [[map]", []),
        ("[[1]] [[]] [[", []),
        ("<code>[[map now]]</code>", []),
        ('<pre class="x"><code>\n[[a]]\n[[b c]]</code></pre> [[d]]', [Slot("d")]),
        ("<codex>[[a]]</codex>", [Slot("a")]),
    ],
)
def test_what_is_a_slot(html: str, found: list[Slot]) -> None:
    assert [slot for _, slot in slots_of(html)] == found
    assert list(split(html).slots) == found


def test_what_is_no_slot_stays_as_it_is() -> None:
    html = "<p>[[Map]]</p><code>[[map]]</code><p>[[ a ]] [[</p>"
    assert fill_with_itself(html) == html


def test_a_paragraph_of_one_slot_gives_way() -> None:
    html = "<p>a</p><p>[[map now]]</p><p>[[map now]] b</p>"
    filled = split(html).fill(lambda slot: "<svg></svg>").decode()
    assert filled == "<p>a</p><svg></svg><p><svg></svg> b</p>"


@given(st.lists(slots, min_size=1, max_size=4), slots)
def test_a_value_with_slots_in_it_is_not_filled_again(row: list[Slot], inside: Slot) -> None:
    value = f"<p>{written(inside)}</p>{written(row[0])}"
    filled = split(" ".join(map(written, row))).fill(lambda slot: value).decode()
    assert filled == " ".join([value] * len(row))


def test_position_of_a_slot() -> None:
    assert slots_of("мәтін [[a]]\n[[b c]]") == [(6, Slot("a")), (12, Slot("b", ("c",)))]


def test_links_of_a_prototype_to_itself_follow_the_stamped_page() -> None:
    html = (
        '<a href="_list.html">1</a><a href="../../ru/lists/any/_list.html">2</a>'
        '<a href="../any/_list.html">3</a><a href="../catalogue/index.html">4</a>'
    )
    shell = split(html, own="lists/any/_list.html")
    filled = shell.fill(
        {Slot("own-path"): "needs/hearing.html", Slot("own-name"): "hearing.html"}.__getitem__
    )
    assert filled.decode() == (
        '<a href="hearing.html">1</a><a href="../../ru/lists/needs/hearing.html">2</a>'
        '<a href="../needs/hearing.html">3</a><a href="../catalogue/index.html">4</a>'
    )


@given(st.lists(slots, max_size=6), st.text(max_size=5))
def test_a_stamped_page_is_a_filled_one(row: list[Slot], value: str) -> None:
    shell = split(" ".join(map(written, row)))
    values = {slot.name: f"{slot.name}{value}" for slot in shell.slots}
    assert shell.stamp(values) == shell.fill(lambda slot: values[slot.name])
