"""The words of problems: every code has them, in both languages, and no code is idle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES
from tirek.model.rules import Rule
from tirek.problem import (
    MASK,
    MAX_SHOWN,
    CatalogueError,
    Problem,
    codes,
    general_words,
    listed,
    masked,
    nearest,
    shortened,
)
from tirek.wording import words_of

PACKAGE = Path(__file__).resolve().parents[2] / "tirek"
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
RAISERS = frozenset(
    {
        "Problem",
        "Finding",
        "Fault",
        "FileProblem",
        "wrong",
        "_note",
        "Spot",
        "MatterFault",
        "Notice",
        "problem",
        "matter_problem",
    }
)
RAISERS |= {"Pattern", "Numeral"} | {rule.__name__ for rule in Rule.__subclasses__()}


def codes_raised() -> dict[str, str]:
    """Every code that the core can raise, and a module where it does."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in raised_in(ast.parse(path.read_text(encoding="utf-8"))):
            if CODE.fullmatch(text):
                found[text] = path.relative_to(PACKAGE).as_posix()
    return found


def raised_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node.func) in RAISERS:
            yield from texts(node.args)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if {"code", "_CODES"} & {t.id for t in targets if isinstance(t, ast.Name)}:
                yield from texts([node.value] if node.value else [])


def called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def texts(arguments: list[ast.expr]) -> Iterator[str]:
    """Texts that an argument may be, also where it is chosen between two."""
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, ast.IfExp):
            yield from texts([argument.body, argument.orelse])
        elif isinstance(argument, ast.Dict):
            yield from texts(argument.values)


def test_every_code_that_is_raised_has_words() -> None:
    raised = codes_raised()
    without = {code: module for code, module in raised.items() if code not in codes()}
    assert not without


def test_every_code_with_words_is_raised() -> None:
    assert codes() - set(codes_raised()) == set()


@pytest.mark.parametrize("code", sorted(codes()))
def test_words_of_a_code(code: str) -> None:
    words = words_of("problems")[code]
    assert {"wrong", "mend"} <= set(words) <= {"wrong", "mend", "level", "private"}
    assert words.get("level", "error") in ("error", "warning")
    assert words.get("private", False) in (True, False)
    for part in ("wrong", "mend"):
        assert set(words[part]) == set(LANGUAGES)
        kk, ru = words[part]["kk"], words[part]["ru"]
        assert kk.strip()
        assert ru.strip()
        assert kk != ru
        places = re.findall(r"\{\w+\}", kk)
        assert sorted(places) == sorted(re.findall(r"\{\w+\}", ru))
        assert set(places) <= {"{field}", "{value}", "{nearest}", "{allowed}"}
    assert words["wrong"] != words["mend"]
    for lang in LANGUAGES:  # so that it can be said without them, of all such problems
        assert "{" not in general_words(code, lang)
        assert len(general_words(code, lang)) > 5


# What a message may not hold.


@given(st.text(max_size=40))
def test_masking_shows_two_signs_at_most_and_is_done_once(value: str) -> None:
    assert masked(masked(value)) == masked(value)
    assert len(masked(value).rstrip(MASK)) <= 2
    assert set(masked(value)[2:]) <= {MASK}


@pytest.mark.parametrize("number", ["870101400101", "+7 701 555 44 33", "8-701-555-44-33"])
def test_no_problem_holds_a_long_number(number: str) -> None:
    problem = Problem("a.yml", 1, 1, "x", "concept-unknown", f"Аян, {number}, 5-сынып")
    said = problem.say("kk") + problem.say("ru") + repr(problem)
    assert not re.search(r"\d(?:\D?\d){6}", said), said
    assert "Аян, " in problem.value
    assert "5-сынып" in problem.value


def test_dates_years_and_sizes_stay_whole() -> None:
    for value in ("2016-10-01", "01.10.2016", "978601", "262145", "2015, 2016, 2017"):
        assert Problem("a.yml", 1, 1, "x", "value-not-date", value).value == value


def test_the_frame_is_in_both_languages() -> None:
    frame = words_of("problems")["frame"]
    own = {"level", "field", "value", "nearest", "allowed", "mend", "place", "found"}
    assert set(frame) == own
    assert all(set(words) == set(LANGUAGES) for words in frame.values())


def test_a_message_as_a_whole() -> None:
    problem = Problem(
        "catalogue/units/x.yml", 3, 7, "kind", "concept-unknown", "алан", "site", "cabinet, site"
    )
    assert problem.say("ru") == (
        "catalogue/units/x.yml:3:7: в словаре нет такого понятия: «алан»\n"
        "  поле: kind\n"
        "  ближайшее верное: site\n"
        "  что сделать: возьмите id из словаря в catalogue/vocabularies/. Бывают: cabinet, site"
        " [concept-unknown]"
    )
    assert problem.say("kk").startswith(
        "catalogue/units/x.yml:3:7: сөздікте мұндай ұғым жоқ: «алан»\n  өріс: kind\n"
    )


def test_what_a_sentence_says_is_not_said_again_below() -> None:
    unsaid = Problem("x.yml", 1, 1, "a", "value-not-web-address", "b")
    assert "написано: b" in unsaid.say("ru")
    assert Problem("x.yml", 1, 1, "a", "field-missing").say("ru").count("a") == 1


def test_of_a_file_the_field_is_a_place_inside() -> None:
    said = Problem("files/x.odt", 1, 1, "content.xml", "file-locked", "a.txt").say("ru")
    assert "место в файле: content.xml\n" in said
    assert "найдено: a.txt\n" in said


def test_what_is_allowed_is_said_once() -> None:
    in_words = Problem("x", 1, 1, "a", "value-not-allowed", "b", allowed="kk, ru")
    beside = Problem("x", 1, 1, "a", "value-not-yes-no", "b", allowed="true, false")
    assert in_words.say("ru").count("kk, ru") == 1
    assert beside.say("ru").count("допустимые значения: true, false") == 1


def test_all_problems_of_a_run_are_said_in_order() -> None:
    late, soon = Problem("b", 1, 1, "", "file-empty"), Problem("a", 9, 1, "", "file-empty")
    error = CatalogueError([late, soon])
    assert error.problems == (soon, late)
    assert error.say("kk") == f"{soon.say('kk')}\n\n{late.say('kk')}"


@given(st.text())
def test_a_value_cannot_fill_a_place_or_break_a_line(value: str) -> None:
    for text in (value, f"{{nearest}}{value}{{value}}"):
        said = Problem("x", 1, 1, "", "value-not-allowed", text, "RIGHT", "WORDS").say("ru")
        assert said.count("RIGHT") == 1 + shortened(text).count("RIGHT")
        assert said.count("WORDS") == 1 + shortened(text).count("WORDS")
        assert all(letter.isprintable() or letter == "\n" for letter in said)
        assert said.count("\n") == 2


@given(st.text(max_size=300))
def test_a_shown_value_is_one_short_printable_line(value: str) -> None:
    shown = shortened(value)
    assert len(shown) <= MAX_SHOWN
    assert shown.isprintable()
    if len(value) <= MAX_SHOWN and value.isprintable() and value == " ".join(value.split()):
        assert shown == value


def test_lines_of_a_value_become_one() -> None:
    assert shortened(" екі\n  жол\t") == "екі жол"
    assert shortened("а\x07б") == "а�б"
    assert shortened("ә" * 61) == "ә" * 59 + "…"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("centr", "centre"),
        ("CENTRE", "centre"),
        ("қабинет", "кабинет"),
        ("сайт", ""),
        ("", ""),
    ],
)
def test_nearest(written: str, meant: str) -> None:
    assert nearest(written, ["site", "centre", "кабинет"]) == meant


def test_nearest_of_nothing() -> None:
    assert nearest("site", []) == ""


def test_listed() -> None:
    assert listed(["b", "a"]) == "a, b"
    assert listed("edcba", most=3) == "a, b, c …"
