"""The guide to checks holds every code, with a real example and its cure, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.problem import MASK, codes
from tirek.stamp import Slot
from tirek.views.checks import GROUPS, group_of
from tirek.views.here import Here
from tirek.views.listed import Lists
from tirek.views.renderer import Renderer
from tirek.views.slots import fill
from tirek.wording import words_of

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = words_of("examples")


def guide(catalogue: Catalogue, lang: Language) -> str:
    renderer = Renderer(catalogue, lang, 2026, {"repository": "", "contact_mail": ""})
    return fill(Here(renderer, Lists(renderer), "guides"), Slot("checks"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_row_with_example_and_cure(small: Catalogue, lang: Language) -> None:
    html = guide(small, lang)
    assert sorted(re.findall(r'<tr id="([a-z0-9-]+)">', html)) == sorted(codes())
    for row in re.findall(r"<tr id=.*?</tr>", html, re.DOTALL):
        assert re.search(r"<small>(?:catalogue|docs)/\S+</small>", row), row
        cure = re.search(r'<td data-label="[^"]+">([^<]*)</td></tr>', row)
        assert cure, row
        assert len(cure[1]) > 15, row
        assert not re.search(r"\{(?:value|nearest|allowed|field)\}", row), row
    warned = html.count('<small class="chip">')
    assert warned == sum(words_of("problems")[code].get("level") == "warning" for code in codes())
    assert len(html.encode()) < 100_000


def test_examples_are_of_the_codes_there_are() -> None:
    assert EXAMPLES.keys() == codes()


def test_examples_are_planted() -> None:
    """Each stands in the list of planted faults under its code."""
    cases = yaml.load(
        (ROOT / "tests/cases/faults.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    planted = {(path, row[3]) for path, rows in cases.items() for row in rows}
    elsewhere = [
        code
        for code, example in EXAMPLES.items()
        if (example["path"], code) not in planted
        # Those of texts are found where documents are made: see documents/test_manuscript.py.
        and not code.startswith("text-")
    ]
    assert elsewhere == []


def test_no_example_holds_what_is_private() -> None:
    for code, example in EXAMPLES.items():
        text = " ".join(example.values())
        assert not re.search(r"\d{9}", text), code
        if words_of("problems")[code].get("private"):
            assert example["line"] == "", code
            assert MASK in example.get("value", MASK), code


def test_groups_are_all_used() -> None:
    assert {group_of(code) for code in codes()} == {key for key, _ in GROUPS}
