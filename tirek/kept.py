"""Bytes kept between runs, and given back only if this very machine kept them.

What is unpickled could run code, and a branch from outside may hold anything, even a file in the
cache's folder. So each file begins with a MAC under a key that lies outside the project.
"""

import hmac
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

LENGTH: Final = 32
"""Bytes of the key, and of the MAC."""


def keep(path: Path, content: bytes) -> None:
    """Write ``content`` under this machine's MAC, whole or not at all; nowhere without a key."""
    keep_all(path, (content,))


def keep_all(path: Path, pieces: Iterable[bytes]) -> None:
    """Do as ``keep`` with what comes piece by piece, and need not be in memory together."""
    key = _key()
    if not key:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    state = _mac(key)
    with part.open("wb") as stream:
        stream.write(bytes(LENGTH))
        for piece in pieces:
            state.update(piece)
            stream.write(piece)
        stream.seek(0)
        stream.write(state.digest())
    part.replace(path)


def kept(path: Path) -> bytes | None:
    """Return what ``keep`` wrote to ``path`` on this machine; None if it did not."""
    key = _key()
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    content = whole[LENGTH:]
    right = bool(key) and hmac.compare_digest(whole[:LENGTH], _mac(key, content).digest())
    return content if right else None


def _mac(key: bytes, content: bytes = b"") -> blake2b:
    return blake2b(content, key=key, digest_size=LENGTH)


@cache
def _key() -> bytes:
    """Return this machine's key, made at first; b"" where there is no place for one."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "tirek"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "key"
        # Of two runs that begin at once the second takes the first one's key.
        with suppress(FileExistsError):
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with open(descriptor, "wb") as stream:
                stream.write(secrets.token_bytes(LENGTH))
        key = path.read_bytes()
    except (OSError, RuntimeError):
        return b""
    return key if len(key) == LENGTH else b""
