"""How commands about sticks say what went wrong, and sizes and times."""

import errno
import os
from collections.abc import Mapping
from typing import Final

from tirek import Language
from tirek.commands.session import Session
from tirek.offline.fault import UsbError

_UNITS: Final[Mapping[Language, tuple[str, ...]]] = {
    "kk": ("Б", "КБ", "МБ", "ГБ"),
    "ru": ("Б", "КБ", "МБ", "ГБ"),
}

_SYSTEM: Final = {
    errno.ENOSPC: "usb_os_full",
    errno.EIO: "usb_os_io",
    errno.EROFS: "usb_os_read_only",
    errno.EACCES: "usb_os_refused",
    errno.EPERM: "usb_os_refused",
    errno.ENOENT: "usb_os_gone",
    errno.ENODEV: "usb_os_gone",
    errno.ENXIO: "usb_os_gone",
    errno.ENOTDIR: "usb_os_no_folder",
    errno.EISDIR: "usb_os_is_folder",
}
"""Words for what the system says; what is not here is said as the system says it."""


def problem_of(session: Session, error: UsbError | OSError) -> str:
    """Return what went wrong, in words."""
    if isinstance(error, UsbError):
        if error.code == "usb_names":
            faults = error.values["faults"]
            assert isinstance(faults, list)
            lines = [f"  {path}: {session.say(f'usb_name_{why}')}" for path, why in faults]
            return "\n".join([session.say("usb_names"), *lines])
        shown = {
            name: number(value) if isinstance(value, int) else value
            for name, value in error.values.items()
        }
        return session.say(error.code, **shown)
    key = _SYSTEM.get(error.errno or 0)
    path = error.filename or ""
    if key is None:
        return session.say("usb_os", path=path, said=error.strerror or str(error))
    return session.say(key, path=os.fspath(path))


def number(whole: int) -> str:
    """Return a whole number with a space between thousands."""
    return f"{whole:,}".replace(",", "\u00a0")


def size_in(lang: Language, size: int) -> str:
    """Return bytes for people, ``13,5 МБ``."""
    amount, units = float(size), list(_UNITS[lang])
    while amount >= 1024 and len(units) > 1:
        amount /= 1024
        units.pop(0)
    shown = f"{amount:.0f}" if amount >= 100 or units[0] == "Б" else f"{amount:.1f}"
    return f"{shown.replace('.', ',')}\u00a0{units[0]}"


def time_in(session: Session, seconds: float) -> str:
    """Return a time for people: seconds, or minutes from a minute and a half on."""
    if seconds < 90:
        return session.say("usb_seconds", n=max(1, round(seconds)))
    return session.say("usb_minutes", n=round(seconds / 60))
