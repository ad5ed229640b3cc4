"""A filled-in issue form becomes a proposal, whatever its sender has written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from github.host import HostError
from github.issue_forms import ASKED, FOLDER, MARK, Asked, asked_of, label_of
from github.issue_intake import EMPTY, answers_of, propose
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.reading.catalogue import read_catalogue

ROOT = Path(__file__).resolve().parents[3]
WORKFLOW = ROOT / ".github" / "workflows" / "issue-form.yml"


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return read_catalogue(ROOT / "catalogue")


def body(asked: tuple[Asked, ...], answers: dict[str, str]) -> str:
    """The issue as the host writes it: a heading a field, and what was filled in."""
    return "\r\n\r\n".join(f"### {a.label}\r\n\r\n{answers.get(a.path) or EMPTY}" for a in asked)


def event(text: str, folder: str, lang: Language, number: int = 7) -> dict[str, Any]:
    labels = [{"name": MARK}, {"name": label_of(folder, lang)}]
    return {
        "action": "opened",
        "issue": {"number": number, "body": text, "labels": labels, "user": {"login": "someone"}},
        "repository": {"full_name": "tirek/site", "default_branch": "main"},
    }


class Host:
    """Answers as the host does, and remembers what it was asked."""

    def __init__(self, branch_is_there: bool = False) -> None:
        self.asked: list[tuple[str, str, Any]] = []
        self.branch_is_there = branch_is_there

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        self.asked.append((method, path, body))
        if path.endswith("/git/refs") and self.branch_is_there:
            raise HostError("reference already exists")
        if "/git/ref/" in path:
            return {"object": {"sha": "tip"}}
        if "/pulls?" in path:
            return [{"number": 41}] if self.branch_is_there else []
        return {"sha": "made", "number": 42}

    def files(self) -> dict[str, str]:
        trees = [body["tree"] for _, path, body in self.asked if path.endswith("/git/trees")]
        return {entry["path"]: entry["content"] for tree in trees for entry in tree}

    def said(self) -> str:
        return "".join(body["body"] for _, path, body in self.asked if path.endswith("/comments"))


def filled(known: Catalogue, lang: Language) -> dict[str, str]:
    def label(scheme: str, name: str) -> str:
        return str(getattr(known.concept(scheme, name).label, lang))

    return {
        "kind": label("organisation-kinds", "school"),
        "short.kk": "№999 мектеп, Алматы",
        "short.ru": "Школа № 999, Алматы",
        "status": label("statuses", "unconfirmed"),
        "as_of": "01.10.2016",
        "source.1.document": "study-2016",
        "region": label("regions", "KZ-75"),
        "levels": ", ".join(
            label("education-levels", name) for name in ("primary", "lower-secondary")
        ),
        "names.today.kk": "«№999 мектеп» КММ",
        "names.today.ru": "КГУ «Школа № 999»",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filled_form_becomes_a_pull_request(known: Catalogue, lang: Language) -> None:
    host = Host()
    text = body(asked_of(known, "organisations", lang), filled(known, lang))
    told = propose(event(text, "organisations", lang), ROOT, host)
    assert told == "issue 7: proposal 42", host.said()
    [(path, content)] = host.files().items()
    assert path == "catalogue/organisations/almaty-shkola-999-almaty.yml"
    record = yaml.safe_load(content)
    assert record["region"] == "KZ-75"
    assert record["levels"] == ["primary", "lower-secondary"]
    assert "#42" in host.said()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_in_one_language_is_enough(known: Catalogue, lang: Language) -> None:
    answers = {p: v for p, v in filled(known, lang).items() if not p.endswith(".ru")}
    answers["not_translated"] = {"kk": "орысша", "ru": "на русском"}[lang]
    host = Host()
    asked = asked_of(known, "organisations", lang)
    assert not [one.path for one in asked if one.required and one.path not in answers]
    propose(event(body(asked, answers), "organisations", lang), ROOT, host)
    [record] = host.files().values()
    assert "not_translated: ru" in record
    assert "kk: №999 мектеп, Алматы" in record


def test_a_changed_issue_renews_its_branch(known: Catalogue) -> None:
    host = Host(branch_is_there=True)
    text = body(asked_of(known, "organisations", "ru"), filled(known, "ru"))
    assert propose(event(text, "organisations", "ru"), ROOT, host) == "issue 7: proposal 41"
    assert ("PATCH", "/repos/tirek/site/git/refs/heads/form-7") in [
        (method, path) for method, path, _ in host.asked
    ]


def test_a_unit_brings_its_story(known: Catalogue) -> None:
    host = Host()
    answers = {
        "kind": known.concept("unit-kinds", "cabinet").label.ru,
        "host": known.organisations["karaganda-school-27"].short.ru,
        "region_2016": known.concept("regions", "KZ-35").label.ru,
        "status": known.concept("statuses", "unconfirmed").label.ru,
        "as_of": "2016-10-01",
        "source.1.document": "study-2016",
        "text.kk": "Кабинет мектептің бірінші қабатында орналасқан.",
        "text.ru": "Кабинет находится на первом этаже школы.",
    }
    text = body(asked_of(known, "units", "ru"), answers)
    assert propose(event(text, "units", "ru"), ROOT, host) == "issue 7: proposal 42", host.said()
    assert set(host.files()) == {
        "catalogue/units/karaganda-school-27-cabinet.yml",
        "docs/kk/network/cabinets/karaganda-school-27-cabinet.md",
        "docs/ru/network/cabinets/karaganda-school-27-cabinet.md",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_told_in_the_form_s_language(known: Catalogue, lang: Language) -> None:
    host = Host()
    answers = filled(known, lang) | {"as_of": "позавчера", "region": "Атлантида`; rm -rf /"}
    text = body(asked_of(known, "organisations", lang), answers)
    assert propose(event(text, "organisations", lang), ROOT, host) == "issue 7: faulty"
    assert not host.files()
    assert "`позавчера`" in host.said()
    assert "Атлантида; rm" in host.said(), "no backquote ends the code"


def test_what_is_there_already_is_not_proposed(known: Catalogue) -> None:
    host = Host()
    answers = filled(known, "ru")
    answers["short.ru"] = "school 10"
    text = body(asked_of(known, "organisations", "ru"), answers)
    assert propose(event(text, "organisations", "ru"), ROOT, host) == "issue 7: changed"
    assert "catalogue/organisations/almaty-school-10.yml" in host.said()
    assert not host.files()


def test_other_issues_are_left_alone(known: Catalogue) -> None:
    host = Host()
    made = event("### x", "organisations", "ru")
    made["issue"]["labels"] = [{"name": "bug"}]
    assert propose(made, ROOT, host) == "not made by a form"
    assert host.asked == []


ASKED_RU = (
    Asked("a", "Кратко", "", True, False, ()),
    Asked("b", "Уровни", "", False, True, ("начальное (1–4)", "основное, среднее", "основное")),
)


def test_a_heading_inside_an_answer_is_part_of_it() -> None:
    text = "### Кратко\n\nШкола\n### Это не поле\n### Кратко\nснова\n\n### Уровни\n\n_No response_"
    assert answers_of(text, ASKED_RU) == {"a": "Школа\n### Это не поле\n### Кратко\nснова"}


def test_a_choice_may_hold_a_comma() -> None:
    text = "### Уровни\n\nосновное, среднее, начальное (1–4), основное"
    assert answers_of(text, ASKED_RU) == {"b": "основное, среднее; начальное (1–4); основное"}


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert set(answers_of(text, ASKED_RU)) <= {"a", "b"}


def test_forms_have_what_the_host_asks_of_them() -> None:
    for folder in ASKED:
        for lang in LANGUAGES:
            form = yaml.safe_load((ROOT / FOLDER / f"{folder}-{lang}.yml").read_bytes())
            assert form["labels"] == [MARK, label_of(folder, lang)]
            fields = [field for field in form["body"] if field["type"] != "markdown"]
            ids = [field["id"] for field in fields]
            labels = [field["attributes"]["label"] for field in fields]
            assert len(set(ids)) == len(ids)
            assert len(set(labels)) == len(labels), "answers are told apart by their labels"
            for field in fields:
                options = field["attributes"].get("options", [])
                assert len(set(options)) == len(options)
                assert field["type"] != "dropdown" or options


def test_nothing_of_an_issue_stands_in_a_command_line() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    for step in workflow["jobs"]["propose"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert workflow["permissions"].keys() == {"contents", "issues", "pull-requests"}


def test_a_form_offers_only_what_its_field_may_hold(known: Catalogue) -> None:
    regions = known.concepts["regions"]
    for lang in LANGUAGES:
        asked = {one.path: one for one in asked_of(known, "units", lang)}
        old, new = (getattr(regions[name].label, lang) for name in ("KZ-YUZ", "KZ-61"))
        assert old in asked["region_2016"].choices
        assert new not in asked["region_2016"].choices
        assert new in asked["region"].choices
        assert old not in asked["region"].choices


def test_a_form_with_a_list_does_not_tell_of_codes(known: Catalogue) -> None:
    codes = {"unconfirmed", "centre", "unknown", "ISO"}
    for folder in ASKED:
        for lang in LANGUAGES:
            for one in asked_of(known, folder, lang):
                assert not one.choices or not any(code in one.help for code in codes), one


def test_who_says_how_a_unit_does_today_can_say_since_when(known: Catalogue) -> None:
    for folder in ("units", "organisations"):
        assert {"status", "confirmed"} <= {one.path for one in asked_of(known, folder, "kk")}
