"""``tirek usb build``: an edition for sticks."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tirek import LANGUAGES, Language
from tirek.assets import AssetsMissing
from tirek.commands.session import Session, stop
from tirek.commands.usb_words import number, problem_of, size_in
from tirek.garbage import leave_garbage
from tirek.model.catalogue import Catalogue
from tirek.model.selection import MEDIA, Selection
from tirek.offline.fault import UsbError
from tirek.offline.manifest import About, fingerprint, shortened
from tirek.offline.sizes import size_of
from tirek.place import Place
from tirek.problem import nearest
from tirek.settings import read_settings
from tirek.shells import ShellError, shells_of
from tirek.stick import make


@click.command()
@click.option("--region", "regions", multiple=True, help="Өңір / Регион: KZ-75, almaty")
@click.option("--need", "needs", multiple=True, help="Қажеттілік / Потребность: hearing")
@click.option("--type", "types", multiple=True, help="Материал түрі / Вид материала: worksheet")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Бір ғана тіл / Только один язык")
@click.option("--without", multiple=True, type=click.Choice(sorted(MEDIA)), help="Онсыз / Без чего")
@click.option("--budget", help="Ең көп орын / Сколько места занять: 4G = 4 000 000 000")
@click.option("--cluster", default="32K", show_default=True, help="Флешка кластері / Кластер")
@click.option("--date", "day", help="Күні / Дата: YYYY-MM-DD")
@click.option("--version", "version", help="Нұсқа / Версия: 2026.11.26")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def build(
    session: Session,
    regions: Sequence[str],
    needs: Sequence[str],
    types: Sequence[str],
    lang: Language | None,
    without: Sequence[str],
    budget: str | None,
    cluster: str,
    day: str | None,
    version: str | None,
    out: Path,
) -> None:
    """Флешкаға арналған көшірме қалтасын жасау / Сделать папку с копией для флешки."""
    session.need_project()
    root, target, began = session.root.resolve(), out.resolve(), time.monotonic()
    leave_garbage()
    try:
        catalogue = session.catalogue()
        about = _about(session, day, version)
        selection = Selection(
            languages=(lang,) if lang else LANGUAGES,
            regions=_named(session, catalogue, "regions", regions),
            needs=_named(session, catalogue, "needs", needs),
            types=_named(session, catalogue, "resource-types", types),
            without=tuple(sorted(set(without))),
            budget=size_of(budget, 1000) if budget else 0,
            cluster=size_of(cluster, 1024) if budget else 0,
        )
        if budget and not 512 <= selection.cluster <= 32 * 1024**2:
            raise UsbError("usb_size_form", value=cluster)
        shells = shells_of(root, stick=" ".join(selection.languages))
        place = Place(
            root=root,
            shells=shells.folder,
            site=target,
            state=shells.state_of(target),
            settings=read_settings(root),
            this_year=int(about.date[:4]),
        )
        made = make(catalogue, place, selection, about)
    except UsbError as error:
        if error.code in ("usb_size_form", "usb_date_form", "usb_version_form"):
            raise click.UsageError(problem_of(session, error)) from None
        stop(problem_of(session, error))
    except ShellError as error:
        stop(f"{error}\n\n{session.say('shells_failed')}")
    except AssetsMissing as error:
        stop(session.say("assets_missing", path=error))
    except OSError as error:
        stop(problem_of(session, error))
    manifest = made.manifest
    click.echo(
        session.say(
            "usb_built",
            folder=os.path.relpath(target),
            files=len(manifest.sums),
            size=size_in(session.lang, manifest.size),
            version=manifest.about.version,
            selection=manifest.about.selection,
            fingerprint=shortened(fingerprint(manifest.content)),
            seconds=f"{time.monotonic() - began:.1f}".replace(".", ","),
        )
    )
    if selection.budget:
        values = {"taken": number(made.taken), "budget": number(selection.budget)}
        left_out = sum(map(len, made.edition.left_out_files.values()))
        click.echo(session.say("usb_built_budget", left_out=left_out, **values))


def _about(session: Session, day: str | None, version: str | None) -> About:
    """Return version and date: as asked for, by SOURCE_DATE_EPOCH, or of today.

    Raises:
        UsbError: ``usb_date_form``, ``usb_version_form``.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    try:
        made = date.fromisoformat(day) if day else today
    except ValueError:
        raise UsbError("usb_date_form", value=day) from None
    version = version or f"{made.year}.{made.month:02}.{made.day:02}"
    parts = version.split(".")
    if len(parts) > 6 or not all(p.isascii() and p.isdigit() and len(p) < 10 for p in parts):
        raise UsbError("usb_version_form", value=version)
    return About(version, made.isoformat(), "")


def _named(
    session: Session, catalogue: Catalogue, scheme: str, words: Sequence[str]
) -> tuple[str, ...]:
    """Return the concepts that ``words`` name by id or slug.

    Raises:
        UsageError: a word names none.
    """
    concepts = catalogue.concepts[scheme].values()
    ids = {concept.id.lower(): concept.id for concept in concepts}
    ids |= {concept.slug.lower(): concept.id for concept in concepts if concept.slug}
    found = []
    for word in words:
        name = ids.get(word.lower())
        if name is None:
            said = session.say("usb_no_concept", word=word, nearest=nearest(word, ids) or "–")
            allowed = ", ".join(sorted(concept.id for concept in concepts))
            raise click.UsageError(f"{said}\n{session.say('usb_concepts', names=allowed)}")
        found.append(name)
    return tuple(sorted(set(found)))
