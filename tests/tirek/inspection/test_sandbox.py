"""Processes that look into files: two files at a time, and none left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tirek.inspection.notice import Notice
from tirek.inspection.sandbox import Sandbox, Sandboxes


def test_a_file_does_not_wait_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    both = Barrier(2, timeout=30)
    used = []

    def slow(own: Sandbox, content: bytes, suffix: str) -> list[Notice]:
        used.append(own)
        both.wait()  # goes on only when two are looked into
        return [Notice(content.decode())]

    monkeypatch.setattr(Sandbox, "notices", slow)
    shared = Sandboxes(2)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(shared.notices, [b"a", b"b", b"c", b"d"], ["txt"] * 4))
    assert found == [[Notice(code)] for code in "abcd"]
    assert len(set(used)) == 2


def test_one_after_another_needs_one_process_which_ends() -> None:
    shared = Sandboxes(2)
    try:
        assert shared.pids == ()
        assert "file-empty" in {notice.code for notice in shared.notices(b"", "txt")}
        assert shared.notices("оқу жоспары".encode(), "txt") == []
        assert len(shared.pids) == 1
    finally:
        shared.close()
    assert shared.pids == ()


_STUCK = """
from tirek.inspection import child
child.SECONDS = child.GRACE = 0.1
child.file_notices = lambda content, suffix: [sum(range(10**15))]
child._limit()
child.notices_of(b"", "pdf")
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such clock on this system")
def test_a_reader_that_does_not_come_back_ends_with_its_process() -> None:
    done = subprocess.run([sys.executable, "-c", _STUCK], check=False, timeout=30)
    assert done.returncode == -signal.SIGVTALRM
