"""Texts as they are written: what is read, and what is refused at which place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drafts import project, text

from tirek import LANGUAGES
from tirek.documents.make import made_files
from tirek.documents.manuscript import Manuscript, read_manuscripts
from tirek.problem import CatalogueError, Problem

RIGHT = "---\ntitle: Лист\ndate: 2026-11-22\n---\n\n"


def problems_of(root: Path) -> list[Problem]:
    """Every problem of a project's texts, also of those that are found only on making."""
    with pytest.raises(CatalogueError) as caught:
        list(made_files(read_manuscripts(root / "catalogue"), root))
    return list(caught.value.problems)


def test_a_text_is_read(tmp_path: Path) -> None:
    found = {text.name: text for text in read_manuscripts(project(tmp_path / "p") / "catalogue")}
    assert list(found) == ["sample.kk", "sample.ru"]
    sample = found["sample.kk"]
    assert sample.material == "sample"
    assert sample.lang == "kk"
    assert sample.title == "Үлгі парақ: ӘҒҚҢӨҰҮҺІ әғқңөұүһі"
    assert sample.subtitle == "Құжаттың әр бөлшегі бір рет"
    assert sample.date == date(2026, 11, 22)
    assert sample.paper == "portrait"
    assert found["sample.ru"].paper == "landscape"
    assert sample.body.lstrip().startswith("## Қалай толтыру керек")


def test_paper_is_portrait_where_nothing_is_said(tmp_path: Path) -> None:
    text(tmp_path, "a.ru.md", RIGHT + "Текст.")
    assert [text.paper for text in read_manuscripts(tmp_path / "catalogue")] == ["portrait"]


def test_without_texts_there_is_nothing_to_make(tmp_path: Path) -> None:
    assert read_manuscripts(tmp_path / "catalogue") == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Текст без шапки.", (1, 1, "", "text-front-matter")),
        ("---\ntitle: Лист\n", (1, 1, "", "text-front-matter")),
        ("---\n- title\n---\nТекст", (2, 1, "", "text-front-matter")),
        ("---\ndate: 2026-11-22\n---\nТекст", (2, 1, "title", "field-missing")),
        ("---\ntitle: Лист\n---\nТекст", (2, 1, "date", "field-missing")),
        ("---\ntitle:\ndate: 2026-11-22\n---\nТекст", (2, 7, "title", "value-missing")),
        ("---\ntitle: [a]\ndate: 2026-11-22\n---\nТекст", (2, 8, "title", "value-not-text")),
        ("---\ntitle: Лист\ndate: 2026-11\n---\nТекст", (3, 7, "date", "value-not-full-date")),
        ("---\ntitle: Лист\ndate: 2026-02-30\n---\nТекст", (3, 7, "date", "value-not-full-date")),
        ("---\ntitle: a: b\ndate: 2026-11-22\n---\nТекст", (2, 9, "", "yaml-syntax")),
        (
            "---\ntitle: Лист\ndate: 2026-11-22\npaper: landscap\n---\nТекст",
            (4, 8, "paper", "value-not-allowed"),
        ),
        (
            "---\ntitle: Лист\ndate: 2026-11-22\nautor: Я\n---\nТекст",
            (4, 1, "autor", "field-unknown"),
        ),
        (RIGHT + "\n", (6, 1, "", "text-empty")),
        (RIGHT + "Слово <span>в</span> теге", (6, 7, "", "text-html")),
        (RIGHT + "Слово\n\n![](cat.png)", (8, 5, "", "text-picture")),
        (RIGHT + "Слово\n\nВесело 😀", (8, 8, "", "text-letter")),
    ],
)
def test_a_fault_has_its_place(
    tmp_path: Path, content: str, expected: tuple[int, int, str, str]
) -> None:
    root = project(tmp_path / "p")
    text(root, "list.ru.md", content)
    problem = problems_of(root)[0]
    assert problem.path == "catalogue/texts/list.ru.md"
    assert (problem.line, problem.column, problem.field, problem.code) == expected
    for lang in LANGUAGES:
        assert f"[{problem.code}]" in problem.say(lang)


@pytest.mark.parametrize(
    "name", ["list.md", "list.en.md", "Лист.ru.md", "a--b.kk.md", "list.ru.txt"]
)
def test_a_name_tells_material_and_language(tmp_path: Path, name: str) -> None:
    text(tmp_path, name, RIGHT + "Текст.")
    assert [problem.code for problem in problems_of(tmp_path)] == ["text-name"]


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    text(tmp_path, "a.ru.md", "").write_bytes((RIGHT + "Текст").encode("cp1251"))
    assert [problem.code for problem in problems_of(tmp_path)] == ["file-not-utf8"]


def test_all_faults_of_all_texts_come_at_once(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    text(root, "a.ru.md", RIGHT + "<b>раз</b>\n\n![](x.png)")
    text(root, "b.ru.md", RIGHT + "☃\ufe0e <i>два</i>")
    found = [(problem.path[-7:], problem.code) for problem in problems_of(root)]
    assert found.count(("a.ru.md", "text-html")) == 2
    assert found.count(("a.ru.md", "text-picture")) == 1
    assert found.count(("b.ru.md", "text-html")) == 2


def test_a_place_in_the_body(tmp_path: Path) -> None:
    text(tmp_path, "a.ru.md", RIGHT + "раз\nдва три")
    (manuscript,) = read_manuscripts(tmp_path / "catalogue")
    assert isinstance(manuscript, Manuscript)
    assert manuscript.place_of("раз") == ("catalogue/texts/a.ru.md", 6, 1)
    assert manuscript.place_of("три") == ("catalogue/texts/a.ru.md", 7, 5)
    assert manuscript.place_of("нет")[1:] == (1, 1)
