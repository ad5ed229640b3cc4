"""The project's files as they lie, with others laid over them that are not there yet.

What somebody sends in can so be checked beside the whole catalogue before a byte of it is written.
"""

import io
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

Content = bytes | Path
"""What a file laid over the tree holds, or where it waits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder."""

    name: str
    uri: str
    """Path below the tree's root, with "/"."""
    is_folder: bool
    is_plain: bool
    """A plain file; False for folders, links and devices."""


@dataclass(frozen=True)
class Tree:
    """Files below one folder."""

    root: Path
    over: Mapping[str, Content] = field(default_factory=dict)
    """Files laid over, by path below the root with "/"; paths are known to be safe."""
    gone: Collection[str] = ()
    """Paths of files that are taken away."""

    def entries(self, folder_uri: str) -> list[Entry]:
        """Return what is in a folder, in the order of names; nothing where it is missing."""
        found = {entry.name: entry for entry in self._scanned(folder_uri)}
        prefix = f"{folder_uri}/" if folder_uri else ""
        for uri in self.over:
            if uri.startswith(prefix):
                name, deeper, _ = uri[len(prefix) :].partition("/")
                found[name] = Entry(name, prefix + name, bool(deeper), not deeper)
        return [found[name] for name in sorted(found)]

    def _scanned(self, folder_uri: str) -> Iterator[Entry]:
        prefix = f"{folder_uri}/" if folder_uri else ""
        try:
            scan = os.scandir(self.root / folder_uri)
        except (FileNotFoundError, NotADirectoryError):
            return
        with scan:
            for item in scan:
                uri = prefix + item.name
                if uri not in self.gone:
                    folder = item.is_dir(follow_symlinks=False)
                    plain = item.is_file(follow_symlinks=False)
                    yield Entry(item.name, uri, folder, plain)

    def below(self, folder_uri: str) -> Iterator[Entry]:
        """Yield every file below a folder, also links, in order; links are not followed."""
        for entry in self.entries(folder_uri):
            if entry.is_folder:
                yield from self.below(entry.uri)
            else:
                yield entry

    def read(self, uri: str) -> bytes:
        """Return what a file holds."""
        content = self.over.get(uri)
        if isinstance(content, bytes):
            return content
        # Thousands of records are read: a path object for each would cost more than the reading.
        with open(content or f"{self.root}/{uri}", "rb", buffering=0) as stream:
            return stream.read()

    def open(self, uri: str) -> BinaryIO:
        """Open a file to read from."""
        content = self.over.get(uri)
        if isinstance(content, bytes):
            return io.BytesIO(content)
        return (content or self.root / uri).open("rb")

    def stamp(self, uri: str) -> tuple[int, int]:
        """Return size in bytes and time of change in nanoseconds; 0 for content in memory."""
        content = self.over.get(uri)
        if isinstance(content, bytes):
            return len(content), 0
        stat = (content or self.root / uri).stat()
        return stat.st_size, 0 if content else stat.st_mtime_ns

    def is_plain(self, uri: str) -> bool:
        """Return whether ``uri`` is a plain file that no link on the way leads out to."""
        if uri in self.over:
            return True
        path = self.root / uri
        here = self.root.resolve().joinpath(*PurePosixPath(uri).parts)
        return uri not in self.gone and path.is_file() and path.resolve() == here

    def is_there(self, uri: str) -> bool:
        """Return whether anything has this name, be it a broken link."""
        path = self.root / uri
        return uri in self.over or (uri not in self.gone and (path.is_symlink() or path.exists()))
