"""Packages that have come in, each read and held against the project as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tirek.intake.difference import meaning_of
from tirek.intake.manifest import Manifest, read_manifest
from tirek.intake.package import PackageRefused, read_package
from tirek.problem import Problem

NEW: Final = "new"
"""Holds what the project does not have; taken in by itself."""
CHANGE: Final = "change"
"""Changes what the project has; taken in only when told to."""
SAME: Final = "same"
"""The project says all that already."""
FEEDBACK: Final = "feedback"
"""A letter, no change."""
CONFLICT: Final = "conflict"
"""Was filled in from another state of a file, or disagrees with another package."""
FAULTY: Final = "faulty"
"""Fails the checks."""
REFUSED: Final = "refused"
"""Is no package, or a dangerous one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file that a package would put into the project."""

    path: str
    """Below the project's root, with "/"."""
    old: bytes | None
    """What stands there now; None where nothing does."""
    new: bytes
    """What would stand there."""

    @property
    def meaning(self) -> str:
        """Digest of what the file would say."""
        return meaning_of(self.path, self.new)


@dataclass(slots=True)
class Arrival:
    """One file that somebody sent in, and what is to become of it."""

    name: str
    """As the file is called."""
    digest: str
    """Of its bytes: 32 hex digits."""
    state: str
    """NEW, CHANGE, SAME, FEEDBACK, CONFLICT, FAULTY or REFUSED."""
    manifest: Manifest | None = None
    """None where it could not be read."""
    changes: tuple[Change, ...] = ()
    """Files that would be put; those that say the same already are left out."""
    reason: str = ""
    """Why it is refused or in conflict: a code, or the path in question."""
    value: str = ""
    """What is wrong in it."""
    problems: tuple[Problem, ...] = field(default=())
    """What the checks say of its files."""


def arrival_of(name: str, content: bytes, root: Path) -> Arrival:
    """Return the package ``content``, held against the project at ``root``; write nothing."""
    digest = blake2b(content, digest_size=16).hexdigest()
    try:
        package = read_package(content)
        manifest = read_manifest(package.manifest)
        if manifest.mode == "feedback" and package.files:
            raise PackageRefused("package-entry-strange", min(package.files))
        if manifest.mode != "feedback" and manifest.about:
            main = f"catalogue/{manifest.about}.yml"
            if main not in package.files:
                raise PackageRefused("package-record-missing", main)
    except PackageRefused as refused:
        return Arrival(name, digest, REFUSED, reason=refused.code, value=refused.value)
    if manifest.mode == "feedback":
        return Arrival(name, digest, FEEDBACK, manifest)
    return _held_against(root, name, digest, manifest, package.files)


def _held_against(
    root: Path, name: str, digest: str, manifest: Manifest, files: Mapping[str, bytes]
) -> Arrival:
    changes: list[Change] = []
    for path, new in sorted(files.items()):
        target = root / path
        old = target.read_bytes() if target.is_file() and not target.is_symlink() else None
        if old is not None and meaning_of(path, old) == meaning_of(path, new):
            continue
        known = manifest.base.get(path)
        if (old is None and known) or (old is not None and meaning_of(path, old) != known):
            return Arrival(name, digest, CONFLICT, manifest, reason=path)
        changes.append(Change(path, old, new))
    if not changes:
        return Arrival(name, digest, SAME, manifest)
    state = NEW if all(change.old is None for change in changes) else CHANGE
    return Arrival(name, digest, state, manifest, tuple(changes))
