"""Size and checksum of the files that materials offer."""

import hashlib
import os
from pathlib import Path

from tirek.problem import nearest
from tirek.reading.cache import RecordCache

MAX_PATH = 150
"""Characters of a path below ``catalogue/files/``; on a stick the whole stays under 200."""


class FileProblem(Exception):
    """A path that cannot be offered; ``code`` is a problem code."""

    def __init__(self, code: str, nearest: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.nearest = nearest


class Measures:
    """Measures files below one folder, each once as long as it does not change."""

    def __init__(self, root: Path, cache: RecordCache) -> None:
        self._root = root
        self._cache = cache

    def of(self, path_uri: str) -> tuple[int, str]:
        """Return size in bytes and SHA-256 in hex of the file at ``path_uri``.

        Raises:
            FileProblem: the path leaves the folder, or there is no such plain file.
        """
        known = self._cache.new_measures.get(path_uri)
        if known is not None:  # measured in this run: many records may offer one file
            return known[0], known[2]
        parts = path_uri.split("/")
        if (
            not all(parts)
            or {".", ".."} & set(parts)
            or "\\" in path_uri
            or ":" in path_uri
            or len(path_uri) > MAX_PATH
        ):
            raise FileProblem("path-unsafe")
        path = self._root.joinpath(*parts)
        if not path.is_symlink() and not path.exists():
            raise FileProblem("file-missing", self._nearest(path_uri))
        if not path.is_file() or path.resolve() != self._root.resolve().joinpath(*parts):
            raise FileProblem("file-not-plain")
        stat = path.stat()
        kept = self._cache.old_measures.get(path_uri)
        if kept is None or kept[:2] != (stat.st_size, stat.st_mtime_ns):
            with path.open("rb") as stream:
                kept = (
                    stat.st_size,
                    stat.st_mtime_ns,
                    hashlib.file_digest(stream, "sha256").hexdigest(),
                )
        self._cache.new_measures[path_uri] = kept
        return kept[0], kept[2]

    def _nearest(self, path_uri: str) -> str:
        there = [
            Path(folder, name).relative_to(self._root).as_posix()
            for folder, _, names in os.walk(self._root)
            for name in names
        ]
        return nearest(path_uri, there)
