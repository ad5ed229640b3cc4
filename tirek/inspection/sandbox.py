"""Files looked into by a process of their own, which is stopped where one is too hard."""

import atexit
import json
import os
import subprocess
import sys
import threading
from functools import cache
from queue import LifoQueue
from typing import IO, Final

from tirek.inspection.notice import Notice

PATIENCE: Final = 30.0
"""Seconds until a process that does not answer is stopped; it stops itself long before."""

AT_ONCE: Final = 2
"""Files looked into at a time; the project's servers and most old PCs have two cores."""

_KEPT: Final = ("PATH", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
"""Variables that the process gets; no secrets of whoever runs the check."""


class Sandbox:
    """One such process, started when the first file comes."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def notices(self, content: bytes, suffix: str) -> list[Notice]:
        """Return what is wrong with a file; one that breaks the process is said to be too hard."""
        with self._turn:
            process = self._started()
            clock = threading.Timer(PATIENCE, process.kill)
            clock.daemon = True
            clock.start()
            try:
                return _answer(process, content, suffix)
            except (OSError, ValueError):
                self.close()
                return [Notice("file-too-hard", "…")]
            finally:
                clock.cancel()

    @property
    def pid(self) -> int | None:
        """Number of the process, while there is one."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Stop the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _closed(stream)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-m", "tirek.inspection.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
            )
        return self._process


def _answer(process: subprocess.Popen[bytes], content: bytes, suffix: str) -> list[Notice]:
    """Ask and wait.

    Raises:
        OSError: the process ended.
        ValueError: its answer is none.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    job = json.dumps({"suffix": suffix, "size": len(content)})
    process.stdin.write(job.encode() + b"\n")
    process.stdin.write(content)
    process.stdin.flush()
    return [Notice(*parts) for parts in json.loads(process.stdout.readline())]


def _closed(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # what was still to be written to a dead process is lost, as it should be


class Sandboxes:
    """Some such processes; a file goes to one that is free, and none starts before it is needed."""

    def __init__(self, count: int) -> None:
        self._all = tuple(Sandbox() for _ in range(count))
        self._free: LifoQueue[Sandbox] = LifoQueue()
        for own in self._all:
            self._free.put(own)

    def notices(self, content: bytes, suffix: str) -> list[Notice]:
        """Return what is wrong with a file, as a Sandbox does."""
        own = self._free.get()
        try:
            return own.notices(content, suffix)
        finally:
            self._free.put(own)

    @property
    def pids(self) -> tuple[int, ...]:
        """Numbers of the processes that there are."""
        return tuple(own.pid for own in self._all if own.pid is not None)

    def close(self) -> None:
        """Stop the processes."""
        for own in self._all:
            own.close()


@cache
def sandbox() -> Sandboxes:
    """Return those that this run of Tirek uses; they end with the run."""
    shared = Sandboxes(AT_ONCE)
    atexit.register(shared.close)
    return shared
