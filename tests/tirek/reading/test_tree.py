"""Files on disk and files laid over them look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirek.reading.tree import Tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a" / "deep").mkdir(parents=True)
    (tmp_path / "a" / "deep" / "one.txt").write_text("one")
    (tmp_path / "a" / "two.txt").write_text("two")
    (tmp_path / "a" / "link").symlink_to(tmp_path / "a" / "deep")
    return tmp_path


def test_a_folder_with_files_laid_over(root: Path) -> None:
    tree = Tree(root, {"a/new/x.txt": b"x", "a/two.txt": b"other", "b/y.txt": root / "a/two.txt"})
    assert [(e.name, e.is_folder, e.is_plain) for e in tree.entries("a")] == [
        ("deep", True, False),
        ("link", False, False),
        ("new", True, False),
        ("two.txt", False, True),
    ]
    assert [e.uri for e in tree.below("a")] == [
        "a/deep/one.txt",
        "a/link",
        "a/new/x.txt",
        "a/two.txt",
    ]
    assert tree.read("a/two.txt") == b"other"
    assert tree.read("b/y.txt") == b"two"
    assert tree.stamp("a/new/x.txt") == (1, 0)
    with tree.open("b/y.txt") as stream:
        assert stream.read() == b"two"
    assert [e.uri for e in tree.entries("")] == ["a", "b"]


def test_what_is_gone_is_not_there(root: Path) -> None:
    tree = Tree(root, gone={"a/two.txt"})
    assert not tree.is_there("a/two.txt")
    assert not tree.is_plain("a/two.txt")
    assert [e.name for e in tree.entries("a")] == ["deep", "link"]


def test_no_link_on_the_way_is_plain(root: Path) -> None:
    tree = Tree(root)
    assert tree.is_plain("a/deep/one.txt")
    assert not tree.is_plain("a/link/one.txt")
    assert not tree.is_plain("a/link")
    assert tree.is_there("a/link/one.txt")
    assert tree.entries("nowhere") == []
    assert tree.entries("a/two.txt") == []
