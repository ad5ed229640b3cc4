"""Size and checksum of the files that materials offer, and what is found inside them."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from tirek.check.sources import FileCheck, FileSource
from tirek.problem import Problem, nearest
from tirek.reading.cache import RecordCache
from tirek.reading.tree import Tree

MAX_PATH: Final = 150
"""Characters of a path below ``catalogue/files/``; on a stick the whole stays under 200."""


class FileProblem(Exception):
    """A path that cannot be offered; ``code`` is a problem code."""

    def __init__(self, code: str, nearest: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.nearest = nearest


class Measures:
    """Measures files, each once as long as it does not change."""

    def __init__(self, tree: Tree, folder: str, cache: RecordCache) -> None:
        self._tree = tree
        self._folder = folder
        self._cache = cache

    def offered(self, path_uri: str) -> tuple[int, str]:
        """Return size in bytes and SHA-256 in hex of the file that a record calls ``path_uri``.

        Raises:
            FileProblem: the path leaves the folder, or there is no such plain file.
        """
        uri = f"{self._folder}/{path_uri}"
        if uri in self._cache.new_measures:  # measured in this run: many records offer one file
            return self.of(uri)
        if not is_safe(path_uri):
            raise FileProblem("path-unsafe")
        if not self._tree.is_there(uri):
            raise FileProblem("file-missing", self._nearest(path_uri))
        if not self._tree.is_plain(uri):
            raise FileProblem("file-not-plain")
        return self.of(uri)

    def of(self, uri: str) -> tuple[int, str]:
        """Return size in bytes and SHA-256 in hex of the plain file at ``uri``."""
        kept = self._cache.new_measures.get(uri)
        if kept is None:
            stamp = self._tree.stamp(uri)
            kept = self._cache.old_measures.get(uri)
            if kept is None or kept[:2] != stamp or not stamp[1]:
                with self._tree.open(uri) as stream:
                    digest = hashlib.file_digest(stream, "sha256")  # type: ignore[arg-type]
                kept = (*stamp, digest.hexdigest())
            self._cache.new_measures[uri] = kept
        return kept[0], kept[2]

    def _nearest(self, path_uri: str) -> str:
        start = len(self._folder) + 1
        return nearest(path_uri, (e.uri[start:] for e in self._tree.below(self._folder)))


def is_safe(path_uri: str) -> bool:
    """Return whether a path stays below its folder and fits a stick and every system."""
    parts = path_uri.split("/")
    return (
        all(parts)
        and not {".", ".."} & set(parts)
        and "\\" not in path_uri
        and ":" not in path_uri
        and len(path_uri) <= MAX_PATH
    )


def looked_through(
    file: FileSource, sha256: str, checks: Iterable[FileCheck], cache: RecordCache
) -> Iterable[Problem]:
    """Yield what ``checks`` find in ``file``; the same content is looked through once."""
    suffix = PurePosixPath(file.path).suffix
    found = cache.looked(
        f"{sha256} {suffix}", lambda: (problem for check in checks for problem in check(file))
    )
    return (replace(problem, path=file.path) for problem in found)
