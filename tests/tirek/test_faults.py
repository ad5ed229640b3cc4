"""Faults planted in a catalogue and pages of all kinds: each is found, at its place, once.

What is expected stands in cases/faults.yml, written by hand from the planted files.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from minisites import broken_site, valid_site

from tirek import LANGUAGES, Language
from tirek.problem import MAX_SHOWN, CatalogueError, Problem, codes, shortened
from tirek.reading.project import check_project, read_project
from tirek.wording import words_of

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "faults.yml"

KAZAKH_ONLY = frozenset("әғқңөұүһі")

Row = tuple[str, int, int, str, str, str]


def expected_rows() -> list[Row]:
    """Path, line, column, field, code and nearest of every planted fault."""
    cases = yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        (path, int(line), int(column), field, code, nearest)
        for path, rows in cases.items()
        for line, column, field, code, nearest in rows
    ]


EXPECTED = expected_rows()


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken_site(tmp_path_factory.mktemp("faults") / "broken", sent=True)


@pytest.fixture(scope="module")
def problems(broken: Path) -> tuple[Problem, ...]:
    """Every problem of the broken site, read once."""
    return check_project(broken).problems


def row(problem: Problem) -> Row:
    p = problem
    return p.path, p.line, p.column, p.field, p.code, p.nearest


def test_exactly_the_planted_faults_are_found(problems: tuple[Problem, ...]) -> None:
    found, expected = Counter(map(row, problems)), Counter(EXPECTED)
    missing = "\n".join(map(str, sorted(expected - found)))
    surplus = "\n".join(map(str, sorted(found - expected)))
    assert found == expected, f"\nnot found:\n{missing}\n\nnot planted:\n{surplus}"


def test_there_are_many_planted_faults_in_every_kind_of_record() -> None:
    kinds = Counter("/".join(path.split("/")[:2]) for path, *_ in EXPECTED)
    assert len(EXPECTED) >= 60
    for folder in ("materials", "units", "organisations", "events", "facts", "discrepancies"):
        assert kinds[f"catalogue/{folder}"] >= 6, kinds
    assert kinds["catalogue/vocabularies"] >= 6
    assert kinds["docs/kk"] >= 6
    assert kinds["docs/ru"] >= 6


def test_every_code_is_planted() -> None:
    # Those of texts are found where documents are made: see documents/test_manuscript.py.
    elsewhere = {code for code in codes() if code.startswith("text-")}
    assert {code for *_, code, _ in EXPECTED} == codes() - elsewhere


def test_problems_come_in_the_order_of_files_and_lines(problems: tuple[Problem, ...]) -> None:
    places = [(p.path, p.line, p.column) for p in problems]
    assert places == sorted(places)


def test_a_value_that_a_problem_shows_stands_at_its_place(
    broken: Path, problems: tuple[Problem, ...]
) -> None:
    # A file's name and size and a missing front matter are no part of a line, nor is the value
    # of a neighbour that the blamed one contradicts.
    elsewhere = {"file-not-yml", "file-too-large", "id-form", "id-reserved", "place-unknown"}
    elsewhere |= {"period-not-of-site", "unit-id", "yaml-syntax", "tile-form", "unit-no-page"}
    elsewhere |= {"safety-invisible", "value-too-long"}
    # Names of files are no part of a line either, and what is private is masked.
    elsewhere |= {code for code in codes() if code.startswith("safety-name")}
    elsewhere |= {code for code in codes() if words_of("problems")[code].get("private")}
    checked = 0
    for problem in problems:
        # What lies inside a file has no line.
        inside = problem.path.startswith("catalogue/files/hostile/")
        if problem.value.strip() and problem.code not in elsewhere and not inside:
            lines = (broken / problem.path).read_text(encoding="utf-8-sig").splitlines()
            there = lines[problem.line - 1][problem.column - 1 :]
            if problem.code.startswith("slot-"):
                slot, closed, _ = there.removeprefix("[[").partition("]]")
                assert closed, (problem, there)
                assert problem.value in slot, (problem, there)
            else:
                assert there.lstrip("\"'").startswith(problem.value), (problem, there)
            checked += 1
    assert checked > 80


@pytest.mark.parametrize("lang", LANGUAGES)
def test_messages_are_those_that_people_have_read(
    problems: tuple[Problem, ...], lang: Language
) -> None:
    """Whole messages, as printed: who changes a wording reads here what becomes of it.

    ``cases/messages.<lang>.txt`` is never made by a program without being read.
    """
    path = ROOT / "tests" / "cases" / f"messages.{lang}.txt"
    expected = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    found = [problem.say(lang) for problem in problems]
    assert len(found) >= 200
    for said, right in zip(found, expected, strict=False):
        assert said == right
    assert len(found) == len(expected)


def described(problems: tuple[Problem, ...]) -> Iterator[tuple[Problem, Language, str, str]]:
    """Each problem in each language: its whole message, and that without what comes from files."""
    for problem in problems:
        for lang in LANGUAGES:
            said = problem.say(lang)
            own = said.replace(problem.path, "")
            for part in (problem.nearest, problem.allowed, shortened(problem.value)):
                own = own.replace(part, "") if part else own
            yield problem, lang, said, own


def test_each_message_names_place_value_and_cure(problems: tuple[Problem, ...]) -> None:
    for problem, lang, said, _ in described(problems):
        first, *rest = said.split("\n")
        words = words_of("problems")
        begun = f"{problem.path}:{problem.line}:{problem.column}: "
        if problem.level == "warning":
            begun += words["frame"]["level"][lang]
        assert first.startswith(begun), said
        assert len(first) > len(begun) + 5, said
        assert said.endswith(f"[{problem.code}]")
        assert shortened(problem.value) in said
        assert len(shortened(problem.value)) <= MAX_SHOWN
        assert problem.nearest in said
        assert problem.field in said
        assert problem.allowed in said
        mend = words["frame"]["mend"][lang]
        assert any(line.startswith(f"  {mend}: ") and len(line) > 20 for line in rest), said
        assert not {"{value}", "{field}", "{nearest}", "{allowed}"} & set(said.split()), said


def test_each_message_is_in_its_language(problems: tuple[Problem, ...]) -> None:
    for problem, lang, said, own in described(problems):
        letters = set(own.casefold()) & KAZAKH_ONLY
        assert bool(letters) == (lang == "kk"), (problem.code, lang, said)
        assert any("а" <= letter <= "я" for letter in own.casefold()), said


def test_no_message_leaves_its_sentence_open(problems: tuple[Problem, ...]) -> None:
    """What a message puts into its words is there to be put."""
    for problem in problems:
        words = words_of("problems")[problem.code]
        for sentence in (words[part][lang] for part in ("wrong", "mend") for lang in LANGUAGES):
            for name in re.findall(r"\{(\w+)\}", sentence):
                assert getattr(problem, name), (problem, sentence)


def test_a_right_site_has_no_problems(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "valid")
    report = check_project(root)
    assert report.problems == ()
    assert (report.counted.records, report.counted.pages, report.counted.files) == (40, 10, 1)
    assert read_project(root) == report.catalogue


def test_the_projects_own_records_have_no_problems(tmp_path: Path) -> None:
    """As a new clone reads them: without the cache of an earlier run."""
    for name in ("catalogue", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    report = check_project(tmp_path)
    assert report.catalogue.units
    assert "\n\n".join(problem.say("ru") for problem in report.problems) == ""


def test_warnings_stop_no_build(broken: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_project(broken)
    report = check_project(broken)
    assert caught.value.problems == report.errors
    assert report.warnings
    assert set(report.errors) | set(report.warnings) == set(report.problems)
