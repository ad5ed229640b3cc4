"""Everything that is wrong is found and named as what it is."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sticks import FILES, KEY, code_of, edition

from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE, WORK
from tirek.offline.verifying import verify
from tirek.offline.zipping import zipped


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    edition(tmp_path / "stick")
    return tmp_path / "stick"


def found(stick: Path) -> list[tuple[str, str, str]]:
    return [(f.kind, f.path, f.there) for f in verify(stick).findings]


def test_a_whole_stick(stick: Path) -> None:
    assert found(stick) == []


@pytest.mark.parametrize("path", [*FILES, MANIFEST, SCRIPT, SIGNATURE])
def test_a_flipped_bit_anywhere_is_found_and_named(stick: Path, path: str) -> None:
    draw, target = random.Random(path), stick / path
    right = target.read_bytes()
    for _ in range(12 if right else 0):
        changed = bytearray(right)
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
        target.write_bytes(changed)
        if path == MANIFEST:
            code = code_of(lambda: verify(stick))
            named = code == "usb_manifest_form" or ("damaged", path, "") in found(stick)
        else:
            named = found(stick) == [("damaged", path, "")]
        assert named, (path, changed)


def test_truncated_zeroed_and_swapped_files(stick: Path) -> None:
    (stick / "index.html").write_bytes(FILES["index.html"][:-1])
    (stick / "ru/index.html").write_bytes(bytes(len(FILES["ru/index.html"])))
    (stick / "files/plan/empty.txt").write_bytes(b"x")
    kinds = found(stick)
    assert kinds == [
        ("damaged", path, "") for path in ("files/plan/empty.txt", "index.html", "ru/index.html")
    ]


def test_missing_extra_and_renamed(stick: Path) -> None:
    (stick / "START.html").rename(stick / "start.html")
    (stick / "assets/tirek.css").unlink()
    (stick / "files/autorun.exe").write_bytes(b"MZ")
    assert found(stick) == [
        ("renamed", "START.html", "start.html"),
        ("missing", "assets/tirek.css", ""),
        ("extra", "files/autorun.exe", ""),
    ]


def test_two_files_of_one_size_that_changed_places(tmp_path: Path) -> None:
    edition(tmp_path, {"a.txt": b"one", "b.txt": b"two"})
    (tmp_path / "a.txt").write_bytes(b"two")
    (tmp_path / "b.txt").write_bytes(b"one")
    assert found(tmp_path) == [("damaged", "a.txt", ""), ("damaged", "b.txt", "")]


@pytest.mark.parametrize("name", [SCRIPT, SIGNATURE])
def test_a_missing_part_of_the_seal(stick: Path, name: str) -> None:
    (stick / name).unlink()
    assert ("missing", name, "") in found(stick)


def test_what_systems_leave_is_passed_over(stick: Path) -> None:
    for name in ("System Volume Information/x", ".Trash-1000/y", ".DS_Store", "ru/._index.html"):
        (stick / name).parent.mkdir(exist_ok=True)
        (stick / name).write_bytes(b"")
    assert found(stick) == []


def test_links_are_followed_nowhere(stick: Path) -> None:
    (stick / "index.html").rename(stick.parent / "elsewhere.html")
    (stick / "index.html").symlink_to(stick.parent / "elsewhere.html")
    assert ("missing", "index.html", "") in found(stick)
    assert ("extra", "index.html", "") not in found(stick)


def test_what_is_unfinished(stick: Path) -> None:
    (stick / WORK).mkdir()
    assert found(stick) == []
    (stick / WORK / "hand").write_bytes(b"half")
    assert found(stick) == [("unfinished", WORK, "")]


def test_no_stick_at_all(tmp_path: Path) -> None:
    assert code_of(lambda: verify(tmp_path)) == "usb_no_manifest"


def test_genuine_and_not(stick: Path) -> None:
    seal = verify(stick).seal
    assert seal.distrust(KEY.public) is None
    shutil.copyfile(stick / SIGNATURE, stick.parent / "sig")
    (stick / SIGNATURE).unlink()
    why = verify(stick).seal.distrust(KEY.public)
    assert why is not None
    assert why.code == "usb_unsigned"


def test_the_same_edition_gives_the_same_zip(tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "two"):
        seal = edition(tmp_path / name)
        (tmp_path / name / "index.html").touch()
        digests.add(zipped(tmp_path / name, seal, tmp_path / f"{name}.zip"))
    assert len(digests) == 1
    shutil.unpack_archive(tmp_path / "one.zip", tmp_path / "unpacked")
    assert verify(tmp_path / "unpacked").is_whole


def test_a_damaged_edition_gives_no_zip(tmp_path: Path) -> None:
    seal = edition(tmp_path / "out")
    (tmp_path / "out" / "index.html").write_bytes(b"x")
    code = code_of(lambda: zipped(tmp_path / "out", seal, tmp_path / "out.zip"))
    assert code == "usb_source_damaged"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]
