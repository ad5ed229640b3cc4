"""``tirek check``: all that is wrong with what came in."""

import click

from tirek.commands.session import Session, in_session
from tirek.model.kinds import KINDS


@click.command()
@in_session
def check(session: Session) -> None:
    """Каталог пен беттерді тексеру / Проверить каталог и страницы."""
    catalogue = session.catalogue()
    count = sum(len(catalogue.of_kind(kind.folder)) for kind in KINDS)
    click.echo(session.say("fine", count=count))
