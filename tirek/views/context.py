"""What the templates of records are given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tirek import urls
from tirek.model.catalogue import Catalogue
from tirek.model.event import Event
from tirek.model.material import File, Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept
from tirek.model.unit import Unit
from tirek.text import collated
from tirek.views.renderer import Renderer

FEW: Final = 10
"""Materials that the page of a unit or organisation shows; the rest stand in a list."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a material as its page offers it."""

    file: File
    path: str
    """Its place on the site."""
    name: str
    """What it is called by those who made it."""
    saved: str
    """What it is called on the site."""


def file_rows(files: tuple[File, ...]) -> list[FileRow]:
    """Return files as rows with their place on the site."""
    rows = []
    for file in files:
        path = urls.file_uri(file.path)
        rows.append(FileRow(file, path, _name_of(file.path), _name_of(path)))
    return rows


def _name_of(path: str) -> str:
    return path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of one material, as a list offers all of its page's at once."""

    lines: str
    """A line a file: bytes, a blank, place below ``files/``."""
    count: int
    size: int
    """Bytes of all of them."""


def bundle_of(files: tuple[File, ...]) -> Bundle:
    """Return files as one bundle: a page may list hundreds."""
    folder = urls.file_uri("")
    lines = (f"{f.size} {urls.file_uri(f.path).removeprefix(folder)}\n" for f in files)
    return Bundle("".join(lines), len(files), sum(file.size for file in files))


def _by_language(renderer: Renderer, rows: list[FileRow]) -> list[tuple[str, list[FileRow]]]:
    """Return rows of files by language, the reader's own first."""
    groups: dict[str, list[FileRow]] = {}
    for row in rows:
        groups.setdefault(row.file.language, []).append(row)
    return sorted(groups.items(), key=lambda group: group[0] != renderer.lang)


def material_context(renderer: Renderer, material: Material) -> dict[str, Any]:
    """Return what ``material.html`` shows."""
    catalogue = renderer.catalogue
    related = [catalogue.materials[name] for name in material.related]
    files = file_rows(material.files)
    return {
        "material": material,
        "files": files,
        "file_groups": _by_language(renderer, files),
        "absent": file_rows(catalogue.left_out_files.get(material.id, ())),
        "provider": catalogue.units.get(material.provided_by),
        "related": [other for other in related if other.act is None],
        "acts": [other for other in related if other.act is not None],
        "clauses": [catalogue.concept("clauses", name) for name in material.clauses],
        "sources": material.source,
    }


def organisation_context(renderer: Renderer, organisation: Organisation) -> dict[str, Any]:
    """Return what ``organisation.html`` shows."""
    catalogue, name = renderer.catalogue, organisation.id
    units = catalogue.units_by_host.get(name, ())
    events = [e for unit in units for e in catalogue.events_by_unit.get(unit.id, ())]
    events += [e for e in catalogue.events.values() if e.organisation == name and e.unit is None]
    partners = dict.fromkeys((*organisation.partners, *(p for u in units for p in u.partners)))
    return {
        "organisation": organisation,
        "units": in_order(units),
        "events": by_date(events),
        "partners": _by_name(renderer, [catalogue.organisations[p] for p in partners]),
        "helped_by": [
            unit
            for unit in catalogue.units.values()
            if name in unit.partners or any(s.organisation == name for s in unit.serves)
        ],
        **given_materials(catalogue, units),
        "discrepancies": catalogue.discrepancies_about.get(name, ()),
        "sources": organisation.source,
    }


def newest_first(materials: Iterable[Material]) -> list[Material]:
    """Return materials, the last added first; of one day by id, the same in both languages."""
    by_id = sorted(materials, key=lambda material: material.id)
    return sorted(by_id, key=lambda material: material.added, reverse=True)


def given_materials(catalogue: Catalogue, units: tuple[Unit, ...]) -> dict[str, Any]:
    """Return the newest materials that units give, and how many there are where not all fit."""
    given = [(unit, catalogue.materials_by_provider.get(unit.id, ())) for unit in units]
    newest = newest_first(material for _, group in given for material in group)
    more = [(unit, len(group)) for unit, group in given if group]
    return {"materials": newest[:FEW], "more": more if len(newest) > FEW else []}


def _by_name(renderer: Renderer, organisations: list[Organisation]) -> list[Organisation]:
    return collated(organisations, lambda organisation: renderer.voice.text(organisation.short))


def unit_context(renderer: Renderer, unit: Unit) -> dict[str, Any]:
    """Return what ``unit_head.html`` and ``unit_facts.html`` show."""
    catalogue = renderer.catalogue
    states = unit.requirements or {}
    return {
        "unit": unit,
        "host": catalogue.organisations[unit.host],
        "serves": unit.serves,
        "helped": _helped(renderer, unit),
        "events": by_date(list(catalogue.events_by_unit.get(unit.id, ()))),
        "same_host": [u for u in catalogue.units_by_host[unit.host] if u.id != unit.id],
        "partners": [catalogue.organisations[name] for name in unit.partners],
        **given_materials(catalogue, (unit,)),
        "discrepancies": _about_unit(catalogue, unit),
        "sources": unit.source,
        "requirements": [
            {"clause": catalogue.concept("clauses", name), "state": states.get(name, "unknown")}
            for name in ("2.1", "2.2", "2.3")
        ],
    }


def _helped(renderer: Renderer, unit: Unit) -> str:
    """Return whom a unit helps, as the middle of a sentence; places of the same kind together."""
    voice = renderer.voice
    groups: dict[str, list[str]] = {}
    for served in unit.serves:
        if served.region:
            place = voice.label("regions", served.region)
        else:
            place = voice.text(renderer.catalogue.organisations[served.organisation or ""].short)
        what = voice.text(served.what) if served.what else ""
        count = [voice.number(served.count)] if served.count else []
        # What is counted, or is a place itself, stands alone.
        key = f"{what} {place}" if count or not what else what
        groups.setdefault(key, [what, *count] if what else [place])
        if what:
            groups[key].append(place)
    said = [f"{first} ({', '.join(rest)})" if rest else first for first, *rest in groups.values()]
    return "; ".join(said)


def _about_unit(catalogue: Catalogue, unit: Unit) -> list[Any]:
    """Return disagreements about the unit or its host, once each."""
    about = catalogue.discrepancies_about
    found = (*about.get(unit.id, ()), *about.get(unit.host, ()))
    return list({d.id: d for d in found}.values())


def regions_shown(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the id of each region that has a page, and the page's year: ``2016`` or ``now``."""
    vocabulary = catalogue.vocabularies.get("regions")
    for concept in vocabulary.concepts if vocabulary else ():
        for year, tile in (("2016", "in_2016"), ("now", "now")):
            if concept.tile is not None and getattr(concept.tile, tile):
                yield concept.id, year


def region_context(catalogue: Catalogue, name: str, year: str) -> dict[str, Any]:
    """Return what ``region.html`` shows of a region as of ``2016`` or ``now``."""
    concept = catalogue.concept("regions", name)
    of_region = catalogue.units_by_region_2016 if year == "2016" else catalogue.units_by_region
    field = "region_2016" if year == "2016" else "region"
    units = of_region.get(name, ())
    events = [e for unit in units for e in catalogue.events_by_unit.get(unit.id, ())]
    return {
        "region": concept,
        "year": year,
        "units": in_order(units),
        "organisations": [o for o in catalogue.organisations.values() if getattr(o, field) == name],
        "hosted": catalogue.units_by_host,
        "events": by_date(events),
        "successors": _heirs(catalogue, concept) if year == "2016" else (),
        "predecessors": _forebears(catalogue, concept) if year == "now" else (),
    }


def _heirs(catalogue: Catalogue, concept: Concept) -> list[Concept]:
    known = catalogue.concepts["regions"]
    return [known[name] for name in dict.fromkeys((*concept.successors,)) if name in known]


def _forebears(catalogue: Catalogue, concept: Concept) -> list[Concept]:
    return [
        other
        for other in catalogue.vocabularies["regions"].concepts
        if other.id != concept.id and concept.id in other.successors
    ]


def in_order(units: tuple[Unit, ...]) -> list[Unit]:
    """Return units by kind (centre, cabinet, site), then by id."""
    order = ("centre", "cabinet", "site")
    return sorted(units, key=lambda unit: (order.index(unit.kind), unit.id))


def by_date(events: list[Event]) -> list[Event]:
    """Return events by date, those without one last."""
    return sorted(events, key=lambda event: (event.date or "9", event.id))
