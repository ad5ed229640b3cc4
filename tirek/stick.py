"""An edition for USB sticks: the same build for a selection, within a budget, sealed."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tirek import urls
from tirek.edition import assemble, files_of, finish
from tirek.model.catalogue import Catalogue
from tirek.model.selection import Edition, Selection, chosen
from tirek.offline.clusters import Room
from tirek.offline.clusters import whole as whole_clusters
from tirek.offline.fault import UsbError
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, About, Manifest, script
from tirek.offline.names import faults
from tirek.offline.seal import seal_folder
from tirek.place import Place
from tirek.publish import Stage

SIGNED: Final = 1024
"""Bytes kept free for a signature, which comes after."""

MOST_TRIALS: Final = 40
"""Builds that may go into finding what fits; two or three are usual."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edition that was made."""

    edition: Edition
    manifest: Manifest
    taken: int
    """Bytes that it takes on the stick, whole clusters counted; 0 where no budget was given."""


def make(catalogue: Catalogue, place: Place, selection: Selection, about: About) -> Made:
    """Make the edition in ``place.site``, which is one already or empty.

    Raises:
        UsbError: ``usb_not_ours``, ``usb_budget`` with the bytes that are needed, ``usb_names``.
    """
    if not _is_ours(place.site):
        raise UsbError("usb_not_ours", folder=place.site)
    place = replace(place, settings=place.settings.of_stick())
    about = replace(about, selection=selection.text)
    edition, stage = _fitted(catalogue, place, selection, about)
    wrong = list(faults(sorted(_sizes(stage, edition).items())))
    if wrong:
        raise UsbError("usb_names", faults=wrong)
    finish(stage, edition, place)
    manifest = seal_folder(place.site, about)
    room = Room.of(_with_seal(_sizes(stage, edition), about), selection.cluster or 1)
    return Made(edition, manifest, room.taken if selection.budget else 0)


def _is_ours(folder: Path) -> bool:
    """Whether a build may make ``folder`` its own: what does not belong there is removed."""
    if not folder.exists():
        return True
    names = set(os.listdir(folder))
    return not names or urls.START in names or MANIFEST in names


def _fitted(
    catalogue: Catalogue, place: Place, selection: Selection, about: About
) -> tuple[Edition, Stage]:
    """Return the edition that fits the budget, and its pages, staged.

    Files of materials go in while there is room: first the smallest of each material, so that
    as many as possible have one, then the others by size. Pages say which files are missing,
    so each choice is built and measured as it is: nothing that was left out would still fit.
    """
    whole = chosen(catalogue, selection)
    if not selection.budget:
        return whole, assemble(whole, place)

    def built(paths: frozenset[str]) -> tuple[Edition, Stage, int]:
        edition = chosen(catalogue, selection, frozenset(files_of(whole)) - paths)
        stage = assemble(edition, place)
        room = Room.of(_with_seal(_sizes(stage, edition), about), selection.cluster)
        return edition, stage, room.taken

    sizes = files_of(whole)
    order = list(_order(whole))
    paths = _guess(whole, place, selection, about, order)
    edition, stage, taken = built(paths)
    while taken > selection.budget and paths:
        over, gone = taken - selection.budget, set[str]()
        for path in reversed([path for path in order if path in paths]):
            gone.add(path)
            over -= whole_clusters(sizes[path], selection.cluster)
            if over <= 0:
                break
        paths -= gone
        edition, stage, taken = built(paths)
    if taken > selection.budget:
        needed = _core(catalogue, place, selection, about, taken)
        raise UsbError("usb_budget", needed=needed, budget=selection.budget)
    refused: set[str] = set()
    for _ in range(MOST_TRIALS):
        room = Room.of(_with_seal(_sizes(stage, edition), about), selection.cluster)
        more = _first_that_fits(order, paths | refused, sizes, room, selection)
        if more is None:
            break
        tried, trial, taken = built(paths | {more})
        if taken > selection.budget:
            refused.add(more)
        else:
            paths |= {more}
            edition, stage = tried, trial
    if refused:  # the last trial took the place of what was right
        edition, stage, _ = built(paths)
    return edition, stage


def _core(
    catalogue: Catalogue, place: Place, selection: Selection, about: About, taken: int
) -> int:
    """Return the bytes that the pages alone need, were these bytes the budget.

    Pages name the budget, so with another one they may be a few bytes longer, and a cluster more.
    """
    needed = 0
    while taken > needed:
        needed = taken
        told = replace(selection, budget=needed)
        bare = chosen(catalogue, told, frozenset(files_of(chosen(catalogue, told))))
        sizes = _sizes(assemble(bare, place), bare)
        taken = Room.of(_with_seal(sizes, replace(about, selection=told.text)), told.cluster).taken
    return needed


def _guess(
    whole: Edition, place: Place, selection: Selection, about: About, order: list[str]
) -> frozenset[str]:
    """Return files to begin with: what fits beside the pages of the whole edition."""
    stage = assemble(whole, place)
    room = Room.of(_with_seal(dict(_made(stage)), about), selection.cluster)
    sizes, paths = files_of(whole), set()
    for path in order:
        if room.with_file(urls.file_uri(path), sizes[path]) <= selection.budget:
            room.add(urls.file_uri(path), sizes[path])
            paths.add(path)
    return frozenset(paths)


def _order(edition: Edition) -> Iterator[str]:
    """Yield the edition's files in the order in which they go in."""
    ranked: dict[str, tuple[int, int, str]] = {}
    for material in edition.materials.values():
        by_size = sorted(material.files, key=lambda file: (file.size, file.path))
        for rank, file in enumerate(by_size):
            key = (rank, file.size, file.path)
            ranked[file.path] = min(ranked.get(file.path, key), key)
    yield from sorted(ranked, key=lambda path: ranked[path])


def _first_that_fits(
    order: list[str],
    passed: frozenset[str] | set[str],
    sizes: Mapping[str, int],
    room: Room,
    selection: Selection,
) -> str | None:
    for path in order:
        if path not in passed:
            taken = room.with_file(urls.file_uri(path), sizes[path])
            if taken <= selection.budget:
                return path
    return None


def _made(stage: Stage) -> Iterator[tuple[str, int]]:
    for path, (_, size) in stage.new.items():
        yield path, size


def _sizes(stage: Stage, edition: Edition) -> dict[str, int]:
    """Return bytes by path of all that the edition will hold, seal aside."""
    files = {urls.file_uri(path): size for path, size in files_of(edition).items()}
    return {**dict(_made(stage)), **files}


def _with_seal(sizes: dict[str, int], about: About) -> dict[str, int]:
    """Return ``sizes`` with manifest, page data and a signature."""
    sums = dict.fromkeys(sorted(sizes), bytes(32))
    content = Manifest(about, sums, sum(sizes.values())).content
    key = "R" * 56
    return {
        **sizes,
        MANIFEST: len(content),
        SCRIPT: len(script(content, key)),
        SIGNATURE: SIGNED,
    }
