"""The journal of an update: what is left to do, so that a cut update can be completed.

It is written when every new file lies staged on the stick, and only then; from there on the
update is completed whatever happens. Lines: ``put NUMBER PATH`` moves a staged file to its
place, ``drop PATH`` removes one; the last line is the SHA-256 of those before, so that half a
journal is none.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from tirek.offline.manifest import MANIFEST, WORK
from tirek.offline.solid import put, sync_folder

JOURNAL: Final = "journal"
STAGED: Final = "new"
"""Folder in WORK of the new files, named by their numbers."""

_HEAD: Final = "tirek-journal 1"


@dataclass(frozen=True, slots=True)
class Journal:
    """What an update does once everything is staged."""

    puts: Sequence[str]
    """Paths to come, each staged under its number from 0; the manifest is the last."""
    drops: Sequence[str]
    """Paths to go."""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        lines = [f"put {number} {path}" for number, path in enumerate(self.puts)]
        lines += [f"drop {path}" for path in self.drops]
        body = "\n".join((_HEAD, *lines, "")).encode("ascii")
        return body + f"end {sha256(body).hexdigest()}\n".encode("ascii")


def read_journal(root: Path) -> Journal | None:
    """Return the journal on the stick ``root``, or None where there is none that is whole."""
    try:
        content = (root / WORK / JOURNAL).read_bytes()
    except FileNotFoundError:
        return None
    body, _, _ = content.rpartition(b"end ")
    lines = body.decode("ascii", "replace").splitlines()
    if not lines or lines[0] != _HEAD:
        return None
    puts = [line.split(" ", 2)[2] for line in lines[1:] if line.startswith("put ")]
    drops = [line.split(" ", 1)[1] for line in lines[1:] if line.startswith("drop ")]
    journal = Journal(puts, drops)
    return journal if journal.content == content else None


def keep(root: Path, journal: Journal) -> None:
    """Write the journal to the stick; from here on the update is completed."""
    work = root / WORK
    put(work / JOURNAL, journal.content, work / "journal.part")


def carry_out(root: Path, journal: Journal) -> None:
    """Do what is left of ``journal``; what is done already is passed over.

    Raises:
        OSError: the system refused; running again goes on from there.
    """
    staged = root / WORK / STAGED
    touched: dict[Path, None] = {}
    for number, path in enumerate(journal.puts):
        target = root / path
        if path == MANIFEST:  # last: whatever it names is on the device before
            for folder in touched:
                sync_folder(folder)
        _make(target.parent, touched)
        # What is not staged any more is in its place.
        with suppress(FileNotFoundError):
            os.replace(staged / str(number), target)
        touched[target.parent] = None
    sync_folder(root)
    for path in journal.drops:
        (root / path).unlink(missing_ok=True)
        _prune(root, (root / path).parent)


def _make(folder: Path, touched: dict[Path, None]) -> None:
    if not folder.is_dir():
        _make(folder.parent, touched)
        folder.mkdir(exist_ok=True)
        touched[folder.parent] = None


def _prune(root: Path, folder: Path) -> None:
    """Remove ``folder`` and those above it, up to ``root``, as far as they are empty."""
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            if folder.is_dir():
                sync_folder(folder)
            return
        folder = folder.parent
