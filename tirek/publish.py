"""Shells and catalogue become the site; only what differs is written.

New content is written beside the site first and moved in with renames at the very end, so a
build that fails leaves the site as it was.
"""

import os
import pickle
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from tirek.kept import keep, kept

State = dict[str, tuple[bytes, int]]
"""By path: the key a file was made from, and its size in bytes."""


@dataclass(slots=True)
class Stage:
    """What one build puts into the site."""

    site: Path
    """The folder that readers see."""
    staged: Path
    """Where new content waits, on the same file system."""
    old: State
    """What the last build put there."""
    new: State = field(default_factory=dict)
    """What this build puts there."""
    written: list[str] = field(default_factory=list)
    """Paths whose content is new."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Size in bytes of every file in the site now."""

    @classmethod
    def begin(cls, site: Path, state_path: Path) -> "Stage":
        """Return a stage for ``site``; what an earlier, broken build left is dropped."""
        staged = site.with_name(f".{site.name}.new")
        shutil.rmtree(staged, ignore_errors=True)
        old: State = {}
        if site.is_dir():
            old = _remembered(state_path)
        stage = cls(site, staged, old)
        stage.sizes = dict(_sizes_below(site))
        return stage

    def keeps(self, path: str, key: bytes) -> bool:
        """Return whether the site already holds ``path`` made from ``key``; if so, keep it.

        Raises:
            ValueError: something was put there before; two pages claim one address.
        """
        self._claim(path)
        kept = self.old.get(path)
        if kept is None or kept[0] != key or self.sizes.get(path) != kept[1]:
            return False
        self.new[path] = kept
        return True

    def keeps_below(self, folder: str, key: bytes) -> bool:
        """Return whether all that the last build put below ``folder`` came from ``key``.

        If so, and if it is there still, keep it.

        Args:
            folder: With "/" at its end.
            key: The same for each file below it.

        Raises:
            ValueError: something was put there before.
        """
        kept = {path: entry for path, entry in self.old.items() if path.startswith(folder)}
        if not kept or any(
            entry[0] != key or self.sizes.get(path) != entry[1] for path, entry in kept.items()
        ):
            return False
        for path, entry in kept.items():
            self._claim(path)
            self.new[path] = entry
        return True

    def put(self, path: str, content: bytes, key: bytes = b"") -> None:
        """Put ``content`` at ``path``, unless the very same bytes are there.

        Raises:
            ValueError: something was put there before; two pages claim one address.
        """
        self._claim(path)
        if not key:
            key = blake2b(content, digest_size=16).digest()
            if self.keeps(path, key):
                return
        self.new[path] = (key, len(content))
        if self.sizes.get(path) == len(content) and (self.site / path).read_bytes() == content:
            return
        target = f"{self.staged}/{path}"  # a Path for each of thousands takes its time
        try:
            _write(target, content)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _write(target, content)
        self.written.append(path)

    def copy(self, path: str, source: Path) -> None:
        """Put a copy of the file ``source`` at ``path``, unless it is unchanged since.

        Several records may offer one file; it is copied once.
        """
        if path in self.new:
            return
        stat = source.stat()
        key = f"{stat.st_size} {stat.st_mtime_ns}".encode()
        if self.keeps(path, key):
            return
        target = self.staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        self.new[path] = (key, stat.st_size)
        self.written.append(path)

    def merge(self, entries: Mapping[str, tuple[bytes, int]], written: Iterable[str]) -> None:
        """Take over what another process put on this stage.

        Raises:
            ValueError: both put something at one place.
        """
        for path in entries:
            self._claim(path)
        self.new.update(entries)
        self.written.extend(written)

    def _claim(self, path: str) -> None:
        if path in self.new:
            raise ValueError(f"two contents for one place: {path}")

    def commit(self, state_path: Path) -> int:
        """Move everything staged into the site and drop what no longer belongs.

        Returns:
            How many files were removed.
        """
        fresh = not self.site.exists()
        if fresh:
            self.staged.mkdir(parents=True, exist_ok=True)
            self.staged.rename(self.site)
        else:
            state_path.unlink(missing_ok=True)
            for path in self.written:
                _move(self.staged / path, self.site / path)
            shutil.rmtree(self.staged, ignore_errors=True)
        gone = [path for path in self.sizes if path not in self.new]
        for path in gone:
            (self.site / path).unlink()
            _prune(self.site, (self.site / path).parent)
        keep(state_path, pickle.dumps(self.new, pickle.HIGHEST_PROTOCOL))
        return len(gone)


def _remembered(state_path: Path) -> State:
    """Return what the last build put into the site; nothing where that cannot be read."""
    try:
        state = pickle.loads(kept(state_path) or b"")
    except Exception:  # a damaged pickle can raise anything
        return {}
    return state if isinstance(state, dict) else {}


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(content)


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)


def _prune(root: Path, folder: Path) -> None:
    """Remove ``folder`` and those above it, up to ``root``, as far as they are empty."""
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _sizes_below(root: Path, prefix: str = "") -> Iterator[tuple[str, int]]:
    try:
        scan = os.scandir(root)
    except FileNotFoundError:
        return
    with scan:
        for item in scan:
            if item.is_dir(follow_symlinks=False):
                yield from _sizes_below(Path(item.path), f"{prefix}{item.name}/")
            else:
                yield prefix + item.name, item.stat(follow_symlinks=False).st_size
