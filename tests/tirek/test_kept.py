"""What is kept comes back on this machine only."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from minisites import valid_site

from tirek import kept
from tirek.reading.project import check_project


@pytest.fixture(autouse=True)
def _own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    kept._key.cache_clear()


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.bin"
    kept.keep(path, b"content")
    assert kept.kept(path) == b"content"
    assert (tmp_path / "home/tirek/key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("position", [0, 31, 32, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, position: int) -> None:
    path = tmp_path / "b.bin"
    kept.keep(path, b"content")
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)
    assert kept.kept(path) is None


def test_what_another_machine_kept_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.bin"
    kept.keep(path, b"content")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    kept._key.cache_clear()
    assert kept.kept(path) is None


def test_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert kept.kept(tmp_path / "none") is None


class _Harm:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (self.path,)  # type: ignore[return-value]


def test_a_cache_that_came_with_a_branch_is_not_opened(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "project")
    touched = tmp_path / "touched"
    cache = root / ".cache" / "records.pickle"
    cache.parent.mkdir(exist_ok=True)
    harm = pickle.dumps(_Harm(touched))
    for content in (harm, bytes(32) + harm):
        cache.write_bytes(content)
        assert not check_project(root).errors
        assert not touched.exists()
