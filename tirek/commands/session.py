"""What every command shares: language, project folder, words, and how it stops."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from tirek import Language
from tirek.wording import words_of

if TYPE_CHECKING:
    from tirek.model.catalogue import Catalogue

PROBLEMS: Final = 1
"""Exit code."""


@dataclass(slots=True)
class Session:
    """One run of ``tirek``."""

    lang: Language
    """Language of messages."""
    root: Path
    """The project."""

    def say(self, key: str, **values: object) -> str:
        """Return a message of the command line."""
        return say(self.lang, key, **values)

    def need_project(self) -> None:
        """Leave with 2 where the folder holds no project.

        Raises:
            UsageError: there is no catalogue in it.
        """
        if not (self.root / "catalogue").is_dir():
            raise click.UsageError(self.say("not_a_project", path=self.root))

    def catalogue(self) -> "Catalogue":
        """Read the project, or print all its problems and leave with 1."""
        # Here, since many commands go without: what types records takes time and memory.
        from tirek.problem import CatalogueError
        from tirek.reading.project import read_project

        try:
            return read_project(self.root)
        except CatalogueError as error:
            click.echo(error.say(self.lang), err=True)
            click.echo("\n" + self.say("problems", count=len(error.problems)), err=True)
            sys.exit(PROBLEMS)

    @contextmanager
    def steps(self, *keys: str) -> Iterator[Callable[[], None]]:
        """Show a progress bar on a terminal; yield what moves it on to the next step."""
        if not sys.stderr.isatty():
            yield lambda: None
            return
        labels = iter(keys[1:])
        with click.progressbar(length=len(keys), label=self.say(keys[0]), file=sys.stderr) as bar:

            def next_step() -> None:
                key = next(labels, None)
                bar.label = self.say(key) if key else ""
                bar.update(1)

            yield next_step


def say(lang: Language, key: str, **values: object) -> str:
    """Return a message of the command line."""
    words: str = words_of("cli")[key][lang]
    return words.format(**values)


def system_language() -> Language:
    """Return the language of this machine, Kazakh where it is neither of ours."""
    return "ru" if os.environ.get("LANG", "").startswith("ru") else "kk"


def stop(message: str) -> NoReturn:
    """Print ``message`` and leave with 1."""
    click.echo(f"\n{message}", err=True)
    sys.exit(PROBLEMS)


def _speak(context: click.Context, parameter: click.Parameter, lang: Language | None) -> None:
    if lang:
        context.obj.lang = lang


def in_session(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give ``command`` the Session as its first argument, and ``--lang`` as an option too.

    The option may stand before the command's name and after it.
    """
    speaking = click.option(
        "--lang",
        type=click.Choice(["kk", "ru"]),
        default=None,
        hidden=True,
        expose_value=False,
        is_eager=True,
        callback=_speak,
    )
    return speaking(click.pass_obj(command))
