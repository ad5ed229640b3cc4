"""SIGKILL at random moments of `write`, `update` and `repair`, as often as asked for.

After each kill: what was reported done must be whole; a mix of two editions must not verify;
running again must end well and copy at most what was not reported, the file in hand included.

Run: PYTHONPATH=scripts python -m faults.kill [--kills 1000] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from faults.editions import changed, contents, made
from faults.report import counted
from tirek.offline.fault import UsbError
from tirek.offline.manifest import APART, WORK
from tirek.offline.seal import Seal
from tirek.offline.tree import files_below
from tirek.offline.verifying import verify

FILES = 60


class Bench:
    """Two editions and a stick, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new, self.stick = folder / "old", folder / "new", folder / "stick"
        files = contents(FILES, seed=1)
        self.seals = {
            "old": made(self.old, files, "2026.11.26"),
            "new": made(self.new, changed(files, seed=2), "2026.11.27"),
        }

    def ready(self, work: str, draw: random.Random) -> None:
        """Make the stick as it is before ``work``."""
        shutil.rmtree(self.stick, ignore_errors=True)
        if work == "write":
            self.stick.mkdir()
            return
        shutil.copytree(self.old, self.stick)
        if work == "repair":
            paths = list(self.seals["old"].manifest.sums)
            for path in draw.sample(paths, 20):
                target = self.stick / path
                target.write_bytes(bytes(target.stat().st_size or 1))

    def command(self, work: str) -> list[str]:
        """Return the command line of ``work``."""
        ends: dict[str, list[str | Path]] = {
            "write": [self.old, self.stick],
            "update": [self.new, self.stick],
            "repair": ["--from", self.old, self.stick],
        }
        arguments = map(str, ends[work])
        return [
            sys.executable,
            "-m",
            "tirek.cli",
            "--lang",
            "ru",
            "usb",
            work,
            "--each",
            *arguments,
        ]

    def due(self, work: str) -> Seal:
        """Return the seal of the edition that ``work`` ends with."""
        return self.seals["new" if work == "update" else "old"]


def run(command: list[str], kill_after: float | None = None) -> tuple[str, int, float]:
    """Run a command, killed after so many seconds; return what it printed, its code and time."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if kill_after is not None:
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    said = process.communicate()[0]
    return said, process.returncode, time.monotonic() - began


def paths_done(said: str, stick: Path) -> list[str]:
    """Return the files that the command reported as done, whole lines only."""
    lines = said.split("\n")[:-1]
    return [line.split("\t")[1] for line in lines if line.startswith(f"{stick}\t")]


def tried(bench: Bench, work: str, draw: random.Random, counts: Counter[str], span: float) -> None:
    """Kill one run at a random moment and see what is left, then run again."""
    bench.ready(work, draw)
    said, code, _ = run(bench.command(work), draw.uniform(0.02, span))
    if code != -signal.SIGKILL:
        counts["ended before the kill"] += 1
    else:
        counts[f"kills of {work}"] += 1
    counts["files reported done"] += len(done := paths_done(said, bench.stick))
    sums = bench.due(work).manifest.sums
    for path in done:
        if path in sums and _sum(bench.stick / path) != sums[path]:
            counts["! reported done and not whole"] += 1
    _look(bench, counts)
    again, code, _ = run(bench.command(work))
    if code != 0:
        counts["! second run failed"] += 1
        print(again)
    recopied = set(paths_done(again, bench.stick)) & set(done) & sums.keys()
    if work == "write":
        counts["! reported files copied again"] += len(recopied)
    if not _is_edition(bench.stick, bench.due(work)):
        counts["! not whole after the second run"] += 1


def _look(bench: Bench, counts: Counter[str]) -> None:
    try:
        verdict = verify(bench.stick)
    except UsbError:
        return
    if verdict.is_whole and not any(_is_edition(bench.stick, s) for s in bench.seals.values()):
        counts["! a mix that verifies"] += 1


def _is_edition(stick: Path, seal: Seal) -> bool:
    there = {path for path, _ in files_below(stick, WORK) if path not in APART}
    return there == seal.manifest.sums.keys() and verify(stick).is_whole


def _sum(path: Path) -> bytes:
    import hashlib

    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""


def main() -> None:
    """Try it as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="where sticks lie; memory by default")
    options = parser.parse_args()
    memory = Path("/dev/shm")
    parent = options.folder or (memory if memory.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="kill-", dir=parent) as name:
        bench, draw = Bench(Path(name)), random.Random(options.kills)
        with counted(f"SIGKILL at {options.kills} random moments, {FILES} files") as counts:
            for key in ("reported done and not whole", "reported files copied again"):
                counts[f"! {key}"] = 0
            for key in (
                "a mix that verifies",
                "second run failed",
                "not whole after the second run",
            ):
                counts[f"! {key}"] = 0
            spans: dict[str, float] = {}
            killed = 0
            while killed < options.kills:
                work = ("write", "update", "repair")[killed % 3]
                if work not in spans:
                    bench.ready(work, draw)
                    spans[work] = run(bench.command(work))[2]
                before = counts["ended before the kill"]
                tried(bench, work, draw, counts, spans[work])
                ended = counts["ended before the kill"] > before
                killed += not ended
                if ended:  # the machine has become faster
                    spans[work] *= 0.95
                else:
                    spans[work] = min(spans[work] * 1.01, 20.0)


if __name__ == "__main__":
    main()
