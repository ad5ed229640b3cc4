"""Waiting for a file that a browser saves."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from time import sleep

from saved import saved


def test_a_file_that_is_moved_while_it_is_looked_at_is_taken_under_its_own_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "before.zip").write_bytes(b"old")

    def write() -> None:
        for turn in range(40):
            (tmp_path / f"{turn}.zip").write_bytes(b"half")
            (tmp_path / f"{turn}.zip").rename(tmp_path / f"{turn}.part")
            (tmp_path / f"{turn}.part").unlink()
        sleep(0.1)
        (tmp_path / "found.zip").write_bytes(b"whole")

    assert saved(tmp_path, Thread(target=write).start) == ("found.zip", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["before.zip"]
