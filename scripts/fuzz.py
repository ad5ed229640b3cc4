"""Fuzzing of everything that takes bytes from outside, guided by coverage (atheris).

Shape: ``python scripts/fuzz.py [--runs N] [--seconds S] [TARGET …]``; first
``.venv/bin/uv pip install --require-hashes -r requirements/fuzz.txt``. Each target runs in a
process and an empty folder of its own, N inputs. A traceback, an input that takes over two
seconds, memory over 1 GiB (the instrumentation's own included), or a file left in the folder is
a fault: its input is kept under ``.cache/fuzz/`` and named. Exit code 1 where there is any.
"""

from __future__ import annotations

import argparse
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
KEPT: Final = ROOT / ".cache" / "fuzz"
SLOW: Final = 2
"""Seconds that one input may take."""

sys.path.insert(0, str(Path(__file__).resolve().parent))


def run_one(name: str, runs: int, seconds: int) -> None:
    """Fuzz one target in this process; it does not come back."""
    import atheris

    with atheris.instrument_imports(include=["tirek"], enable_loader_override=False):
        from fuzzing.targets import TARGETS
    target = TARGETS[name]
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as seeds:
        for number, content in enumerate(target.seeds()):
            (Path(seeds) / f"{number:04}").write_bytes(content[: target.largest])
        options = [
            f"-atheris_runs={runs}",
            f"-max_total_time={seconds}",
            f"-max_len={target.largest}",
            f"-timeout={SLOW}",
            "-rss_limit_mb=1024",
            f"-artifact_prefix={KEPT}/{name}-",
            "-print_final_stats=1",
            "-verbosity=0",
            seeds,
        ]
        atheris.Setup([sys.argv[0], *options], target.feed)
        atheris.Fuzz()


def main() -> int:
    """Fuzz the targets asked for and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        run_one(asked.one, asked.runs, asked.seconds)
    from fuzzing.targets import TARGETS

    print(f"Python {platform.python_version()}, {platform.machine()}, {_commit()}")
    print(f"{'target':<10}{'inputs':>10}{'seconds':>10}{'faults':>8}")
    faults = 0
    for name in asked.targets or TARGETS:
        faults += _fuzzed(name, asked.runs, asked.seconds)
    return 1 if faults else 0


def _fuzzed(name: str, runs: int, seconds: int) -> int:
    with tempfile.TemporaryDirectory() as empty:
        command = [sys.executable, __file__, "--one", name, f"--runs={runs}"]
        began = time.monotonic()
        done = subprocess.run(
            [*command, f"--seconds={seconds}"], cwd=empty, capture_output=True, text=True
        )
        took = time.monotonic() - began
        left = sorted(path.name for path in Path(empty).iterdir())
    said = done.stdout + done.stderr
    counted = re.search(r"number_of_executed_units:\s*(\d+)|Done (\d+) (?:runs|in)", said)
    inputs = int(counted[1] or counted[2]) if counted else 0
    # The clock of the last input may still ring while Python shuts down: what counts is `Done`.
    failed = "Done " not in said or bool(left) or not inputs
    print(f"{name:<10}{inputs:>10}{took:>10.0f}{int(failed):>8}", flush=True)
    if failed:
        print("\n".join(said.splitlines()[-40:]), f"exit code {done.returncode}", *left, sep="\n")
    return int(failed)


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
