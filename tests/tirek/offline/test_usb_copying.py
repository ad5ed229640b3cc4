"""Writing, updating and repairing: what is copied, what is refused, and what a cut leaves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from minisites import tree
from sticks import FILES, KEY, OTHER_KEY, Cut, Notes, code_of, edition, sign

from tirek.offline import journal, solid
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, WORK
from tirek.offline.repairing import repair
from tirek.offline.seal import Seal, source_seal
from tirek.offline.updating import update
from tirek.offline.verifying import verify
from tirek.offline.writing import write

NEWER = {
    **{path: content for path, content in FILES.items() if path != "files/plan/empty.txt"},
    "index.html": b"<p>kk new" * 500,
    "files/new/far/away.txt": b"new",
}


class Sides:
    """An edition, a newer one, and a stick."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new, self.stick = folder / "old", folder / "new", folder / "stick"
        self.old_seal = edition(self.old)
        self.new_seal = edition(self.new, NEWER, "2026.11.27")
        self.stick.mkdir()

    def written(self) -> Path:
        write(self.old, self.old_seal, self.stick)
        return self.stick


@pytest.fixture
def sides(tmp_path: Path) -> Sides:
    return Sides(tmp_path)


def test_what_is_written_is_the_edition(sides: Sides) -> None:
    notes = Notes()
    done = write(sides.old, sides.old_seal, sides.stick, notes)
    assert tree(sides.stick) == tree(sides.old)
    assert (done.files, done.kept) == (len(FILES), 0)
    assert sorted(notes.paths) == sorted([*FILES, MANIFEST])
    assert notes.paths[-1] == MANIFEST
    assert notes.went == notes.expected == 2 * sum(map(len, FILES.values()))
    assert verify(sides.stick).is_whole


def test_what_is_the_owners_stays(sides: Sides) -> None:
    (sides.stick / "Мои фото").mkdir()
    (sides.stick / "Мои фото" / "я.jpg").write_bytes(b"photo")
    sides.written()
    update(sides.new, sides.new_seal, sides.stick)
    repair(sides.stick, sides.new, sides.new_seal)
    assert (sides.stick / "Мои фото" / "я.jpg").read_bytes() == b"photo"
    assert [(f.kind, f.path) for f in verify(sides.stick).findings] == [("extra", "Мои фото/я.jpg")]


def test_writing_again_copies_nothing(sides: Sides) -> None:
    done = write(sides.old, sides.old_seal, sides.written())
    assert (done.files, done.kept) == (0, len(FILES))


def test_another_edition_is_not_written_over(sides: Sides) -> None:
    sides.written()
    assert code_of(lambda: write(sides.new, sides.new_seal, sides.stick)) == "usb_has_other"
    assert tree(sides.stick) == tree(sides.old)


def test_a_source_that_is_wrong_is_not_spread(sides: Sides) -> None:
    (sides.old / "index.html").write_bytes(b"<p>xx" * 700)
    code = code_of(lambda: write(sides.old, sides.old_seal, sides.stick))
    assert code == "usb_source_damaged"
    assert not (sides.stick / MANIFEST).exists()


@pytest.mark.parametrize("name", [SCRIPT, SIGNATURE])
def test_a_source_whose_seal_is_wrong_is_refused(sides: Sides, name: str) -> None:
    (sides.old / name).write_bytes((sides.old / name).read_bytes().replace(b"2026", b"2027"))
    assert code_of(lambda: source_seal(sides.old)) == "usb_source_seal"


def test_a_stick_that_gives_back_something_else_is_refused(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = solid.digest_of

    def failing(path: Path, moved: Callable[[int], None] = solid.nothing) -> bytes:
        there = path.is_relative_to(sides.stick) and path.name == "plan.pdf"
        return b"" if there else real(path, moved)

    monkeypatch.setattr("tirek.offline.writing.digest_of", failing)
    assert code_of(lambda: write(sides.old, sides.old_seal, sides.stick)) == "usb_stick_bad"
    assert not (sides.stick / MANIFEST).exists()


def test_room_is_told_before_anything_is_written(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(sides.stick)._replace(free=100)
    monkeypatch.setattr("tirek.offline.room.shutil.disk_usage", lambda _: full)
    assert code_of(lambda: write(sides.old, sides.old_seal, sides.stick)) == "usb_no_room"
    assert list(sides.stick.iterdir()) == []


def test_an_update_copies_what_changed(sides: Sides) -> None:
    sides.written()
    inodes = {path: (sides.stick / path).stat().st_ino for path in FILES}
    done = update(sides.new, sides.new_seal, sides.stick)
    assert tree(sides.stick) == tree(sides.new)
    assert (done.files, done.dropped) == (2, 1)
    assert done.size == len(NEWER["index.html"]) + len(NEWER["files/new/far/away.txt"])
    kept = [path for path in FILES if NEWER.get(path) == FILES[path]]
    assert all((sides.stick / path).stat().st_ino == inodes[path] for path in kept)
    assert verify(sides.stick).is_whole


def test_nothing_changed(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    sides.written()
    opened: list[str] = []
    real = Path.open

    def noting(path: Path, *arguments: Any, **options: Any) -> Any:
        opened.append(path.name)
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", noting)
    done = update(sides.old, sides.old_seal, sides.stick)
    assert (done.files, done.size, done.seal_size, done.dropped) == (0, 0, 0, 0)
    assert set(opened) <= {MANIFEST, SCRIPT, SIGNATURE, "journal"}


def test_a_signature_that_came_later_is_brought(tmp_path: Path) -> None:
    edition(tmp_path / "out", key=None)
    (tmp_path / "stick").mkdir()
    write(tmp_path / "out", source_seal(tmp_path / "out"), tmp_path / "stick")
    sign(tmp_path / "out", KEY)
    done = update(tmp_path / "out", source_seal(tmp_path / "out"), tmp_path / "stick")
    assert done.files == 0
    assert tree(tmp_path / "stick") == tree(tmp_path / "out")


def test_an_older_edition_is_refused_unless_asked_for(sides: Sides) -> None:
    write(sides.new, sides.new_seal, sides.stick)
    assert code_of(lambda: update(sides.old, sides.old_seal, sides.stick)) == "usb_older"
    assert tree(sides.stick) == tree(sides.new)
    update(sides.old, sides.old_seal, sides.stick, allow_older=True)
    assert tree(sides.stick) == tree(sides.old)


def test_wrong_key_and_mixed_seals_are_refused(sides: Sides) -> None:
    assert code_of(lambda: source_seal(sides.old, OTHER_KEY.public)) == "usb_signature_key"
    shutil.copyfile(sides.new / SIGNATURE, sides.old / SIGNATURE)
    assert code_of(lambda: source_seal(sides.old)) == "usb_source_seal"
    shutil.copyfile(sides.new / MANIFEST, sides.old / MANIFEST)
    shutil.copyfile(sides.new / SCRIPT, sides.old / SCRIPT)
    found = {(f.kind, f.path) for f in verify(sides.old).findings}
    assert ("damaged", "index.html") in found
    assert ("missing", "files/new/far/away.txt") in found


class Cutting:
    """Cuts after so many steps that change what is on the device."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
        self.left = steps
        for name in ("replace", "fsync", "unlink", "rmdir", "mkdir"):
            monkeypatch.setattr(os, name, self._step(getattr(os, name)))

    def _step(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            if self.left <= 0:
                raise Cut
            self.left -= 1
            return real(*arguments, **options)

        return step


def cut_everywhere(work: Callable[[Notes], object], reset: Callable[[], object]) -> list[list[str]]:
    """Cut ``work`` after each step in turn; return what was reported done each time."""
    reported = []
    for steps in range(10_000):
        reset()
        notes = Notes()
        with pytest.MonkeyPatch.context() as patch:
            Cutting(patch, steps)
            try:
                work(notes)
            except Cut:
                reported.append(notes.paths)
                continue
        return reported
    raise AssertionError("never ended")


def renewed(stick: Path, source: Path | None) -> None:
    shutil.rmtree(stick, ignore_errors=True)
    if source:
        shutil.copytree(source, stick)
    else:
        stick.mkdir()


def test_writing_cut_anywhere(sides: Sides) -> None:
    cuts = 0

    def reset() -> None:
        nonlocal cuts
        if cuts:
            complete = code_of(lambda: verify(sides.stick).is_whole or None)
            assert complete in ("", "usb_no_manifest")
            done = write(sides.old, sides.old_seal, sides.stick)
            assert verify(sides.stick).is_whole
            assert done.files + done.kept == len(FILES)
        cuts += 1
        renewed(sides.stick, None)

    def work(notes: Notes) -> None:
        try:
            write(sides.old, sides.old_seal, sides.stick, notes)
        finally:
            for path in notes.paths:
                if path in FILES:
                    assert (sides.stick / path).read_bytes() == FILES[path]

    reported = cut_everywhere(work, reset)
    assert len(reported) > 40
    assert any(reported)


def is_all_of(stick: Path, source: Path) -> bool:
    """Whether the stick holds the edition ``source``, leftovers of an update aside."""
    there = {p: c for p, c in tree(stick).items() if not p.startswith(f"{WORK}/")}
    return there == tree(source)


def test_an_update_cut_anywhere(sides: Sides) -> None:
    """The stick is the old edition, or the next run completes the new one; a mix never passes."""
    cuts = 0

    def reset() -> None:
        nonlocal cuts
        if cuts:
            whole = verify(sides.stick).is_whole
            assert (
                not whole or is_all_of(sides.stick, sides.old) or is_all_of(sides.stick, sides.new)
            )
            begun = journal.read_journal(sides.stick) is not None
            assert begun or is_all_of(sides.stick, sides.old) or is_all_of(sides.stick, sides.new)
            update(sides.new, sides.new_seal, sides.stick)
            assert tree(sides.stick) == tree(sides.new)
            assert verify(sides.stick).is_whole
        cuts += 1
        renewed(sides.stick, sides.old)

    reported = cut_everywhere(
        lambda notes: update(sides.new, sides.new_seal, sides.stick, notes), reset
    )
    assert len(reported) > 20


def test_a_cut_update_is_completed_without_what_it_came_from(sides: Sides) -> None:
    sides.written()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tirek.offline.updating.carry_out", _cut)
        with pytest.raises(Cut):
            update(sides.new, sides.new_seal, sides.stick)
    shutil.rmtree(sides.new / "files")
    newest = sides.stick.parent / "newest"
    seal = edition(newest, {"index.html": b"newest"}, "2026.12.1")
    done = update(newest, seal, sides.stick)
    assert done.completed
    assert done.before == "2026.11.27"
    assert tree(sides.stick) == tree(newest)


def _cut(*_: object) -> None:
    raise Cut


def test_a_repair_cut_anywhere(sides: Sides) -> None:
    cuts = 0

    def reset() -> None:
        nonlocal cuts
        if cuts:
            repair(sides.stick, sides.old, sides.old_seal)
            assert tree(sides.stick) == tree(sides.old)
        cuts += 1
        renewed(sides.stick, sides.old)
        spoil(sides.stick)

    reported = cut_everywhere(
        lambda notes: repair(sides.stick, sides.old, sides.old_seal, notes), reset
    )
    assert len(reported) > 8


def spoil(stick: Path) -> None:
    (stick / "index.html").write_bytes(b"<p>kK" * 700)
    (stick / "assets" / "tirek.css").unlink()
    (stick / "ru" / "index.html").rename(stick / "ru" / "INDEX.html")


def test_a_repair_copies_what_is_damaged_and_no_more(sides: Sides) -> None:
    spoil(sides.written())
    done = repair(sides.stick, sides.old, sides.old_seal)
    assert tree(sides.stick) == tree(sides.old)
    assert done.size == len(FILES["index.html"]) + len(FILES["assets/tirek.css"])
    assert {f.path for f in done.mended} == {"index.html", "assets/tirek.css", "ru/index.html"}


def test_one_stick_is_repaired_from_another(sides: Sides) -> None:
    other = sides.stick.parent / "other"
    shutil.copytree(sides.written(), other)
    spoil(sides.stick)
    repair(sides.stick, other, source_seal(other))
    assert tree(sides.stick) == tree(sides.old)


def test_a_source_that_is_wrong_itself_is_refused_and_nothing_is_touched(sides: Sides) -> None:
    spoil(sides.written())
    before = tree(sides.stick)
    (sides.old / "index.html").write_bytes(b"<p>KK" * 700)
    code = code_of(lambda: repair(sides.stick, sides.old, sides.old_seal))
    assert code == "usb_source_damaged"
    assert tree(sides.stick) == before


def test_another_edition_repairs_nothing(sides: Sides) -> None:
    sides.written()
    code = code_of(lambda: repair(sides.stick, sides.new, sides.new_seal))
    assert code == "usb_other_edition"


@pytest.mark.parametrize("name", [MANIFEST, SCRIPT, SIGNATURE])
@pytest.mark.parametrize("gone", [True, False])
def test_a_damaged_seal_is_repaired(sides: Sides, name: str, gone: bool) -> None:
    sides.written()
    if gone:
        (sides.stick / name).unlink()
    else:
        content = bytearray((sides.stick / name).read_bytes())
        content[len(content) // 2] ^= 4
        (sides.stick / name).write_bytes(content)
    spoil(sides.stick)
    repair(sides.stick, sides.old, sides.old_seal)
    assert tree(sides.stick) == tree(sides.old)
    assert verify(sides.stick).is_whole


def test_what_edition_it_was_cannot_be_guessed(sides: Sides) -> None:
    sides.written()
    for name in (MANIFEST, SCRIPT, SIGNATURE):
        (sides.stick / name).write_bytes(b"?")
    code = code_of(lambda: repair(sides.stick, sides.old, sides.old_seal))
    assert code == "usb_which_edition"


def test_seals_are_typed(sides: Sides) -> None:
    assert isinstance(sides.old_seal, Seal)
    assert sides.old_seal.distrust(KEY.public) is None
