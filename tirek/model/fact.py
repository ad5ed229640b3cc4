"""Figures that pages show, and places where the sources disagree."""

from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic.dataclasses import dataclass

from tirek.model.dates import PartialDate
from tirek.model.numbers import Number
from tirek.model.references import AnyId, FactUnitId, LanguageId
from tirek.model.source import Source
from tirek.model.values import CONFIG, Both, Text


@dataclass(frozen=True, slots=True, config=CONFIG)
class Fact:
    """One figure of a source; pages quote it by id, never by typing the number."""

    id: Text
    """File name without ``.yml``."""
    value: Number
    """The figure."""
    unit: FactUnitId
    """What it is measured in."""
    label: Both
    """What it says."""
    as_of: PartialDate
    """The day, month or year for which it holds."""
    source: tuple[Source, ...]
    """Where it stands."""
    about: tuple[AnyId, ...] = ()
    """Records and concepts concerned."""
    only_in: LanguageId | None = None
    """The only language of the source that states it."""
    note: Both | None = None
    """What a reader must know beside it."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Statement:
    """What one text says."""

    text: Literal["kk", "ru", "both"]
    """Whose text: the Kazakh, the Russian, or both alike (then the place differs)."""
    place: Both
    """Where it says so."""
    says: Both
    """What it says, in our words."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Discrepancy:
    """A place where the Kazakh and the Russian text, or two passages, say different things."""

    id: Text
    """File name without ``.yml``."""
    title: Both
    """What they disagree on."""
    statements: Annotated[tuple[Statement, ...], MinLen(2)]
    """Each side."""
    shown: Both
    """What the site shows, and why."""
    source: Annotated[tuple[Source, ...], MinLen(1)]
    """The documents."""
    about: tuple[AnyId, ...] = ()
    """Records and concepts concerned; their pages show this."""
