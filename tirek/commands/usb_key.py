"""The public key that copies are checked by: given, or the project's own."""

from pathlib import Path

import click

from tirek.commands.session import Session
from tirek.commands.usb_words import problem_of
from tirek.offline.fault import UsbError
from tirek.offline.signature import PublicKey, public_key


def key_of(session: Session, given: str | None) -> PublicKey | None:
    """Return the key that was given as a line or a file, the project's key, or None.

    Raises:
        UsageError: it is no key.
    """
    text = given
    try:
        if given and Path(given).is_file():
            text = Path(given).read_text(encoding="ascii")
        return public_key(text) if text else project_key(session)
    except (UsbError, UnicodeDecodeError):
        raise click.UsageError(problem_of(session, UsbError("usb_key_form"))) from None


def project_key(session: Session) -> PublicKey | None:
    """Return the key that ``mkdocs.yml`` names, where the command runs in the project."""
    if not (session.root / "mkdocs.yml").is_file():
        return None
    # Here, since outside of the project nothing of YAML is needed.
    from tirek.settings import read_settings

    line = read_settings(session.root).usb_key
    return public_key(line) if line else None
