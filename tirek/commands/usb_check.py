"""``tirek usb verify``: is a stick whole, and is it ours?"""

from collections import Counter
from pathlib import Path

import click

from tirek.commands.session import PROBLEMS, Session, in_session, stop
from tirek.commands.usb_copy import FOLDER
from tirek.commands.usb_key import key_of
from tirek.commands.usb_watch import Looking, Progress
from tirek.commands.usb_words import problem_of, size_in
from tirek.offline.fault import UsbError
from tirek.offline.manifest import fingerprint, shortened
from tirek.offline.verifying import KINDS
from tirek.offline.verifying import verify as check


@click.command()
@click.option("--key", help="Ашық кілт не оның файлы / Открытый ключ или файл с ним")
@click.argument("target", type=FOLDER)
@in_session
def verify(session: Session, key: str | None, target: Path) -> None:
    """Флешкадағы көшірменің бүтін екенін тексеру / Проверить, цела ли копия на флешке."""
    owner = key_of(session, key)
    progress = Progress(session, 1)
    try:
        verdict = check(target, Looking(progress, None))
    except (UsbError, OSError) as error:
        progress.clear()
        stop(problem_of(session, error))
    progress.clear()
    for finding in verdict.findings:
        click.echo(session.say(f"usb_found_{finding.kind}", path=finding.path, there=finding.there))
    manifest = verdict.seal.manifest
    whole = fingerprint(verdict.seal.content)
    values = {"version": manifest.about.version, "date": manifest.about.date}
    values |= {"fingerprint": shortened(whole), "selection": manifest.about.selection}
    files, size = len(manifest.sums), size_in(session.lang, manifest.size)
    if verdict.is_whole:
        click.echo(session.say("usb_whole", files=files, size=size, **values))
    else:
        counts = Counter(finding.kind for finding in verdict.findings)
        said = [session.say(f"usb_count_{k}", n=counts[k]) for k in KINDS if counts[k]]
        click.echo(session.say("usb_not_whole", said=", ".join(said), **values))
    why = verdict.seal.distrust(owner) if owner is not None else None
    if owner is None:
        click.echo(session.say("usb_genuine_unasked", whole=whole))
    elif why is None:
        click.echo(session.say("usb_genuine", name=owner.name))
    else:
        click.echo(session.say("usb_not_genuine", why=problem_of(session, why)), err=True)
    if why is not None or not verdict.is_whole:
        raise SystemExit(PROBLEMS)
