"""Sizes as people write them."""

import re
from typing import Final

from tirek.offline.fault import UsbError

_SIZE: Final = re.compile(r"([0-9]{1,12})(?:[.,]([0-9]))?\s*([KMGT]?)(i?)B?", re.IGNORECASE)
_POWERS: Final = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4}


def size_of(text: str, base: int) -> int:
    """Return the bytes that ``4G``, ``3.7G``, ``512M`` or ``32K`` means.

    Args:
        text: What was written; ``Ki``, ``Mi``, ``Gi`` always count by 1024.
        base: What K counts by: 1000 for whole sticks, as their packages say, 1024 for clusters.

    Raises:
        UsbError: ``usb_size_form``.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise UsbError("usb_size_form", value=text)
    whole, tenth, unit, binary = match.groups()
    step: int = (1024 if binary else base) ** _POWERS[unit.upper()]
    return int(whole) * step + (int(tenth) * step // 10 if tenth else 0)
