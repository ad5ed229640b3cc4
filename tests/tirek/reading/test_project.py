"""The project as it lies, and as it would be with what somebody sends in."""

from __future__ import annotations

from pathlib import Path

import pytest
from minisites import broken_site, tree, valid_site

from tirek.check.sources import PageSource
from tirek.problem import Problem
from tirek.reading.project import check_project, check_record, check_tree

CARDS = "catalogue/materials/alphabet-cards.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return valid_site(tmp_path / "right")


def rows(problems: object) -> list[tuple[str, int, int, str]]:
    return [(p.path, p.line, p.column, p.code) for p in problems]  # type: ignore[attr-defined]


def test_a_new_record_is_checked_beside_the_others(root: Path) -> None:
    cards = (root / CARDS).read_bytes()
    before = tree(root)
    good = check_tree(root, {"catalogue/materials/new-cards.yml": cards})
    assert "new-cards" in good.catalogue.materials
    assert good.errors == ()
    bad = cards.replace(b"type: ", b"type: no-such-")
    report = check_tree(root, {"catalogue/materials/new-cards.yml": bad})
    assert [p.code for p in report.errors] == ["concept-unknown"]
    assert report.errors[0].path == "catalogue/materials/new-cards.yml"
    assert tree(root) == before


def test_new_files_and_pages_are_seen_where_they_will_lie(root: Path, tmp_path: Path) -> None:
    cards = (root / CARDS).read_text(encoding="utf-8").replace("cards/alphabet.pdf", "new/b.pdf")
    waiting = tmp_path / "waiting.bin"
    waiting.write_bytes((root / "catalogue/files/cards/alphabet.pdf").read_bytes())
    over = {"catalogue/materials/b.yml": cards.encode(), "docs/kk/new.md": b"---\ntitle: x\n---\n"}
    report = check_tree(root, over)
    assert rows(report.errors) == [
        ("catalogue/materials/b.yml", 17, 11, "file-missing"),
        ("docs/kk/new.md", 1, 1, "page-no-twin"),
    ]
    more = {**over, "catalogue/files/new/b.pdf": waiting, "docs/ru/new.md": over["docs/kk/new.md"]}
    whole = check_tree(root, more)
    assert whole.errors == ()
    [file] = whole.catalogue.materials["b"].files
    assert file.size == waiting.stat().st_size


def test_what_is_taken_away_is_missed(root: Path) -> None:
    report = check_tree(root, {}, gone={"catalogue/organisations/almaty-school-1.yml"})
    assert {p.code for p in report.errors} == {"reference-unknown"}


def test_one_record_alone_is_checked_as_in_the_catalogue(tmp_path: Path) -> None:
    root = broken_site(tmp_path / "broken")
    known = check_project(valid_site(tmp_path / "right")).known
    whole = check_project(root).problems
    name = "wrong-dates"
    path = root / "catalogue" / "materials" / f"{name}.yml"
    found = check_record("materials", name, path.read_bytes(), known)
    assert found
    assert found == [p for p in whole if p.path == f"catalogue/materials/{name}.yml"]


def test_a_report_of_some_paths(tmp_path: Path) -> None:
    report = check_project(broken_site(tmp_path / "broken"))
    some = report.within(("docs/kk", "catalogue/materials/tab.yml"))
    assert {p.path.split("/")[0] for p in some.problems} == {"docs", "catalogue"}
    assert {p.path for p in some.problems if not p.path.startswith("docs/kk/")} == {
        "catalogue/materials/tab.yml"
    }
    assert report.within(("catalogue/mat",)).problems == ()


def test_a_page_is_looked_through_again_only_when_it_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(page: PageSource) -> list[Problem]:
        looked.append(page.path)
        return [page.problem(0, "words-leftover", "TODO")]

    monkeypatch.setattr("tirek.reading.project.PAGES", (look,))
    first = check_project(root).problems
    every = len(looked)
    assert every == len(set(looked)) > 1
    assert check_project(root).problems == first
    assert len(looked) == every
    page = root / looked[0]
    page.write_bytes(page.read_bytes() + b"\n")
    assert check_project(root).problems == first
    assert looked[every:] == [looked[0]]
