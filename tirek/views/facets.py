"""Data of the faceted browser: an index, one column a facet, cards in chunks.

Columns hold for every record a code of the set of values it has; the browser counts and
narrows with them alone, and loads the cards of what it shows. ``overrides/assets/facets/``
describes the files and reads them.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept
from tirek.views.lists import FACETS, SCHEMES, Lists
from tirek.views.pages import digest
from tirek.views.voice import Foreign

CHUNK: Final = 32
"""Cards in one file."""

ALPHABET: Final = "".join(c for c in map(chr, range(32, 127)) if c not in "\"'<\\`")
"""Digits of the codes: printable, and in need of no escape inside a script."""

Make = Callable[[], bytes]


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


def facet_files(lists: Lists, common: bytes) -> Iterator[tuple[str, bytes, Make]]:
    """Yield path, key and maker of every file of one language; columns with the first only."""
    lang = lists.renderer.lang
    for dataset in (materials(lists), organisations(lists)):
        base = f"data/facets/{dataset.name}"
        columns = {facet.id: _column(facet) for facet in dataset.facets}
        state = blake2b(common, digest_size=8)
        for column in columns.values():
            state.update(column)
        version = state.hexdigest()
        index = _index(lists, dataset, version)
        yield f"{base}/{lang}/index.js", blake2b(index, digest_size=16).digest(), lambda i=index: i  # type: ignore[misc]
        if lang == lists.renderer.catalogue.languages[0]:
            for name, column in columns.items():
                key = blake2b(column, digest_size=16).digest()
                yield f"{base}/column-{name}.js", key, lambda c=column: c  # type: ignore[misc]
        for number in range(-(-dataset.total // CHUNK)):
            key = blake2b(common + dataset.chunk_key(number), digest_size=16).digest()
            yield (
                f"{base}/{lang}/cards-{number}.js",
                key,
                lambda d=dataset, k=number: _call("cards", k, d.cards(k)),  # type: ignore[misc]
            )


def _call(name: str, *arguments: Any) -> bytes:
    """Return a script that hands ``arguments`` to the browser's code."""
    shown = ",".join(
        json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments
    )
    # "<" is escaped so that no record's text is a tag, wherever the script's text may get.
    return f"tirekFacets.{name}({shown})\n".replace("<", "\\u003c").encode()


def _column(facet: Facet) -> bytes:
    position = {value.id: index for index, value in enumerate(facet.values)}
    known = {
        names: tuple(sorted({position[name] for name in names if name in position}))
        for names in set(map(tuple, facet.of_records))
    }
    sets = [known[tuple(names)] for names in facet.of_records]
    counted = Counter(sets)
    combos = sorted(counted, key=lambda combo: (-counted[combo], combo))
    codes = {combo: index for index, combo in enumerate(combos)}
    base = len(ALPHABET)
    if len(combos) > base * base:
        raise ValueError(f"facet {facet.id}: {len(combos)} sets of values do not fit two digits")
    numbers = [codes[combo] for combo in sets]
    low = "".join(ALPHABET[number % base] for number in numbers)
    high = "" if len(combos) <= base else "".join(ALPHABET[n // base] for n in numbers)
    return _call("column", facet.id, {"combos": combos, "codes": high + low})


def _index(lists: Lists, dataset: Dataset, version: str) -> bytes:
    facets = []
    for facet in dataset.facets:
        counts = Counter(name for names in facet.of_records for name in set(names))
        facets.append(
            {
                "id": facet.id,
                "label": facet.label,
                "multiple": facet.multiple,
                "values": [
                    {"id": v.id, "label": v.label, "n": counts[v.id]}
                    | ({"depth": v.depth} if v.depth else {})
                    for v in facet.values
                ],
            }
        )
    return _call(
        "index",
        {
            "dataset": dataset.name,
            "total": dataset.total,
            "order_note": lists.renderer.voice.t(f"order_note_{dataset.name}"),
            "chunk": CHUNK,
            "version": version,
            "facets": facets,
        },
    )


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
