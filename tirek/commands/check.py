"""``tirek check``: all that is wrong with what came in."""

import sys

import click

from tirek.commands.session import PROBLEMS, Session, in_session
from tirek.reading.project import check_project


@click.command()
@in_session
def check(session: Session) -> None:
    """Каталог пен беттерді тексеру / Проверить каталог и страницы."""
    report = check_project(session.root)
    if report.problems:
        click.echo("\n\n".join(problem.say(session.lang) for problem in report.problems), err=True)
        click.echo("", err=True)
    if report.errors:
        click.echo(session.say("problems", count=len(report.errors)), err=True)
        sys.exit(PROBLEMS)
    click.echo(session.say("fine", count=report.counted.records))
