"""Processes that look into files: two files at a time, and none left behind."""

from __future__ import annotations

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
