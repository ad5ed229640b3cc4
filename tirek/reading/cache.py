"""Typed records and looked-through files that have not changed, kept between runs.

Keyed by content, not by time: a fresh clone has new times. What is read back is pickle,
and only what this machine has written is: see ``tirek.kept``.
"""

import hashlib
import io
import pickle
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pydantic

from tirek.kept import keep
from tirek.kept import kept as kept_bytes
from tirek.model.kinds import Record
from tirek.problem import Problem
from tirek.reading.known import Known
from tirek.reading.records import Refs

Kept = tuple[bytes, Record, Refs, tuple[Problem, ...]]
"""Digest of a record's file, the record, what it refers to, and warnings about it."""

Looked = tuple[Problem, ...]
"""What was found in a file, under any path."""

CHUNK: Final = 256
"""Records pickled together."""


@dataclass(slots=True)
class RecordCache:
    """Records by kind and name, measures of files by path, what was found in files by content."""

    path: Path | None
    old: dict[tuple[str, str], Kept] = field(default_factory=dict)
    new: dict[tuple[str, str], Kept] = field(default_factory=dict)
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
            records: dict[tuple[str, str], Kept] = {}
            while len(records) < count:
                records.update(pickle.load(stream))
        except Exception:  # a damaged pickle can raise anything
            return cls(path)
        if version != code_version():
            return cls(path)
        return cls(path, records, {}, measures, {}, looks)

    def record(self, folder: str, name: str, digest: bytes, known: Known) -> Kept | None:
        """Return the record read earlier from the same bytes, if all it refers to is there."""
        kept = self.old.get((folder, name))
        if kept is None or kept[0] != digest:
            return None
        if any(value not in known.ids[target] for target, value in kept[2]):
            return None
        self.new[folder, name] = kept
        return kept

    def keep(self, folder: str, name: str, kept: Kept) -> None:
        """Remember a record for the next run."""
        self.new[folder, name] = kept

    def save(self) -> None:
        """Write what was kept, if it differs from what was loaded."""
        same = (
            self.new_measures == self.old_measures
            and self.new_looks == self.old_looks
            and self.new.keys() == self.old.keys()
            and all(self.new[key][0] == self.old[key][0] for key in self.new)
        )
        if self.path is None or same:
            return
        kept = list(self.new.items())
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.dump((code_version(), len(kept), self.new_measures, self.new_looks))
        for start in range(0, len(kept), CHUNK):
            pickler.clear_memo()  # it would grow larger than the catalogue
            pickler.dump(kept[start : start + CHUNK])
        keep(self.path, stream.getvalue())


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
