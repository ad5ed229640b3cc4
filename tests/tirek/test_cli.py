"""The command line: what it prints, with which exit code, and what it leaves alone."""

from __future__ import annotations

import gc
import importlib
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from minisites import broken_site, project, tree, valid_site

from tirek import LANGUAGES, Language
from tirek.assets import AssetsMissing
from tirek.cli import main
from tirek.reading.project import check_project
from tirek.shells import ShellError
from tirek.wording import words_of


@pytest.fixture(autouse=True)
def _garbage_is_collected() -> Iterator[None]:
    """A build turns it off for the life of its process, which here is that of the tests."""
    yield
    gc.enable()


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken_site(tmp_path_factory.mktemp("cli") / "broken")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return project(tmp_path / "right")


def run(*arguments: object, **env: str) -> Result:
    return CliRunner(env={"LANG": "", **env}).invoke(main, [str(a) for a in arguments])


def in_either_place(lang: Language, root: Path, command: str) -> list[Result]:
    """The command with ``--lang`` before it and after it."""
    return [
        run("--lang", lang, "--root", root, command),
        run("--root", root, command, "--lang", lang),
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", "Қате жоқ. Тексерілген жазба саны: 40.\n"),
        ("ru", "Ошибок нет. Проверено записей: 40.\n"),
    ],
)
def test_check_of_a_right_project(tmp_path: Path, lang: Language, said: str) -> None:
    root = valid_site(tmp_path / "right")
    for result in in_either_place(lang, root, "check"):
        assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_check_prints_every_problem_once(broken: Path, lang: Language) -> None:
    report = check_project(broken)
    for result in in_either_place(lang, broken, "check"):
        assert result.exit_code == 1
        assert result.stdout == ""
        messages = result.stderr.split("\n\n")
        assert messages[:-1] == [problem.say(lang) for problem in report.problems]
        counts = {"problems": len(report.errors), "warnings": len(report.warnings)}
        told = [words_of("cli")[key][lang].format(count=n) for key, n in counts.items() if n]
        assert messages[-1].rstrip() == "\n".join(told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_of_the_system_is_the_default(broken: Path, lang: Language) -> None:
    names = {"kk": "kk_KZ.UTF-8", "ru": "ru_RU.UTF-8"}
    asked = run("--root", broken, "check", "--lang", lang)
    assert run("--root", broken, "check", LANG=names[lang]).stderr == asked.stderr


def test_kazakh_is_the_default_of_other_systems(broken: Path) -> None:
    asked = run("--root", broken, "check", "--lang", "kk").stderr
    assert run("--root", broken, "check", LANG="C").stderr == asked


def test_the_language_after_the_command_wins(broken: Path) -> None:
    result = run("--lang", "kk", "--root", broken, "check", "--lang", "ru")
    assert "Найдено ошибок" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["--lang", "en", "check"],
        ["check", "--lang", "en"],
        ["check", "--quietly"],
        ["build", "--site"],
        ["--root", "no/such/folder", "check"],
    ],
)
def test_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    valid_site(tmp_path / "right")
    assert run("--root", tmp_path / "right", *arguments).exit_code == 2


@pytest.mark.parametrize(("lang", "said"), [("kk", "catalogue/ қалтасы жоқ"), ("ru", "нет папки")])
def test_a_folder_that_is_no_project(tmp_path: Path, lang: Language, said: str) -> None:
    for command in ("check", "build"):
        result = run("--lang", lang, "--root", tmp_path, command)
        assert result.exit_code == 2
        assert said in result.stderr
        assert str(tmp_path) in result.stderr


def test_help_is_in_both_languages() -> None:
    said = run("--help").stdout
    assert "Каталог пен беттерді тексеру / Проверить каталог и страницы." in said
    assert "Сайтты құрастыру / Собрать сайт." in said


@pytest.mark.parametrize(("lang", "said"), [("kk", "Сайт "), ("ru", "Сайт готов в папке ")])
def test_build(right: Path, lang: Language, said: str) -> None:
    for result in in_either_place(lang, right, "build"):
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(said)
        assert result.stderr == ""
        assert result.stdout.count("\n") == 1
    assert "catalogue/study-2016.html" in tree(right / "site")
    assert "assets/fonts/golos-kazakh.woff2" in tree(right / "site")


def test_build_elsewhere(right: Path, tmp_path: Path) -> None:
    result = run("--root", right, "build", "--site", tmp_path / "elsewhere")
    assert result.exit_code == 0, result.output
    assert "ru/index.html" in tree(tmp_path / "elsewhere")
    assert not (right / "site").exists()


def spoil(root: Path) -> None:
    """Plant two faults, in a record and in a page."""
    record = root / "catalogue" / "materials" / "study-2016.yml"
    record.write_text(record.read_text(encoding="utf-8") + "year: 16\n", encoding="utf-8")
    (root / "docs" / "kk" / "about.md").unlink()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_build_with_problems_leaves_the_site_as_it_was(right: Path, lang: Language) -> None:
    run("--root", right, "build")
    before = tree(right / "site")
    assert len(before) > 100
    spoil(right)
    for result in in_either_place(lang, right, "build"):
        assert result.exit_code == 1
        assert result.stdout == ""
        assert re.findall(r"\[([a-z-]+)\]$", result.stderr, re.MULTILINE) == [
            "value-not-year",
            "page-no-twin",
        ]
    assert tree(right / "site") == before
    assert not list(right.glob(".site*"))


def test_a_first_build_with_problems_makes_no_site(right: Path) -> None:
    spoil(right)
    assert run("--root", right, "build").exit_code == 1
    assert not (right / "site").exists()


def test_a_build_after_problems_is_as_any(right: Path, tmp_path: Path) -> None:
    run("--root", right, "build")
    record, page = right / "catalogue/materials/study-2016.yml", right / "docs/kk/about.md"
    was = {path: path.read_bytes() for path in (record, page)}
    spoil(right)
    assert run("--root", right, "build").exit_code == 1
    record.write_bytes(was[record] + b'year: "2016"\n')
    page.write_bytes(was[page])
    assert run("--root", right, "build").exit_code == 0
    run("--root", right, "build", "--site", tmp_path / "anew")
    assert tree(right / "site") == tree(tmp_path / "anew")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("module", "step", "error", "key"),
    [
        (
            "tirek.commands.build",
            "begun_shells",
            ShellError("mkdocs: WARNING about a page"),
            "shells_failed",
        ),
        (
            "tirek.edition",
            "publish",
            AssetsMissing("node_modules/font.woff2"),
            "assets_missing",
        ),
    ],
)
def test_what_is_missing_or_fails_is_said_and_leaves_the_site(
    right: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: Language,
    module: str,
    step: str,
    error: Exception,
    key: str,
) -> None:
    run("--root", right, "build")
    before = tree(right / "site")

    def failing(*_: Any) -> None:
        raise error

    # The module's own name in the package is the command, so it is asked for by path.
    monkeypatch.setattr(importlib.import_module(module), step, failing)
    result = run("--root", right, "build", "--lang", lang)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert str(error) in result.stderr
    assert words_of("cli")[key][lang].format(path=error) in result.stderr
    assert tree(right / "site") == before


# As a person or a pipe runs it.


def started(root: Path, *arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tirek.cli", "--lang", "ru", "--root", str(root), *arguments]
    env = {**os.environ, "TERM": "xterm", "PYTHONWARNINGS": "error"}
    return subprocess.run(command, env=env, text=True, check=False, timeout=60, **streams)


def test_in_a_pipe_there_is_no_progress_bar(right: Path) -> None:
    done = started(right, "build", capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert re.fullmatch(r"Сайт готов в папке .*\n", done.stdout)


def test_in_a_pipe_problems_are_whole(broken: Path) -> None:
    done = started(broken, "build", capture_output=True)
    assert done.returncode == 1
    assert done.stdout == ""
    assert not set(done.stderr) & {"\r", "\x1b"}
    assert "##" not in done.stderr
    errors = check_project(broken).errors
    assert done.stderr.split("\n\n")[:-1] == [problem.say("ru") for problem in errors]


def test_on_a_terminal_there_is_a_progress_bar(right: Path) -> None:
    reader, writer = pty.openpty()
    done = started(right, "build", stdout=subprocess.PIPE, stderr=writer)
    os.close(writer)
    shown = os.read(reader, 65536).decode()
    os.close(reader)
    assert done.returncode == 0, shown
    assert "Читаем каталог" in shown
    assert "100%" in shown
