"""ENOSPC and EIO at every write, and sticks that cannot be written at all.

Each call that changes something on the stick (write, fsync, rename, mkdir) is refused in turn,
by a shim under the C library: once, and from then on. Then a stick too small by one cluster (a
tmpfs of that size) and a read-only one. Asked of each: exit code not 0, words and no traceback,
the old edition whole, and the bytes needed told beforehand where there is no room.

Run: PYTHONPATH=scripts python -m faults.full [--every 1]
"""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from faults.editions import changed, contents, made
from faults.report import counted
from tirek.offline.fault import UsbError
from tirek.offline.manifest import WORK
from tirek.offline.seal import Seal
from tirek.offline.tree import files_below
from tirek.offline.verifying import verify

HERE = Path(__file__).resolve().parent


class Bench:
    """Two editions, a stick and the shim."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.old, self.new, self.stick = folder / "old", folder / "new", folder / "stick"
        files = contents(14, seed=7, largest=3000)
        self.old_seal = made(self.old, files, "2026.11.26")
        self.new_seal = made(self.new, changed(files, seed=8), "2026.11.27")
        self.shim = folder / "shim.so"
        command = [
            "cc",
            "-shared",
            "-fPIC",
            "-O1",
            "-o",
            str(self.shim),
            str(HERE / "shim.c"),
            "-ldl",
        ]
        subprocess.run(command, check=True)

    def reset(self, work: str) -> None:
        """Make the stick as it is before ``work``."""
        shutil.rmtree(self.stick, ignore_errors=True)
        if work == "write":
            self.stick.mkdir()
        else:
            shutil.copytree(self.old, self.stick)
        if work == "repair":
            for path in list(self.old_seal.manifest.sums)[:3]:
                (self.stick / path).write_bytes(b"spoilt")

    def run(self, work: str, **env: str) -> tuple[int, str]:
        """Run ``work``; return its exit code and what it printed."""
        ends: dict[str, list[str | Path]] = {
            "write": [self.old, self.stick],
            "update": [self.new, self.stick],
            "repair": ["--from", self.old, self.stick],
        }
        command = [sys.executable, "-m", "tirek.cli", "--lang", "ru", "usb", work]
        command += map(str, ends[work])
        done = subprocess.run(
            command, env={**os.environ, **env}, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr


def is_whole(stick: Path, seal: Seal) -> bool:
    """Whether the stick holds the edition, leftovers of what was refused aside."""
    try:
        verdict = verify(stick)
    except UsbError:
        return False
    there = {path for path, _ in files_below(stick, WORK)}
    return (
        verdict.seal.content == seal.content
        and seal.manifest.sums.keys() <= there
        and not [f for f in verdict.findings if f.kind != "unfinished"]
    )


def refused(bench: Bench, work: str, number: int, every: int, counts: Counter[str]) -> int:
    """Refuse calls of ``work`` one after the other; return how many calls there are."""
    after = 0
    while True:
        bench.reset(work)
        env = {"LD_PRELOAD": str(bench.shim), "FAULT_ROOT": str(bench.stick)}
        env |= {"FAULT_AFTER": str(after), "FAULT_ERRNO": str(number)}
        code, said = bench.run(work, **env)
        if code == 0:
            return after
        counts[f"{errno.errorcode[number]} in {work}"] += 1
        if code != 1 or "Traceback" in said:
            counts["! no words, or another exit code"] += 1
            print(said)
        if work == "update":
            judge_update(bench, counts)
        # The fault is gone: running again ends well.
        if bench.run(work)[0] != 0 or not is_whole(bench.stick, due(bench, work)):
            counts["! not whole after running again"] += 1
        after += every


def due(bench: Bench, work: str) -> Seal:
    """Return the seal of the edition that ``work`` ends with."""
    return bench.new_seal if work == "update" else bench.old_seal


def judge_update(bench: Bench, counts: Counter[str]) -> None:
    """Count what an update that was refused left: old, new, or to be completed; never a mix."""
    if is_whole(bench.stick, bench.old_seal):
        counts["old edition whole"] += 1
    elif is_whole(bench.stick, bench.new_seal):
        counts["new edition whole"] += 1
    elif (bench.stick / WORK / "journal").is_file():
        counts["half way, with a journal to go on by"] += 1
        counts["! a mix that verifies"] += verify(bench.stick).is_whole
    else:
        counts["! neither whole nor to be completed"] += 1


def without_room(bench: Bench, counts: Counter[str]) -> None:
    """Write to sticks that are too small, and to one that is read-only."""
    size = sum(p.stat().st_size for p in bench.old.rglob("*") if p.is_file())
    for share in (0.1, 0.5, 0.9):
        bench.reset("write")
        if not mounted(bench.stick, f"size={int(size * share)}"):
            counts["tmpfs could not be mounted"] += 1
            continue
        try:
            code, said = bench.run("write")
            counts["sticks too small"] += 1
            counts["! bytes needed were not told"] += code != 1 or "нужно" not in said
            counts["! something was written"] += any(bench.stick.iterdir())
        finally:
            subprocess.run(["umount", bench.stick], check=True)
    bench.reset("write")
    if mounted(bench.stick, "size=64M"):
        try:
            bench.run("write")
            subprocess.run(["mount", "-o", "remount,ro", bench.stick], check=True)
            code, said = bench.run("update")
            counts["read-only sticks"] += 1
            counts["! read-only was not told"] += code != 1 or "только для чтения" not in said
            counts["! old edition harmed"] += not is_whole(bench.stick, bench.old_seal)
        finally:
            subprocess.run(["umount", bench.stick], check=True)


def mounted(folder: Path, options: str) -> bool:
    """Mount a tmpfs; return whether that is allowed here."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> None:
    """Refuse everything in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="calls between two that are refused")
    options = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        bench = Bench(Path(name))
        with counted("ENOSPC and EIO at every call that writes") as counts:
            for key in ("no words, or another exit code", "not whole after running again"):
                counts[f"! {key}"] = 0
            for number in (errno.ENOSPC, errno.EIO):
                for work in ("write", "update", "repair"):
                    refused(bench, work, number, options.every, counts)
            without_room(bench, counts)


if __name__ == "__main__":
    main()
