"""The manifest: its one form, what other programs make of it, and what pages are told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sticks import FILES, KEY, code_of, edition

from tirek.offline.manifest import (
    About,
    Manifest,
    fingerprint,
    key_in,
    read_manifest,
    script,
    shortened,
)

ABOUT = About("2026.11.26", "2026-11-26", "languages=kk,ru regions=KZ-75")
NAME = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}(\.[a-z0-9]{1,4})?", fullmatch=True)
PATHS = st.lists(NAME, min_size=1, max_size=4).map("/".join)


@given(
    sums=st.dictionaries(PATHS, st.binary(min_size=32, max_size=32), max_size=8),
    size=st.integers(0, 2**45),
)
def test_what_is_written_is_read(sums: dict[str, bytes], size: int) -> None:
    manifest = Manifest(ABOUT, dict(sorted(sums.items())), size)
    assert read_manifest(manifest.content) == manifest


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return edition(tmp_path_factory.mktemp("edition") / "out").content


def test_no_byte_can_be_changed_unseen(content: bytes) -> None:
    """Either the form is wrong, or the manifest says something else than its fingerprint."""
    right = script(content)
    for place in range(len(content)):
        for bit in (0, 3, 7):
            changed = bytearray(content)
            changed[place] ^= 1 << bit
            code = code_of(lambda c=bytes(changed): read_manifest(c))
            assert code == "usb_manifest_form" or script(bytes(changed)) != right


@pytest.mark.parametrize(
    "path",
    ["../x", "/x", "a/../b", "a//b", "a/./b", "a b", "edition.js", "tirek.sha256", "tirek-work/x"],
)
def test_a_path_that_leads_out_or_has_another_role_is_refused(path: str) -> None:
    content = Manifest(ABOUT, {path: bytes(32)}, 0).content
    assert code_of(lambda: read_manifest(content)) == "usb_manifest_form"


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda content: content.replace(b"\n", b"\r\n"),
    "a line more": lambda content: content + b"\n",
    "no end": lambda content: content[:-1],
    "empty": lambda _: b"",
    "miscounted": lambda content: content.replace(b"# files: 7", b"# files: 8"),
    "disordered": lambda content: b"\n".join(
        [*content.split(b"\n")[:6], *reversed(content.split(b"\n")[6:-1]), b""]
    ),
}


@pytest.mark.parametrize("how", SPOILT)
def test_another_form_is_refused(content: bytes, how: str) -> None:
    spoilt = SPOILT[how](content)
    assert spoilt != content
    assert code_of(lambda: read_manifest(spoilt)) == "usb_manifest_form"


def test_sha256sum_reads_it(tmp_path: Path) -> None:
    edition(tmp_path)
    command = ["sha256sum", "--check", "--strict", "tirek.sha256"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(": OK") == len(FILES)
    (tmp_path / "index.html").write_bytes(b"changed")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "index.html: FAILED" in done.stdout


def test_pages_are_told_the_same(content: bytes) -> None:
    line = script(content, KEY.public.line).decode()
    said = json.loads(line.removeprefix("tirekEdition = ").rpartition("; // ")[0])
    assert said["fingerprint"] == fingerprint(content)
    assert said["short"] == shortened(fingerprint(content))
    assert said["short"].replace("-", "").lower() == fingerprint(content)[:16]
    assert (said["version"], said["date"]) == ("2026.11.26", "2026-11-26")
    assert said["languages"] == ["kk", "ru"]
    assert said["files"] == len(FILES)
    assert said["bytes"] == sum(map(len, FILES.values()))
    assert key_in(line.encode()) == said["key"] == KEY.public.line


def test_versions_compare_by_numbers() -> None:
    older, newer = About("2026.9.30", "", ""), About("2026.11.1", "", "")
    assert older.order < newer.order
    assert About("2026.11.26", "", "").order < About("2026.11.26.1", "", "").order
