"""Every page is valid HTML, by html-validate's rules of the standard and its recommended ones."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from built import Built
from projects import ROOT

CONFIG = ROOT / ".htmlvalidate.json"

REASONS = {
    "doctype-style": "set to lower case, as the pages are written; the standard takes either",
    "long-title": "70 letters are a search engine's habit; titles of legal acts are longer",
    "wcag/h32": "the form of choices acts at each choice, and in scripts only: nothing to submit",
    "empty-heading": "a script fills the one in <template>; test_page_text looks at all others",
}
"""Why a rule differs from html-validate's own setting."""


def validated(folder: Path, *paths: str) -> list[str]:
    """What html-validate says of ``paths``, in one run."""
    command = [ROOT / "node_modules/.bin/html-validate", "--config", CONFIG, "--formatter", "json"]
    # It ends before a pipe has taken all that it says: a file takes it at once.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [*command, *paths],
            cwd=folder,
            env={**os.environ, "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"},
            stdout=said,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        said.seek(0)
        report = said.read()
    assert report, done.stderr
    problems = [
        f"{os.path.relpath(file['filePath'], folder)}:{message['line']}:{message['column']}: "
        f"{message['message']} ({message['ruleId']})"
        for file in json.loads(report)
        for message in file["messages"]
    ]
    assert done.returncode == bool(problems), done.stderr
    return problems


def assert_valid(folder: Path, *paths: str) -> None:
    problems = validated(folder, *paths)
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems[:20])


def test_every_rule_set_otherwise_has_a_reason() -> None:
    assert json.loads(CONFIG.read_text())["rules"].keys() == REASONS.keys()


def test_pages_are_valid(built: Built) -> None:
    assert_valid(built.folder, ".")


def test_crowded_pages_are_valid(crowded_site: Built) -> None:
    pages = [uri for uri in crowded_site.pages if "example-00" in uri or "/needs/" in uri]
    assert len(pages) > 40
    assert_valid(crowded_site.folder, "catalogue/index.html", *pages)


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ("<p><div></div></p>", "close-order"),
        ('<ul><li id="a">1</li><li id="a">2</li></ul>', "no-dup-id"),
        ("<img src='a.png'>", "wcag/h37"),
        ('<a href="b.html">c</a', "parser-error"),
    ],
)
def test_broken_pages_are_found(tmp_path: Path, broken: str, rule: str) -> None:
    (tmp_path / "page.html").write_text(broken)
    assert f"({rule})" in "\n".join(validated(tmp_path, "page.html"))
