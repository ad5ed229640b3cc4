"""Terms of documents with their weights, kept between builds: to weigh is most of an index's cost.

Pickled, and read back only where this machine wrote it: see ``tirek.kept``. Terms are kept as one
text with blanks between, levels as bytes: thousands of documents are read back in a moment.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload

from tirek.kept import keep, kept
from tirek.search.index import Weights

Packed = tuple[str, bytes]
"""Terms with blanks between, and the level of each."""


def packed(weights: Weights) -> Packed:
    """Return ``weights`` as they are kept: a third of what a text for each term would take."""
    return " ".join(weights.terms), weights.levels


class Unpacked(Sequence[Weights]):
    """Weights of many documents, of which each is unpacked when it is asked for."""

    def __init__(self, found: Sequence[Packed]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Weights]:
        return map(_unpacked, self._found)

    @overload
    def __getitem__(self, place: int) -> Weights: ...
    @overload
    def __getitem__(self, place: slice) -> "Unpacked": ...
    def __getitem__(self, place: int | slice) -> "Weights | Unpacked":
        if isinstance(place, slice):
            return Unpacked(self._found[place])
        return _unpacked(self._found[place])


def _unpacked(found: Packed) -> Weights:
    terms, levels = found
    return Weights(tuple(terms.split(" ")) if terms else (), levels)


@dataclass(slots=True)
class Weighed:
    """Weights of one language's documents by a hash of what each is made from."""

    path: Path
    version: bytes
    """What all weights depend on besides: with another one, nothing kept is right."""
    old: dict[bytes, Packed] = field(default_factory=dict)
    new: dict[bytes, Packed] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, version: bytes) -> "Weighed":
        """Return what an earlier build of the same ``version`` kept at ``path``."""
        try:
            was, old = pickle.loads(kept(path) or b"")
        except Exception:  # a damaged pickle can raise anything
            return cls(path, version)
        return cls(path, version, old if was == version else {})

    def weights(self, key: bytes, weigh: Callable[[], Weights]) -> Packed:
        """Return the weights kept under ``key``, or those that ``weigh`` finds."""
        found = self.old.get(key) or packed(weigh())
        self.new[key] = found
        return found

    def save(self) -> None:
        """Keep what this build asked for."""
        if self.new.keys() != self.old.keys():
            keep(self.path, pickle.dumps((self.version, self.new), pickle.HIGHEST_PROTOCOL))
