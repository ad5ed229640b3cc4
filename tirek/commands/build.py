"""``tirek build``: the catalogue and the hand-written pages become a site."""

import os
import time
from datetime import date
from pathlib import Path

import click

from tirek.assets import AssetsMissing
from tirek.commands.session import Session, in_session, stop
from tirek.garbage import leave_garbage
from tirek.inspection.sandbox import sandbox
from tirek.place import Place
from tirek.settings import read_settings
from tirek.shells import ShellError, begun_shells


@click.command()
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Сайт қалтасы / Папка сайта",
)
@in_session
def build(session: Session, site: Path | None) -> None:
    """Сайтты құрастыру / Собрать сайт."""
    root = session.root.resolve()
    target = (site or root / "site").resolve()
    began = time.monotonic()
    leave_garbage()
    try:
        with (
            session.steps("step_read", "step_shells", "step_pages") as next_step,
            begun_shells(root) as finished_shells,
        ):
            # Here, since it takes a fifth of a second, and MkDocs need not wait for it.
            from tirek.edition import publish

            catalogue = session.catalogue()
            sandbox().close()  # no more files are looked into; it would only hold memory
            next_step()
            shells = finished_shells()
            next_step()
            place = Place(
                root=root,
                shells=shells.folder,
                site=target,
                state=shells.state_of(target),
                settings=read_settings(root),
                this_year=date.today().year,
            )
            report = publish(catalogue, place)
            next_step()
    except ShellError as error:
        stop(f"{error}\n\n{session.say('shells_failed')}")
    except AssetsMissing as error:
        stop(session.say("assets_missing", path=error))
    click.echo(
        session.say(
            "built",
            files=report.files,
            written=len(report.written),
            removed=report.removed,
            seconds=f"{time.monotonic() - began:.1f}".replace(".", ","),
            site=os.path.relpath(target),
        )
    )
