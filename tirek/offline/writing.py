"""A whole edition is written to a stick.

Each file is copied beside, written out, given its name, and its folder written out; only then
is it reported. A copy that was cut short goes on where it stopped: files that are there are
read, not copied. At the end everything is read back from the device. The manifest comes last.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tirek.offline.fault import UsbError
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, WORK
from tirek.offline.room import need
from tirek.offline.seal import Seal, read_seal
from tirek.offline.solid import copy_to, digest_of, put, sync_folder
from tirek.offline.watch import Watch

HAND: Final = "hand"
"""Name in WORK of the one file that is being copied."""

ROUNDS: Final = 6
"""How often everything is read back before a stick is called bad."""

BATCH: Final = 32
"""Files after which a folder is written out, however many are still to come into it."""


@dataclass(slots=True)
class Written:
    """What was done on a stick."""

    files: int = 0
    """Files that were copied."""
    size: int = 0
    """Bytes of them."""
    kept: int = 0
    """Files that were there already and right."""


class Hand:
    """Copies files into a stick, one at a time, so that each is whole or not there."""

    def __init__(self, root: Path, watch: Watch) -> None:
        self.root = root
        self.watch = watch
        self.work = root / WORK
        self._pending: list[str] = []
        self._folders = {root}
        if not self.work.is_dir():
            self.work.mkdir()
            sync_folder(root)

    def copy(self, source: Path, path: str, expected: bytes) -> None:
        """Copy one file to ``path``; it is reported with its folder, at the latest by `flush`.

        Raises:
            UsbError: ``usb_source_damaged``: the source is not what the manifest says.
        """
        if copy_to(source, self.work / HAND, self.watch.moved) != expected:
            raise UsbError("usb_source_damaged", path=source)
        folder = (self.root / path).parent
        if self._pending and (self.root / self._pending[-1]).parent != folder:
            self.flush()
        self.folder(folder)
        os.replace(self.work / HAND, self.root / path)
        self._pending.append(path)
        if len(self._pending) >= BATCH:
            self.flush()

    def folder(self, folder: Path) -> None:
        """Make a folder and those above it, and write each out in the one it is in."""
        if folder in self._folders:
            return
        self.folder(folder.parent)
        try:
            folder.mkdir()
            sync_folder(folder.parent)
        except FileExistsError:
            if not folder.is_dir():
                raise
        self._folders.add(folder)

    def flush(self) -> None:
        """Write the folder of the last files out, and report them."""
        if not self._pending:
            return
        sync_folder((self.root / self._pending[-1]).parent)
        for path in self._pending:
            self.watch.done(path)
        self._pending.clear()

    def seal(self, seal: Seal) -> bool:
        """Write what the edition says of itself, the manifest last; return if anything was new."""
        self.flush()
        part, new = self.work / HAND, False
        pairs = ((SIGNATURE, seal.signature), (SCRIPT, seal.script), (MANIFEST, seal.content))
        for name, content in pairs:
            path = self.root / name
            there = path.read_bytes() if path.is_file() else b""
            if there == content:
                continue
            new = True
            if content:
                put(path, content, part)
            else:
                path.unlink()
        return new

    def clear(self) -> None:
        """Remove the folder of what was not finished."""
        shutil.rmtree(self.work, ignore_errors=True)
        sync_folder(self.root)


def write(source: Path, seal: Seal, root: Path, watch: Watch | None = None) -> Written:
    """Write the edition in ``source``, sealed by ``seal``, to the stick ``root``.

    Raises:
        UsbError: ``usb_has_other``: another edition is there; ``usb_no_room``, with the bytes;
            ``usb_source_damaged``; ``usb_stick_bad``: it does not give back what was written.
        OSError: the system refused; what is there is as before, or unfinished and says so.
    """
    watch = watch or Watch()
    _refuse_other(root, seal)
    sums, done = seal.manifest.sums, Written()
    sizes = {path: (source / path).stat().st_size for path in sums}
    there = {path: _size(root / path) for path in sums}
    _need_room(root, seal, sizes, there)
    watch.expect(2 * sum(sizes.values()))
    was_cut = (root / WORK).is_dir()
    hand = Hand(root, watch)
    for path, expected in sums.items():
        if there[path] == sizes[path] and digest_of(root / path, watch.moved) == expected:
            done.kept += 1
            continue
        hand.copy(source / path, path, expected)
        done.files += 1
        done.size += sizes[path]
    hand.flush()
    if done.files:
        settle(hand, source, seal, thorough=was_cut)
    else:
        watch.moved(sum(sizes.values()))  # read once just now, and nothing written since
        hand.seal(seal)
    hand.clear()
    watch.done(MANIFEST)
    return done


def _refuse_other(root: Path, seal: Seal) -> None:
    if not root.is_dir():
        raise UsbError("usb_no_target", folder=root)
    if (root / WORK / "journal").exists():
        raise UsbError("usb_unfinished_update", folder=root)
    if (root / MANIFEST).exists():
        other = read_seal(root)
        if other.content != seal.content:
            raise UsbError("usb_has_other", folder=root, version=other.manifest.about.version)


def _need_room(root: Path, seal: Seal, sizes: dict[str, int], there: dict[str, int]) -> None:
    wanted = [size for path, size in sizes.items() if there[path] != size]
    wanted += [len(seal.content), len(seal.script), len(seal.signature)]
    need(root, wanted)


def settle(hand: Hand, source: Path, seal: Seal, thorough: bool) -> None:
    """Read every file back from the stick, copy once more those that are not right, then seal it.

    All files, not only those just copied: a stick that holds less than it says keeps the last of
    what was written, and loses the first. And on one that was pulled out before, the file system
    may think a cluster free that a file lies in, and give it to another; so there everything is
    read again after anything was written (``thorough``), be it the manifest.

    Raises:
        UsbError: ``usb_stick_bad``: files are wrong again and again.
    """
    sums = seal.manifest.sums
    for _ in range(ROUNDS):
        wrong = [path for path in sums if _is_wrong(hand, path, sums[path])]
        for path in wrong:
            hand.copy(source / path, path, sums[path])
        hand.flush()
        if not wrong and (not hand.seal(seal) or not thorough):
            return
    raise UsbError("usb_stick_bad", path=hand.root / (wrong or [MANIFEST])[0])


def _is_wrong(hand: Hand, path: str, expected: bytes) -> bool:
    try:
        return digest_of(hand.root / path, hand.watch.moved) != expected
    except FileNotFoundError:
        return True


def _size(path: Path) -> int:
    """Return the bytes of a plain file, or -1."""
    return path.stat().st_size if path.is_file() and not path.is_symlink() else -1
