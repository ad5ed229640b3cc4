"""A seminar or other event that a source names (clause 4.1.4)."""

from typing import Literal

from pydantic.dataclasses import dataclass

from tirek import Language
from tirek.model.dates import Date, PartialDate
from tirek.model.numbers import Count
from tirek.model.references import EventKindId, OrganisationId, RegionId, UnitId
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, Text


@dataclass(frozen=True, slots=True, config=CONFIG)
class Event:
    """One event, or several alike that a source only counts."""

    id: Text
    """File name without ``.yml``."""
    kind: EventKindId
    """What it was."""
    title: Both
    """Its title, or what it was about."""
    as_of: Date
    """The day for which the source speaks."""
    source: tuple[Source, ...]
    """Where all this stands."""
    title_original: Literal["kk", "ru"] | None = None
    """The only language the source gives the title in; the other is our translation."""
    count: Count = 1
    """How many such events the source counts."""
    date: PartialDate | None = None
    """When it was; None where the source does not say."""
    unit: UnitId | None = None
    """The unit that held it."""
    organisation: OrganisationId | None = None
    """Who held it, where it was not a unit."""
    regions: tuple[RegionId, ...] = ()
    """Regions whose people took part."""
    audience: Both | None = None
    """For whom it was."""
    note: Both | None = None
    """What else the source says."""
    not_translated: Language | None = None
    """The only language that its texts are not written in yet; there the other one stands in."""
