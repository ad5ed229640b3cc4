"""Shells are made by MkDocs once, and again when what they are made from changes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from minisites import valid_site, write

from tirek.shells import SHELLS_ONLY, ShellError, begun_shells, shells_of

Popen = subprocess.Popen


class MkDocs:
    """Stands in for the command: notes each call, and makes a page or fails."""

    def __init__(self) -> None:
        self.calls: list[tuple[list[str], dict[str, Any]]] = []
        self.fails = ""
        self.takes = ""

    def __call__(self, command: list[str], **options: Any) -> subprocess.Popen[str]:
        self.calls.append((command, options))
        folder = Path(command[command.index("--site-dir") + 1])
        write(folder / "index.html", f"{len(self.calls)}")
        says = f"printf 'out '; printf %s '{self.fails}' >&2; exit {int(bool(self.fails))}"
        return Popen(["sh", "-c", self.takes + says], **options)


@pytest.fixture
def mkdocs(monkeypatch: pytest.MonkeyPatch) -> MkDocs:
    stand_in = MkDocs()
    monkeypatch.setattr("tirek.shells.subprocess.Popen", stand_in)
    return stand_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = valid_site(tmp_path / "project")
    write(root / "mkdocs.yml", "site_url: !ENV [SITE_URL, '']\n")
    write(root / "overrides" / "base.html", "<html>")
    return root


def test_the_same_sources_are_rendered_once(root: Path, mkdocs: MkDocs) -> None:
    first, again = shells_of(root), shells_of(root)
    assert first == again
    assert len(mkdocs.calls) == 1
    assert (first.folder / "index.html").is_file()


def test_what_is_asked_of_mkdocs(root: Path, mkdocs: MkDocs) -> None:
    shells_of(root)
    [(command, options)] = mkdocs.calls
    assert command[1:5] == ["-m", "mkdocs", "build", "--strict"]
    assert str(root / "mkdocs.yml") in command
    assert options["env"][SHELLS_ONLY] == "1"


@pytest.mark.parametrize(
    "path",
    [
        "docs/kk/about.md",
        "docs/ru/new.md",
        "overrides/base.html",
        "overrides/assets/new.css",
        "mkdocs.yml",
        "requirements/site.txt",
        "hooks/hook.py",
    ],
)
def test_a_change_of_a_source_renders_again(root: Path, mkdocs: MkDocs, path: str) -> None:
    shells_of(root)
    write(root / path, "site_url: changed\n")
    shells_of(root)
    assert len(mkdocs.calls) == 2


def test_records_are_no_source_of_shells(root: Path, mkdocs: MkDocs) -> None:
    shells_of(root)
    write(root / "catalogue" / "materials" / "study-2016.yml", "changed")
    shells_of(root)
    assert len(mkdocs.calls) == 1


def test_the_sites_address_is_a_source(
    root: Path, mkdocs: MkDocs, monkeypatch: pytest.MonkeyPatch
) -> None:
    shells_of(root)
    monkeypatch.setenv("SITE_URL", "https://example.kz/")
    shells_of(root)
    assert len(mkdocs.calls) == 2


def test_a_lost_folder_is_rendered_again(root: Path, mkdocs: MkDocs) -> None:
    made = shells_of(root)
    (made.folder / "index.html").unlink()
    made.folder.rmdir()
    assert (shells_of(root).folder / "index.html").is_file()
    assert len(mkdocs.calls) == 2


def test_a_failure_shows_what_mkdocs_said_and_is_tried_again(root: Path, mkdocs: MkDocs) -> None:
    shells_of(root)
    write(root / "docs" / "kk" / "about.md", "changed")
    mkdocs.fails = "WARNING"
    for _ in range(2):
        with pytest.raises(ShellError, match="out WARNING"):
            shells_of(root)
    mkdocs.fails = ""
    shells_of(root)
    assert len(mkdocs.calls) == 4


def test_after_a_failure_the_earlier_shells_are_there_still(root: Path, mkdocs: MkDocs) -> None:
    """A run that fails leaves nothing under the name of what it was to make."""
    made = shells_of(root)
    page = root / "docs" / "kk" / "about.md"
    was = page.read_text(encoding="utf-8")
    write(page, "changed")
    mkdocs.fails = "WARNING"
    with pytest.raises(ShellError):
        shells_of(root)
    mkdocs.fails = ""
    write(page, was)
    assert (shells_of(root).folder / "index.html").read_text() == "1"
    assert made.folder == shells_of(root).folder
    assert [path.name for path in made.cache.glob("shells-*")] == [made.folder.name]


def test_each_site_is_remembered_apart(root: Path, mkdocs: MkDocs) -> None:
    shells = shells_of(root)
    assert shells.state_of(root / "site") == shells.state_of(root / "site")
    assert shells.state_of(root / "site") != shells.state_of(root / "other")


def test_mkdocs_is_stopped_where_nobody_waits_for_it(root: Path, mkdocs: MkDocs) -> None:
    """A catalogue with errors is told of at once, and nothing half-made stays."""
    mkdocs.takes = "exec sleep 600; "
    with pytest.raises(KeyboardInterrupt), begun_shells(root):
        raise KeyboardInterrupt
    assert not list((root / ".cache").glob("shells-*"))
    mkdocs.takes = ""
    assert shells_of(root).folder.is_dir()


def test_missing_settings_are_told_when_shells_are_asked_for(root: Path, mkdocs: MkDocs) -> None:
    (root / "mkdocs.yml").unlink()
    with begun_shells(root) as finished, pytest.raises(ShellError, match=r"mkdocs\.yml"):
        finished()
    assert not mkdocs.calls
