"""Whether there is room on a stick, told before anything is written."""

import os
import shutil
from pathlib import Path
from typing import Final

from tirek.offline.clusters import whole
from tirek.offline.fault import UsbError

COMMON: Final = 32 * 1024
"""Bytes of a cluster where the system does not say."""


def cluster_of(folder: Path) -> int:
    """Return the bytes of a cluster of the file system that ``folder`` is on."""
    if not hasattr(os, "statvfs"):  # Windows
        return COMMON
    return os.statvfs(folder).f_frsize or COMMON


def need(folder: Path, sizes: list[int], freed: int = 0) -> None:
    """Make sure that files of ``sizes`` bytes fit into ``folder``.

    Args:
        folder: On the stick.
        sizes: Bytes of each file to come.
        freed: Bytes that are given back as they come.

    Raises:
        UsbError: ``usb_no_room``, with the bytes that are needed and those there are.
    """
    cluster = cluster_of(folder)
    # Folders grow too: a cluster for every hundred files, and for what is in hand.
    needed = sum(whole(size, cluster) for size in sizes) + (2 + len(sizes) // 100) * cluster
    free = shutil.disk_usage(folder).free
    if needed - freed > free:
        raise UsbError("usb_no_room", folder=folder, needed=needed - freed, free=free)
