"""What a package says of itself: its ``tirek.yml``, read as strictly as a record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast

from tirek import LANGUAGES, Language
from tirek.intake.package import FORMAT, MANIFEST, MODES, RECORD_FOLDERS, PackageRefused
from tirek.reading.nodes import read_document
from tirek.reading.plain import Plain

_FIELDS: Final = frozenset(
    {"format", "mode", "kind", "id", "language", "made", "base", "sender", "note", "page"}
)
_DIGEST: Final = re.compile(r"[0-9a-f]{32}")
_SENDER: Final = ("role", "organisation", "mail")

LONGEST: Final = 20_000
"""Characters of a note: a long letter, not a book."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A package's manifest, with the types that ``intake.package`` describes."""

    mode: str
    """``new``, ``correct``, ``confirm`` or ``feedback``."""
    language: Language
    """Of the form that was filled in."""
    made: str
    """Day by the sender's clock, ``YYYY-MM-DD``."""
    kind: str = ""
    """Folder of the main record, "" in feedback without one."""
    id: str = ""
    """Id of the main record, likewise."""
    base: Mapping[str, str] = field(default_factory=dict)
    """Digest of each file that was filled in beforehand, by path."""
    sender: Mapping[str, str] = field(default_factory=dict)
    """Role, organisation, mail: for whoever takes it in."""
    note: str = ""
    """What the sender says besides."""
    page: str = ""
    """Page that feedback is about, where it is no record."""

    @property
    def about(self) -> str:
        """The main record as ``units/almaty-school-10-centre``, or ""."""
        return f"{self.kind}/{self.id}" if self.kind else ""


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest that ``content`` holds.

    Raises:
        PackageRefused: ``package-manifest-wrong``, with the field or line that is not right;
            ``package-format`` where a newer form page made it.
    """
    document = read_document(MANIFEST, content)
    if document.problems or not isinstance(document.data, dict):
        line = document.problems[0].line if document.problems else 1
        raise PackageRefused("package-manifest-wrong", f"{MANIFEST}:{line}")
    data = document.data
    if data.get("format") != FORMAT:
        raise PackageRefused("package-format", str(data.get("format")))
    if strange := sorted(data.keys() - _FIELDS):
        raise PackageRefused("package-manifest-wrong", strange[0])
    mode = _word(data, "mode", MODES)
    feedback = mode == "feedback"
    kind = _word(data, "kind", ("", *RECORD_FOLDERS) if feedback else RECORD_FOLDERS)
    base = _texts(data, "base")
    if not all(_DIGEST.fullmatch(digest) for digest in base.values()):
        raise PackageRefused("package-manifest-wrong", "base")
    sender = _texts(data, "sender")
    if set(sender) - set(_SENDER) or (mode == "confirm" and {*_SENDER[:2]} - set(sender)):
        raise PackageRefused("package-manifest-wrong", "sender")
    manifest = Manifest(
        mode=mode,
        language=cast(Language, _word(data, "language", LANGUAGES)),
        made=_text(data, "made"),
        kind=kind,
        id=_text(data, "id"),
        base=base,
        sender=sender,
        note=_text(data, "note"),
        page=_text(data, "page"),
    )
    _refuse_contradictions(manifest)
    return manifest


def _refuse_contradictions(manifest: Manifest) -> None:
    try:
        date.fromisoformat(manifest.made)
    except ValueError:
        raise PackageRefused("package-manifest-wrong", "made") from None
    if bool(manifest.kind) != bool(manifest.id):
        raise PackageRefused("package-manifest-wrong", "id")
    if manifest.mode in ("new", "feedback") and manifest.base:
        raise PackageRefused("package-manifest-wrong", "base")
    if manifest.mode == "feedback" and not manifest.note:
        raise PackageRefused("package-manifest-wrong", "note")


def _text(data: Mapping[str, Plain], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise PackageRefused("package-manifest-wrong", name)
    return value


def _word(data: Mapping[str, Plain], name: str, words: tuple[str, ...]) -> str:
    value = _text(data, name)
    if value not in words:
        raise PackageRefused("package-manifest-wrong", name)
    return value


def _texts(data: Mapping[str, Plain], name: str) -> dict[str, str]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise PackageRefused("package-manifest-wrong", name)
    return {key: _text(found, key) for key in found}
