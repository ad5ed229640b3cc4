"""Real examples of every problem, taken from the faults that the tests plant.

The guide to checks shows them. What is private is masked before it comes here.
"""

import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import yaml

from tirek.problem import Problem
from tirek.reading.project import check_project
from tirek.wording import words_of

HEADING: Final = """\
# Made by `make generate` from the faults that the tests plant: edit those, not this file.
# path and line: where it stood; value, nearest, allowed: as the message tells them.
"""
MAX_LINE: Final = 90
"""Characters of a line that the guide shows."""

UNPLANTED: Final = {
    "text-refused": {"path": "catalogue/texts/annual-report.ru.md", "line": ""},
}
"""What no test plants: a fault of the typesetter."""


def examples(root: Path) -> bytes:
    """Return the file of examples: one a code, the first that is found, by code."""
    for folder in ("tests/tirek", "tests/hostile", "tests/tirek/documents"):
        sys.path.insert(0, str(root / folder))
    found: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as name:
        for problem, line in (*_planted(Path(name)), *_of_texts(Path(name))):
            found.setdefault(problem.code, _row(problem, line))
    found |= {code: row for code, row in UNPLANTED.items() if code not in found}
    text = yaml.safe_dump(found, allow_unicode=True, sort_keys=True, width=1000)
    return (HEADING + text).encode()


def _row(problem: Problem, line: str) -> dict[str, str]:
    told = {"value": problem.shown, "nearest": problem.nearest, "allowed": problem.allowed}
    private = problem.code.startswith(("privacy-", "safety-invisible")) or _is_private(problem.code)
    shown = "" if private else _cut(line)
    told |= {"field": problem.field, "allowed": _cut(problem.allowed)}
    return {"path": problem.path, "line": shown, **{k: v for k, v in told.items() if v}}


def _is_private(code: str) -> bool:
    return bool(words_of("problems")[code].get("private"))


def _cut(line: str) -> str:
    line = "".join(sign for sign in line.strip() if sign.isprintable())
    return line if len(line) <= MAX_LINE else line[: MAX_LINE - 1] + "…"


def _planted(folder: Path) -> Iterator[tuple[Problem, str]]:
    """Yield each problem of the broken mini-site, with the line it is on."""
    root = import_module("minisites").broken_site(folder / "broken", sent=True)
    for problem in check_project(root).problems:
        path = root / problem.path
        # Of what lies inside a file no line is shown.
        shown = path.is_file() and path.parent.name != "hostile"
        yield problem, _line(path.read_bytes(), problem.line) if shown else ""


def _line(content: bytes, number: int) -> str:
    lines = content.decode("utf-8", "ignore").splitlines()
    return lines[number - 1] if number <= len(lines) else ""


def _of_texts(folder: Path) -> Iterator[tuple[Problem, str]]:
    """Yield problems of texts that documents are made from."""
    drafts, manuscripts = import_module("drafts"), import_module("test_manuscript")
    right = manuscripts.RIGHT
    faults: dict[str, Any] = {
        "alphabet-cards.md": "Текст",
        "alphabet-cards.ru.md": "Текст без шапки.",
        "cards.ru.md": right + "\n",
        "form.ru.md": right + "Слово <span>в</span> теге",
        "plan.ru.md": right + "Слово\n\n![](cat.png)",
        "report.ru.md": right + "Слово\n\nВесело 😀",
    }
    for name, content in faults.items():
        root = drafts.project(folder / name)
        drafts.text(root, name, content)
        for problem in manuscripts.problems_of(root):
            yield problem, _line(content.encode(), problem.line)
