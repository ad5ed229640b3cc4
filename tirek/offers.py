"""The file ``editions.yml``: which ready USB copies the website offers.

``tirek usb zip --publish`` writes it; nobody need edit it by hand, though anybody may.
"""

from dataclasses import asdict, fields
from pathlib import Path
from typing import Final

import yaml

from tirek.model.offer import Offer

FILE: Final = "editions.yml"

_HEAD: Final = """\
# Ready USB copies that the website offers. `tirek usb zip --publish` writes this file.
"""

_NAMES: Final = {field.name for field in fields(Offer)}
_NEEDED: Final = _NAMES - {"key", "address"}


class OffersError(Exception):
    """``editions.yml`` is not as the command writes it; the text says what is wrong."""


def read_offers(root: Path) -> tuple[Offer, ...]:
    """Return what the project at ``root`` offers.

    Raises:
        OffersError: the file is not as the command writes it.
    """
    path = root / FILE
    if not path.is_file():
        return ()
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise OffersError(str(error)) from None
    rows = (found or {}).get("editions", []) if isinstance(found or {}, dict) else None
    if not isinstance(rows, list):
        raise OffersError("editions: […]")
    return tuple(_offer(row) for row in rows)


def _offer(row: object) -> Offer:
    if not isinstance(row, dict) or not _NEEDED <= row.keys() <= _NAMES:
        raise OffersError(", ".join(sorted(_NEEDED)))
    said = {name: value if name == "bytes" else str(value) for name, value in row.items()}
    if not isinstance(said["bytes"], int):
        raise OffersError(f"bytes: {said['bytes']}")
    address = said.get("address", "")
    if address and not str(address).startswith("https://"):
        raise OffersError(f"address: {address}")
    return Offer(**said)  # type: ignore[arg-type]


def offered(root: Path, offer: Offer) -> None:
    """Put ``offer`` into the file, in place of an older one of the same selection."""
    kept = [one for one in read_offers(root) if one.selection != offer.selection]
    rows = [asdict(one) for one in sorted([*kept, offer], key=lambda one: one.selection)]
    text = yaml.safe_dump({"editions": rows}, allow_unicode=True, sort_keys=False, width=200)
    part = root / f".{FILE}.part"
    part.write_text(_HEAD + text, encoding="utf-8")
    part.replace(root / FILE)
