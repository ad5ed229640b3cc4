"""``tirek files``: the texts of ``catalogue/texts`` become DOCX and PDF."""

import os
import time

import click

from tirek.assets import AssetsMissing
from tirek.commands.session import Session, in_session, stop
from tirek.problem import CatalogueError


@click.command()
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Тек тексеру, ештеңе жазбау / Только проверить, ничего не записывать",
)
@click.argument("materials", nargs=-1, metavar="[ID]...")
@in_session
def files(session: Session, only_check: bool, materials: tuple[str, ...]) -> None:
    """Мәтіндерден DOCX пен PDF жасау / Сделать DOCX и PDF из текстов."""
    # What makes documents is installed with the linters: the other commands go without it.
    from tirek.documents.make import made_files
    from tirek.documents.manuscript import read_manuscripts
    from tirek.documents.pandoc import ToolsMissing

    root = session.root.resolve()
    began = time.monotonic()
    count, differ = 0, 0
    try:
        manuscripts = read_manuscripts(root / "catalogue")
        unknown = sorted(set(materials) - {text.material for text in manuscripts})
        if unknown:
            raise click.UsageError(session.say("no_such_text", names=", ".join(unknown)))
        chosen = [text for text in manuscripts if not materials or text.material in materials]
        for made in made_files(chosen, root):
            count += 1
            if made.is_kept():
                continue
            differ += 1
            click.echo(os.path.relpath(made.path))
            if not only_check:
                made.keep()
    except CatalogueError as error:
        click.echo(error.say(session.lang), err=True)
        stop(session.say("problems", count=len(error.problems)))
    except ToolsMissing as error:
        stop(session.say("tools_missing", name=error))
    except AssetsMissing as error:
        stop(session.say("assets_missing", path=error))
    if not only_check:
        seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
        click.echo(session.say("files_made", count=count, written=differ, seconds=seconds))
    elif differ:
        stop(session.say("files_differ", count=differ))
    else:
        click.echo(session.say("files_same", count=count))
