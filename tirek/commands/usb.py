"""``tirek usb``: copies on sticks are made, copied, brought up to date, checked and mended."""

from collections.abc import Callable, Mapping
from typing import Final

import click


def _build() -> click.Command:
    from tirek.commands.usb_build import build

    return build


def _zip() -> click.Command:
    from tirek.commands.usb_publish import archive

    return archive


def _sign() -> click.Command:
    from tirek.commands.usb_publish import sign

    return sign


def _write() -> click.Command:
    from tirek.commands.usb_copy import write

    return write


def _update() -> click.Command:
    from tirek.commands.usb_copy import update

    return update


def _verify() -> click.Command:
    from tirek.commands.usb_check import verify

    return verify


def _repair() -> click.Command:
    from tirek.commands.usb_copy import repair

    return repair


COMMANDS: Final[Mapping[str, Callable[[], click.Command]]] = {
    "build": _build,
    "sign": _sign,
    "zip": _zip,
    "write": _write,
    "update": _update,
    "verify": _verify,
    "repair": _repair,
}
"""Commands by name, each with what imports it: only making an edition takes the catalogue."""


class _Commands(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command by its name."""
        return COMMANDS[name]() if name in COMMANDS else None


@click.command(cls=_Commands)
def usb() -> None:
    """Флешкадағы көшірмелер / Копии на флешках."""
