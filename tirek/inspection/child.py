"""The process that looks into files: little time, little memory, one file after another.

Reads jobs from standard input (a line of JSON, then so many bytes) and answers each with a
line of JSON. Whatever a file does to it, the process that asked is not harmed: see ``sandbox``.
"""

import gc
import json
import os
import signal
import sys
from types import FrameType
from typing import Final

from tirek.inspection.contents import file_notices
from tirek.inspection.notice import Notice

SECONDS: Final = 1.8
"""Processor time for one file."""
GRACE: Final = 0.5
"""Seconds more until a reader that does not come back to Python ends, and the process with it."""
MEMORY: Final = 150 * 1024 * 1024
"""Bytes that one file may take on top of the reader itself; together under 200 MiB."""


class Late(BaseException):
    """The time for a file is over; no reader's ``except Exception`` takes it for its own."""


def notices_of(content: bytes, suffix: str) -> list[Notice]:
    """Return what is wrong with a file; too hard a file is said to be so."""
    try:
        _start_clock(SECONDS)
        found = list(file_notices(content, suffix))
    except (Late, MemoryError, RecursionError) as error:
        found = [Notice("file-too-hard", type(error).__name__)]
    except Exception as error:  # no content may end in a traceback
        found = [Notice("file-broken", type(error).__name__)]
    finally:
        _start_clock(0)
    return sorted(set(found))


def _late(number: int, frame: FrameType | None) -> None:
    _start_clock(0.2)  # again, should somebody on the way have swallowed it
    raise Late


def _start_clock(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        # Nobody answers this one, so that it reaches readers in C++ too.
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds + GRACE if seconds else 0)


def _limit() -> None:
    """Set the limits that this system knows; Windows has none, there only time is watched."""
    if not hasattr(signal, "SIGPROF"):
        return
    import resource

    signal.signal(signal.SIGPROF, _late)
    taken = _address_space()
    if taken:
        resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """Return how many bytes of addresses this process has taken, or 0 where nobody tells."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def main() -> None:
    """Answer jobs until there are no more."""
    _limit()
    gc.freeze()  # what is loaded stays: a search for garbage need not go through it each time
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        job = json.loads(line)
        content = asked.read(job["size"])
        found = notices_of(content, job["suffix"])
        answer = [[n.code, n.value[:300], n.place[:200], n.allowed] for n in found]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    main()
