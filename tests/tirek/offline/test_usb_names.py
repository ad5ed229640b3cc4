"""Names that any stick can carry, room in clusters, and sizes as people write them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sticks import code_of

from tirek.offline.clusters import Room, whole
from tirek.offline.names import LARGEST, faults, name_fault
from tirek.offline.sizes import size_of
from tirek.urls import file_uri


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("START.html", ""),
        ("files/plan-2.ru.pdf", ""),
        ("lists/clauses/4.2.3.html", ""),
        ("Index.html", "letters"),
        ("files/қысқа.txt", "letters"),
        ("files/a b.txt", "letters"),
        ("files/a.", "letters"),
        ("files/.htaccess", "letters"),
        ("files/a:b", "letters"),
        ("con/x.html", "device"),
        ("files/lpt1.txt", "device"),
        ("x" * 201, "long"),
    ],
)
def test_names(path: str, why: str) -> None:
    assert name_fault(path) == why


def test_names_that_are_one_after_folding_and_files_too_large() -> None:
    found = list(faults([("START.html", 1), ("start.html", 1), ("a.mp4", LARGEST + 1)]))
    assert found == [("start.html", "same"), ("a.mp4", "large")]


@given(st.text(min_size=1, max_size=40).filter(lambda t: "/" not in t.strip("/")))
def test_any_file_of_a_material_gets_a_name_that_sticks_can_carry(name: str) -> None:
    assert name_fault(file_uri(f"plans/{name}")) == ""


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_two_files_never_get_one_name(one: str, other: str) -> None:
    if one != other:
        assert file_uri(one) != file_uri(other)


@pytest.mark.parametrize("path", ["a/b-1.kk.pdf", "plan.txt", "x/2.0/y_z.docx"])
def test_a_plain_name_stays(path: str) -> None:
    assert file_uri(path) == f"files/{path}"


def test_room_is_at_least_what_fat_takes(tmp_path: Path) -> None:
    """A file system made for it says how many clusters are gone."""
    image = tmp_path / "stick.img"
    image.write_bytes(b"")
    with image.open("r+b") as stream:
        stream.truncate(64 * 1024**2)
    subprocess.run(
        ["mkfs.vfat", "-F", "32", "-s", "1", "-S", "512", "-n", "TIREK", str(image)],
        check=True,
        capture_output=True,
    )
    before = _free(image)
    room = Room.of((), 512)
    empty = room.taken
    for number in range(60):
        path = f"folder-with-a-name/{number % 7}/file-with-a-rather-long-name-{number}.html"
        source = tmp_path / "file"
        source.write_bytes(b"x" * (number * 37))
        for folder in ("folder-with-a-name", f"folder-with-a-name/{number % 7}"):
            subprocess.run(["mmd", "-D", "s", "-i", str(image), f"::{folder}"], capture_output=True)
        subprocess.run(["mcopy", "-i", str(image), str(source), f"::{path}"], check=True)
        room.add(path, number * 37)
    taken = before - _free(image)
    assert taken <= room.taken - empty + 512
    assert taken > 0.9 * (room.taken - empty)


def _free(image: Path) -> int:
    said = subprocess.run(["mdir", "-i", str(image)], capture_output=True, text=True, check=True)
    return int("".join(said.stdout.strip().split("\n")[-1].split()[:-2]))


def test_one_more_file_is_counted_without_being_added() -> None:
    room = Room.of({"a/b.txt": 10}, 4096)
    more = room.with_file("c/d/e.txt", 5000)
    assert more == room.taken + 2 * 4096 + 2 * 4096
    room.add("c/d/e.txt", 5000)
    assert room.taken == more


@given(st.integers(0, 10**12), st.sampled_from([512, 4096, 32768]))
def test_whole_clusters(size: int, cluster: int) -> None:
    assert size <= whole(size, cluster) < size + cluster


@pytest.mark.parametrize(
    ("text", "base", "size"),
    [
        ("4G", 1000, 4_000_000_000),
        ("3,7G", 1000, 3_700_000_000),
        ("4GiB", 1000, 4 * 1024**3),
        ("32K", 1024, 32768),
        ("512", 1024, 512),
    ],
)
def test_sizes(text: str, base: int, size: int) -> None:
    assert size_of(text, base) == size


@pytest.mark.parametrize("text", ["", "G", "4X", "-1", "4 G B", "четыре"])
def test_what_is_no_size(text: str) -> None:
    assert code_of(lambda: size_of(text, 1000)) == "usb_size_form"
