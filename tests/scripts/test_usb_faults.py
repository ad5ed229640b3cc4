"""A short form of every fault that sticks are tried with; the full ones are run by hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SHORT = {
    "kill": ("--kills", "30"),
    "intake": ("--kills", "6", "--records", "20"),
    "unplug": ("--snapshots", "6", "--fat", "10"),
    "flips": ("--flips", "400"),
    "tamper": ("--step", "9"),
    "full": ("--every", "20"),
    "repair_cost": ("--rounds", "5"),
    "update_cost": ("--pages", "60"),
    "memory": ("--megabytes", "40", "--files", "300", "--folder", "/dev/shm"),
}


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="sticks lie in memory")
@pytest.mark.parametrize("name", SHORT)
def test_a_short_form_passes(name: str) -> None:
    if name == "full" and not shutil.which("cc"):
        pytest.skip("the shim takes a C compiler")
    command = [sys.executable, "-m", f"faults.{name}", *SHORT[name]]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().split("\n")[-1].startswith(("passed", "copied at most"))


def test_every_fault_has_a_short_form() -> None:
    scripts = {path.stem for path in (ROOT / "scripts" / "faults").glob("*.py")}
    # The tour is walked by tests/site/test_tour.py; tabs are its browsers.
    assert scripts - {"__init__", "editions", "report", "tabs", "tour"} == SHORT.keys()
