"""Signatures and keys: minisign reads ours, and no changed byte passes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sticks import KEY, OTHER_KEY, code_of

from tirek.offline.fault import UsbError
from tirek.offline.signature import (
    SecretKey,
    is_locked,
    locked,
    new_key,
    public_key,
    signed,
    trusted_comment,
    unlocked,
)

CONTENT, COMMENT = b"0123\n" * 50, "tirek version=1 date=2026-11-26 selection=languages=kk"
LITTLE = 1024 * 1024
"""Bytes of memory for a password, so that tests are quick."""


def minisign(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = shutil.which("minisign")
    assert command, "minisign is missing: `make test` installs it"
    line = [command, *arguments]
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, input="")


def test_minisign_accepts_our_signature(tmp_path: Path) -> None:
    (tmp_path / "tirek.sha256").write_bytes(CONTENT)
    file = tmp_path / "tirek.sha256.minisig"
    file.write_text(signed(CONTENT, COMMENT, KEY), encoding="ascii")
    (tmp_path / "usb.pub").write_text(KEY.public.file, encoding="ascii")
    for key in (("-p", "usb.pub"), ("-P", KEY.public.line)):
        done = minisign(tmp_path, "-V", "-m", "tirek.sha256", *key)
        assert done.returncode == 0, done.stderr
        assert f"Trusted comment: {COMMENT}" in done.stdout
    assert minisign(tmp_path, "-V", "-m", "tirek.sha256", "-P", OTHER_KEY.public.line).returncode
    (tmp_path / "tirek.sha256").write_bytes(CONTENT + b"\n")
    assert minisign(tmp_path, "-V", "-m", "tirek.sha256", "-P", KEY.public.line).returncode


def test_minisign_signs_with_our_key_and_we_accept_it(tmp_path: Path) -> None:
    (tmp_path / "tirek.sha256").write_bytes(CONTENT)
    (tmp_path / "usb.key").write_text(locked(KEY, ""), encoding="ascii")
    done = minisign(tmp_path, "-S", "-s", "usb.key", "-m", "tirek.sha256", "-t", COMMENT)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "tirek.sha256.minisig").read_text(encoding="ascii").split("\n")
    # Its first line signs nothing; ours is fixed, so that a changed byte in it is seen too.
    lines[0] = signed(CONTENT, COMMENT, KEY).split("\n")[0]
    assert trusted_comment(CONTENT, "\n".join(lines), KEY.public) == COMMENT


def test_no_byte_of_a_signature_can_be_changed() -> None:
    file = signed(CONTENT, COMMENT, KEY).encode()
    for place in range(len(file)):
        for bit in (0, 1, 5):
            changed = bytearray(file)
            changed[place] ^= 1 << bit
            text = changed.decode("ascii")
            assert code_of(lambda text=text: trusted_comment(CONTENT, text, KEY.public)), place


def test_no_byte_of_what_is_signed_can_be_changed() -> None:
    file = signed(CONTENT, COMMENT, KEY)
    for place in range(len(CONTENT)):
        changed = bytearray(CONTENT)
        changed[place] ^= 1
        code = code_of(lambda c=bytes(changed): trusted_comment(c, file, KEY.public))
        assert code == "usb_signature_wrong"


def test_another_key_is_named() -> None:
    with pytest.raises(UsbError) as caught:
        trusted_comment(CONTENT, signed(CONTENT, COMMENT, OTHER_KEY), KEY.public)
    assert caught.value.code == "usb_signature_key"
    assert caught.value.values["name"] == OTHER_KEY.public.name


@given(password=st.text(max_size=20))
def test_a_locked_key_opens_with_its_password(password: str) -> None:
    file = locked(KEY, password, memory=LITTLE)
    assert is_locked(file) == bool(password)
    assert unlocked(file, password) == KEY


def test_another_password_is_refused() -> None:
    assert code_of(lambda: unlocked(locked(KEY, "one", memory=LITTLE), "two")) == "usb_key_password"


@pytest.mark.parametrize("text", ["", "RWQ", "untrusted comment: x\nAAAA\n", "x" * 300])
def test_what_is_no_key_is_refused(text: str) -> None:
    assert code_of(lambda: public_key(text)) == "usb_key_form"
    assert code_of(lambda: unlocked(text, "")) == "usb_key_form"


def test_keys_differ() -> None:
    assert len({new_key().public.line for _ in range(3)}) == 3
    assert public_key(KEY.public.file) == public_key(KEY.public.line) == KEY.public
    assert isinstance(new_key(), SecretKey)
