"""What is damaged or missing on a stick is copied from an edition or another stick; no more."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tirek.offline.fault import UsbError
from tirek.offline.journal import read_journal
from tirek.offline.manifest import APART, MANIFEST, SCRIPT, SIGNATURE
from tirek.offline.room import need
from tirek.offline.seal import Seal
from tirek.offline.solid import digest_of, put
from tirek.offline.verifying import Finding, Verdict, verify
from tirek.offline.watch import Watch
from tirek.offline.writing import HAND, Hand

BROKEN: Final = ("damaged", "unreadable", "missing")
"""What is mended by copying."""


@dataclass(slots=True)
class Repaired:
    """What was done on a stick."""

    mended: list[Finding] = field(default_factory=list)
    """What is right now."""
    size: int = 0
    """Bytes copied."""
    left: list[Finding] = field(default_factory=list)
    """What stays: files that are no part of the edition. They are the owner's."""


def repair(root: Path, source: Path, seal: Seal, watch: Watch | None = None) -> Repaired:
    """Mend the stick ``root`` from ``source``, which ``seal`` is of: the very same edition.

    Raises:
        UsbError: ``usb_other_edition``; ``usb_source_damaged``: a file is wrong there too, and
            nothing was touched; ``usb_no_room``; ``usb_stick_bad``.
        OSError: the system refused; running again goes on from there.
    """
    watch = watch or Watch()
    if read_journal(root) is not None:
        raise UsbError("usb_unfinished_update", folder=root)
    done = Repaired()
    verdict = _verdict(root, seal, watch, done)
    done.left = [f for f in verdict.findings if f.kind == "extra"]
    files = [f for f in verdict.findings if f.kind in BROKEN and f.path not in APART]
    sums = seal.manifest.sums
    for finding in files:
        if digest_of(source / finding.path) != sums[finding.path]:
            raise UsbError("usb_source_damaged", path=source / finding.path)
    sizes = {f.path: (source / f.path).stat().st_size for f in files}
    need(root, list(sizes.values()))
    watch.expect(2 * sum(sizes.values()))
    hand = Hand(root, watch)
    for finding in verdict.findings:
        if finding.kind == "renamed":
            _rename(hand, finding)
            done.mended.append(finding)
    for finding in files:
        _away(root, finding.path)
        hand.copy(source / finding.path, finding.path, sums[finding.path])
        done.size += sizes[finding.path]
        done.mended.append(finding)
    hand.flush()
    for finding in files:
        if digest_of(root / finding.path, watch.moved) != sums[finding.path]:
            raise UsbError("usb_stick_bad", path=root / finding.path)
    # What bears out what can only be said when all three are right: they are mended together.
    for name in (SIGNATURE, SCRIPT, MANIFEST):
        if _bytes(root / name) != _of(seal, name):
            done.size += _mend_seal(hand, name, seal)
            done.mended.append(Finding("damaged", name))
    hand.clear()
    return done


def _verdict(root: Path, seal: Seal, watch: Watch, done: Repaired) -> Verdict:
    """Check the stick by its own manifest, or by the source's where that is the same edition.

    A manifest that is damaged says nothing. The page data and the signature still tell which
    edition it was.
    """
    try:
        verdict = verify(root, watch)
    except UsbError as error:
        if error.code not in ("usb_no_manifest", "usb_manifest_form"):
            raise
        if not _is_same(root, seal):
            raise UsbError("usb_which_edition", folder=root) from None
    else:
        if verdict.seal.content == seal.content:
            return verdict
        if not _is_same(root, seal):
            about = verdict.seal.manifest.about
            raise UsbError("usb_other_edition", version=about.version, folder=root)
    # The manifest itself is what is damaged: it comes first, and the check is made by it.
    hand = Hand(root, watch)
    done.size += _mend_seal(hand, MANIFEST, seal)
    done.mended.append(Finding("damaged", MANIFEST))
    hand.clear()
    return verify(root, watch)


def _is_same(root: Path, seal: Seal) -> bool:
    """Whether page data or signature on the stick are those of the source, byte for byte."""
    pairs = ((SCRIPT, seal.script), (SIGNATURE, seal.signature))
    for name, content in pairs:
        path = root / name
        if content and path.is_file() and path.read_bytes() == content:
            return True
    return False


def _mend_seal(hand: Hand, name: str, seal: Seal) -> int:
    content = _of(seal, name)
    if content:
        put(hand.root / name, content, hand.work / HAND)
    else:
        (hand.root / name).unlink(missing_ok=True)
    return len(content)


def _of(seal: Seal, name: str) -> bytes:
    return {MANIFEST: seal.content, SCRIPT: seal.script, SIGNATURE: seal.signature}[name]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _rename(hand: Hand, finding: Finding) -> None:
    """Give a file its name back; by way of WORK, since systems that ignore case see one name."""
    hand.folder((hand.root / finding.path).parent)
    os.replace(hand.root / finding.there, hand.work / HAND)
    os.replace(hand.work / HAND, hand.root / finding.path)


def _away(root: Path, path: str) -> None:
    """Remove a name that differs by case alone, or a link: the file would come under it."""
    folder, name = (root / path).parent, (root / path).name
    if folder.is_dir():
        for other in os.listdir(folder):
            if other.lower() == name.lower() and (other != name or (folder / other).is_symlink()):
                (folder / other).unlink()
