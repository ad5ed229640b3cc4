"""``tirek check``: all that is wrong with what came in."""

import sys
from pathlib import Path

import click

from tirek.commands.changes import UnknownRevision, changed_since
from tirek.commands.session import PROBLEMS, Session, in_session
from tirek.garbage import leave_garbage
from tirek.reading.project import check_project
from tirek.reading.report import Report
from tirek.reporting.as_json import as_json
from tirek.reporting.github import as_github
from tirek.reporting.sarif import as_sarif
from tirek.reporting.text import as_text
from tirek.settings import read_settings


@click.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--changed-since",
    "revision",
    metavar="REV",
    help="Осы нұсқадан кейін өзгерген файлдар ғана / Только файлы, изменённые после этой версии",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="Есеп түрі / Вид отчёта",
)
@in_session
def check(session: Session, paths: tuple[Path, ...], revision: str | None, form: str) -> None:
    """Каталог пен беттерді тексеру / Проверить каталог и страницы.

    Бәрі оқылады; PATH берілсе, сол файлдар мен қалталардың қателері ғана айтылады.
    / Читается всё; если указать PATH, названы будут ошибки только этих файлов и папок.
    """
    leave_garbage()
    within = tuple(_uri(session, path) for path in paths)
    changed = _changed(session, revision) if revision is not None else None
    report = check_project(session.root)
    if within:
        report = report.within(within)
    if changed is not None:
        report = report.only(changed.__contains__)
    _print(session, report, form)
    if report.errors:
        sys.exit(PROBLEMS)


def _uri(session: Session, path: Path) -> str:
    """Return ``path`` from the project's root."""
    try:
        # The folder is resolved, the file itself is not: a link is checked as a link.
        whole = path.parent.resolve() / path.name if path.name else path.resolve()
        return whole.relative_to(session.root.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(session.say("outside", path=path)) from None


def _changed(session: Session, revision: str) -> frozenset[str]:
    try:
        return changed_since(session.root, revision)
    except UnknownRevision:
        raise click.UsageError(session.say("no_revision", revision=revision)) from None


def _print(session: Session, report: Report, form: str) -> None:
    if form == "json":
        click.echo(as_json(report))
    elif form == "sarif":
        click.echo(as_sarif(report, session.lang, read_settings(session.root).site_url))
    elif form == "github":
        if report.problems:
            click.echo(as_github(report.problems, session.lang))
    else:
        _print_text(session, report)


def _print_text(session: Session, report: Report) -> None:
    if report.problems:
        click.echo(as_text(report.problems, session.lang) + "\n", err=True)
    if report.errors:
        click.echo(session.say("problems", count=len(report.errors)), err=True)
    else:
        click.echo(session.say("fine", count=report.counted.records))
    if report.warnings:
        click.echo(session.say("warnings", count=len(report.warnings)), err=True)
    if report.elsewhere:
        click.echo(session.say("elsewhere", count=report.elsewhere), err=True)
