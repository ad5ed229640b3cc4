"""Small editions and sticks to copy, spoil and check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tirek.offline.fault import UsbError
from tirek.offline.manifest import SCRIPT, SIGNATURE, About, script
from tirek.offline.seal import Seal, read_seal, seal_folder
from tirek.offline.signature import SecretKey, signed
from tirek.offline.watch import Watch

FILES = {
    "START.html": b"<p>start",
    "index.html": b"<p>kk" * 700,
    "ru/index.html": b"<p>ru" * 900,
    "assets/tirek.css": b"main { color: black }\n",
    "data/facets/materials/kk/index.js": b"tirekFacets.index({})\n",
    "files/plan/plan.pdf": bytes(range(256)) * 40,
    "files/plan/empty.txt": b"",
}
"""Content by path of a small edition."""

KEY = SecretKey(b"12345678", bytes(range(32)))
OTHER_KEY = SecretKey(b"87654321", bytes(range(1, 33)))


def edition(
    folder: Path,
    files: Mapping[str, bytes] = FILES,
    version: str = "2026.11.26",
    key: SecretKey | None = KEY,
) -> Seal:
    """Make an edition of ``files`` in ``folder``, signed where a key is given."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    seal_folder(folder, About(version, "2026-11-26", "languages=kk,ru"))
    if key:
        sign(folder, key)
    return read_seal(folder)


def sign(folder: Path, key: SecretKey) -> None:
    """Sign an edition."""
    seal = read_seal(folder)
    comment = seal.manifest.about.comment
    (folder / SIGNATURE).write_text(signed(seal.content, comment, key), encoding="ascii")
    (folder / SCRIPT).write_bytes(script(seal.content, key.public.line))


class Notes(Watch):
    """Notes what is reported done."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.expected = self.went = 0

    def expect(self, size: int) -> None:
        self.expected += size

    def moved(self, size: int) -> None:
        self.went += size

    def done(self, path: str) -> None:
        self.paths.append(path)


def code_of(call: Callable[[], object]) -> str:
    """Code of the error that ``call`` ends with, "" where it ends well."""
    try:
        call()
    except UsbError as error:
        return error.code
    return ""


class Cut(Exception):
    """The process is gone, here."""
