"""Every hostile case is refused or flagged for what it is; what only looks hostile passes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from corpus import Case, corpus
from judged import judged

ROOT = Path(__file__).resolve().parents[2]
CASES = corpus()


def test_there_are_enough_cases_of_every_kind() -> None:
    kinds = {
        kind: sum(case.kind == kind for case in CASES)
        for kind in ("file", "page", "record", "path")
    }
    assert sum(bool(case.codes) for case in CASES) >= 150
    assert all(count >= 20 for count in kinds.values()), kinds
    assert len({str(case) for case in CASES}) == len(CASES)
    assert sum(not case.codes for case in CASES) >= 25


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_told_for_what_it_is(case: Case) -> None:
    found = judged(case)
    codes = {problem.code for problem in found}
    assert case.codes <= codes, found
    errors = [problem for problem in found if problem.level == "error"]
    assert bool(errors) == (bool(case.codes) and not case.warned), found
    for problem in found:
        for lang in ("kk", "ru"):
            assert problem.say(lang)


def test_every_code_of_contents_is_told() -> None:
    words = ROOT / "tirek" / "wording" / "problems" / "contents.yml"
    codes = yaml.safe_load(words.read_text(encoding="utf-8")).keys()
    told = set().union(*(case.codes for case in CASES))
    # A file of hundreds of megabytes is made where faults are planted, in no memory.
    assert set(codes) - told == {"file-too-big"}
