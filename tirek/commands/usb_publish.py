"""``tirek usb zip`` and ``sign``: an edition is made ready to be given out."""

from pathlib import Path

import click

from tirek.commands.keys import secret_key
from tirek.commands.session import Session, in_session, stop
from tirek.commands.usb_copy import FOLDER
from tirek.commands.usb_key import project_key
from tirek.commands.usb_watch import Looking, Progress
from tirek.commands.usb_words import problem_of, size_in
from tirek.offline.fault import UsbError
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, WORK, fingerprint, script, shortened
from tirek.offline.seal import source_seal
from tirek.offline.signature import signed
from tirek.offline.solid import put
from tirek.offline.zipping import zipped


@click.command(name="zip")
@click.argument("out", type=FOLDER)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_session
def archive(session: Session, out: Path, file: Path) -> None:
    """Көшірмені бір ZIP файлға жинау / Сложить копию в один файл ZIP."""
    progress = Progress(session, 1)
    try:
        seal = source_seal(out)
        digest = zipped(out, seal, file, Looking(progress, None)).hex()
        size = file.stat().st_size
    except (UsbError, OSError) as error:
        progress.clear()
        stop(problem_of(session, error))
    progress.clear()
    said = {"file": file, "size": size_in(session.lang, size), "bytes": size, "sum": digest}
    click.echo(session.say("usb_zipped", **said))


@click.command()
@click.option("--secret", type=click.Path(path_type=Path), help="Жабық кілт файлы / Закрытый ключ")
@click.argument("out", type=FOLDER)
@in_session
def sign(session: Session, secret: Path | None, out: Path) -> None:
    """Көшірмеге қол қою / Подписать копию."""
    try:
        seal = source_seal(out)
        key = secret_key(session, secret)
        ours = project_key(session)
        if ours is not None and ours != key.public:
            raise UsbError("usb_key_other", name=key.public.name, ours=ours.name)
        part = out / WORK
        put(out / SIGNATURE, signed(seal.content, seal.manifest.about.comment, key).encode(), part)
        put(out / SCRIPT, script(seal.content, key.public.line), part)
        put(out / MANIFEST, seal.content, part)
    except (UsbError, OSError) as error:
        stop(problem_of(session, error))
    short = shortened(fingerprint(seal.content))
    comment = seal.manifest.about.comment
    click.echo(
        session.say("usb_signed", folder=out, name=key.public.name, comment=comment, short=short)
    )
