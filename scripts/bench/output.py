"""What a build put out: counts, sizes, and what a second build changed."""

import gzip
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

SHOWN: Final = 5
"""Largest pages that are named."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A file and its size in bytes."""

    bytes: int
    path: str


@dataclass(frozen=True, slots=True)
class Output:
    """A built site in figures."""

    pages: int
    """HTML files that are pages, both languages."""
    material_pages: int
    list_pages: int
    files: int
    bytes: int
    largest_material: Sized
    largest_others: tuple[Sized, ...]
    """The largest pages that are not a material's."""
    others_over_limit: int
    """How many of those are larger than a page may be."""
    columns_gz: int
    """Bytes of all facet columns of the materials, each in gzip."""
    index_gz: int
    """Bytes of the larger facet index of the materials in gzip."""


def figures(site: Path, page_limit: int) -> Output:
    """Return the figures of the site in the folder ``site``."""
    sizes = {path: (site / path).stat().st_size for path in _paths(site)}
    pages = {path: size for path, size in sizes.items() if _is_page(path)}
    materials = _sized(pages, is_material)
    others = _sized(pages, lambda path: not is_material(path))
    facets = site / "data" / "facets" / "materials"
    return Output(
        pages=len(pages),
        material_pages=len(materials),
        list_pages=sum(map(is_list, pages)),
        files=len(sizes),
        bytes=sum(sizes.values()),
        largest_material=materials[0],
        largest_others=tuple(others[:SHOWN]),
        others_over_limit=sum(page.bytes > page_limit for page in others),
        columns_gz=sum(map(_gzipped, facets.glob("column-*.js"))),
        index_gz=max(map(_gzipped, facets.glob("*/index.js")), default=0),
    )


def _is_page(path: str) -> bool:
    # An HTML file that a material offers is no page of the site.
    return path.endswith(".html") and not path.startswith("files/")


def is_material(path: str) -> bool:
    """Return whether ``path`` is the page of a material."""
    own = path.removeprefix("ru/")
    return own.startswith("catalogue/") and own != "catalogue/index.html"


def is_list(path: str) -> bool:
    """Return whether ``path`` is a page of a list, or the index of a vocabulary."""
    return path.removeprefix("ru/").startswith("lists/")


def _sized(pages: Mapping[str, int], wanted: Callable[[str], bool]) -> list[Sized]:
    found = [Sized(size, path) for path, size in pages.items() if wanted(path)]
    return sorted(found, key=lambda page: (-page.bytes, page.path))


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def _paths(site: Path) -> Iterable[str]:
    return (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


Snapshot = Mapping[str, tuple[bytes, tuple[int, int]]]
"""By path: hash of the content, and inode and time of change, which tell of a rewriting."""


def snapshot(site: Path) -> Snapshot:
    """Return content and times of every file of the site."""
    seen = {}
    for path in _paths(site):
        stat = (site / path).stat()
        digest = blake2b((site / path).read_bytes(), digest_size=16).digest()
        seen[path] = (digest, (stat.st_ino, stat.st_mtime_ns))
    return seen


@dataclass(frozen=True, slots=True)
class Changes:
    """How a site differs from what it was."""

    rewritten: tuple[str, ...]
    """Files that are new or differ in content."""
    in_vain: tuple[str, ...]
    """Files written again with the very same content."""
    removed: tuple[str, ...]


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """Return what happened to the site between two snapshots."""
    rewritten, in_vain = [], []
    for path, (digest, written) in sorted(after.items()):
        old = before.get(path)
        if old is None or old[0] != digest:
            rewritten.append(path)
        elif old[1] != written:
            in_vain.append(path)
    return Changes(tuple(rewritten), tuple(in_vain), tuple(sorted(before.keys() - after.keys())))
