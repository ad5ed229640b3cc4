"""The kinds of records there are, and the folder of each."""

from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from tirek.model.event import Event
from tirek.model.fact import Discrepancy, Fact
from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Scheme
from tirek.model.unit import Unit

Record = Material | Unit | Organisation | Event | Fact | Discrepancy | Scheme


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    folder: str
    """Name of its folder under ``catalogue/``, and of its data file."""
    record: type[Record]
    """The class that types it."""
    adapter: TypeAdapter[Record]
    """Types plain data as the record, and writes it as JSON."""


def _kind(folder: str, record: type[Record]) -> Kind:
    return Kind(folder, record, TypeAdapter(record))


KINDS: Final[tuple[Kind, ...]] = (
    _kind("vocabularies", Scheme),
    _kind("materials", Material),
    _kind("units", Unit),
    _kind("organisations", Organisation),
    _kind("events", Event),
    _kind("facts", Fact),
    _kind("discrepancies", Discrepancy),
)
"""Vocabularies first: the others refer to their concepts."""
