"""A stick pulled out while it is written: snapshots of its image, plugged in and looked at.

exFAT: a real file system (exfat-fuse) on a loop device; while `write` and `update` run, the
image is copied at random moments, mounted again and checked. Root and exfat-fuse are needed.
FAT: no FAT can be mounted here, so mtools does the steps of a write one by one (copy beside,
give the name), the image is copied between the steps, and mtools reads it back; within a step
mtools itself is cut by SIGKILL.

Asked: no file reported done is lost or wrong; a mix never verifies; running again ends well.

Run: PYTHONPATH=scripts python -m faults.unplug [--snapshots 200] [--fat 200]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from faults.editions import changed, contents, made
from faults.report import counted
from tirek.offline.fault import UsbError
from tirek.offline.manifest import APART, WORK
from tirek.offline.seal import Seal
from tirek.offline.tree import files_below
from tirek.offline.verifying import verify

FILES = 120
SIZE = 16 * 1024**2
"""Bytes of the stick."""


class Bench:
    """Two editions, an image, and where it is mounted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.old, self.new = folder / "old", folder / "new"
        self.image, self.mount = folder / "stick.img", folder / "mount"
        self.mount.mkdir()
        files = contents(FILES, seed=9, largest=60_000)
        self.old_seal = made(self.old, files, "2026.11.26")
        self.new_seal = made(self.new, changed(files, seed=10), "2026.11.27")
        self.filled = folder / "filled.img"

    def command(self, work: str) -> list[str]:
        """Return the command line of ``work`` on the mounted stick."""
        source = self.new if work == "update" else self.old
        command = [sys.executable, "-m", "tirek.cli", "--lang", "ru", "usb", work, "--each"]
        return [*command, str(source), str(self.mount)]

    def seal(self, work: str) -> Seal:
        """Return the seal of the edition that ``work`` ends with."""
        return self.new_seal if work == "update" else self.old_seal


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[None]:
    """Mount an exFAT image by way of a loop device, as the kernel's mount would."""
    show = ["losetup", "--find", "--show", str(image)]
    device = subprocess.run(show, check=True, capture_output=True, text=True).stdout.strip()
    try:
        quiet = {"check": True, "capture_output": True}
        subprocess.run(["mount.exfat-fuse", device, str(folder)], **quiet)  # type: ignore[call-overload]
        try:
            yield
        finally:
            while subprocess.run(["umount", folder], capture_output=True, check=False).returncode:
                time.sleep(0.05)
    finally:
        subprocess.run(["losetup", "--detach", device], check=True)


def empty(image: Path) -> None:
    """Make an empty exFAT stick."""
    image.unlink(missing_ok=True)
    with image.open("wb") as stream:
        stream.truncate(SIZE)
    subprocess.run(["mkfs.exfat", "-c", "4K", str(image)], check=True, capture_output=True)


def run_of(bench: Bench, work: str, most: int, draw: random.Random) -> list[tuple[Path, list[str]]]:
    """Run ``work`` and take snapshots; return each with what was reported done before it."""
    if work == "update":
        shutil.copyfile(bench.filled, bench.image)
    else:
        empty(bench.image)
    taken: list[tuple[Path, list[str]]] = []
    done: list[str] = []
    with mounted(bench.image, bench.mount):
        process = subprocess.Popen(bench.command(work), stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        lines = process.stdout

        def read() -> None:
            for line in lines:
                if line.startswith(f"{bench.mount}\t"):
                    done.append(line.rstrip("\n").split("\t")[1])

        reader = threading.Thread(target=read)
        reader.start()
        while process.poll() is None and len(taken) < most:
            time.sleep(draw.uniform(0.0, 0.25))
            known = list(done)
            target = bench.folder / f"snapshot-{len(taken)}.img"
            shutil.copyfile(bench.image, target)
            taken.append((target, known))
        process.wait()
        reader.join()
        lines.close()
        assert process.returncode == 0
    if work == "write" and not bench.filled.exists():
        shutil.copyfile(bench.image, bench.filled)
    return taken


def look(bench: Bench, work: str, image: Path, done: list[str], counts: Counter[str]) -> None:
    """Plug a snapshot in: what was done must be there; running again must end well."""
    counts[f"snapshots of {work}"] += 1
    sums = bench.seal(work).manifest.sums
    # Not mended first: Windows shows a stick as it is, too.
    with mounted(image, bench.mount):
        for path in done:
            if path in sums:
                counts["files reported done"] += 1
                if digest(bench.mount / path) != sums[path]:
                    counts["! reported done and lost or wrong"] += 1
                    print(work, "lost", path)
        whole, before = False, "no manifest"
        with suppress(UsbError, OSError):
            verdict = verify(bench.mount)
            whole, before = verdict.is_whole, str(verdict.findings)
        if whole and not any(holds(bench.mount, s) for s in (bench.old_seal, bench.new_seal)):
            counts["! a mix that verifies"] += 1
        again = finished(bench, work, counts)
        if again is not None:
            counts["second run ended well"] += 1
            if not again:
                counts["! not whole after the second run"] += 1
                print(work, len(done), before, verify(bench.mount).findings)
            return
    # The file system itself is in disorder, and the command says so: mend it as it advises.
    counts["second run refused: the file system is in disorder"] += 1
    subprocess.run(["fsck.exfat", "-y", str(image)], capture_output=True, check=False)
    with mounted(image, bench.mount):
        again = finished(bench, work, counts)
        counts["run after fsck ended well"] += bool(again)
        counts["run after fsck refused as well"] += again is None
        counts["! not whole after fsck and another run"] += again is False


def finished(bench: Bench, work: str, counts: Counter[str]) -> bool | None:
    """Run ``work`` again; return whether the stick is whole then, None where it was refused."""
    again = subprocess.run(bench.command(work), capture_output=True, text=True, check=False)
    if again.returncode == 0:
        return holds(bench.mount, bench.seal(work))
    counts["! refused without words"] += "Traceback" in again.stderr or again.returncode != 1
    print(again.stderr.strip())
    return None


def holds(stick: Path, seal: Seal) -> bool:
    """Whether the stick is exactly the edition."""
    there = {path for path, _ in files_below(stick, WORK) if path not in APART}
    return there == seal.manifest.sums.keys() and verify(stick).is_whole


def digest(path: Path) -> bytes:
    """Return the SHA-256 of a file, b"" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""


def exfat(folder: Path, snapshots: int, counts: Counter[str]) -> None:
    """Pull an exFAT stick out so many times."""
    bench, draw, left = Bench(folder), random.Random(snapshots), snapshots
    while left > 0:
        for work in ("write", "update"):
            share = min(left, max(1, snapshots // 8))
            for image, done in run_of(bench, work, share, draw):
                look(bench, work, image, done, counts)
                image.unlink()
                left -= 1


def fat(folder: Path, cuts: int, counts: Counter[str]) -> None:
    """Do the steps of a write on FAT by mtools, cut some by SIGKILL, read back what is there."""
    files, draw = contents(20, seed=11, largest=9000), random.Random(cuts)
    source, image, left = folder / "source", folder / "fat.img", cuts
    while left > 0:
        image.unlink(missing_ok=True)
        with image.open("wb") as stream:
            stream.truncate(40 * 1024**2)
        subprocess.run(["mkfs.vfat", "-F", "32", str(image)], check=True, capture_output=True)
        mtool(image, "mmd", "::work")
        done: dict[str, bytes] = {}
        for number, content in enumerate(files.values()):
            name = f"file-{number}.html"
            source.write_bytes(content)
            hand = ["mcopy", "-o", str(source), "::work/hand"]
            name_it = ["mmove", "::work/hand", f"::{name}"]
            cut = draw.random() < 0.5
            for step in (hand, name_it):
                if cut and left > 0 and draw.random() < 0.5:
                    killed(image, step, draw)
                    left -= 1
                    counts["FAT: steps cut"] += 1
                    lost(image, done, folder, counts)
                    mtool(image, "mdel", "::work/hand")
                    if step is name_it:
                        mtool(image, *hand)
                mtool(image, *step)
            done[name] = content
        lost(image, done, folder, counts)


def mtool(image: Path, tool: str, *arguments: str) -> bool:
    """Run one of mtools on the image."""
    command = [tool, "-i", str(image), *(["-D", "o"] if tool == "mmove" else []), *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def killed(image: Path, step: list[str], draw: random.Random) -> None:
    """Run one of mtools and kill it at a random moment."""
    command = [step[0], "-i", str(image), *step[1:]]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(draw.uniform(0, 0.004))
    process.kill()
    process.wait()


def lost(image: Path, done: dict[str, bytes], folder: Path, counts: Counter[str]) -> None:
    """Count files that were done and are not as they were written."""
    out = folder / "fat-out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    if done:
        command = ["mcopy", "-i", str(image), *(f"::{name}" for name in done), str(out)]
        subprocess.run(command, capture_output=True, check=False)
    for name, content in done.items():
        there = (out / name).read_bytes() if (out / name).is_file() else b""
        counts["FAT: files done"] += 1
        counts["! FAT: done and lost or wrong"] += there != content


def main() -> None:
    """Pull sticks out as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshots", type=int, default=200)
    parser.add_argument("--fat", type=int, default=200)
    options = parser.parse_args()
    memory = Path("/dev/shm")
    title = f"{options.snapshots} exFAT snapshots, {options.fat} cuts on FAT"
    place = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    with place as name, counted(title) as counts:
        for key in ("reported done and lost or wrong", "a mix that verifies"):
            counts[f"! {key}"] = 0
        if os.geteuid() == 0 and shutil.which("mount.exfat-fuse") and options.snapshots:
            exfat(Path(name), options.snapshots, counts)
        else:
            counts["exFAT not tried: root and exfat-fuse are needed"] += 1
        fat(Path(name), options.fat, counts)


if __name__ == "__main__":
    main()
