"""``tirek new``: by flags and by answers, in both languages; what it writes passes the checks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from minisites import tree, valid_site

from tirek import LANGUAGES
from tirek.cli import main
from tirek.reading import project
from tirek.reading.cache import RecordCache
from tirek.reading.project import check_project
from tirek.reading.report import Report
from tirek.reading.tree import Tree

ORGANISATION = {
    "kind": "school",
    "short.kk": "№5 мектеп, Алматы",
    "short.ru": "Школа № 5, Алматы",
    "status": "unconfirmed",
    "as_of": "2016-10-01",
    "source.1.document": "study-2016",
    "names.today.kk": "«№5 мектеп» КММ",
    "names.today.ru": "КГУ «Школа № 5»",
    "region": "KZ-75",
}
UNIT = {
    "kind": "site",
    "host": "almaty-school-1",
    "region_2016": "KZ-75",
    "status": "unconfirmed",
    "as_of": "2016-10-01",
    "source.1.document": "study-2016",
    "text.kk": "Мектеп жанындағы эксперименттік алаң 2016 жылы жұмыс істеген.",
    "text.ru": "Экспериментальная площадка при школе работала в 2016 году.",
}
MATERIAL = {
    "title.kk": "Сабақ жоспарының үлгісі",
    "title.ru": "Образец плана урока",
    "summary.kk": "Бір сабақты балаларға бөліп жоспарлауға арналған үлгі.",
    "summary.ru": "Образец, по которому урок планируют для разных детей класса.",
    "type": "methodical",
    "audience": "teacher",
    "languages": "kk; ru",
    "provided_by": "project",
    "licence": "unknown",
    "source.1.document": "study-2016",
    "added": "2026-11-01",
    "updated": "2026-11-01",
}
EVENT = {
    "kind": "seminar",
    "title.kk": "Инклюзия сабағы",
    "title.ru": "Урок инклюзии",
    "as_of": "2016-10-01",
    "source.1.document": "study-2016",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return valid_site(tmp_path / "project")


def run(root: Path, *arguments: str, answers: str = "", lang: str = "ru") -> Result:
    line = ["--root", str(root), "--lang", lang, "new", *arguments]
    result = CliRunner().invoke(main, line, input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def flags(values: dict[str, str]) -> list[str]:
    return [part for path, value in values.items() for part in ("--set", f"{path}={value}")]


def known(root: Path, values: dict[str, str]) -> dict[str, str]:
    """``values`` with concepts that the mini-site has."""
    catalogue = check_project(root).catalogue
    types = [concept.id for concept in catalogue.vocabularies["resource-types"].concepts]
    events = [concept.id for concept in catalogue.vocabularies["event-kinds"].concepts]
    audiences = [concept.id for concept in catalogue.vocabularies["audiences"].concepts]
    changed = dict(values)
    if "audience" in values:
        changed |= {"type": types[0], "audience": audiences[0]}
    if values is EVENT:
        changed["kind"] = events[0]
    return changed


CASES = {
    "organisation": ("organisations", ORGANISATION, "almaty-shkola-5-almaty"),
    "unit": ("units", UNIT, "almaty-school-1-site"),
    "material": ("materials", MATERIAL, "obrazets-plana-uroka"),
    "event": ("events", EVENT, "urok-inklyuzii"),
}


@pytest.mark.parametrize("kind", sorted(CASES))
def test_flags_make_a_record_that_passes_the_checks(root: Path, kind: str) -> None:
    folder, values, name = CASES[kind]
    result = run(root, kind, *flags(known(root, values)))
    assert result.exit_code == 0, result.output
    report = check_project(root)
    assert not report.errors
    assert name in report.catalogue.of_kind(folder)
    if kind == "unit":
        assert (root / f"docs/ru/network/sites/{name}.md").is_file()
        assert not [p for p in report.problems if p.code == "unit-no-page" and name in p.path]


def test_the_project_is_read_once_before_and_once_with_the_new_record(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[int] = []

    def counted(tree: Tree, cache: RecordCache, *, thorough: bool) -> Report:
        laid.append(len(tree.over))
        return checked(tree, cache, thorough=thorough)

    values = flags(known(root, UNIT))
    checked = project._checked
    monkeypatch.setattr(project, "_checked", counted)
    assert run(root, "unit", *values).exit_code == 0
    assert laid == [0, 1]


@pytest.mark.parametrize("kind", sorted(CASES))
@pytest.mark.parametrize("lacks", LANGUAGES)
def test_one_language_is_enough(root: Path, kind: str, lacks: str) -> None:
    """Whoever leaves the other one empty is not asked for it again; the record says so."""
    folder, values, _ = CASES[kind]
    given = {path: v for path, v in known(root, values).items() if not path.endswith(f".{lacks}")}
    if kind == "unit":  # nothing else in it is in two languages
        given["not_translated"] = lacks
    name = "almaty-school-1-site" if kind == "unit" else "in-one-language"
    result = run(root, kind, name, *flags(given))
    assert result.exit_code == 0, result.output
    report = check_project(root)
    assert not [p for p in report.problems if name in p.path]
    made: Any = report.catalogue.of_kind(folder)[name]
    assert made.not_translated == lacks
    if kind == "unit":
        there = [
            lang for lang in LANGUAGES if (root / f"docs/{lang}/network/sites/{name}.md").is_file()
        ]
        assert there == [lang for lang in LANGUAGES if lang != lacks]
    else:
        assert f"not_translated: {lacks}" in result.output


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_flags_do_not_say_is_asked(root: Path, lang: str) -> None:
    values = dict(ORGANISATION)
    asked = {path: values.pop(path) for path in ("kind", "short.kk", "short.ru")}
    answers = "\n".join(asked.values()) + "\n"
    result = run(
        root, "organisation", "almaty-school-5", *flags(values), answers=answers, lang=lang
    )
    assert result.exit_code == 0, result.output
    made = check_project(root).catalogue.organisations["almaty-school-5"]
    assert (made.kind, made.short.kk) == ("school", "№5 мектеп, Алматы")


def test_a_wrong_answer_is_told_and_asked_again(root: Path) -> None:
    values = ORGANISATION | {"as_of": "позавчера"}
    result = run(root, "organisation", "almaty-school-5", *flags(values), answers="2016-10-01\n")
    assert result.exit_code == 0, result.output
    assert "value-not-date" in result.output
    assert check_project(root).catalogue.organisations["almaty-school-5"].as_of == "2016-10-01"


def test_nothing_is_written_where_nobody_answers(root: Path) -> None:
    before = tree(root)
    result = run(root, "organisation", "almaty-school-5", *flags(ORGANISATION | {"region": "X"}))
    assert result.exit_code == 1
    assert "concept-unknown" in result.output
    assert {p: c for p, c in tree(root).items() if ".cache" not in p} == {
        p: c for p, c in before.items() if ".cache" not in p
    }


def test_what_is_there_is_not_written_over(root: Path) -> None:
    result = run(root, "organisation", "almaty-school-1", *flags(ORGANISATION))
    assert result.exit_code == 1
    assert "уже есть" in result.output


def test_an_unknown_field_is_told_with_the_nearest(root: Path) -> None:
    result = run(root, "organisation", "--set", "short.rus=x")
    assert result.exit_code == 2
    assert "short.ru" in result.output


def test_a_page_begins_in_both_languages(root: Path) -> None:
    pages = {
        "title.kk": "Психологке көмек",
        "title.ru": "В помощь психологу",
        "text.kk": "Бұл бетте психологке керек материалдар жиналған.",
        "text.ru": "На этой странице собраны материалы для психолога.",
    }
    result = run(root, "page", "guides/psychologists", *flags(pages))
    assert result.exit_code == 0, result.output
    for lang in LANGUAGES:
        text = (root / f"docs/{lang}/guides/psychologists.md").read_text(encoding="utf-8")
        assert pages[f"title.{lang}"] in text
        assert pages[f"text.{lang}"] in text
    assert not check_project(root).errors


@pytest.mark.parametrize("uri", ["../outside", "Guides/X", "a b", "/etc/passwd", "con\\x"])
def test_a_page_stays_in_its_folder(root: Path, uri: str) -> None:
    before = set(tree(root))
    result = run(root, "page", uri, *flags({"title.kk": "а", "title.ru": "б"}))
    assert result.exit_code == 2
    assert set(tree(root)) == before
