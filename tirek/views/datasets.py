"""What the faceted browser narrows: materials and organisations, their facets and cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept
from tirek.views.listed import FACETS, SCHEMES, Lists
from tirek.views.pages import digest
from tirek.views.voice import Foreign

CHUNK: Final = 32
"""Cards in one file."""


@dataclass(frozen=True, slots=True)
class Value:
    """One choice of a facet."""

    id: str
    label: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a dataset."""

    id: str
    label: str
    multiple: bool
    values: Sequence[Value]
    """In an order that is the same in both languages."""
    of_records: Sequence[Sequence[str]]
    """Value ids of each record, in catalogue order."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Records that are browsed together."""

    name: str
    facets: Sequence[Facet]
    total: int
    cards: Callable[[int], list[list[str]]]
    """Makes the cards of one chunk."""
    chunk_key: Callable[[int], bytes]
    """Hash of what a chunk's cards show."""


def materials(lists: Lists) -> Dataset:
    """Return the materials, the last added first."""
    catalogue, voice = lists.renderer.catalogue, lists.renderer.voice
    records = lists.newest
    facets = [
        Facet(
            scheme,
            voice.t(f"facet_{scheme}"),
            True,
            _values(lists, scheme),
            [tuple(SCHEMES[scheme](catalogue, record)) for record in records],
        )
        for scheme in FACETS
    ]
    years = sorted({m.issued[:4] for m in records if m.issued}, reverse=True)
    facets.append(
        Facet(
            "years",
            voice.t("facet_years"),
            True,
            [Value(year, year) for year in years],
            [(m.issued[:4],) if m.issued else () for m in records],
        )
    )
    months = sorted({m.added[:7] for m in records}, reverse=True)
    # «since a month» takes in every later month: each record has its month and all before.
    until = {month: tuple(months[at:]) for at, month in enumerate(months)}
    facets.append(
        Facet(
            "added",
            voice.t("facet_added"),
            False,
            [Value(month, voice.t("added_since", date=voice.date(month))) for month in months],
            [until[m.added[:7]] for m in records],
        )
    )

    def cards(chunk: int) -> list[list[str]]:
        return [_material_card(lists, m) for m in records[chunk * CHUNK : (chunk + 1) * CHUNK]]

    def chunk_key(chunk: int) -> bytes:
        shown = records[chunk * CHUNK : (chunk + 1) * CHUNK]
        return digest(catalogue, [("materials", m.id) for m in shown])

    return Dataset("materials", facets, len(records), cards, chunk_key)


def _values(lists: Lists, scheme: str) -> list[Value]:
    text = lists.renderer.voice.text
    return [
        Value(row["concept"].id, text(row["concept"].label), row["depth"])
        for row in lists.rows(lists.renderer.catalogue.vocabularies[scheme])
    ]


def _material_card(lists: Lists, material: Material) -> list[str]:
    voice = lists.renderer.voice
    line = ", ".join(voice.label("audiences", name) for name in material.audience)
    if material.needs:
        line += " · " + ", ".join(voice.label("needs", name) for name in material.needs)
    formats = ", ".join(voice.short("formats", name) for name in material.formats)
    languages = ", ".join(voice.short("languages", name) for name in material.file_languages)
    notes = [formats, languages] if material.files else []
    if not notes:
        notes = [voice.t("elsewhere" if material.link else "no_file_short")]
    if material.issued:
        notes.append(material.issued[:4])
    if material.not_translated == voice.lang:
        notes.append(voice.t("text_in_other"))
    kind = voice.label("resource-types", material.type)
    title = voice.text(material.title)
    return [material.id, title, kind, line, " · ".join(notes), *_language(title)]


def _language(title: str) -> list[str]:
    """Return the language of a title that is not in the page's own."""
    return [title.lang] if isinstance(title, Foreign) else []


def organisations(lists: Lists) -> Dataset:
    """Return the organisations by Kazakh name, in both languages the same order."""
    catalogue, voice = lists.renderer.catalogue, lists.renderer.voice
    records = sorted(catalogue.organisations.values(), key=lambda o: o.id)

    def facet(name: str, scheme: str, values_of: Callable[[Organisation], Sequence[str]]) -> Facet:
        found = [tuple(values_of(record)) for record in records]
        used = {value for values in found for value in values}
        concepts: Sequence[Concept] = catalogue.vocabularies[scheme].concepts
        values = [Value(c.id, voice.text(c.label)) for c in concepts if c.id in used]
        return Facet(name, voice.t(f"facet_{name}"), True, values, found)

    def roles(record: Organisation) -> Sequence[str]:
        return tuple({unit.kind for unit in catalogue.units_by_host.get(record.id, ())})

    facets = [
        facet("organisation-kinds", "organisation-kinds", lambda o: (o.kind,)),
        facet("regions", "regions", lambda o: (o.region,) if o.region else ()),
        facet("regions-2016", "regions", lambda o: (o.region_2016,) if o.region_2016 else ()),
        facet("unit-kinds", "unit-kinds", roles),
        facet("statuses", "statuses", lambda o: (o.status,)),
    ]

    def cards(chunk: int) -> list[list[str]]:
        return [_organisation_card(lists, o) for o in records[chunk * CHUNK : (chunk + 1) * CHUNK]]

    def chunk_key(chunk: int) -> bytes:
        shown = records[chunk * CHUNK : (chunk + 1) * CHUNK]
        hosted = [("units", u.id) for o in shown for u in catalogue.units_by_host.get(o.id, ())]
        return digest(catalogue, [*(("organisations", o.id) for o in shown), *hosted])

    return Dataset("organisations", facets, len(records), cards, chunk_key)


def _organisation_card(lists: Lists, organisation: Organisation) -> list[str]:
    voice, catalogue = lists.renderer.voice, lists.renderer.catalogue
    units = catalogue.units_by_host.get(organisation.id, ())
    roles = ", ".join(dict.fromkeys(voice.label("unit-kinds", unit.kind) for unit in units))
    region = organisation.region or organisation.region_2016
    name = voice.text(organisation.short)
    return [
        organisation.id,
        name,
        voice.label("organisation-kinds", organisation.kind),
        voice.label("regions", region) if region else voice.t("unknown"),
        roles,
        *_language(name),
    ]
