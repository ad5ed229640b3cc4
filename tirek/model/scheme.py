"""A controlled vocabulary and its concepts (SKOS)."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, BothLists, Text, Year, YesNo


@dataclass(frozen=True, slots=True, config=CONFIG)
class Years:
    """When a region bore this code and shape."""

    from_: Year | None = Field(default=None, alias="from")
    """First year; written ``from``."""
    to: Year | None = None
    """Last year."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Tile:
    """Place of a region on the tile maps, ``[column, row]`` from 0."""

    in_2016: tuple[Text, ...] = ()
    """On the map of 2016."""
    now: tuple[Text, ...] = ()
    """On today's map."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Concept:
    """One term of a vocabulary."""

    id: Text
    """Stable; ISO code, clause number or ASCII name."""
    label: Both
    """Preferred label."""
    sure: YesNo
    """False until somebody confirms what is only general knowledge."""
    alt: BothLists = BothLists()
    """Old and colloquial terms, abbreviations."""
    broader: Text | None = None
    """The concept above it in the same scheme."""
    matches: tuple[Text, ...] = ()
    """The same thing in outside vocabularies."""
    note: Both | None = None
    """What a reader must know."""
    source: tuple[Source, ...] = ()
    """Where it comes from."""
    slug: Text | None = None
    """ASCII name for addresses; regions only."""
    years: Years | None = None
    """Of a region."""
    successors: tuple[Text, ...] = ()
    """Regions that took over this region's land, or part of it."""
    tile: Tile | None = None
    """Of a region."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Scheme:
    """A vocabulary: one file of ``catalogue/vocabularies/``."""

    id: Text
    """File name without ``.yml``."""
    title: Both
    """What it lists."""
    concepts: tuple[Concept, ...]
    """In the order they are shown."""
    source: tuple[Source, ...] = ()
    """Where it comes from."""
    note: Both | None = None
    """How sure it is, and what it follows."""
