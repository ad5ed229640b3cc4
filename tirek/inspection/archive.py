"""ZIP files read with limits: Office documents, EPUB and ZIP archives are such.

What an entry claims is not believed: its bytes are counted while they are unpacked.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tirek.inspection.names import path_fault
from tirek.inspection.notice import Notice
from tirek.inspection.signatures import kind_of
from tirek.inspection.xml import parsed

MAX_ENTRIES: Final = 2000
MAX_WHOLE: Final = 300 * 1024 * 1024
"""Bytes of all entries unpacked."""
MAX_PART: Final = 24 * 1024 * 1024
"""Bytes of one part that is looked into."""
MAX_RATIO: Final = 200
"""Times that an entry may grow; text of a document grows ten to thirty times."""
SMALL: Final = 1024 * 1024
"""Bytes from which growth counts: a short file of one letter grows a thousand times."""

MAX_KEPT: Final = 1024 * 1024
"""Bytes of XML whose trees are kept, which take twenty times as much memory."""

_PACKED: Final = frozenset({"zip", "rar", "7z", "gzip", "bzip2", "xz", "cab"})


class Broken(Exception):
    """The archive cannot be read."""


@dataclass(slots=True)
class _Trees:
    """XML that has been read, as long as it is little."""

    roots: dict[str, Element] = field(default_factory=dict)
    room: int = MAX_KEPT

    def keep(self, name: str, size: int, root: Element) -> None:
        """Keep the tree of the entry ``name``, which holds ``size`` bytes, if there is room."""
        if size <= self.room:
            self.room -= size
            self.roots[name] = root


@dataclass(frozen=True, slots=True)
class Archive:
    """An open ZIP file whose entries have been looked at."""

    file: zipfile.ZipFile
    names: tuple[str, ...]
    """Entries that are files."""
    notices: tuple[Notice, ...]
    """What is wrong with the archive as such; where there is anything, no part is read."""
    _trees: _Trees = field(default_factory=_Trees, repr=False)

    def tree(self, name: str) -> Element:
        """Return the root element of an entry that is XML; a small one is read once.

        Several look into each part of a document; nobody changes what is there.

        Raises:
            Broken: it cannot be unpacked, or holds more than it says.
            XmlFault: it is no XML, or a dangerous one.
        """
        root = self._trees.roots.get(name)
        if root is None:
            content = self.read(name)
            root = parsed(content)
            self._trees.keep(name, len(content), root)
        return root

    def read(self, name: str, most: int = MAX_PART) -> bytes:
        """Return what an entry holds, at most ``most`` bytes.

        Raises:
            Broken: it cannot be unpacked, or holds more than it says.
        """
        content = self.head(name, most + 1)
        if len(content) > most:
            raise Broken(name)
        return content

    def head(self, name: str, most: int = 64) -> bytes:
        """Return the first ``most`` bytes of an entry.

        Raises:
            Broken: it cannot be unpacked.
        """
        try:
            with self.file.open(name) as stream:
                return stream.read(most)
        except Exception as error:  # each packer has errors of its own: zlib's, lzma's
            raise Broken(name) from error

    def has(self, name: str) -> bool:
        """Return whether there is such an entry."""
        return name in self.names


def opened(content: bytes) -> Archive:
    """Open a ZIP file and look at its list of entries.

    Raises:
        Broken: it is none.
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
        entries = file.infolist()
        names = tuple(entry.filename for entry in entries if not entry.is_dir())
    except Exception as error:  # zipfile lets IndexError and struct.error out of a broken list
        raise Broken from error
    return Archive(file, names, tuple(_notices(entries)))


def _notices(entries: list[zipfile.ZipInfo]) -> Iterator[Notice]:
    if len(entries) > MAX_ENTRIES:
        yield Notice("archive-entries", str(len(entries)), allowed=str(MAX_ENTRIES))
        return
    whole = sum(entry.file_size for entry in entries)
    if whole > MAX_WHOLE:
        yield Notice("archive-bomb", _megabytes(whole), allowed=_megabytes(MAX_WHOLE))
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 1:
            yield Notice("file-locked", name)
            return
        if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            yield Notice("archive-bomb", _megabytes(entry.file_size), name)
        step = name.rstrip("/")
        outside = name.startswith(("/", "\\")) or ".." in step.replace("\\", "/").split("/")
        link = (entry.external_attr >> 16) & 0o170000 == 0o120000
        if outside or link or "\\" in name or ":" in name or "\0" in entry.orig_filename:
            yield Notice("archive-path", name)
        folded = step.casefold()
        if folded in seen:
            yield Notice("archive-path", name)
        seen.add(folded)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} МБ"


def nested(archive: Archive) -> Iterator[Notice]:
    """Yield archives and programs inside an archive that people unpack."""
    for name in archive.names:
        kind = kind_of(archive.head(name))
        if kind in _PACKED:
            yield Notice("archive-nested", name)
        elif kind in ("program", "shortcut", "cab", "chm", "flash"):
            yield Notice("file-program", name)
        code, step = path_fault(name)
        if code:
            yield Notice(code, step, name)
