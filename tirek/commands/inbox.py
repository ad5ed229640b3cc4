"""``tirek inbox``: takes in what the form page saved."""

import sys
from pathlib import Path
from typing import Final

import click

from tirek.commands.session import PROBLEMS, Session, in_session
from tirek.intake.arrival import (
    CHANGE,
    CONFLICT,
    FAULTY,
    FEEDBACK,
    NEW,
    REFUSED,
    Arrival,
    arrival_of,
)
from tirek.intake.difference import differences
from tirek.intake.inbox import in_order, sorted_out
from tirek.intake.letters import keep_letters
from tirek.intake.package import MAX_PACKAGE
from tirek.intake.putting import finish, put_all

NOT_TAKEN: Final = (CONFLICT, FAULTY, REFUSED)


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="KIND/ID",
    help="Осы жазбаның өзгерісін қабылдау / Принять изменения этой записи",
)
@click.option(
    "--accept-all",
    is_flag=True,
    help="Барлық өзгерісті қабылдау / Принять все изменения",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Тек көрсету, ештеңе жазбау / Только показать, ничего не записывать",
)
@in_session
def inbox(
    session: Session,
    files: tuple[Path, ...],
    accepted: tuple[str, ...],
    accept_all: bool,
    dry_run: bool,
) -> None:
    """Толтырылған формаларды қабылдау / Принять заполненные формы.

    Жаңа жазбалар тексеруден өтсе, бірден қосылады; бар жазбаның өзгерісі көрсетіледі,
    --accept айтылғанда ғана енгізіледі.
    / Новые записи, прошедшие проверку, добавляются сразу; изменения имеющихся
    показываются и вносятся, только если сказать --accept.
    """
    if not dry_run and finish(session.root):
        click.echo(session.say("inbox_finished"))
    arrivals = sorted_out(session.root, [_arrival(session.root, path) for path in files])
    taken = [
        arrival
        for arrival in arrivals
        if arrival.state == NEW
        or (arrival.state == CHANGE and (accept_all or _told(arrival, accepted)))
    ]
    letters = [arrival for arrival in arrivals if arrival.state == FEEDBACK]
    if not dry_run:
        put_all(session.root, in_order(taken))
        keep_letters(session.root, letters)
    for arrival in arrivals:
        _tell(session, arrival, arrival in taken)
    click.echo(_sum(session, arrivals, taken, dry_run))
    if any(arrival.state in NOT_TAKEN for arrival in arrivals):
        sys.exit(PROBLEMS)


def _arrival(root: Path, path: Path) -> Arrival:
    with path.open("rb") as stream:  # a file that is too large is not read whole
        content = stream.read(MAX_PACKAGE + 1)
    return arrival_of(path.name, content, root)


def _told(arrival: Arrival, accepted: tuple[str, ...]) -> bool:
    return arrival.manifest is not None and arrival.manifest.about in accepted


def _tell(session: Session, arrival: Arrival, taken: bool) -> None:
    about = arrival.manifest.about if arrival.manifest else ""
    said = session.say(f"inbox_{arrival.state}{'_taken' if taken else ''}", about=about)
    click.echo(f"{arrival.name}: {said}")
    if arrival.state == REFUSED:
        reason = arrival.reason.replace("-", "_")
        click.echo("  " + session.say(f"inbox_{reason}", value=arrival.value[:60]))
    if arrival.state == CONFLICT:
        click.echo("  " + session.say("inbox_conflict_at", path=arrival.reason))
    for problem in arrival.problems:
        click.echo("  " + problem.say(session.lang).replace("\n", "\n  "))
    for change in arrival.changes:
        _tell_change(session, change.path, change.old, change.new)
    if arrival.manifest and arrival.manifest.note:
        click.echo("  " + arrival.manifest.note.strip().replace("\n", "\n  "))


def _tell_change(session: Session, path: str, old: bytes | None, new: bytes) -> None:
    if old is None:
        click.echo("  + " + path)
        return
    click.echo("  ~ " + path)
    for difference in differences(path, old, new):
        if difference.place:
            absent = session.say("inbox_absent")
            was, will = difference.old or absent, difference.new or absent
            click.echo(f"      {difference.place}: {was} → {will}")
        elif difference.old:
            click.echo(f"      {difference.old} → {difference.new}")
        else:
            click.echo("      " + difference.new.replace("\n", "\n      "))


def _sum(session: Session, arrivals: list[Arrival], taken: list[Arrival], dry_run: bool) -> str:
    left = sum(arrival.state == CHANGE and arrival not in taken for arrival in arrivals)
    return session.say(
        "inbox_dry" if dry_run else "inbox_done",
        taken=len(taken),
        letters=sum(arrival.state == FEEDBACK for arrival in arrivals),
        waiting=left,
        refused=sum(arrival.state in NOT_TAKEN for arrival in arrivals),
    )
