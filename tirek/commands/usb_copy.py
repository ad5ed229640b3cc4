"""``tirek usb write``, ``update`` and ``repair``: editions go to sticks."""

import os
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from tirek.commands.session import PROBLEMS, Session, in_session, stop
from tirek.commands.usb_key import key_of
from tirek.commands.usb_watch import Looking, Progress
from tirek.commands.usb_words import number, problem_of, size_in, time_in
from tirek.offline.fault import UsbError
from tirek.offline.manifest import fingerprint, shortened
from tirek.offline.repairing import repair as mend
from tirek.offline.seal import Seal, source_seal
from tirek.offline.signature import PublicKey
from tirek.offline.solid import READS_DEVICE
from tirek.offline.updating import update as bring
from tirek.offline.watch import Watch
from tirek.offline.writing import write as write_out

FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
TARGET: Final = click.Path(path_type=Path)

_key = click.option("--key", help="Ашық кілт не оның файлы / Открытый ключ или файл с ним")
_each = click.option("--each", is_flag=True, help="Әр файлды атау / Называть каждый файл")


@dataclass(frozen=True, slots=True)
class Ended:
    """How it went on one stick."""

    target: Path
    line: str
    """What to say of it."""
    is_right: bool


@click.command()
@_key
@_each
@click.argument("out", type=FOLDER)
@click.argument("targets", type=TARGET, nargs=-1, required=True, metavar="TARGET...")
@in_session
def write(
    session: Session, key: str | None, each: bool, out: Path, targets: Sequence[Path]
) -> None:
    """Көшірмені бір не бірнеше флешкаға жазу / Записать копию на одну или много флешек."""
    seal = _seal(session, out, key_of(session, key))
    progress, lock = Progress(session, len(targets)), threading.Lock()

    def one(target: Path) -> Ended:
        began = time.monotonic()

        def work(watch: Watch) -> str:
            done = write_out(out, seal, target, watch)
            return session.say(
                "usb_written",
                files=done.files,
                size=size_in(session.lang, done.size),
                kept=done.kept,
                time=time_in(session, time.monotonic() - began),
                **_named(seal),
            )

        return _ended(session, progress, lock, target, each, work)

    twice = len({os.path.realpath(target) for target in targets}) < len(targets)
    if twice:
        raise click.UsageError(session.say("usb_target_twice"))
    with ThreadPoolExecutor(max_workers=len(targets)) as pool:
        ended = list(pool.map(one, targets))
    wrong = [end for end in ended if not end.is_right]
    if len(targets) > 1:
        click.echo(session.say("usb_written_all", right=len(ended) - len(wrong), total=len(ended)))
    if not READS_DEVICE:
        click.echo(session.say("usb_read_from_memory"))
    if wrong:
        raise SystemExit(PROBLEMS)


@click.command()
@_key
@_each
@click.option(
    "--allow-older", is_flag=True, help="Ескіге қайтаруға рұқсат / Разрешить более старую"
)
@click.argument("out", type=FOLDER)
@click.argument("target", type=TARGET)
@in_session
def update(
    session: Session, key: str | None, each: bool, allow_older: bool, out: Path, target: Path
) -> None:
    """Флешкада өзгергенін ғана жаңарту / Обновить на флешке только то, что изменилось."""
    seal = _seal(session, out, key_of(session, key))
    began = time.monotonic()

    def work(watch: Watch) -> str:
        done = bring(out, seal, target, watch, allow_older=allow_older)
        nothing = not done.files and not done.dropped and not done.seal_size
        return session.say(
            "usb_same" if nothing and not done.completed else "usb_updated",
            before=done.before,
            files=done.files,
            size=number(done.size),
            seal=number(done.seal_size),
            dropped=done.dropped,
            time=time_in(session, time.monotonic() - began),
            **_named(seal),
        )

    _alone(session, target, each, work)


@click.command()
@_key
@_each
@click.option("--from", "source", type=FOLDER, required=True, help="Қайдан / Откуда")
@click.argument("target", type=TARGET)
@in_session
def repair(session: Session, key: str | None, each: bool, source: Path, target: Path) -> None:
    """Бүлінген файлдарды ғана қайта көшіру / Скопировать заново только повреждённое."""
    seal = _seal(session, source, key_of(session, key))

    def work(watch: Watch) -> str:
        done = mend(target, source, seal, watch)
        lines = [session.say(f"usb_found_{f.kind}", path=f.path, there=f.there) for f in done.left]
        said = "usb_repaired" if done.mended else "usb_repaired_nothing"
        values = {"files": len(done.mended), "size": number(done.size)}
        return "\n".join([session.say(said, **values, **_named(seal)), *lines])

    _alone(session, target, each, work)


def _seal(session: Session, out: Path, key: PublicKey | None) -> Seal:
    """Return the seal of what is to be copied, or say what is wrong with it and stop."""
    try:
        seal = source_seal(out, key)
    except (UsbError, OSError) as error:
        stop(problem_of(session, error))
    return seal


def _named(seal: Seal) -> dict[str, str]:
    about = seal.manifest.about
    whole = fingerprint(seal.content)
    return {"version": about.version, "date": about.date, "fingerprint": shortened(whole)}


def _alone(session: Session, target: Path, each: bool, work: Callable[[Watch], str]) -> None:
    end = _ended(session, Progress(session, 1), threading.Lock(), target, each, work)
    if not end.is_right:
        raise SystemExit(PROBLEMS)


def _ended(
    session: Session,
    progress: Progress,
    lock: Any,
    target: Path,
    each: bool,
    work: Callable[[Watch], str],
) -> Ended:
    """Do the work on one stick, and print its line; what goes wrong there stays there."""

    def done(path: str) -> None:
        with lock:
            progress.clear()
            click.echo(f"{target}\t{path}")

    try:
        end = Ended(target, work(Looking(progress, done if each else None)), True)
    except (UsbError, OSError) as error:
        end = Ended(target, problem_of(session, error), False)
    with lock:
        progress.ready += 1
        progress.clear()
        click.echo(f"{target}: {end.line}", err=not end.is_right)
    return end
