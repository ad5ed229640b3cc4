"""A package: the one ZIP file that the form page saves and ``tirek inbox`` takes in.

## What it holds
Paths inside are those of the project, so that a package unpacked over the project is the
change it stands for, and ``tirek check`` passes:

    tirek.yml                                the manifest, always the first entry
    catalogue/units/<id>.yml                 records: one file each, as in the catalogue
    catalogue/organisations/<id>.yml         such as a new unit's organisation
    docs/kk/network/<folder>/<id>.md         a unit's story, both languages or none
    docs/ru/network/<folder>/<id>.md
    catalogue/files/<material>/<name>        files that a material offers

Nothing else: any other path refuses the package. Names are ASCII, ``/`` between steps; entries
are stored or deflated, never encrypted; text is UTF-8 without BOM, lines end in LF.

## The manifest, ``tirek.yml``
Read with the catalogue's strict reader: every scalar a string, no tags, no aliases.

    format: "1"                    version of this description; another one is refused
    mode: correct                  new, correct, confirm or feedback
    kind: units                    folder of the main record (absent in feedback without one)
    id: almaty-school-10-centre    its id (absent in feedback without one)
    language: ru                   of the form that was filled in; answers go out in it
    made: 2026-11-26               day by the sender's clock
    base:                          for each file that was filled in beforehand: what it was then
      catalogue/units/almaty-school-10-centre.yml: 3f2a…
      docs/kk/network/centres/almaty-school-10-centre.md: 77b0…
    sender:                        who sends it; for whoever takes it in, never published
      role: координатор ресурсного центра
      organisation: школа № 10, Алматы
      mail: school@example.org     may be absent
    note: …                        what the sender says besides; all of a feedback's message
    page: ru/catalogue/index.html  feedback only: the page that it is about, where it is no record

- ``new``: no file of the package is in the catalogue yet; there is no ``base``.
- ``correct``: the files replace those of the catalogue whose digests are in ``base``. A file
  without a ``base`` is new (a material's further file, a unit's first story).
- ``confirm``: as ``correct``, sent by whoever answers for the data: ``sender`` with role and
  organisation is required, and the record has ``confirmed``.
- ``feedback``: nothing but the manifest.

## Digests
Both come from ``tirek.model.plain``. The ``base`` of a record is ``digest_of(plain_of(record))``:
what the record says, whatever its comments and quotes. That of a page is ``page_digest``: of its
text with LF ends. Both are 32 hex digits. If the catalogue's digest is another one by now, somebody
else changed the file meanwhile: a conflict. If the catalogue already says the same as the
package, there is nothing left to do: a package may come in twice.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FORMAT: Final = "1"
"""Version of packages; a change that older readers cannot read raises it."""

MANIFEST: Final = "tirek.yml"

MODES: Final = ("new", "correct", "confirm", "feedback")

RECORD_FOLDERS: Final = ("units", "organisations", "materials", "events")
"""Kinds of records that a package may hold; vocabularies and figures are the project's own."""

MAX_PACKAGE: Final = 64 * 1024 * 1024
"""Bytes of a package, and of what it unpacks to: more than any mail takes."""

MAX_ENTRIES: Final = 64
"""Files in a package."""

MAX_TEXT: Final = 256 * 1024
"""Bytes of the manifest, a record or a story: what the catalogue's reader allows."""

_RECORD: Final = re.compile(
    r"catalogue/(units|organisations|materials|events)/[a-z0-9-]{1,80}\.yml"
)
_STORY: Final = re.compile(r"docs/(kk|ru)/network/(centres|cabinets|sites)/[a-z0-9-]{1,80}\.md")
_FILE: Final = re.compile(
    r"catalogue/files/[a-z0-9-]{1,80}/(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,100}"
)


class PackageRefused(Exception):
    """The file is no package; ``code`` is a problem code, ``value`` what is wrong in it."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code, value)
        self.code = code
        self.value = value


@dataclass(frozen=True, slots=True)
class Package:
    """What a ZIP held, not yet checked by the catalogue's rules."""

    manifest: bytes
    """``tirek.yml`` as it came."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Every other entry by its path in the project."""

    @property
    def records(self) -> dict[str, bytes]:
        """Records by path."""
        return {path: content for path, content in self.files.items() if _RECORD.fullmatch(path)}

    @property
    def stories(self) -> dict[str, bytes]:
        """Units' stories by path."""
        return {path: content for path, content in self.files.items() if _STORY.fullmatch(path)}


def is_allowed(path: str) -> bool:
    """Return whether a package may hold an entry ``path``."""
    return any(form.fullmatch(path) for form in (_RECORD, _STORY, _FILE))


def read_package(content: bytes) -> Package:
    """Return what the ZIP ``content`` holds; nothing is written anywhere.

    Raises:
        PackageRefused: it is no package, or would be dangerous to unpack.
    """
    if len(content) > MAX_PACKAGE:
        raise PackageRefused("package-too-large", str(len(content)))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise PackageRefused("package-not-zip") from error


def _read(archive: zipfile.ZipFile) -> Package:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if not names or names[0] != MANIFEST:
        raise PackageRefused("package-manifest-missing")
    if len(names) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_PACKAGE:
        raise PackageRefused("package-too-large", str(len(names)))
    if len({name.casefold() for name in names}) < len(names):
        raise PackageRefused("package-entry-repeated")
    files: dict[str, bytes] = {}
    for entry in entries:
        if entry.filename != MANIFEST and not is_allowed(entry.filename):
            raise PackageRefused("package-entry-strange", entry.filename)
        text = entry.filename.endswith((".yml", ".md"))
        limit = MAX_TEXT if text else MAX_PACKAGE
        with archive.open(entry) as stream:  # what a header says of the size need not be true
            files[entry.filename] = stream.read(limit + 1)
        if len(files[entry.filename]) > limit:
            raise PackageRefused("package-too-large", entry.filename)
    return Package(files.pop(MANIFEST), files)


def written_package(package: Package) -> bytes:
    """Return ``package`` as a ZIP; equal packages give equal bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in ((MANIFEST, package.manifest), *sorted(package.files.items())):
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
