"""A centre, cabinet or experimental site: the network's units."""

from typing import Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from tirek import Language
from tirek.model.dates import Date, PartialDate
from tirek.model.numbers import Count, Number, YesNo
from tirek.model.references import (
    OrganisationId,
    RegionId,
    StateId,
    StatusId,
    UnitKindId,
    UnitLevelId,
)
from tirek.model.rules import (
    NamesRecord,
    NotBefore,
    OneOfTwo,
    OnlyWhere,
    UnlessOther,
    Without,
    ruled,
)
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, BothLists, Name, Text, WebAddress


@dataclass(frozen=True, slots=True, config=CONFIG)
@ruled(
    NotBefore("to", "from", "period-ends-before-start"),
    Without("long_term", "to", "period-end-of-long-term", blamed="to"),
)
class Period:
    """How long an experiment is to run."""

    from_: PartialDate = Field(alias="from")
    """Begins; written ``from``."""
    to: PartialDate | None = None
    """Ends, or None when it is long-term or not known."""
    long_term: YesNo = False
    """The source gives no end and calls it long-term."""


@dataclass(frozen=True, slots=True, config=CONFIG)
@ruled(OneOfTwo("organisation", "region", "served-one-of-two"))
class Served:
    """Whom a unit helps: a region or an organisation."""

    region: RegionId | None = None
    """ISO 3166-2 code of the region of 2016."""
    organisation: OrganisationId | None = Field(default=None, validate_default=True)
    """One organisation by name."""
    count: Count | None = None
    """How many organisations there, where the source counts them."""
    what: Both | None = None
    """What they are: support schools, trainee sites."""
    note: Both | None = None
    """What else the source says."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Figure:
    """A number that belongs to one unit; it also stands in the facts."""

    id: Name
    """Short ASCII name, unique in the unit."""
    value: Number
    """The number."""
    label: Both
    """What is counted."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Contacts:
    """Official contacts of a unit, never of a private person."""

    source: Text
    """Where they are published."""
    checked: Date
    """When they were last found right."""
    phone: Text | None = None
    """As published."""
    mail: Text | None = None
    """As published."""
    website: WebAddress | None = None
    """The unit's or its host's own site."""
    address: Both | None = None
    """Postal address."""


@dataclass(frozen=True, slots=True, config=CONFIG)
@ruled(
    NamesRecord("host", "kind", "unit-id"),
    OnlyWhere("period", "kind", "period-not-of-site", equals="site"),
    UnlessOther("confirmed", "status", "status-and-confirmed", equals="unconfirmed"),
)
class Unit:
    """A resource centre, resource cabinet or experimental site (clauses 1.1-3.1)."""

    id: Text
    """File name without ``.yml``: ``<host>-<kind>``."""
    kind: UnitKindId
    """Centre, cabinet or site."""
    host: OrganisationId
    """The organisation at which it was opened."""
    region_2016: RegionId
    """The region of 2016."""
    status: StatusId
    """``unconfirmed`` until somebody responsible confirms the record."""
    as_of: Date
    """The day for which the source speaks."""
    source: tuple[Source, ...]
    """Where all this stands."""
    region: RegionId | None = None
    """Today's region; None when it is not sure."""
    level: UnitLevelId | None = None
    """Regional, city or district, where the source says so."""
    opened: PartialDate | None = None
    """When it began work."""
    period: Period | None = None
    """Of an experimental site."""
    basis: Both | None = None
    """The act by which it was opened."""
    coordinating_body: Both | None = None
    """Who coordinates it (clause 1.8)."""
    serves: tuple[Served, ...] = ()
    """Whom it helps."""
    directions: BothLists = BothLists()
    """What it works on."""
    partners: tuple[OrganisationId, ...] = ()
    """Funds and others it works with."""
    figures: tuple[Figure, ...] = ()
    """Published totals."""
    requirements: dict[Literal["2.1", "2.2", "2.3"], StateId] | None = None
    """Clauses 2.1-2.3, each met, not met or unknown."""
    contacts: Contacts | None = None
    """Official contacts, where published."""
    confirmed: Date | None = Field(default=None, validate_default=True)
    """When somebody responsible confirmed the record."""
    not_translated: Language | None = None
    """The only language that its texts are not written in yet; there the other one stands in."""
