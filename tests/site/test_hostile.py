"""Hostile things sent to the project: what is let through does nothing in a browser.

All cases of the corpus are laid into a copy of the project; what the checks refuse is taken out,
as a maintainer would. Then every text of every record is made hostile too, behind the checks'
back, and the site is built and opened.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Request
from projects import ROOT, copied
from visits import KINDS

from tirek import LANGUAGES
from tirek.cli import main
from tirek.problem import Problem
from tirek.reading import fresh as reading
from tirek.reading import nodes
from tirek.reading.project import check_project

sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from case import Case
from corpus import corpus

EVIL = (
    "</title></script><script>alert('ran')</script><svg/onload=alert('ran')>"
    "<img/src='https://elsewhere.example/hostile'onerror=alert('ran')>\"'>&amp;[[newest]]{{7*7}}"
)
"""Put before every text of every record; without blanks, for names are cut there on the map."""
CANARY = "no page may hold this line of a file outside"
FREE_TEXTS = frozenset({"authors", "number", "phone", "mail"})
OFFERED = {"docx", "xlsx", "pptx", "odt", "epub", "html", "txt", "csv", "png", "jpg", "svg", "zip"}


@dataclass
class Sent:
    """The project with what was sent laid in, and what became of it."""

    root: Path
    refused: dict[str, set[str]] = field(default_factory=dict)
    """Codes of errors by path."""
    left: list[str] = field(default_factory=list)
    """Paths that were let through."""

    @property
    def site(self) -> Path:
        return self.root / "site"


def lay(root: Path, case: Case) -> list[str]:
    """Write a case where its sender would have it; return the paths."""
    if case.kind == "path":
        if case.name in ("..", "txt.\u202eexe") or len(case.name) > 200:
            return []
        paths = [f"catalogue/files/paths/{case.name}"]
    elif case.kind == "file":
        paths = [f"catalogue/files/sent/{case.name}"]
    elif case.kind == "page":
        paths = [f"docs/{lang}/sent-{case.name}.md" for lang in LANGUAGES]
    else:
        paths = [f"catalogue/materials/sent-{case.name}.yml"]
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(case.content)
    return paths


def refused(problems: tuple[Problem, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for problem in problems:
        if problem.level == "error":
            found.setdefault(problem.path, set()).add(problem.code)
    return found


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    """The project with all cases, checked, cleared of what is refused, spoiled and built."""
    top = tmp_path_factory.mktemp("hostile")
    (top / "secret.txt").write_text(CANARY, encoding="utf-8")
    project = Sent(copied(top / "project"))
    laid = [path for case in corpus() for path in lay(project.root, case)]
    report = check_project(project.root)
    project.refused = refused(report.problems)
    for path in project.refused:
        (project.root / path).unlink()
    project.left = [path for path in laid if (project.root / path).exists()]
    offer(project)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "RECORDS", ())
        patched.setattr(nodes, "MAX_BYTES", 2**22)  # each text of a long vocabulary grows
        spoil(project.root)
        result = CliRunner().invoke(main, ["--root", str(project.root), "build"])
    assert result.exit_code == 0, result.output
    return project


def offer(project: Sent) -> None:
    """Write records that offer the files that were let through."""
    files = [
        {"path": path.removeprefix("catalogue/files/"), "language": "kk", "format": suffix}
        for path in project.left
        if path.startswith("catalogue/files/sent/")
        for suffix in [path.rpartition(".")[2]]
        if suffix in OFFERED
    ]
    assert len(files) > 25
    right = yaml.safe_load(
        (ROOT / "catalogue/materials/annual-report.yml").read_text(encoding="utf-8")
    )
    record = {**right, "files": files, "added": "2026-11-22", "updated": "2026-11-22"}
    record.pop("date", None)
    record["title"] = {"kk": "Жіберілген файлдар жинағы", "ru": "Собрание присланных файлов"}
    record["summary"] = {
        "kk": "Тексеруден өткен файлдар осында жиналып, браузерде бір-бірлеп ашылады.",
        "ru": "Сюда собраны файлы, которые прошли проверку: браузер открывает их по одному.",
    }
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    (project.root / "catalogue/materials/sent-files.yml").write_text(text, encoding="utf-8")


def spoiled(value: Any, words: bool = False) -> Any:
    """Put EVIL before every text that a person would read, and leave ids and dates alone."""
    if isinstance(value, dict):
        return {
            key: spoiled(item, words or key in LANGUAGES or (key in FREE_TEXTS))
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [spoiled(item, words) for item in value]
    return EVIL + value if words and isinstance(value, str) else value


def spoil(root: Path) -> None:
    for path in sorted((root / "catalogue").glob("*/*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.CBaseLoader)
        text = yaml.safe_dump(spoiled(data), allow_unicode=True, sort_keys=False, width=9999)
        path.write_text(text, encoding="utf-8")


def test_every_case_is_refused_or_let_through_as_it_should(sent: Sent) -> None:
    left = set(sent.left)
    for case in corpus():
        if case.kind in ("page", "record"):
            stem = f"sent-{case.name}.md" if case.kind == "page" else f"sent-{case.name}.yml"
            let = any(path.endswith(f"/{stem}") for path in left)
            assert let == (not case.codes or case.warned), (str(case), sent.refused)
        elif case.kind == "file":
            let = f"catalogue/files/sent/{case.name}" in left
            assert let == (not case.codes or case.warned), str(case)


@dataclass
class Watch:
    """What a browser did that no page may do."""

    site: str
    seen: list[str] = field(default_factory=list)
    opened: int = 0

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("dialog", lambda dialog: (self._note("ran", dialog.message), dialog.dismiss()))
        context.on("page", lambda page: self.opened and self._note("opened a page", page.url))
        context.on("weberror", lambda error: self._note("error", str(error.error)))

    def _note(self, what: str, value: str) -> None:
        self.seen.append(f"{what}: {value[:200]}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:image/", "blob:")):
            self._note("asks for", request.url)


@pytest.fixture
def watched(chromium: Browser, sent: Sent) -> Iterator[tuple[BrowserContext, Watch]]:
    watch = Watch(f"{sent.site.as_uri()}/")
    context = chromium.new_context(accept_downloads=False)
    context.set_default_timeout(8000)
    watch.over(context)
    yield context, watch
    context.close()
    assert not watch.seen, "\n".join(watch.seen)


def test_pages_and_files_that_were_let_through_do_nothing(
    sent: Sent, watched: tuple[BrowserContext, Watch]
) -> None:
    context, watch = watched
    page = context.new_page()
    pages = sorted(sent.site.rglob("sent-*.html"))
    shown = [p for p in sorted((sent.site / "files/sent").iterdir()) if p.suffix in SHOWN]
    assert len(pages) > 10
    assert len(shown) > 6
    for path in (*pages, *shown):
        page.goto(path.as_uri(), wait_until="load")
        watch.opened += 1
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")


SHOWN = (".html", ".svg", ".txt", ".png", ".jpg", ".gif")
"""Endings of what a browser shows itself."""


def test_hostile_texts_in_every_field_do_nothing(
    sent: Sent, watched: tuple[BrowserContext, Watch]
) -> None:
    context, watch = watched
    page = context.new_page()
    there = [uri for uri in KINDS.values() if (sent.site / uri).is_file()]
    assert len(there) > 20
    hostile = 0
    for uri in (*there, *(f"ru/{uri}" for uri in there[::3])):
        page.goto((sent.site / uri).as_uri())
        watch.opened += 1
        hostile += "alert('ran')" in page.inner_text("body")
    assert hostile > 15  # the texts are there, as texts


def test_searching_and_choosing_among_hostile_texts_does_nothing(
    sent: Sent, watched: tuple[BrowserContext, Watch]
) -> None:
    context, watch = watched
    page = context.new_page()
    page.goto((sent.site / "catalogue/index.html").as_uri())
    watch.opened += 1
    page.locator("[data-panel] > summary").click()
    boxes = page.locator("[data-choices] input")
    boxes.first.wait_for(state="attached")
    for number in range(min(3, boxes.count())):
        boxes.nth(number).dispatch_event("click")
    page.wait_for_timeout(300)
    assert "alert('ran')" in page.inner_text("main")
    query = "%3Cscript%3Ealert('ran')%3C%2Fscript%3E"
    for uri in ("search.html", "ru/search.html"):
        page.goto(f"{(sent.site / uri).as_uri()}?q={query}")
        page.wait_for_timeout(300)
        page.goto(f"{(sent.site / uri).as_uri()}?q=отчёт")
        page.wait_for_timeout(500)


def test_nothing_outside_was_read_or_written(sent: Sent) -> None:
    beside = sorted(path.name for path in sent.root.parent.iterdir())
    assert beside == ["project", "secret.txt"]
    assert (sent.root.parent / "secret.txt").read_text(encoding="utf-8") == CANARY
    passwd = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()[0]
    for path in sent.site.rglob("*"):
        if path.suffix in (".html", ".json", ".js", ".txt", ".svg"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert CANARY not in text, path
            assert passwd not in text, path
            assert "markdown_extensions:" not in text, path
