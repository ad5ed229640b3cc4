"""``tirek usb zip`` and ``sign``: an edition is made ready to be given out."""

from pathlib import Path

import click

from tirek.commands.keys import secret_key
from tirek.commands.session import Session, in_session, stop
from tirek.commands.usb_copy import FOLDER
from tirek.commands.usb_key import project_key
from tirek.commands.usb_watch import Looking, Progress
from tirek.commands.usb_words import number, problem_of, size_in
from tirek.offline.fault import UsbError
from tirek.offline.manifest import (
    MANIFEST,
    SCRIPT,
    SIGNATURE,
    WORK,
    fingerprint,
    key_in,
    script,
    shortened,
)
from tirek.offline.seal import Seal, source_seal
from tirek.offline.signature import public_key, signed
from tirek.offline.solid import put
from tirek.offline.zipping import zipped


@click.command(name="zip")
@click.option("--publish", is_flag=True, help="Сайтта ұсыну / Предложить на сайте")
@click.option("--address", default="", help="ZIP қайда тұрады / Где лежит ZIP: https://…")
@click.argument("out", type=FOLDER)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_session
def archive(session: Session, publish: bool, address: str, out: Path, file: Path) -> None:
    """Көшірмені бір ZIP файлға жинау / Сложить копию в один файл ZIP."""
    if address and not address.startswith("https://"):
        raise click.UsageError(session.say("usb_address_form", value=address))
    if publish:
        session.need_project()
    progress = Progress(session, 1)
    try:
        seal = source_seal(out)
        digest = zipped(out, seal, file, Looking(progress, None)).hex()
        size = file.stat().st_size
    except (UsbError, OSError) as error:
        progress.clear()
        stop(problem_of(session, error))
    progress.clear()
    said = {"file": file, "size": size_in(session.lang, size), "bytes": number(size), "sum": digest}
    click.echo(session.say("usb_zipped", **said))
    if publish:
        _publish(session, seal, file, digest, address)


def _publish(session: Session, seal: Seal, file: Path, digest: str, address: str) -> None:
    """Tell the website of a ZIP, by the project's ``editions.yml``."""
    # Here, since only publishing takes YAML.
    from tirek.model.offer import Offer
    from tirek.offers import FILE, OffersError, offered

    about, line = seal.manifest.about, key_in(seal.script)
    offer = Offer(
        file=file.name,
        version=about.version,
        date=about.date,
        selection=about.selection,
        bytes=file.stat().st_size,
        sha256=digest,
        fingerprint=fingerprint(seal.content),
        key=public_key(line).name if line else "",
        address=address,
    )
    try:
        offered(session.root, offer)
    except OffersError as error:
        stop(session.say("usb_editions_form", why=error))
    click.echo(session.say("usb_published", path=session.root / FILE))


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
