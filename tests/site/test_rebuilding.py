"""The same sources give the same bytes, whoever builds, wherever, and by which command."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from built import Built
from projects import copied, finished, start

BUILD = ("tirek.cli", "build")
MKDOCS = ("mkdocs", "build", "--strict", "--quiet")


def tree(folder: Path) -> dict[str, str]:
    """Checksum by path of every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(one: dict[str, str], two: dict[str, str]) -> list[str]:
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Trees of sites built from cold caches, in folders and by commands that differ."""
    top = tmp_path_factory.mktemp("cold")
    here, there, by_mkdocs = top / "here", top / "басқа қалта" / "x", top / "mkdocs"
    for folder in (here, there, by_mkdocs):
        copied(folder)
    running = [
        start(here, *BUILD, PYTHONHASHSEED="1", TZ="Asia/Almaty"),
        start(there, *BUILD, PYTHONHASHSEED="2", LANG="C"),
        # From another folder than the project's, as an editor's plug-in might.
        start(top, *MKDOCS, "--config-file", "mkdocs/mkdocs.yml", PYTHONHASHSEED="3"),
    ]
    for process in running:
        finished(process)
    return {
        "here": tree(here / "site"),
        "there": tree(there / "site"),
        "mkdocs": tree(by_mkdocs / "site"),
    }


def test_folder_and_hash_seed_change_nothing(cold: dict[str, dict[str, str]]) -> None:
    assert len(cold["here"]) > 300
    assert not differences(cold["here"], cold["there"])


def test_mkdocs_alone_makes_the_same_site(cold: dict[str, dict[str, str]]) -> None:
    assert not differences(cold["here"], cold["mkdocs"])


def test_caches_change_nothing(cold: dict[str, dict[str, str]], built: Built) -> None:
    assert not differences(cold["here"], tree(built.folder))
