"""Typed records, and what was found in files and pages that have not changed, kept between runs.

Keyed by content, not by time: a fresh clone has new times. What is read back is pickle,
and only what this machine has written is: see ``tirek.kept``.
"""

import hashlib
import io
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pydantic

from tirek.kept import keep_all
from tirek.kept import kept as kept_bytes
from tirek.problem import Problem
from tirek.reading.known import Known
from tirek.reading.packed import CHUNK, Bundle, Fresh, packed

Looked = tuple[Problem, ...]
"""What was found in a file, under any path; or in a page."""

_HARD: Final = frozenset({"file-too-hard"})
"""Codes that tell of the machine as well as of the file: another run looks again."""


@dataclass(slots=True)
class RecordCache:
    """Records by kind and name, measures of files by path, what was found in them by content."""

    path: Path | None
    old: dict[tuple[str, str], Fresh] = field(default_factory=dict)
    new: dict[tuple[str, str], Fresh] = field(default_factory=dict)
    bundles: list[Bundle] = field(default_factory=list)
    """What is packed already, by an earlier run or by another process."""
    old_measures: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    new_measures: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    old_looks: dict[str, Looked] = field(default_factory=dict)
    new_looks: dict[str, Looked] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None) -> "RecordCache":
        """Return what an earlier run left in ``folder``, if the same code wrote it."""
        if folder is None:
            return cls(None)
        path = folder / "records.pickle"
        try:
            stream = io.BytesIO(kept_bytes(path) or b"")
            version, count, measures, looks = pickle.load(stream)
            bundles = [Bundle.of(*pickle.load(stream)) for _ in range(count)]
            records = {
                key: fresh
                for bundle in bundles
                for key, fresh in zip(bundle.keys, bundle.found, strict=True)
            }
        except Exception:  # a damaged pickle can raise anything
            return cls(path)
        if version != code_version():
            return cls(path)
        return cls(path, records, {}, bundles, measures, {}, looks)

    def record(self, folder: str, name: str, digest: bytes, known: Known) -> Fresh | None:
        """Return the record read earlier from the same bytes, if all it refers to is there."""
        kept = self.old.get((folder, name))
        if kept is None or kept.digest != digest:
            return None
        if any(value not in known.ids[target] for target, value in kept.refs):
            return None
        self.new[folder, name] = kept
        return kept

    def keep(self, folder: str, name: str, fresh: Fresh) -> None:
        """Remember a record for the next run."""
        self.new[folder, name] = fresh

    def looked(self, key: str, look: Callable[[], Iterable[Problem]]) -> Looked:
        """Return what ``look`` finds; the same ``key`` is looked for once, also by later runs."""
        found = self.new_looks.get(key)
        if found is None:
            found = self.old_looks.get(key)
        if found is None:
            found = tuple(look())
        if _HARD.isdisjoint(problem.code for problem in found):
            self.new_looks[key] = found
        return found

    def save(self) -> None:
        """Write what was kept, if it differs from what was loaded."""
        same = (
            self.new_measures == self.old_measures
            and self.new_looks == self.old_looks
            and self.new.keys() == self.old.keys()
            and all(self.new[key].digest == self.old[key].digest for key in self.new)
        )
        if self.path is None or same:
            return
        keep_all(self.path, self._pickled())

    def _pickled(self) -> Iterator[bytes]:
        """Yield what is kept as pickles, one after another: a whole file would be large."""
        kept = list(self._packed())
        head = (code_version(), len(kept), self.new_measures, self.new_looks)
        for part in (head, *kept):
            yield pickle.dumps(part, pickle.HIGHEST_PROTOCOL)

    def _packed(self) -> Iterator[tuple[tuple[tuple[str, str], ...], bytes]]:
        """Yield keys and content: bundles that hold nothing else as they are, the rest anew."""
        rest = dict(self.new)
        for bundle in self.bundles:
            pairs = zip(bundle.keys, bundle.found, strict=True)
            if all(self.new.get(key) is fresh for key, fresh in pairs):
                yield tuple(bundle.keys), bundle.content
                for key in bundle.keys:
                    del rest[key]
        left = list(rest)
        for start in range(0, len(left), CHUNK):
            keys = tuple(left[start : start + CHUNK])
            yield keys, packed([rest[key] for key in keys])


@cache
def code_version() -> str:
    """Return a hash of the code that types and checks records, and of the levels of problems."""
    state = hashlib.blake2b(pydantic.VERSION.encode(), digest_size=16)
    for package in _PACKAGES:
        for source in sorted(files("tirek").joinpath(package).iterdir(), key=lambda f: f.name):
            if source.name.endswith((".py", ".yml", ".txt")):
                state.update(source.read_bytes())
    return state.hexdigest()


_PACKAGES: Final = ("", "model", "reading", "check", "inspection", "wording/problems")
