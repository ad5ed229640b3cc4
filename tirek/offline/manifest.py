"""The manifest of an edition: what it is, and the SHA-256 of every file in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from tirek.offline.fault import UsbError

MANIFEST: Final = "tirek.sha256"
SIGNATURE: Final = "tirek.sha256.minisig"
SCRIPT: Final = "edition.js"
WORK: Final = "tirek-work"
"""Folder of what is not finished yet."""

APART: Final = frozenset({MANIFEST, SIGNATURE, SCRIPT})
"""Files of an edition that the manifest does not name."""

MOST_BYTES: Final = 256 * 1024**2
"""Longest manifest that is read: a million files. What is longer is none of ours."""

_HEAD: Final = re.compile(
    rb"# tirek-edition 1\n"
    rb"# version: ([0-9]{1,9}(?:\.[0-9]{1,9}){0,5})\n"
    rb"# date: ([0-9]{4}-[0-9]{2}-[0-9]{2})\n"
    rb"# selection: ([!-~]+(?: [!-~]+)*)\n"
    rb"# files: (0|[1-9][0-9]*)\n"
    rb"# bytes: (0|[1-9][0-9]*)\n"
)
_LINE: Final = re.compile(
    rb"([0-9a-f]{64})  ([A-Za-z0-9_+-][A-Za-z0-9._+-]*(?:/[A-Za-z0-9._+-]+)*)"
)


@dataclass(frozen=True, slots=True)
class About:
    """What an edition says of itself."""

    version: str
    """Numbers joined by points: ``2026.11.26``."""
    date: str
    """``YYYY-MM-DD`` of making it."""
    selection: str
    """What was chosen: ``languages=kk,ru regions=KZ-75``."""

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, to tell the older from the newer."""
        return tuple(map(int, self.version.split(".")))

    @property
    def comment(self) -> str:
        """The trusted comment of its signature."""
        return f"tirek version={self.version} date={self.date} selection={self.selection}"

    @property
    def languages(self) -> list[str]:
        """Languages of its pages."""
        parts = dict(part.partition("=")[::2] for part in self.selection.split())
        return parts.get("languages", "").split(",")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest, read or to be written."""

    about: About
    sums: Mapping[str, bytes]
    """SHA-256 (32 bytes) by path, in the order of the file."""
    size: int
    """Bytes of all these files together."""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        about = self.about
        head = (
            f"# tirek-edition 1\n# version: {about.version}\n# date: {about.date}\n"
            f"# selection: {about.selection}\n# files: {len(self.sums)}\n# bytes: {self.size}\n"
        )
        lines = (f"{digest.hex()}  {path}\n" for path, digest in sorted(self.sums.items()))
        return (head + "".join(lines)).encode("ascii")


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest that ``content`` is.

    Raises:
        UsbError: ``usb_manifest_form``, with the line that is wrong.
    """
    head = _HEAD.match(content)
    if head is None:
        raise UsbError("usb_manifest_form", line=1)
    version, date, selection, files, size = (part.decode() for part in head.groups())
    sums: dict[str, bytes] = {}
    last = ""
    lines = content[head.end() :].split(b"\n")
    for number, line in enumerate(lines[:-1], start=7):
        match = _LINE.fullmatch(line)
        path = match[2].decode() if match else ""
        if match is None or path <= last or not _is_inside(path):
            raise UsbError("usb_manifest_form", line=number)
        sums[path] = bytes.fromhex(match[1].decode())
        last = path
    if lines[-1] or len(sums) != int(files):
        raise UsbError("usb_manifest_form", line=6 + len(lines))
    return Manifest(About(version, date, selection), sums, int(size))


def _is_inside(path: str) -> bool:
    """Whether a manifest may name ``path``: never a way out, never what has another role."""
    steps = path.split("/")
    return not ({"", ".", ".."} & set(steps) or path in APART or steps[0] == WORK)


def fingerprint(content: bytes) -> str:
    """Return the fingerprint of an edition: the SHA-256 of its manifest in hex."""
    return sha256(content).hexdigest()


def shortened(whole: str) -> str:
    """Return a fingerprint's first 16 digits as people read them: ``ABCD-EF01-2345-6789``."""
    return "-".join(whole[start : start + 4].upper() for start in range(0, 16, 4))


def script(content: bytes, key: str = "") -> bytes:
    """Return ``edition.js``, which tells pages what the manifest ``content`` says.

    Args:
        content: The manifest.
        key: Line of the public key that its signature is by, "" where it has none.
    """
    manifest, whole = read_manifest(content), fingerprint(content)
    said = {
        "version": manifest.about.version,
        "date": manifest.about.date,
        "selection": manifest.about.selection,
        "languages": manifest.about.languages,
        "files": len(manifest.sums),
        "bytes": manifest.size,
        "fingerprint": whole,
        "short": shortened(whole),
        "key": key,
    }
    shown = json.dumps(said, sort_keys=True, separators=(",", ":"))
    line = f"tirekEdition = {shown};".encode("ascii")
    return line + _check(line)


def is_in_order(script: bytes) -> bool:
    """Return whether ``edition.js`` is as it was made, whatever it was made from."""
    line, slashes, _ = script.rpartition(b" // ")
    return bool(slashes) and script == line + _check(line)


def _check(line: bytes) -> bytes:
    return f" // {sha256(line).hexdigest()[:16]}\n".encode("ascii")


_KEY: Final = re.compile(rb'"key":"([A-Za-z0-9+/=]{56})"')


def key_in(script: bytes) -> str:
    """Return the line of the public key that ``edition.js`` names, or ""."""
    found = _KEY.search(script)
    return found[1].decode() if found else ""
