"""An edition as one ZIP file, the same bytes from the same edition."""

import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Final

from tirek.offline.fault import UsbError
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE
from tirek.offline.seal import Seal
from tirek.offline.solid import CHUNK, digest_of
from tirek.offline.watch import Watch

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""Time of every file: the first that ZIP can say."""

PACKED: Final = frozenset(
    {"docx", "xlsx", "pptx", "odt", "epub", "pdf", "zip", "mp3", "mp4", "webm", "png", "jpg"}
    | {"jpeg", "webp", "woff2", "gz"}
)
"""Endings of files that do not get smaller; they are stored as they are."""


def zipped(source: Path, seal: Seal, target: Path, watch: Watch | None = None) -> bytes:
    """Write the edition in ``source``, sealed by ``seal``, to ``target``.

    Returns:
        SHA-256 of the ZIP.

    Raises:
        UsbError: ``usb_source_damaged``; there is no ZIP then.
    """
    watch = watch or Watch()
    sums = seal.manifest.sums
    names = [*sums, *(name for name in (SCRIPT, SIGNATURE, MANIFEST) if (source / name).is_file())]
    watch.expect(seal.manifest.size)
    part = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            for name in names:
                _add(archive, source / name, name, sums.get(name), watch)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return digest_of(target)


def _add(
    archive: zipfile.ZipFile, path: Path, name: str, expected: bytes | None, watch: Watch
) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system, info.external_attr = 3, 0o644 << 16
    packed = name.rpartition(".")[2] in PACKED
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.file_size = path.stat().st_size
    state = sha256()
    with path.open("rb") as stream, archive.open(info, "w") as writing:
        while piece := stream.read(CHUNK):
            state.update(piece)
            writing.write(piece)
            watch.moved(len(piece))
    if expected is not None and state.digest() != expected:
        raise UsbError("usb_source_damaged", path=path)
