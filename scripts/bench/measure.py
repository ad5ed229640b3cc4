"""Time and memory of one command.

The file is also a program of its own: the command is started from a small process, since a
child's peak memory, as the kernel counts it, begins with that of the process that started it.
"""

import importlib
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

STEP: Final = 0.05
"""Seconds between two looks at the memory of the process tree."""

SHARED_EVERY: Final = 10
"""Looks between two counts of shared memory, which cost milliseconds each."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a command took."""

    seconds: float
    """By the clock on the wall."""
    cpu_seconds: float
    """Of all its processes together."""
    tree_mib: float | None
    """Peak of the sum of resident memory over the process tree; None without psutil.

    Memory that forked processes share is counted once for each of them.
    """
    shared_once_mib: float | None
    """Peak of the same sum with shared memory counted once (PSS), sampled more seldom."""
    largest_mib: float
    """Peak resident memory of the largest single process, by ``getrusage``."""


class CommandFailed(Exception):
    """A measured command ended with an error; the text is what it printed."""


def measured(command: list[str], folder: Path, log: Path, python: str = sys.executable) -> Taken:
    """Run ``command`` in ``folder`` and return what it took.

    Args:
        command: Program and arguments.
        folder: Working folder of the command.
        log: File for what the command prints.
        python: Interpreter that measures; with psutil it sees the whole process tree.

    Raises:
        CommandFailed: the command ended with an error.
    """
    with log.open("wb") as stream:
        done = subprocess.run(
            [python, __file__, *command],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=stream,
            check=False,
        )
    if done.returncode:
        raise CommandFailed(f"{' '.join(command)}\n{log.read_text(encoding='utf-8')[-4000:]}")
    return Taken(**json.loads(done.stdout))


class _Sampler(threading.Thread):
    """Looks at the memory of a process tree until told to stop."""

    def __init__(self, psutil: Any, pid: int) -> None:
        super().__init__(daemon=True)
        self._psutil = psutil
        self._root = psutil.Process(pid)
        self.done = threading.Event()
        self.tree = 0
        self.shared_once = 0

    def run(self) -> None:
        """Sample every STEP seconds."""
        looks = 0
        while not self.done.wait(STEP):
            try:
                processes = [self._root, *self._root.children(recursive=True)]
            except self._psutil.Error:
                continue
            self.tree = max(self.tree, sum(map(self._resident, processes)))
            if looks % SHARED_EVERY == 0:
                self.shared_once = max(self.shared_once, sum(map(self._proportional, processes)))
            looks += 1

    def _resident(self, process: Any) -> int:
        try:
            return int(process.memory_info().rss)
        except self._psutil.Error:
            return 0

    def _proportional(self, process: Any) -> int:
        try:
            return int(getattr(process.memory_full_info(), "pss", 0))
        except self._psutil.Error:
            return 0


def _run(command: list[str]) -> Taken:
    try:
        psutil: Any = importlib.import_module("psutil")
    except ImportError:
        psutil = None
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)
    sampler = _Sampler(psutil, process.pid) if psutil else None
    if sampler:
        sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if sampler:
        sampler.done.set()
        sampler.join()
    if process.returncode:
        sys.exit(1)
    unit = 1024 if sys.platform != "darwin" else 1  # ru_maxrss: KiB, on macOS bytes
    return Taken(
        seconds=round(seconds, 3),
        cpu_seconds=round(usage.ru_utime + usage.ru_stime, 3),
        tree_mib=round(sampler.tree / 2**20, 1) if sampler else None,
        shared_once_mib=round(sampler.shared_once / 2**20, 1) if sampler else None,
        largest_mib=round(usage.ru_maxrss * unit / 2**20, 1),
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_run(sys.argv[1:]))))
