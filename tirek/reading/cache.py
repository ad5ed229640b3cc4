"""Typed records of unchanged files, kept between runs.

Keyed by content, not by time: a fresh clone has new times. What is read back is pickle,
so the folder must be the builder's own; nothing that comes in by pull request is read.
"""

import hashlib
import pickle
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pydantic

from tirek.model.kinds import Record
from tirek.reading.known import Known
from tirek.reading.records import Refs

Kept = tuple[bytes, Record, Refs]

CHUNK: Final = 256
"""Records pickled together."""


@dataclass(slots=True)
class RecordCache:
    """Records by kind and name, and measures of files by path."""

    path: Path | None
    old: dict[tuple[str, str], Kept] = field(default_factory=dict)
    new: dict[tuple[str, str], Kept] = field(default_factory=dict)
    old_measures: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    new_measures: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None) -> "RecordCache":
        """Return what an earlier run left in ``folder``, if the same code wrote it."""
        if folder is None:
            return cls(None)
        path = folder / "records.pickle"
        try:
            with path.open("rb") as stream:
                version, count, measures = pickle.load(stream)
                records: dict[tuple[str, str], Kept] = {}
                while len(records) < count:
                    records.update(pickle.load(stream))
        except Exception:  # a damaged pickle can raise anything
            return cls(path)
        return cls(path, records, {}, measures) if version == code_version() else cls(path)

    def record(self, folder: str, name: str, digest: bytes, known: Known) -> Record | None:
        """Return the record read earlier from the same bytes, if all it refers to is there."""
        kept = self.old.get((folder, name))
        if kept is None or kept[0] != digest:
            return None
        if any(value not in known.ids[target] for target, value in kept[2]):
            return None
        self.new[folder, name] = kept
        return kept[1]

    def keep(self, folder: str, name: str, digest: bytes, record: Record, refs: Refs) -> None:
        """Remember ``record`` for the next run."""
        self.new[folder, name] = (digest, record, refs)

    def save(self) -> None:
        """Write what was kept, if it differs from what was loaded."""
        same = self.new_measures == self.old_measures and (
            self.new.keys() == self.old.keys()
            and all(self.new[key][0] == self.old[key][0] for key in self.new)
        )
        if self.path is None or same:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        kept = list(self.new.items())
        with part.open("wb") as stream:
            pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
            pickler.dump((code_version(), len(kept), self.new_measures))
            for start in range(0, len(kept), CHUNK):
                pickler.clear_memo()  # it would grow larger than the catalogue
                pickler.dump(kept[start : start + CHUNK])
        part.replace(self.path)


@cache
def code_version() -> str:
    """Return a hash of the code that types records."""
    state = hashlib.blake2b(pydantic.VERSION.encode(), digest_size=16)
    for package in ("tirek", "tirek.model", "tirek.reading"):
        for source in sorted(files(package).iterdir(), key=lambda item: item.name):
            if source.name.endswith(".py"):
                state.update(source.read_bytes())
    return state.hexdigest()
