"""A controlled vocabulary and its concepts (SKOS)."""

from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from tirek.model.dates import Year
from tirek.model.numbers import YesNo
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, BothLists, Name, Text, wrong


@dataclass(frozen=True, slots=True, config=CONFIG)
class Years:
    """When a region bore this code and shape."""

    from_: Year | None = Field(default=None, alias="from")
    """First year; written ``from``."""
    to: Year | None = None
    """Last year."""


_STEPS: Final = frozenset(map(str, range(20)))


def _cell(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(value) != 2 or not _STEPS.issuperset(value):
        raise wrong("tile-form", value=", ".join(value))
    return value


Cell = Annotated[tuple[Text, ...], AfterValidator(_cell)]
"""``[column, row]`` on a tile map, from 0."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Tile:
    """Place of a region on the tile maps."""

    in_2016: Cell = ()
    """On the map of 2016."""
    now: Cell = ()
    """On today's map."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Concept:
    """One term of a vocabulary."""

    id: Name
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
    slug: Name | None = None
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
