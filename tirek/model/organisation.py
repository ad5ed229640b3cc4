"""An organisation that teaches inclusively, or works with one (clause 4.2.1)."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from tirek import Language
from tirek.model.dates import Date
from tirek.model.numbers import Count
from tirek.model.references import (
    LevelId,
    OrganisationId,
    OrganisationKindId,
    RegionId,
    SpecialistId,
    StatusId,
)
from tirek.model.rules import UnlessOther, ruled
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, EitherOrBoth, Text


@dataclass(frozen=True, slots=True, config=CONFIG)
class Names:
    """What an organisation is called."""

    official_2016: Both | None = None
    """The name as the sources of 2016 write it."""
    today: Both | None = None
    """Today's official name; None where it is not known."""
    variants: tuple[EitherOrBoth, ...] = ()
    """Other names that the sources use for it."""


@dataclass(frozen=True, slots=True, config=CONFIG)
@ruled(UnlessOther("confirmed", "status", "status-and-confirmed", equals="unconfirmed"))
class Organisation:
    """A school, kindergarten, fund or body; what is not known is None."""

    id: Text
    """File name without ``.yml``; begins with the region's slug."""
    kind: OrganisationKindId
    """What it is."""
    names: Names
    """Official names."""
    short: Both
    """What a card says: number and place."""
    status: StatusId
    """``unconfirmed`` until somebody responsible confirms the record."""
    as_of: Date
    """The day for which the source speaks."""
    source: tuple[Source, ...]
    """Where all this stands."""
    region_2016: RegionId | None = None
    """The region of 2016."""
    region: RegionId | None = None
    """Today's region; None when it is not sure."""
    place: Both | None = None
    """Town or village."""
    levels: tuple[LevelId, ...] | None = None
    """Levels of education taught."""
    inclusive_classes: Count | None = None
    """How many classes teach inclusively."""
    special_classes: Count | None = None
    """How many special classes there are."""
    specialists: tuple[SpecialistId, ...] | None = None
    """Specialists on its staff."""
    building_access: Both | None = None
    """How accessible the building is."""
    partners: tuple[OrganisationId, ...] = ()
    """Whom it works with."""
    confirmed: Date | None = Field(default=None, validate_default=True)
    """When somebody responsible confirmed the record."""
    not_translated: Language | None = None
    """The only language that its texts are not written in yet; there the other one stands in."""
