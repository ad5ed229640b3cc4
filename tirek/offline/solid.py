"""Files written so that they outlast a pulled stick, and read as the stick holds them."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

CHUNK: Final = 1024 * 1024
"""Bytes read and written at a time: memory does not grow with files."""

Moved = Callable[[int], None]
"""Told how many more bytes were read or written."""

READS_DEVICE: Final = hasattr(os, "posix_fadvise")
"""Whether the system lets go of what it remembers of a file, so that reading asks the device.

Linux does (``posix_fadvise``, ``DONTNEED``) as far as everything was written out; a stick's
own memory cannot be got round.
"""


def nothing(_: int) -> None:
    """Take no notice of progress."""


def put(path: Path, content: bytes, part: Path) -> None:
    """Write a small file: as ``part``, to the device, into place, its folder to the device."""
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(part, path)
    sync_folder(path.parent)


def copy_to(source: Path, target: Path, moved: Moved = nothing) -> bytes:
    """Copy ``source`` to ``target`` and write it out to the device.

    Returns:
        SHA-256 of what was read.

    Raises:
        OSError: reading or writing failed; what is at ``target`` is not whole.
    """
    state = sha256()
    buffer = memoryview(bytearray(CHUNK))
    with source.open("rb", buffering=0) as reading, target.open("wb", buffering=0) as writing:
        while count := reading.readinto(buffer):
            state.update(buffer[:count])
            written = 0
            while written < count:
                written += writing.write(buffer[written:count])
            moved(count)
        os.fsync(writing.fileno())
        _forget(writing.fileno())
    return state.digest()


def digest_of(path: Path, moved: Moved = nothing) -> bytes:
    """Return the SHA-256 of a file, read from the device where the system lets us.

    Raises:
        OSError: it cannot be read.
    """
    state = sha256()
    buffer = memoryview(bytearray(CHUNK))
    with path.open("rb", buffering=0) as stream:
        _forget(stream.fileno())
        while count := stream.readinto(buffer):
            state.update(buffer[:count])
            moved(count)
        _forget(stream.fileno())  # 20 GB of it would push everything else out
    return state.digest()


def sync_folder(folder: Path) -> None:
    """Write a folder's entries out to the device; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget(descriptor: int) -> None:
    if READS_DEVICE:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
