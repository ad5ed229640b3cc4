"""A stick is brought from one edition to another by copying what differs.

What is new is staged beside the old edition and written out; then a journal says what moves
where; then files change places. Cut before the journal, the stick is the old edition with
something left over; cut after it, running again completes the new one. In between its manifest
names files that are not there yet or no longer, so that a mix never passes for whole.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tirek.offline.fault import UsbError
from tirek.offline.journal import JOURNAL, STAGED, Journal, carry_out, keep, read_journal
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, WORK
from tirek.offline.room import need
from tirek.offline.seal import Seal, read_seal
from tirek.offline.solid import copy_to, digest_of, put, sync_folder
from tirek.offline.verifying import is_unfinished
from tirek.offline.watch import Watch
from tirek.offline.writing import Hand, settle

NEXT: Final = "next"
"""File in WORK: the manifest that what is staged belongs to."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What was done on a stick."""

    before: str
    """Version that was there."""
    files: int
    """Files copied."""
    size: int
    """Bytes of them, manifest and page data aside."""
    seal_size: int
    """Bytes of manifest, page data and signature."""
    dropped: int
    """Files removed."""
    completed: bool = False
    """An update that had been cut was completed first."""


def update(
    source: Path, seal: Seal, root: Path, watch: Watch | None = None, allow_older: bool = False
) -> Updated:
    """Bring the stick ``root`` to the edition in ``source``, sealed by ``seal``.

    Raises:
        UsbError: ``usb_no_manifest``; ``usb_older``, unless ``allow_older``; ``usb_no_room``,
            with the bytes; ``usb_source_damaged``; ``usb_stick_bad``.
        OSError: the system refused; the stick is the old edition, or running again completes it.
    """
    watch = watch or Watch()
    if not root.is_dir():
        raise UsbError("usb_no_target", folder=root)
    was_cut = is_unfinished(root)
    completed = complete(root, source, seal, watch)
    there = read_seal(root)
    old, new = there.manifest, seal.manifest
    if new.about.order < old.about.order and not allow_older:
        raise UsbError("usb_older", version=new.about.version, there=old.about.version)
    puts = [path for path, digest in new.sums.items() if old.sums.get(path) != digest]
    drops = sorted(path for path in old.sums if path not in new.sums)
    seals = [(SIGNATURE, there.signature, seal.signature), (SCRIPT, there.script, seal.script)]
    seals.append((MANIFEST, there.content, seal.content))
    changed = [(name, content) for name, was, content in seals if was != content and content]
    if there.signature and not seal.signature:
        drops.append(SIGNATURE)
    sizes = {path: (source / path).stat().st_size for path in puts}
    moved = Updated(
        before=old.about.version,
        files=len(puts),
        size=sum(sizes.values()),
        seal_size=sum(len(content) for _, content in changed),
        dropped=len(drops),
        completed=completed,
    )
    if not puts and not drops and not changed:
        if was_cut:
            _settled(source, seal, root, watch)
        return moved
    try:
        journal = _prepared(source, seal, root, puts, changed, drops, sizes, watch)
    except (UsbError, OSError):
        # The old edition is whole: nothing of this should lie beside it.
        shutil.rmtree(root / WORK, ignore_errors=True)
        raise
    carry_out(root, journal)
    if was_cut:
        _settled(source, seal, root, watch)
    else:
        _clear(root)
    for path in puts:
        watch.done(path)
    watch.done(MANIFEST)
    return moved


def _prepared(
    source: Path,
    seal: Seal,
    root: Path,
    puts: list[str],
    changed: list[tuple[str, bytes]],
    drops: list[str],
    sizes: dict[str, int],
    watch: Watch,
) -> Journal:
    """Stage all that is new and keep the journal."""
    new = seal.manifest
    staged = _begun(root, seal)
    have = {n for n in range(len(puts)) if (staged / str(n)).is_file()}
    wanted = [sizes[path] for n, path in enumerate(puts) if n not in have]
    need(root, [*wanted, *(len(content) for _, content in changed)])
    watch.expect(2 * sum(sizes.values()))
    for number, path in enumerate(puts):
        _stage(source / path, staged / str(number), new.sums[path], watch)
    for number, (_, content) in enumerate(changed, start=len(puts)):
        put(staged / str(number), content, root / WORK / "part")
    sync_folder(staged)
    journal = Journal([*puts, *(name for name, _ in changed)], drops)
    keep(root, journal)
    return journal


def complete(root: Path, source: Path, seal: Seal, watch: Watch) -> bool:
    """Complete the update that was cut on ``root``, if one was.

    A file system that a pulled stick left half written may have lost what was staged: every file
    of the journal is read. Where the source is the edition that was coming, what is wrong comes
    from there; otherwise the check of the stick names it.

    Returns:
        Whether one was completed.
    """
    journal = read_journal(root)
    if journal is None:
        (root / WORK / JOURNAL).unlink(missing_ok=True)
        return False
    mark = root / WORK / NEXT
    is_same = mark.is_file() and mark.read_bytes() == seal.content
    carry_out(root, journal)
    if is_same:
        for path in journal.puts:
            expected = seal.manifest.sums.get(path)
            if expected is not None:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                _stage(source / path, root / path, expected, watch)
                sync_folder((root / path).parent)
        put(root / MANIFEST, seal.content, root / WORK / "part")
    _clear(root)
    return True


def _settled(source: Path, seal: Seal, root: Path, watch: Watch) -> None:
    """Read the whole stick back, since it was pulled out before: see `writing.settle`."""
    hand = Hand(root, watch)
    settle(hand, source, seal, thorough=True)
    hand.clear()


def _clear(root: Path) -> None:
    shutil.rmtree(root / WORK, ignore_errors=True)
    sync_folder(root)


def _begun(root: Path, seal: Seal) -> Path:
    """Return the folder to stage in; what a cut update to this very edition staged stays."""
    work = root / WORK
    mark, staged = work / NEXT, work / STAGED
    if not mark.is_file() or mark.read_bytes() != seal.content or not staged.is_dir():
        shutil.rmtree(work, ignore_errors=True)
        staged.mkdir(parents=True)
        sync_folder(root)
        put(mark, seal.content, work / "part")
    return staged


def _stage(source: Path, target: Path, expected: bytes, watch: Watch) -> None:
    """Copy one file to where it waits, and read it back; one that is there and right stays."""
    if target.is_file() and digest_of(target) == expected:
        watch.moved(2 * target.stat().st_size)
        return
    for attempt in (1, 2):
        if copy_to(source, target, watch.moved) != expected:
            target.unlink()
            raise UsbError("usb_source_damaged", path=source)
        if digest_of(target, watch.moved) == expected:
            return
        if attempt == 2:
            raise UsbError("usb_stick_bad", path=target)
