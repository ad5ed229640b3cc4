"""Terms of documents with their weights, kept between builds: to weigh is most of an index's cost.

Pickled, and read back only where this machine wrote it: see ``tirek.kept``. Terms are kept as one
text with blanks between, levels as bytes: thousands of documents are read back in a moment.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tirek.kept import keep, kept
from tirek.search.index import Weights

Packed = tuple[str, bytes]
"""Terms with blanks between, and the level of each."""


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

    def weights(self, key: bytes, weigh: Callable[[], Weights]) -> Weights:
        """Return the weights kept under ``key``, or those that ``weigh`` finds."""
        found = self.old.get(key)
        if found is None:
            made = weigh()
            self.new[key] = (" ".join(made.terms), made.levels)
            return made
        self.new[key] = found
        return Weights(tuple(found[0].split(" ")) if found[0] else (), found[1])

    def save(self) -> None:
        """Keep what this build asked for."""
        if self.new.keys() != self.old.keys():
            keep(self.path, pickle.dumps((self.version, self.new), pickle.HIGHEST_PROTOCOL))
