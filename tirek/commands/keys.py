"""``tirek keys``: the key that signs USB copies; it never lies in the project."""

import os
from pathlib import Path

import click

from tirek.commands.session import Session, in_session, stop
from tirek.commands.usb_words import problem_of
from tirek.offline.fault import UsbError
from tirek.offline.signature import SecretKey, is_locked, locked, new_key, unlocked

PASSWORD = "TIREK_KEY_PASSWORD"
"""Environment variable that answers for the password, for who signs by a script."""


def key_place() -> Path:
    """Return where the secret key lies unless another place is named."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "tirek" / "usb.key"


@click.group()
def keys() -> None:
    """Флешкадағы көшірмелерге қол қоятын кілт / Ключ, которым подписывают копии."""


@keys.command()
@click.option("--secret", type=click.Path(path_type=Path), help="Қайда сақтау / Где хранить")
@click.option("--no-password", is_flag=True, help="Құпиясөзсіз / Без пароля")
@in_session
def new(session: Session, secret: Path | None, no_password: bool) -> None:
    """Жаңа кілт жасау / Сделать новый ключ."""
    place = (secret or key_place()).absolute()
    root = session.root.resolve()
    if (root / "catalogue").is_dir() and place.resolve().is_relative_to(root):
        raise click.UsageError(session.say("usb_key_inside", path=place))
    public_place = place.with_suffix(".pub")
    if place.exists() or public_place.exists():
        raise click.UsageError(session.say("usb_key_exists", path=place))
    password = "" if no_password else _asked(session, confirm=True)
    key = new_key()
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as stream:
            stream.write(locked(key, password))
        public_place.write_text(key.public.file, encoding="ascii")
    except OSError as error:
        stop(problem_of(session, error))
    click.echo(session.say("usb_key_made", path=place, line=key.public.line))
    if no_password:
        click.echo(session.say("usb_key_open"))


def secret_key(session: Session, secret: Path | None) -> SecretKey:
    """Return the secret key, having asked for its password.

    Raises:
        UsbError: ``usb_key_none``, ``usb_key_form``, ``usb_key_password``.
    """
    place = secret or key_place()
    if not place.is_file():
        raise UsbError("usb_key_none", path=place)
    try:
        text = place.read_text(encoding="ascii")
    except UnicodeDecodeError:
        raise UsbError("usb_key_form") from None
    return unlocked(text, _asked(session, confirm=False) if is_locked(text) else "")


def _asked(session: Session, confirm: bool) -> str:
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    again = session.say("usb_password_again") if confirm else False
    said: str = click.prompt(
        session.say("usb_password"), hide_input=True, confirmation_prompt=again, err=True
    )
    return said
