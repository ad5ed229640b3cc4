"""What files take on a stick: whole clusters, and clusters for the folders too."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

ENTRY: Final = 32
"""Bytes of one entry of a folder, on FAT32 and exFAT alike."""


def entries(name: str) -> int:
    """Return how many entries a file or folder called ``name`` takes in the one it is in.

    FAT32 keeps a short name and a part of 13 characters an entry; exFAT two entries and parts
    of 15. The larger counts.

    Source: Microsoft, FAT file system specification 1.03 and exFAT specification 1.00.
    """
    return max(1 - -len(name) // 13, 2 - -len(name) // 15)


def whole(size: int, cluster: int) -> int:
    """Return the bytes that ``size`` bytes take in whole clusters."""
    return -(-size // cluster) * cluster


@dataclass(slots=True)
class Room:
    """What an edition takes on a stick with clusters of one size; files are added to it."""

    cluster: int
    """Bytes of a cluster."""
    _files: int = 0
    _entries: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Entries of each folder, "" for the root."""

    @classmethod
    def of(cls, sizes: Mapping[str, int] | Iterable[tuple[str, int]], cluster: int) -> "Room":
        """Return what ``sizes`` (bytes by path) take."""
        room = cls(cluster)
        room._entries[""] = 1  # the volume's label
        for path, size in sizes.items() if isinstance(sizes, Mapping) else sizes:
            room.add(path, size)
        return room

    def add(self, path: str, size: int) -> None:
        """Add one file, and the folders it is the first in."""
        self._files += whole(size, self.cluster)
        folder, _, name = path.rpartition("/")
        self._make(folder)
        self._entries[folder] += entries(name)

    def with_file(self, path: str, size: int) -> int:
        """Return the bytes taken if one more file were added."""
        tried = Room(self.cluster, self._files, self._entries.copy())
        tried.add(path, size)
        return tried.taken

    def _make(self, folder: str) -> None:
        if folder in self._entries or not folder:
            return
        above, _, name = folder.rpartition("/")
        self._make(above)
        self._entries[above] += entries(name)
        self._entries[folder] = 2  # "." and ".."

    @property
    def taken(self) -> int:
        """Bytes taken, all clusters together."""
        folders = sum(whole(max(n, 1) * ENTRY, self.cluster) for n in self._entries.values())
        return self._files + folders
