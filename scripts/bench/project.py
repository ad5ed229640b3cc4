"""A copy of the project with made-up materials, and the machine that builds it."""

import os
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.synthetic import write_materials

PARTS: Final = ("tirek", "docs", "overrides", "hooks", "mkdocs.yml", "catalogue", "requirements")
"""What a build reads; a copy, so that nobody's editing changes what is measured."""

LINKED: Final = ("node_modules",)

BYTES_A_MATERIAL: Final = 160_000
"""Disk for a material's record and pages, Hugo's included, with room to spare."""

BYTES_BESIDES: Final = 500_000_000

MEMORY_DISK: Final = Path("/dev/shm")


def make_project(root: Path, folder: Path, count: int, texts: Path | None = None) -> None:
    """Copy the project at ``root`` into ``folder`` and add ``count`` materials.

    Their texts are strings of a few words, or sentences of the file ``texts``.
    """
    folder.mkdir(parents=True)
    for name in PARTS:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(root / name, target_is_directory=True)
    write_materials(folder / "catalogue", count, texts)


def build_command(folder: Path) -> list[str]:
    """Return the command that builds the copy in ``folder`` with the copy's own code.

    Python puts the working folder first among the places it imports from.
    """
    return [sys.executable, "-m", "tirek.cli", "--lang", "ru", "--root", str(folder), "build"]


def forget(folder: Path) -> None:
    """Remove what builds have left in the copy, so that the next one starts cold."""
    for name in ("site", ".site.new", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def room_in_memory(largest: int) -> bool:
    """Return whether a tmpfs can hold the sites of ``largest`` materials."""
    wanted = largest * BYTES_A_MATERIAL + BYTES_BESIDES
    return MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > wanted


@dataclass(frozen=True, slots=True)
class Machine:
    """Where figures come from."""

    processor: str
    cores: int
    memory_gib: float
    load: str
    """Mean length of the queue of processes over 1, 5 and 15 minutes, at the start."""
    python: str
    system: str


def this_machine() -> Machine:
    """Return the machine this runs on."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        memory_gib=round(pages * size / 2**30, 1),
        load=" ".join(f"{mean:.2f}" for mean in os.getloadavg()),
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()}",
    )


def _cores() -> int:
    return os.cpu_count() or 1


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def commit_of(root: Path) -> str:
    """Return the commit of the project at ``root``, and whether it has been changed since."""
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--tags"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "none yet"
