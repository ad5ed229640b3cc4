"""``tirek new``: asks for what a record must have, and writes one that passes the checks."""

import re
import sys
from typing import Final

import click

from tirek import LANGUAGES, Language
from tirek.commands.session import Session, in_session, stop
from tirek.intake.beginning import page_of, stories_of, usual_titles
from tirek.intake.putting import finish, put_all
from tirek.model.catalogue import Catalogue
from tirek.model.translation import MARK, OTHER
from tirek.problem import nearest
from tirek.reading.project import check_project, check_tree
from tirek.reading.report import Report
from tirek.tables.columns import Column, columns_of
from tirek.tables.grid import Grid, Row
from tirek.tables.importing import FAULTY, NEW, Result, imported
from tirek.tables.mapping import TableMap, is_path
from tirek.tables.template import choices_of

KINDS: Final = {
    "unit": "units",
    "organisation": "organisations",
    "material": "materials",
    "event": "events",
}
FEW: Final = 16
"""Choices that are all named in a question."""

MOST_ROUNDS: Final = 5
"""Times that a wrong answer is asked for again."""

_URI: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
_STORY: Final = ("title", "text")
"""What is asked of a page in each language."""


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, "page"]))
@click.argument("name", required=False, metavar="[ID]")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Өріс мәні / Значение поля: --set short.kk=… --set region=KZ-75",
)
@in_session
def new(session: Session, kind: str, name: str | None, given: tuple[str, ...]) -> None:
    """Жаңа жазба не бет бастау / Начать новую запись или страницу.

    Терминалда сұрайды; --set арқылы берілгенін сұрамайды.
    / Спрашивает в терминале; о том, что дано через --set, не спрашивает.
    """
    answers = _given(session, kind, given)
    finish(session.root)
    if kind == "page":
        files = _page(session, name, answers)
    else:
        files = _record(session, KINDS[kind], name, answers)
    put_all(session.root, files)
    for path in files:
        click.echo(session.say("new_written", path=path))


def _given(session: Session, kind: str, given: tuple[str, ...]) -> dict[str, str]:
    pages = {f"{part}.{lang}" for part in (*_STORY, "description") for lang in LANGUAGES}
    known = pages if kind in ("page", "unit") else set()
    if kind != "page":
        known |= {column.path for column in columns_of(KINDS[kind])}
    answers = {}
    for pair in given:
        path, equals, value = pair.partition("=")
        if not equals or not is_path(path, known):
            hint = nearest(path, known)
            raise click.UsageError(session.say("new_no_field", field=path, nearest=hint))
        answers[path] = value
    return answers


def _record(
    session: Session, folder: str, name: str | None, answers: dict[str, str]
) -> dict[str, bytes]:
    report = check_project(session.root)
    story = _STORY if folder == "units" else ()  # elsewhere a title is the record's own
    pages = {key: answers.pop(key) for key in list(answers) if key.split(".")[0] in story}
    if name:
        answers["id"] = name
    for column in columns_of(folder):
        if not column.required or column.path in answers or _waits(column, answers):
            continue
        answers[column.path] = _asked(session, report, column)
        _mark(session, column, answers)
    result, catalogue = _checked(session, report, folder, answers)
    files = {result.path: result.content}
    if folder == "units":
        files |= _stories(session, catalogue, result.name, pages)
    return files


def _waits(column: Column, answers: dict[str, str]) -> bool:
    """Return whether the column's language is the one that the record is not written in yet."""
    return column.path.rpartition(".")[2] == answers.get(MARK, "")


def _mark(session: Session, column: Column, answers: dict[str, str]) -> None:
    """Mark a record as not translated, whose text was given in one language of the two."""
    text, _, lang = column.path.rpartition(".")
    pair = {own: answers.get(f"{text}.{own}") for own in LANGUAGES}
    empty = [own for own, said in pair.items() if said == ""]
    if (
        lang in pair
        and MARK not in answers
        and len(empty) == 1
        and all(said is not None for said in pair.values())
    ):
        answers[MARK] = empty[0]
        click.echo(session.say(f"new_only_{OTHER[empty[0]]}"))


def _checked(
    session: Session, report: Report, folder: str, answers: dict[str, str]
) -> tuple[Result, Catalogue]:
    """Ask again for what is wrong, as long as somebody answers.

    Returns:
        The record, and the catalogue with it.
    """
    columns = {column.path: column for column in columns_of(folder)}
    for _ in range(MOST_ROUNDS):
        said = {path: value for path, value in answers.items() if value}
        grid = Grid((Row(1, tuple(said)), Row(2, tuple(said.values()))), "")
        outcome = imported(session.root, grid, TableMap(folder), report)
        [result] = outcome.results
        for problem in result.problems:
            click.echo("\n".join(problem.lines(session.lang)), err=True)
        if result.state == NEW:
            return result, outcome.after
        if result.state != FAULTY:
            stop(session.say("new_exists", path=result.path))
        wrong = {p.field for p in result.problems if p.level == "error"}
        asked = [columns[path] for path in sorted(wrong) if path in columns]
        again = {column.path: _asked(session, report, column) for column in asked}
        if not any(again.values()):
            break
        answers |= again
    stop(session.say("new_not_written"))


def _stories(
    session: Session, catalogue: Catalogue, name: str, pages: dict[str, str]
) -> dict[str, bytes]:
    unit = catalogue.units[name]
    titles = usual_titles(catalogue, unit)
    texts: dict[Language, str] = {}
    for lang in LANGUAGES:
        titles[lang] = pages.get(f"title.{lang}") or titles[lang]
        texts[lang] = pages.get(f"text.{lang}", "")
        if not texts[lang] and lang != unit.not_translated:
            texts[lang] = _line(session, f"new_story_{lang}")
    made = stories_of(unit, titles, texts)
    if not made:
        click.echo(session.say("new_no_story"))
    return made


def _page(session: Session, uri: str | None, answers: dict[str, str]) -> dict[str, bytes]:
    uri = (uri or _line(session, "new_uri")).removesuffix(".md")
    if not _URI.fullmatch(uri):
        raise click.UsageError(session.say("new_uri_form", uri=uri))
    files = {}
    for lang in LANGUAGES:
        title, text = (
            answers.get(f"{part}.{lang}") or _line(session, f"new_{part}_{lang}") for part in _STORY
        )
        path = f"docs/{lang}/{uri}.md"
        if (session.root / path).exists():
            stop(session.say("new_exists", path=path))
        files[path] = page_of(title, answers.get(f"description.{lang}", ""), text)
    problems = [p for p in check_tree(session.root, files).problems if p.path in files]
    for problem in problems:
        click.echo(problem.say(session.lang), err=True)
    if any(problem.level == "error" for problem in problems):
        stop(session.say("new_not_written"))
    return files


def _asked(session: Session, report: Report, column: Column) -> str:
    """Return the answer for a field, asked in the terminal; "" where nobody answers."""
    click.echo("\n" + column.label[session.lang])
    click.echo("  " + column.help[session.lang])
    words = list(choices_of(report.catalogue, column, session.lang))
    if words:
        shown = "; ".join(words[:FEW]) + (" …" if len(words) > FEW else "")
        click.echo(f"  {session.say('new_choices')}: {shown}")
    elif column.example:
        click.echo(f"  {session.say('new_example')}: {column.example}")
    if column.many:
        click.echo("  " + session.say("new_several"))
    return _answer(">")


def _line(session: Session, key: str) -> str:
    return _answer(session.say(key))


def _answer(question: str) -> str:
    try:
        return str(click.prompt(question, default="", show_default=False)).strip()
    except click.Abort:
        # Ctrl+C stops everything; a script whose input has ended answers nothing.
        if sys.stdin.isatty():
            raise
        return ""
