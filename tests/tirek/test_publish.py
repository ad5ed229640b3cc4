"""What a build changes in a site: only what differs, all of it or nothing."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import publish
from tirek.kept import kept
from tirek.publish import Stage

Contents = dict[str, bytes]

ONE: Contents = {"index.html": b"one", "ru/index.html": b"odin", "a/b/c.html": b"deep"}


NO_KEYS: Mapping[str, bytes] = {}


class Project:
    """A folder with a site, and builds into it."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.state = folder / ".cache" / "site.pickle"

    def build(
        self, contents: Mapping[str, bytes], keys: Mapping[str, bytes] | None = None
    ) -> Stage:
        """Put each content, unless its key says that it is there already."""
        stage = Stage.begin(self.site, self.state)
        for path, content in contents.items():
            key = (keys or {}).get(path, b"")
            if not key or not stage.keeps(path, key):
                stage.put(path, content, key)
        stage.commit(self.state)
        return stage

    def contents(self) -> Contents:
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in self.site.rglob("*")
            if path.is_file()
        }

    def marks(self) -> dict[str, tuple[int, int]]:
        """Inode and time of each file: a file left alone keeps both."""
        return {
            path.relative_to(self.site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in self.site.rglob("*")
            if path.is_file()
        }

    def leftovers(self) -> list[str]:
        return [path.name for path in self.site.parent.iterdir() if path.name.startswith(".site")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_first_build_puts_everything(project: Project) -> None:
    stage = project.build(ONE)
    assert project.contents() == ONE
    assert sorted(stage.written) == sorted(ONE)
    assert not project.leftovers()


def test_the_same_build_again_touches_nothing(project: Project) -> None:
    project.build(ONE)
    before = project.marks()
    stage = project.build(ONE)
    assert stage.written == []
    assert project.marks() == before
    assert not project.leftovers()


def test_only_changed_files_are_written(project: Project) -> None:
    project.build(ONE)
    before = project.marks()
    stage = project.build({**ONE, "ru/index.html": b"dva!", "new/x.html": b"new"})
    assert sorted(stage.written) == ["new/x.html", "ru/index.html"]
    assert project.contents() == {**ONE, "ru/index.html": b"dva!", "new/x.html": b"new"}
    after = project.marks()
    assert {path for path in before if after[path] != before[path]} == {"ru/index.html"}


def test_a_change_of_no_size_is_written(project: Project) -> None:
    project.build(ONE)
    assert project.build({**ONE, "index.html": b"two"}).written == ["index.html"]
    assert project.contents()["index.html"] == b"two"


def test_what_no_longer_belongs_goes_with_its_empty_folders(project: Project) -> None:
    project.build(ONE)
    (project.site / "a" / "stray.txt").write_bytes(b"left by somebody")
    stage = Stage.begin(project.site, project.state)
    stage.put("index.html", b"one")
    assert stage.commit(project.state) == 3
    assert project.contents() == {"index.html": b"one"}
    assert [path.name for path in project.site.iterdir()] == ["index.html"]


def test_a_folder_that_still_holds_a_file_stays(project: Project) -> None:
    project.build({**ONE, "a/other.html": b"x"})
    project.build({"index.html": b"one", "a/other.html": b"x"})
    assert project.contents() == {"index.html": b"one", "a/other.html": b"x"}
    assert not (project.site / "a" / "b").exists()


def test_a_page_with_the_same_key_is_not_made_again(project: Project) -> None:
    project.build({"x.html": b"made"}, {"x.html": b"k1"})
    stage = Stage.begin(project.site, project.state)
    assert not stage.keeps("x.html", b"k2")
    assert not stage.keeps("y.html", b"k1")
    assert stage.keeps("x.html", b"k1")
    stage.commit(project.state)
    assert project.contents() == {"x.html": b"made"}


def test_a_new_key_with_the_same_content_rewrites_nothing(project: Project) -> None:
    project.build({"x.html": b"made"}, {"x.html": b"k1"})
    before = project.marks()
    assert project.build({"x.html": b"made"}, {"x.html": b"k2"}).written == []
    assert project.marks() == before
    assert Stage.begin(project.site, project.state).keeps("x.html", b"k2")


@pytest.mark.parametrize("harm", [b"", b"on", b"one and more"])
def test_a_truncated_file_is_repaired(project: Project, harm: bytes) -> None:
    keys = {path: b"key of " + path.encode() for path in ONE}
    project.build(ONE, keys)
    (project.site / "index.html").write_bytes(harm)
    assert project.build(ONE, keys).written == ["index.html"]
    assert project.contents() == ONE


def test_a_lost_file_comes_back(project: Project) -> None:
    project.build(ONE)
    (project.site / "a" / "b" / "c.html").unlink()
    (project.site / "a" / "b").rmdir()
    assert project.build(ONE).written == ["a/b/c.html"]
    assert project.contents() == ONE


@pytest.mark.parametrize(
    "state",
    [
        None,
        b"",
        b"garbage",
        b"\x80\x05garbage",
        pickle.dumps(ONE)[:-5],
        pickle.dumps(["a list"]),
        b"cno.such.module\nThing\n.",
        b"(lp0\n0.",
    ],
)
def test_without_its_memory_a_build_is_still_right(project: Project, state: bytes | None) -> None:
    project.build(ONE)
    before = project.marks()
    if state is None:
        project.state.unlink()
    else:
        project.state.write_bytes(state)
    stage = project.build({**ONE, "index.html": b"two"})
    assert stage.written == ["index.html"]
    assert project.contents() == {**ONE, "index.html": b"two"}
    after = project.marks()
    assert {path for path in before if after[path] != before[path]} == {"index.html"}
    assert pickle.loads(kept(project.state) or b"").keys() == ONE.keys()


def test_memory_of_another_site_is_no_harm(project: Project) -> None:
    """The site was deleted, or moved away, and its state file stayed."""
    project.build(ONE)
    project.site.rename(project.site.with_name("elsewhere"))
    assert sorted(project.build(ONE).written) == sorted(ONE)
    assert project.contents() == ONE


def test_a_build_that_fails_leaves_the_site_as_it_was(project: Project) -> None:
    project.build(ONE)
    before = project.marks()
    stage = Stage.begin(project.site, project.state)
    stage.put("index.html", b"two")
    stage.put("new.html", b"new")
    # … and here a view raises: nobody commits.
    assert project.contents() == ONE
    assert project.marks() == before
    stage = project.build({**ONE, "index.html": b"three"})
    assert stage.written == ["index.html"]
    assert project.contents() == {**ONE, "index.html": b"three"}
    assert not project.leftovers()


def test_a_build_that_dies_while_it_moves_is_mended_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {path: b"k" for path in ONE}
    project.build(ONE, keys)
    changed = {path: content.upper() for path, content in ONE.items()}
    moved: list[str] = []

    def move_one(source: Path, target: Path) -> None:
        if moved:
            raise KeyboardInterrupt
        moved.append(target.name)
        os.replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(publish, "_move", move_one)
        with pytest.raises(KeyboardInterrupt):
            project.build(changed, dict.fromkeys(ONE, b"k2"))
    assert not project.state.exists(), "what it remembers no longer holds"
    assert len(set(project.contents().values()) & set(ONE.values())) == 2
    project.build(ONE, keys)
    assert project.contents() == ONE


def test_commit_moves_new_content_in_before_it_removes_and_remembers_last(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(ONE)
    steps: list[str] = []

    def noted(name: str, step: Any) -> Any:
        def call(path: Path | str, *rest: Any, **options: Any) -> Any:
            steps.append(f"{name} {Path(path).name}")
            return step(path, *rest, **options)

        return call

    monkeypatch.setattr(publish, "_write", noted("write", publish._write))
    monkeypatch.setattr(publish, "_move", noted("move", publish._move))
    monkeypatch.setattr(Path, "unlink", noted("unlink", Path.unlink))
    monkeypatch.setattr(publish, "keep", noted("keep", publish.keep))
    project.build({"index.html": b"two", "a/b/c.html": b"deep"})
    assert list(dict.fromkeys(steps)) == [
        "write index.html",
        "unlink site.pickle",
        "move index.html",
        "unlink index.html",
        "keep site.pickle",
    ]


def test_two_contents_for_one_place_stop_the_build(project: Project) -> None:
    project.build(ONE)
    stage = Stage.begin(project.site, project.state)
    stage.put("index.html", b"a page")
    with pytest.raises(ValueError, match=r"index\.html"):
        stage.put("index.html", b"another page")
    with pytest.raises(ValueError, match=r"index\.html"):
        stage.keeps("index.html", b"key of another page")
    other = Stage(stage.site, stage.staged, stage.old, sizes=stage.sizes)
    other.put("index.html", b"a page of the other process")
    with pytest.raises(ValueError, match=r"index\.html"):
        stage.merge(other.new, other.written)
    assert project.contents() == ONE


def test_a_file_that_two_records_offer_is_copied_once(project: Project, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(b"cards")
    project.build(ONE)
    stage = Stage.begin(project.site, project.state)
    for path, content in ONE.items():
        stage.put(path, content)
    stage.copy("files/cards.pdf", source)
    stage.copy("files/cards.pdf", source)
    stage.commit(project.state)
    assert stage.written == ["files/cards.pdf"]
    assert project.contents() == {**ONE, "files/cards.pdf": b"cards"}


def test_a_file_is_copied_again_only_when_it_changed(project: Project, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"

    def build() -> list[str]:
        stage = Stage.begin(project.site, project.state)
        stage.copy("files/cards.pdf", source)
        stage.commit(project.state)
        return stage.written

    source.write_bytes(b"cards")
    assert build() == ["files/cards.pdf"]
    assert build() == []
    source.write_bytes(b"CARDS")
    os.utime(source, ns=(1, 1))
    assert build() == ["files/cards.pdf"]
    assert project.contents() == {"files/cards.pdf": b"CARDS"}


def test_what_another_process_staged_is_taken_over(project: Project) -> None:
    stage = Stage.begin(project.site, project.state)
    other = Stage(stage.site, stage.staged, stage.old, sizes=stage.sizes)
    stage.put("index.html", b"kk")
    other.put("ru/index.html", b"ru")
    stage.merge(other.new, other.written)
    stage.commit(project.state)
    assert project.contents() == {"index.html": b"kk", "ru/index.html": b"ru"}


paths = st.sampled_from(["index.html", "a.html", "a/b.html", "a/c.html", "d/e/f.html", "ru/a.html"])
sites = st.dictionaries(paths, st.sampled_from([b"", b"1", b"2", b"22"]))


@given(st.lists(sites, min_size=1, max_size=4))
def test_after_any_builds_the_site_is_what_the_last_one_put(
    tmp_path_factory: pytest.TempPathFactory, builds: list[Contents]
) -> None:
    project = Project(tmp_path_factory.mktemp("builds"))
    for contents in builds:
        project.build(contents)
        assert project.contents() == contents
        assert not project.leftovers()


def below(project: Project, folder: str, key: bytes) -> tuple[bool, list[str]]:
    """Whether a new build keeps all below ``folder``, and what it then holds."""
    stage = Stage.begin(project.site, project.state)
    return stage.keeps_below(folder, key), sorted(stage.new)


def test_a_folder_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    project = Project(tmp_path)
    contents = {"s/a.js": b"a", "s/b.js": b"b", "other.js": b"o"}
    project.build(contents, dict.fromkeys(contents, b"k"))
    assert below(project, "s/", b"k") == (True, ["s/a.js", "s/b.js"])
    assert below(project, "s/", b"new") == (False, [])
    assert below(project, "none/", b"k") == (False, [])
    (project.site / "s" / "b.js").write_bytes(b"longer")
    assert below(project, "s/", b"k") == (False, [])
    (project.site / "s" / "b.js").unlink()
    assert below(project, "s/", b"k") == (False, [])


def test_a_folder_of_two_keys_is_not_kept(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build({"s/a.js": b"a", "s/b.js": b"b"}, {"s/a.js": b"k", "s/b.js": b"old"})
    assert below(project, "s/", b"k") == (False, [])


def test_a_kept_folder_leaves_no_place_for_another_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build({"s/a.js": b"a"}, {"s/a.js": b"k"})
    stage = Stage.begin(project.site, project.state)
    assert stage.keeps_below("s/", b"k")
    with pytest.raises(ValueError, match=r"s/a\.js"):
        stage.put("s/a.js", b"b")
