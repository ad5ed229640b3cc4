"""A methodical material (clauses 2.3 and 4.2.3)."""

from copy import copy
from dataclasses import field
from typing import Annotated

from annotated_types import MinLen
from pydantic.dataclasses import dataclass

from tirek import Language
from tirek.model.dates import Date, Year
from tirek.model.references import (
    AccessFeatureId,
    AccessHazardId,
    AccessModeId,
    ActKindId,
    AudienceId,
    ClauseId,
    FormatId,
    LanguageId,
    LevelId,
    LicenceOrUnknown,
    MaterialId,
    NeedId,
    ProviderId,
    ResourceTypeId,
    SpecialistId,
)
from tirek.model.rules import Inside, NotBefore, NotItself, Without, ruled
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, BothLists, Text, WebAddress


@dataclass(frozen=True, slots=True, config=CONFIG)
class File:
    """A file that a reader downloads."""

    path: Text
    """Below ``catalogue/files/``, with "/"."""
    language: LanguageId
    """Language of the file."""
    format: FormatId
    """File format."""
    size: int = field(default=0, init=False)
    """Bytes; computed."""
    sha256: str = field(default="", init=False)
    """Checksum in lower-case hex; computed."""

    def measured(self, size: int, sha256: str) -> "File":
        """Return this file with its size in bytes and SHA-256."""
        changed = copy(self)
        object.__setattr__(changed, "size", size)
        object.__setattr__(changed, "sha256", sha256)
        return changed


@dataclass(frozen=True, slots=True, config=CONFIG)
class Link:
    """A material kept elsewhere."""

    url: WebAddress
    """Its address."""
    checked: Date
    """When it was last found to open."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Accessibility:
    """How a material can be perceived, in schema.org's terms."""

    modes: tuple[AccessModeId, ...] = ()
    """schema.org accessMode."""
    features: tuple[AccessFeatureId, ...] = ()
    """schema.org accessibilityFeature."""
    hazards: tuple[AccessHazardId, ...] = ()
    """schema.org accessibilityHazard."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Review:
    """Who looked a material over, and when."""

    by: Both
    """Role and organisation, in both languages."""
    date: Date
    """When."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Act:
    """What identifies a legal act."""

    kind: ActKindId
    """Law, convention, decree …"""
    issuer: Both
    """Who issued it, under the name of that time."""
    number: Text | None = None
    """As the source writes it."""
    date: Date | None = None
    """Day of the act."""
    year: Year | None = None
    """Where only the year is known."""


@dataclass(frozen=True, slots=True, config=CONFIG)
@ruled(
    NotBefore("updated", "added", "updated-before-added"),
    Inside("date", "year", "year-and-date"),
    Without("link", "files", "files-and-link"),
    NotItself("related", "id", "related-to-itself"),
)
class Material:
    """A material, or a record of one that is kept elsewhere."""

    id: Text
    """File name without ``.yml``."""
    title: Both
    """Official or descriptive title."""
    summary: Both
    """What it is and for what, in our words."""
    type: ResourceTypeId
    """Kind of resource."""
    audience: Annotated[tuple[AudienceId, ...], MinLen(1)]
    """For whom."""
    languages: Annotated[tuple[LanguageId, ...], MinLen(1)]
    """Languages of the resource itself."""
    provided_by: ProviderId
    """The unit that gives it, or ``project``."""
    licence: LicenceOrUnknown
    """Under what terms it may be used; ``unknown`` is said to the reader."""
    source: tuple[Source, ...]
    """Where the record's facts come from."""
    added: Date
    """When the record came in."""
    updated: Date
    """When it last changed."""
    needs: tuple[NeedId, ...] = ()
    """Needs it serves; never about one child."""
    levels: tuple[LevelId, ...] = ()
    """Levels of education."""
    specialists: tuple[SpecialistId, ...] = ()
    """Specialists who use it."""
    keywords: BothLists = BothLists()
    """Words people look for it by."""
    authors: tuple[Text, ...] = ()
    """As the material names them."""
    publisher: Both | None = None
    """Who published it."""
    year: Year | None = None
    """Year of publication."""
    date: Date | None = None
    """Day of publication, where known."""
    clauses: tuple[ClauseId, ...] = ()
    """Clauses of the draft Regulation that it serves."""
    files: tuple[File, ...] = ()
    """Files to download."""
    link: Link | None = None
    """Where it is kept, if not here."""
    accessibility: Accessibility | None = None
    """None where nobody has looked."""
    review: Review | None = None
    """None where nobody has reviewed it."""
    related: tuple[MaterialId, ...] = ()
    """Other materials worth seeing with it."""
    act: Act | None = None
    """Of a legal act only."""
    not_translated: Language | None = None
    """The only language that its texts are not written in yet; there the other one stands in."""

    @property
    def formats(self) -> tuple[str, ...]:
        """Formats of its files, once each."""
        return tuple(dict.fromkeys(file.format for file in self.files))

    @property
    def file_languages(self) -> tuple[str, ...]:
        """Languages of its files, once each."""
        return tuple(dict.fromkeys(file.language for file in self.files))

    @property
    def issued(self) -> str:
        """Year or date of publication, or ""."""
        return self.date or self.year or ""

    def with_files(self, files: tuple[File, ...]) -> "Material":
        """Return this material with ``files`` in place of its own."""
        changed = copy(self)
        object.__setattr__(changed, "files", files)
        return changed
