"""The command line: ``tirek check``, ``tirek build``, ``tirek files``.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from tirek import Language
from tirek.assets import AssetsMissing
from tirek.edition import Place, publish
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS
from tirek.problem import CatalogueError
from tirek.reading.project import read_project
from tirek.settings import read_settings
from tirek.shells import ShellError, shells_of
from tirek.wording import words_of

PROBLEMS: Final = 1
"""Exit code."""


def say(lang: Language, key: str, **values: object) -> str:
    """Return a message of the command line."""
    words: str = words_of("cli")[key][lang]
    return words.format(**values)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["kk", "ru"]), default=None, help="Тіл / Язык")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Жоба қалтасы / Папка проекта",
)
@click.pass_context
def main(context: click.Context, lang: Language | None, root: Path) -> None:
    """Тірек: каталогты тексеру және сайт құрастыру / проверка каталога и сборка сайта."""
    if not (root / "catalogue").is_dir():
        raise click.UsageError(say(lang or _system_language(), "not_a_project", path=root))
    context.obj = (lang or _system_language(), root)


def _system_language() -> Language:
    return "ru" if os.environ.get("LANG", "").startswith("ru") else "kk"


def _read(lang: Language, root: Path) -> Catalogue:
    """Read the project, or print all its problems and leave with 1."""
    try:
        return read_project(root)
    except CatalogueError as error:
        click.echo(error.say(lang), err=True)
        click.echo("\n" + say(lang, "problems", count=len(error.problems)), err=True)
        sys.exit(PROBLEMS)


def _stop(message: str) -> NoReturn:
    click.echo(f"\n{message}", err=True)
    sys.exit(PROBLEMS)


@contextmanager
def _steps(lang: Language, *keys: str) -> Iterator[Callable[[], None]]:
    """Show a progress bar on a terminal; yield what moves it on to the next step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    labels = iter(keys[1:])
    with click.progressbar(length=len(keys), label=say(lang, keys[0]), file=sys.stderr) as bar:

        def next_step() -> None:
            key = next(labels, None)
            bar.label = say(lang, key) if key else ""
            bar.update(1)

        yield next_step


@main.command()
@click.option("--lang", "own_lang", type=click.Choice(["kk", "ru"]), default=None, hidden=True)
@click.pass_obj
def check(settings: tuple[Language, Path], own_lang: Language | None) -> None:
    """Каталог пен беттерді тексеру / Проверить каталог и страницы."""
    lang, root = own_lang or settings[0], settings[1]
    catalogue = _read(lang, root)
    count = sum(len(catalogue.of_kind(kind.folder)) for kind in KINDS)
    click.echo(say(lang, "fine", count=count))


@main.command()
@click.option("--lang", "own_lang", type=click.Choice(["kk", "ru"]), default=None, hidden=True)
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Сайт қалтасы / Папка сайта",
)
@click.pass_obj
def build(settings: tuple[Language, Path], own_lang: Language | None, site: Path | None) -> None:
    """Сайтты құрастыру / Собрать сайт."""
    lang, root = own_lang or settings[0], settings[1].resolve()
    target = (site or root / "site").resolve()
    began = time.monotonic()
    # Records live to the end and hold no cycles: collecting garbage would only walk them.
    gc.disable()
    with _steps(lang, "step_read", "step_shells", "step_pages") as next_step:
        catalogue = _read(lang, root)
        next_step()
        try:
            shells = shells_of(root)
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
        except ShellError as error:
            _stop(f"{error}\n\n{say(lang, 'shells_failed')}")
        except AssetsMissing as error:
            _stop(say(lang, "assets_missing", path=error))
        next_step()
    click.echo(
        say(
            lang,
            "built",
            files=report.files,
            written=len(report.written),
            removed=report.removed,
            seconds=f"{time.monotonic() - began:.1f}",
            site=os.path.relpath(target),
        )
    )


@main.command()
@click.option("--lang", "own_lang", type=click.Choice(["kk", "ru"]), default=None, hidden=True)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Тек тексеру, ештеңе жазбау / Только проверить, ничего не записывать",
)
@click.argument("materials", nargs=-1, metavar="[ID]...")
@click.pass_obj
def files(
    settings: tuple[Language, Path],
    own_lang: Language | None,
    only_check: bool,
    materials: tuple[str, ...],
) -> None:
    """Мәтіндерден DOCX пен PDF жасау / Сделать DOCX и PDF из текстов."""
    # What makes documents is installed with the linters: the other commands go without it.
    from tirek.documents.make import made_files
    from tirek.documents.manuscript import read_manuscripts
    from tirek.documents.pandoc import ToolsMissing

    lang, root = own_lang or settings[0], settings[1].resolve()
    began = time.monotonic()
    count, differ = 0, 0
    try:
        manuscripts = read_manuscripts(root / "catalogue")
        unknown = sorted(set(materials) - {text.material for text in manuscripts})
        if unknown:
            raise click.UsageError(say(lang, "no_such_text", names=", ".join(unknown)))
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
        click.echo(error.say(lang), err=True)
        _stop(say(lang, "problems", count=len(error.problems)))
    except ToolsMissing as error:
        _stop(say(lang, "tools_missing", name=error))
    except AssetsMissing as error:
        _stop(say(lang, "assets_missing", path=error))
    if not only_check:
        seconds = f"{time.monotonic() - began:.1f}"
        click.echo(say(lang, "files_made", count=count, written=differ, seconds=seconds))
    elif differ:
        _stop(say(lang, "files_differ", count=differ))
    else:
        click.echo(say(lang, "files_same", count=count))


if __name__ == "__main__":
    main()
