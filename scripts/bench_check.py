"""Measure what `tirek check` takes, with thousands of made-up materials.

Shape: ``python scripts/bench_check.py [N …] [--runs K] [--workdir DIR]``; 5,000 unless told.

Every N is checked without a cache, as a new clone is, and again with it, in a process of its
own each time; the best of K is told beside the target of 5,000 records in 5 s.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from bench.project import MEMORY_DISK, commit_of, forget, make_project, this_machine

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = (5_000, 5.0)
"""Records and seconds."""


def main() -> None:
    """Run the checks and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[TARGET[0]])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workdir", type=Path)
    options = parser.parse_args()
    machine = this_machine()
    print(f"{machine.processor}, {machine.cores} cores, load {machine.load}")
    print(f"Python {machine.python}, {machine.system}, commit {commit_of(ROOT)}")
    top = options.workdir or (MEMORY_DISK if MEMORY_DISK.is_dir() else None)
    with tempfile.TemporaryDirectory(dir=top) as name:
        for count in options.counts:
            folder = Path(name) / str(count)
            make_project(ROOT, folder, count)
            cold = [_run(folder, cold=True) for _ in range(options.runs)]
            warm = [_run(folder, cold=False) for _ in range(options.runs)]
            for title, runs in (("without cache", cold), ("with cache", warm)):
                print(f"{count:>7} materials, {title}: {_told(runs)}")
            _verdict(count, cold)
            shutil.rmtree(folder)


def _run(folder: Path, *, cold: bool) -> dict[str, Any]:
    """Check the project in ``folder`` once; return seconds, memory and what was counted."""
    if cold:
        forget(folder)
    command = [sys.executable, "-m", "tirek.cli", "--root", str(folder)]
    began = time.perf_counter()
    done = subprocess.run(
        [*command, "check", "--format", "json"], cwd=folder, capture_output=True, check=False
    )
    seconds = time.perf_counter() - began
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": seconds, "mib": peak, **json.loads(done.stdout)["counted"]}


def _told(runs: list[dict[str, Any]]) -> str:
    best = min(run["seconds"] for run in runs)
    worst = max(run["seconds"] for run in runs)
    last = runs[-1]
    found = f"{last['errors']} errors, {last['warnings']} warnings"
    read = f"{last['records']} records, {last['pages']} pages, {last['files']} files"
    return f"{best:.2f}–{worst:.2f} s, ≤ {last['mib']:.0f} MiB; {read}; {found}"


def _verdict(count: int, runs: list[dict[str, Any]]) -> None:
    records, seconds = TARGET
    allowed = seconds * max(count, records) / records
    best = min(run["seconds"] for run in runs)
    print(f"        target: {allowed:.1f} s; {'reached' if best <= allowed else 'MISSED'}")


if __name__ == "__main__":
    main()
