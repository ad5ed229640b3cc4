"""``tirek check``: which files it names, in which form, with which exit code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from minisites import broken_site, valid_site

from tirek.cli import main
from tirek.commands.changes import UnknownRevision, changed_since

CARDS = "catalogue/materials/alphabet-cards.yml"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken_site(tmp_path_factory.mktemp("check") / "broken")


def check(root: Path, *arguments: object) -> Result:
    return CliRunner().invoke(
        main, ["--lang", "ru", "--root", str(root), "check", *map(str, arguments)]
    )


def paths(result: Result) -> set[str]:
    return {problem["path"] for problem in json.loads(result.stdout)["problems"]}


def test_only_problems_of_the_paths_are_told(broken: Path) -> None:
    file, folder = broken / "catalogue/materials/tab.yml", broken / "docs/kk"
    result = check(broken, file, folder, "--format", "json")
    assert result.exit_code == 1
    assert {p.split("/")[0] for p in paths(result)} == {"catalogue", "docs"}
    assert {p for p in paths(result) if p.startswith("catalogue")} == {
        "catalogue/materials/tab.yml"
    }
    told = check(broken, broken / "catalogue" / "facts" / "centres-2016.yml")
    assert told.exit_code == 0
    assert "В остальных файлах ошибок: 2" in told.stderr
    assert (
        check(broken, broken, "--format", "json").stdout == check(broken, "--format", "json").stdout
    )


@pytest.mark.parametrize("form", ["github", "json", "sarif"])
def test_forms_for_programs_go_to_the_output(broken: Path, tmp_path: Path, form: str) -> None:
    (broken / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    result = check(broken, "--format", form)
    assert result.exit_code == 1
    assert result.stderr == ""
    assert result.stdout.count("concept-unknown") >= 10
    right = valid_site(tmp_path / "right")
    (right / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert check(right, "--format", form).exit_code == 0


def test_a_warning_alone_is_no_failure(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "right")
    for lang in ("kk", "ru"):
        (root / "docs" / lang / "network/sites/shymkent-school-2-site.md").unlink()
    result = check(root)
    assert result.exit_code == 0
    assert "unit-no-page" in result.stderr
    assert "Ошибок нет. Проверено записей: 40." in result.stdout
    assert "Предупреждений: 1." in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["no/such/file"], ["/etc/hostname"], ["--format", "xml"], ["--changed-since", "x"]],
)
def test_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    assert check(valid_site(tmp_path / "right"), *arguments).exit_code == 2


# What has changed, as git tells it.


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.kz", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The right site below the top of a repository, with two commits."""
    top = tmp_path / "top"
    root = valid_site(top / "project")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "first")
    return root


def spoil(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")


def test_only_problems_of_changed_files_are_told(repository: Path) -> None:
    spoil(repository / "catalogue/facts/centres-2016.yml")
    git(repository, "commit", "-qam", "second")
    spoil(repository / CARDS)
    (repository / "catalogue/materials/new.yml").write_text("a: b\n", encoding="utf-8")
    since_first = check(repository, "--changed-since", "HEAD~1", "--format", "json")
    assert paths(since_first) == {
        CARDS,
        "catalogue/facts/centres-2016.yml",
        "catalogue/materials/new.yml",
    }
    since_second = check(repository, "--changed-since", "HEAD", "--format", "json")
    assert paths(since_second) == {CARDS, "catalogue/materials/new.yml"}
    assert json.loads(since_second.stdout)["counted"]["elsewhere"] == 1


def test_what_main_gained_meanwhile_is_not_ours(repository: Path) -> None:
    git(repository, "switch", "-qc", "ours")
    (repository / "docs/kk/ours.md").write_text("x", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "ours")
    git(repository, "switch", "-q", "main")
    spoil(repository / CARDS)
    git(repository, "commit", "-qam", "theirs")
    git(repository, "switch", "-q", "ours")
    assert changed_since(repository, "main") == {"docs/kk/ours.md"}


@pytest.mark.parametrize(
    "revision", ["no-such", "--output=pwned", "-h", "HEAD; touch pwned", "$(touch pwned)", "", "\0"]
)
def test_a_revision_is_never_an_option_or_a_command(repository: Path, revision: str) -> None:
    with pytest.raises(UnknownRevision):
        changed_since(repository, revision)
    result = check(repository, "--changed-since", revision)
    assert result.exit_code == 2
    assert not [p for p in repository.parent.rglob("*pwned*")]


def test_without_git_the_revision_is_unknown(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", missing)
    with pytest.raises(UnknownRevision):
        changed_since(repository, "HEAD")


def test_names_of_any_letters_come_whole(repository: Path) -> None:
    name = "docs/kk/Әліппе «1» тест.md"
    (repository / name).write_text("x", encoding="utf-8")
    assert changed_since(repository, "HEAD") == {name}
