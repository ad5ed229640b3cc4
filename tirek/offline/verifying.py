"""Whether a stick is whole: every file that is damaged, missing, extra or renamed."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tirek.offline.manifest import APART, WORK
from tirek.offline.seal import Seal, read_seal
from tirek.offline.solid import digest_of
from tirek.offline.tree import files_below
from tirek.offline.watch import Watch

KINDS: Final = ("damaged", "unreadable", "missing", "renamed", "extra", "unfinished")
"""What can be wrong with a file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One file that is not as it should be."""

    kind: str
    """One of KINDS."""
    path: str
    """As the manifest writes it; of what is extra, as it lies there."""
    there: str = ""
    """Where a renamed file is now."""


@dataclass(slots=True)
class Verdict:
    """What a check found."""

    seal: Seal
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every file is there, as it was made, and no other."""
        return not self.findings


def verify(root: Path, watch: Watch | None = None) -> Verdict:
    """Check every file of the edition in ``root``.

    Raises:
        UsbError: ``usb_no_manifest``, ``usb_manifest_form``: there is nothing to check by.
        OSError: the folder cannot be read at all.
    """
    watch = watch or Watch()
    verdict = Verdict(read_seal(root))
    found = verdict.findings
    if is_unfinished(root):
        found.append(Finding("unfinished", WORK))
    found += [Finding(kind, name) for name, kind in verdict.seal.faults]
    sums = verdict.seal.manifest.sums
    there = dict(files_below(root, WORK))
    watch.expect(sum(size for path, size in there.items() if path in sums))
    missing = []
    for path, expected in sums.items():
        if path not in there or (root / path).is_symlink():
            missing.append(path)
        elif (fault := _fault(root, path, expected, watch)) is not None:
            found.append(fault)
    extra = [path for path in there if path not in sums and path not in APART]
    found += _lost(root, missing, extra, sums)
    return verdict


def is_unfinished(root: Path) -> bool:
    """Return whether a copy was begun there and not ended."""
    try:
        return bool(os.listdir(root / WORK))
    except (FileNotFoundError, NotADirectoryError):
        return False


def _fault(root: Path, path: str, expected: bytes, watch: Watch) -> Finding | None:
    try:
        digest = digest_of(root / path, watch.moved)
    except OSError:
        return Finding("unreadable", path)
    return None if digest == expected else Finding("damaged", path)


def _lost(
    root: Path, missing: list[str], extra: list[str], sums: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Tell what is renamed from what is missing and what is extra.

    A name that differs by case alone is looked at first: some systems change it.
    """
    by_sum: dict[bytes, list[str]] = {}
    for path in extra if missing else ():
        try:
            by_sum.setdefault(digest_of(root / path), []).append(path)
        except OSError:
            continue
    moved = set()
    for path in missing:
        same = by_sum.get(sums[path], [])
        same.sort(key=lambda other: (other.lower() != path.lower(), other))
        if same:
            there = same.pop(0)
            moved.add(there)
            yield Finding("renamed", path, there)
        else:
            yield Finding("missing", path)
    yield from (Finding("extra", path) for path in extra if path not in moved)
