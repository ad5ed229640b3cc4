"""How the checks take hostile input: what is said of each case, in how long and in what memory.

Shape: ``python scripts/hostile.py [--short]``. Each case of tests/hostile is judged as a file of
the project would be; each file in a process that looks into no other, so that its time and its
peak are its own, start included. ``--short`` prints no line a case. Exit code 1 where a case is
not told for what it is, or takes over 2 s of processor time or 200 MiB.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
SECONDS: Final = 2.0
"""Processor time that one case may take."""
MEMORY: Final = 200
"""MiB that a process may hold at its peak."""

sys.path.insert(0, str(ROOT / "tests" / "hostile"))


@dataclass(frozen=True, slots=True)
class Taken:
    """How one case went."""

    name: str
    codes: str
    told: bool
    seconds: float
    mebibytes: float

    @property
    def right(self) -> bool:
        """Whether it was told for what it is, within the limits."""
        return self.told and self.seconds <= SECONDS and self.mebibytes <= MEMORY


def taken(case: Any) -> Taken:
    """Judge one case."""
    from judged import judged  # type: ignore[import-not-found]

    from tirek.inspection.sandbox import sandbox

    began = time.process_time()
    found = judged(case)
    spent = time.process_time() - began
    shared = sandbox()
    children = [_of_process(pid) for pid in shared.pids]
    shared.close()
    child = sum(seconds for seconds, _ in children)
    peak = max((mebibytes for _, mebibytes in children), default=0.0)
    codes = sorted({problem.code for problem in found})
    wrong = any(problem.level == "error" for problem in found)
    told = case.codes <= set(codes) and wrong == (bool(case.codes) and not case.warned)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Taken(str(case), " ".join(codes), told, spent + child, peak or own)


def _of_process(pid: int) -> tuple[float, float]:
    """Return processor seconds and peak MiB of a process that still runs."""
    folder = Path(f"/proc/{pid}")
    if not folder.is_dir():
        return 0.0, 0.0
    fields = (folder / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    status = (folder / "status").read_text(encoding="ascii")
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds, int(peak[1]) / 1024 if peak else 0.0


def main() -> int:
    """Judge every case and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="no line a case")
    short = parser.parse_args().short
    from corpus import corpus  # type: ignore[import-not-found]

    cases = corpus()
    print(f"Python {platform.python_version()}, {platform.machine()}, {_commit()}")
    began = time.monotonic()
    rows = [taken(case) for case in cases]
    for row in rows:
        if not short or not row.right:
            mark = " " if row.right else "!"
            figures = f"{row.seconds:6.2f} s {row.mebibytes:6.0f} MiB"
            print(f"{mark}{row.name[:44]:<45}{figures}  {row.codes}")
    hostile = sum(bool(case.codes) and not case.warned for case in cases)
    print(
        f"{len(cases)} cases: {hostile} to refuse, {sum(c.warned for c in cases)} to warn of, "
        f"{sum(not c.codes for c in cases)} harmless; wrong: {sum(not r.right for r in rows)}"
    )
    print(
        f"slowest {max(r.seconds for r in rows):.2f} s of processor time, "
        f"largest {max(r.mebibytes for r in rows):.0f} MiB; {time.monotonic() - began:.0f} s in all"
    )
    return 0 if all(row.right for row in rows) else 1


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
