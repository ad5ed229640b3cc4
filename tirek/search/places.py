"""A number for each document that stays put while others come and go.

An ordered hash table: the place of an id follows from the id and the table's size alone; where
places are taken, the smaller hash comes first. So the order of arrival does not matter, and a
new document moves only the few that stand directly behind it. The size grows by quarters: the
step is rare, and moves everything.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b


def size_for(count: int) -> int:
    """Return the size of the table for ``count`` documents: a quarter to a half more."""
    size = 64
    while size * 4 < count * 5:
        size = size * 5 // 4
    return size


def places(ids: Iterable[str]) -> Mapping[str, int]:
    """Return a number from 0 below `size_for` for each id."""
    hashes = {name: _hash(name) for name in ids}
    size = size_for(len(hashes))
    # Numbers as wide as the hash fill the table in the order of hashes, so that what stands
    # before a document never depends on what stands behind it.
    ordered = sorted(hashes, key=lambda name: (hashes[name], name))
    found: dict[str, int] = {}
    free = 0
    for name in ordered:
        place = max(free, hashes[name] * size >> 64)
        found[name] = place
        free = place + 1
    # Those that ran past the end take the last free places, from the top down.
    taken = set(found.values())
    spare = iter(n for n in range(size - 1, -1, -1) if n not in taken)
    return {name: place if place < size else next(spare) for name, place in found.items()}


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
