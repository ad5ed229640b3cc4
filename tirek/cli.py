"""The command line: ``tirek COMMAND``; each command has its module in ``tirek.commands``.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from tirek import Language
from tirek.commands.session import Session, system_language
from tirek.commands.usage import told

# A command is imported when it is asked for: copying 20 GB to a stick should not carry the
# whole catalogue's code in memory.


def _build() -> click.Command:
    from tirek.commands.build import build

    return build


def _check() -> click.Command:
    from tirek.commands.check import check

    return check


def _files() -> click.Command:
    from tirek.commands.files import files

    return files


def _import() -> click.Command:
    from tirek.commands.import_ import import_

    return import_


def _inbox() -> click.Command:
    from tirek.commands.inbox import inbox

    return inbox


def _keys() -> click.Command:
    from tirek.commands.keys import keys

    return keys


def _links() -> click.Command:
    from tirek.commands.links import links

    return links


def _new() -> click.Command:
    from tirek.commands.new import new

    return new


def _usb() -> click.Command:
    from tirek.commands.usb import usb

    return usb


COMMANDS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "build": _build,
    "check": _check,
    "files": _files,
    "import": _import,
    "inbox": _inbox,
    "links": _links,
    "keys": _keys,
    "new": _new,
    "usb": _usb,
}
"""Commands by name, each with what imports it."""

ANYWHERE: Final = frozenset({"keys", "usb"})
"""Commands that need no project: sticks are copied and checked on any machine."""


class _Commands(click.Group):
    """The group of all commands."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command by its name."""
        return COMMANDS[name]() if name in COMMANDS else None

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Read what stands before the command."""
        with told():
            return super().make_context(*arguments, **more)

    def invoke(self, context: click.Context) -> Any:
        """Read and run the command."""
        with told():
            return super().invoke(context)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
    session = Session(lang or system_language(), root)
    if context.invoked_subcommand not in ANYWHERE:
        session.need_project()
    context.obj = session


if __name__ == "__main__":
    main()
