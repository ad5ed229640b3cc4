"""A proposal is told what its check has found, whatever the sender's job has left."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from github.comment import MARK, code, comment, words
from github.host import Http, pages
from github.places import unusual
from github.publish import publish
from github.report import MAX_BYTES, MAX_PROBLEMS, NotAReport, Received, read_report
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from tirek.reading.project import check_project
from tirek.reporting.as_json import as_json

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "github"
EVENT = json.loads((CASES / "workflow_run.json").read_text(encoding="utf-8"))
PULLS = json.loads((CASES / "pulls.json").read_text(encoding="utf-8"))
VALID = ROOT / "tests" / "sites" / "valid"

PROBLEM: dict[str, Any] = {
    "path": "catalogue/units/a-centre.yml",
    "line": 3,
    "column": 5,
    "level": "error",
    "code": "value-not-date",
    "field": "as_of",
    "value": "01.10.2016",
    "nearest": "2016-10-01",
    "allowed": "",
    "help": "guides/checks.html#value-not-date",
    "kk": {"wrong": "күн түсініксіз", "mend": "қайта жазыңыз"},
    "ru": {"wrong": "непонятная дата", "mend": "запишите иначе"},
}


def report(**changed: Any) -> dict[str, Any]:
    counted = {"records": 9, "pages": 1, "files": 0, "errors": 1, "warnings": 0, "elsewhere": 0}
    return {"version": 1, "counted": counted, "problems": [PROBLEM], **changed}


def left(folder: Path, content: Any) -> Path:
    """What the sender's job has left."""
    path = folder / "check-report.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


class Host:
    """Answers as the real one does, and remembers what was asked to be written."""

    def __init__(self, paths: list[str], comments: list[dict[str, Any]] | None = None) -> None:
        self.paths = paths
        self.comments = comments or []
        self.written: list[tuple[str, str, Any]] = []

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        if method != "GET":
            self.written.append((method, path, body))
            return {"id": 7}
        route = path.split("?")[0]
        if route == "/repos/tirek/tirek/pulls":
            assert "head=centre%3Akostanay-centre" in path
            return PULLS
        if route == "/repos/tirek/tirek/pulls/42/files":
            return [{"filename": name} for name in self.paths]
        assert route == "/repos/tirek/tirek/issues/42/comments", path
        return self.comments

    def bodies(self, route: str) -> list[Any]:
        return [body for _, path, body in self.written if route in path]


def test_problems_come_to_the_lines_and_into_a_comment(tmp_path: Path) -> None:
    host = Host([PROBLEM["path"]])
    assert publish(EVENT, left(tmp_path, report()), host) == "proposal 42: 1 problems told"
    [check] = host.bodies("/check-runs")
    assert check["head_sha"] == EVENT["workflow_run"]["head_sha"]
    assert check["conclusion"] == "failure"
    [note] = check["output"]["annotations"]
    assert (note["path"], note["start_line"], note["title"]) == (
        "catalogue/units/a-centre.yml",
        3,
        "value-not-date",
    )
    assert "күн түсініксіз" in note["message"]
    assert "непонятная дата" in note["message"]
    [text] = host.bodies("/comments")
    assert text["body"].startswith(MARK)
    assert "Қате саны: 1" in text["body"]
    assert "Ошибок: 1" in text["body"]
    assert not host.bodies("/labels")


def test_an_earlier_comment_is_written_anew(tmp_path: Path) -> None:
    mine = {"id": 5, "body": MARK + "\nold", "user": {"type": "Bot"}}
    theirs = {"id": 4, "body": MARK + "\ncopied", "user": {"type": "User"}}
    host = Host([PROBLEM["path"]], [theirs, mine])
    publish(EVENT, left(tmp_path, report()), host)
    methods = [(m, p) for m, p, _ in host.written if "comments" in p]
    assert methods == [("PATCH", "/repos/tirek/tirek/issues/comments/5")]


def test_other_places_are_flagged(tmp_path: Path) -> None:
    host = Host([PROBLEM["path"], "scripts/set_up.py", "catalogue/vocabularies/needs.yml"])
    publish(EVENT, left(tmp_path, report()), host)
    assert host.bodies("/labels") == [{"labels": ["maintainer"]}]
    [text] = host.bodies("/comments")
    assert "`scripts/set_up.py`" in text["body"]
    assert "`catalogue/vocabularies/needs.yml`" in text["body"]


def test_many_problems_come_in_batches(tmp_path: Path) -> None:
    host = Host([PROBLEM["path"]])
    counted = {**report()["counted"], "errors": 120}
    publish(EVENT, left(tmp_path, report(problems=[PROBLEM] * 120, counted=counted)), host)
    sizes = [len(body["output"]["annotations"]) for body in host.bodies("/check-runs")]
    assert sizes == [50, 50, 20]
    [text] = host.bodies("/comments")
    assert text["body"].count("value-not-date") == 40
    assert "… и ещё 100." in text["body"]


def test_only_changed_files_are_annotated(tmp_path: Path) -> None:
    host = Host(["catalogue/units/other.yml"])
    publish(EVENT, left(tmp_path, report()), host)
    [check] = host.bodies("/check-runs")
    assert check["output"]["annotations"] == []


def test_a_commit_that_is_no_longer_the_last_is_passed_over(tmp_path: Path) -> None:
    run = {**EVENT["workflow_run"], "head_sha": "f" * 40}
    host = Host([])
    assert "no open proposal" in publish({**EVENT, "workflow_run": run}, tmp_path / "x", host)
    assert host.written == []


def test_a_real_report_comes_through(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(VALID, root)
    received = read_report(left(tmp_path, as_json(check_project(root)).encode()))
    assert received.errors == 0
    assert received.records == 40


def hostile() -> dict[str, Any]:
    nested: Any = b"[" * 200_000
    return {
        "no JSON": b"\x89PNG",
        "too deep": nested,
        "too large": b" " * (MAX_BYTES + 1),
        "a list": [],
        "another version": report(version=2),
        "a number as text": report(counted={**report()["counted"], "errors": "1"}),
        "a negative number": report(counted={**report()["counted"], "errors": -1}),
        "true as a number": report(problems=[{**PROBLEM, "line": True}]),
        "a path that leads out": report(problems=[{**PROBLEM, "path": "../../etc/passwd"}]),
        "an absolute path": report(problems=[{**PROBLEM, "path": "/etc/passwd"}]),
        "a line break in a path": report(problems=[{**PROBLEM, "path": "a\nb"}]),
        "an unknown level": report(problems=[{**PROBLEM, "level": "notice"}]),
        "a code with signs": report(problems=[{**PROBLEM, "code": "a-b](http://x)"}]),
        "no words": report(problems=[{**PROBLEM, "ru": {}}]),
        "words that are no text": report(problems=[{**PROBLEM, "kk": {"wrong": 1, "mend": ""}}]),
    }


@pytest.mark.parametrize("name", hostile())
def test_what_is_no_report_is_told_as_a_broken_check(tmp_path: Path, name: str) -> None:
    path = left(tmp_path, hostile()[name])
    with pytest.raises(NotAReport):
        read_report(path)
    host = Host([PROBLEM["path"]])
    publish(EVENT, path, host)
    [check] = host.bodies("/check-runs")
    assert check["conclusion"] == "failure"
    assert "Тексеру аяқталмады" in host.bodies("/comments")[0]["body"]


def test_a_link_is_not_followed_and_nothing_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    for name in ("link", "missing", "."):
        with pytest.raises(NotAReport):
            read_report(tmp_path / name)


def test_thousands_of_problems_are_cut(tmp_path: Path) -> None:
    assert len(read_report(left(tmp_path, report(problems=[PROBLEM] * 900))).problems) == (
        MAX_PROBLEMS
    )


EVIL = (
    "@everyone ![x](http://evil.example/a.png) [a](javascript:alert(1)) <img src=x onerror=1> "
    "<!-- tirek-check --> https://evil.example #1 `code` **b** www.evil.example a@b.kz"
)


def test_words_of_a_sender_do_nothing_in_a_comment(tmp_path: Path) -> None:
    said = {"wrong": EVIL, "mend": EVIL}
    row = {**PROBLEM, "path": "a`b @x.yml", "value": EVIL, "kk": said, "ru": said}
    text = comment(read_report(left(tmp_path, report(problems=[row]))), ["`@all`"], "https://x.kz")
    assert text.count(MARK) == 1
    html = markdown(text.replace(MARK, ""))
    assert not re.search(r"<(?:img|a|script|strong>b)\b", html.replace('href="https://x.kz"', ""))
    shown = re.sub(r"<code>.*?</code>", "", text)
    assert not re.search(r"(?<!&#)@\w", re.sub(r"`[^`]*`", "", shown))


@given(st.text(max_size=60))
def test_words_and_code_hold_no_markup(text: str) -> None:
    assert not set(re.sub(r"&#\d+;", "", words(text))) & set("`*_[]<>@|&")
    assert code(text).count("`") == 2


def test_when_all_is_fine_the_preview_is_shown() -> None:
    fine = comment(Received((), 0, 0, 0, 12), [], "https://host/run/1")
    assert "Қате табылмады. Тексерілген жазба саны: 12." in fine
    assert fine.count("https://host/run/1") == 2
    assert "https" not in comment(Received((), 3, 0, 0, 12), [], "https://host/run/1")


@pytest.mark.parametrize(
    ("path", "ordinary"),
    [
        ("docs/kk/network/centres/a-centre.md", True),
        ("docs/ru/network/index.md", True),
        ("catalogue/units/a-centre.yml", True),
        ("catalogue/materials/cards.yml", True),
        ("catalogue/files/cards/a.kk.pdf", True),
        ("catalogue/vocabularies/needs.yml", False),
        ("catalogue/facts/x.yml", False),
        ("docs/kk/about.md", False),
        ("docs/kk/network/../../../x.md", False),
        ("catalogue/files/../vocabularies/needs.yml", False),
        ("catalogue/files/.git/config", False),
        ("docs/kk/network/a.html", False),
        (".github/workflows/checks.yml", False),
        ("Makefile", False),
        ("docs/kk/network/a.md\n", False),
    ],
)
def test_where_centres_write(path: str, ordinary: bool) -> None:
    assert unusual([path]) == ([] if ordinary else [path])


def test_lists_are_read_to_their_end() -> None:
    rows = list(range(250))
    asked: list[str] = []

    def send(method: str, path: str, body: Any) -> Any:
        asked.append(path)
        page = int(path.rpartition("=")[2])
        return rows[(page - 1) * 100 : page * 100]

    assert pages(send, "/x") == rows
    assert len(asked) == 3


def test_the_token_goes_to_the_host_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_API_URL", "https://api.example")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    assert Http.from_environment() == Http("https://api.example", "secret")


# The workflows themselves.

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
UNTRUSTED = re.compile(
    r"\$\{\{[^}]*(?:head_ref|head\.ref|head_branch|title|body|label|login|\.name|message|inputs|"
    r"artifact|issue\.)[^}]*\}\}"
)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_no_text_reaches_a_shell(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", used), used
    workflow = yaml.safe_load(text)
    assert "permissions" in workflow, "say what the token may do"
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step
            assert not UNTRUSTED.search(str(step.get("with", ""))), step


def test_what_runs_the_senders_code_has_no_rights() -> None:
    text = (ROOT / ".github/workflows/proposal.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    assert "github.token" not in text
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 reads «on» as true
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        checkout = next(s for s in job["steps"] if "checkout" in s.get("uses", ""))
        assert checkout["with"]["persist-credentials"] is False


def test_what_has_rights_runs_the_main_branch_only() -> None:
    text = (ROOT / ".github/workflows/proposal-report.yml").read_text(encoding="utf-8")
    [job] = yaml.safe_load(text)["jobs"].values()
    checkouts = [s for s in job["steps"] if "checkout" in s.get("uses", "")]
    assert [s["with"]["ref"] for s in checkouts] == [
        "${{ github.event.repository.default_branch }}"
    ]
    assert [s["run"].split()[0] for s in job["steps"] if "run" in s] == ["python3"]
    assert "make " not in text
    assert "pip" not in text
