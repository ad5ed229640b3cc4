"""What fields of forms choose from: concepts of vocabularies, and records by name.

A choice is a row: id, label, words to find it by (folded), and a second line where names alone
would not tell two apart. Rows stand in the order in which they are shown.
"""

from typing import Any, Final

from tirek.model.catalogue import Catalogue
from tirek.model.event import Event
from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept
from tirek.model.unit import Unit
from tirek.text import collated, fold
from tirek.views.voice import Voice

Row = list[Any]

LISTED: Final = 100
"""Most records that come as one list, of 25 KB or so; where there are more, look-ups ask the search
engine."""

MANY: Final = 15
"""Choices that are looked up by name stand in the order of the alphabet; fewer, in their own."""

_OF_2016: Final = frozenset({"Unit.region_2016", "Organisation.region_2016", "Served.region"})
_OF_TODAY: Final = frozenset({"Unit.region", "Organisation.region"})


def choices(voice: Voice, target: str) -> list[Row]:
    """Return the concepts of ``vocabularies/<scheme>``."""
    concepts = voice.catalogue.vocabularies[target.removeprefix("vocabularies/")].concepts
    rows = [[concept.id, _label(voice, concept), _words(concept)] for concept in concepts]
    numbered = target.endswith("/clauses")
    return rows if len(rows) <= MANY or numbered else collated(rows, lambda row: str(row[1]))


def _label(voice: Voice, concept: Concept) -> str:
    label = voice.text(concept.label)
    # A clause is known by its number.
    return f"{concept.id} – {label}" if concept.id[:1].isdigit() else label


def _words(concept: Concept) -> str:
    label, alt = concept.label, concept.alt
    return fold(" ".join((concept.id, label.kk, label.ru, *alt.kk, *alt.ru)))


def among(catalogue: Catalogue, key: str) -> list[str]:
    """Return the concepts that the field ``key`` chooses from, or [] where any will do."""
    if key not in _OF_2016 | _OF_TODAY:
        return []
    name = "in_2016" if key in _OF_2016 else "now"
    concepts = catalogue.vocabularies["regions"].concepts
    return [concept.id for concept in concepts if concept.tile and getattr(concept.tile, name)]


def is_listed(catalogue: Catalogue, folder: str) -> bool:
    """Return whether the records of a kind come as one list."""
    return len(catalogue.of_kind(folder)) <= LISTED


def records(voice: Voice, folder: str) -> list[Row]:
    """Return the records of a kind, by name in the order of the alphabet."""
    found = voice.catalogue.of_kind(folder)
    return collated((_row(voice, record) for record in found.values()), lambda row: str(row[1]))


def _row(voice: Voice, record: Any) -> Row:
    match record:
        case Organisation():
            return _organisation(voice, record)
        case Unit():
            host = voice.catalogue.organisations[record.host]
            kind = voice.label("unit-kinds", record.kind)
            words = f"{record.id} {host.short.kk} {host.short.ru} {kind}"
            return [record.id, called(voice, record), fold(words), ""]
        case Material():
            words = f"{record.id} {record.title.kk} {record.title.ru}"
            kind = voice.label("resource-types", record.type)
            return [record.id, voice.text(record.title), fold(words), kind]
        case Event():
            words = f"{record.id} {record.title.kk} {record.title.ru}"
            return [record.id, voice.text(record.title), fold(words), record.date or ""]
    raise TypeError(f"no form chooses a {type(record).__name__}")


def called(voice: Voice, unit: Unit) -> str:
    """Return what a unit is called among others: by its host, and what it is there."""
    host = voice.catalogue.organisations[unit.host]
    return f"{voice.text(host.short)} – {voice.label('unit-kinds', unit.kind)}"


def _organisation(voice: Voice, record: Organisation) -> Row:
    names = [record.short, record.names.official_2016, record.names.today]
    words = [text for name in names if name for text in (name.kk, name.ru)]
    region = record.region or record.region_2016
    place = voice.label("regions", region) if region else ""
    return [record.id, voice.text(record.short), fold(" ".join((record.id, *words))), place]
