"""Views that hand-written pages ask for by name: ``[[fact centres-2016]]``, ``[[map now]]``."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tirek import urls
from tirek.stamp import Slot
from tirek.views.checks import checks
from tirek.views.context import by_date, in_order, unit_context
from tirek.views.editions import left_out, usb_editions, usb_key
from tirek.views.forms.form import FORMS
from tirek.views.here import Here
from tirek.views.listed import DOORS
from tirek.views.reference import abbreviations, acts, bars, discrepancies, fields, glossary

NEWEST: Final = 6
"""Newest materials on the home page."""


BLANKS: Final = ("organisation-card", "feedback-form")
"""Materials of the project that can be filled in on paper."""

View = Callable[..., str]


def fact(here: Here, name: str) -> str:
    """Return a figure of the sources: ``[[fact centres-2016]]``."""
    fact = here.catalogue.facts[name]
    return f'<data value="{fact.value}">{here.quantity(fact)}</data>'


def link(here: Here, kind: str, name: str, *rest: str) -> str:
    """Return the address of a record's page, for use in a Markdown link."""
    if here.catalogue.on_stick and kind == "list" and not here.lists.count(name, rest[0]):
        return here.links.uri(urls.left_out_uri())
    return here.links.to(kind, name, *rest)


def units(here: Here, kind: str) -> str:
    """Return cards of all units of a kind: ``[[units centre]]``."""
    chosen = tuple(u for u in here.catalogue.units.values() if u.kind == kind)
    return here.render("units_cards.html", units=in_order(chosen))


def unit_head(here: Here, name: str) -> str:
    """Return what a unit's page says first."""
    unit = here.catalogue.units[name]
    return here.render("unit_head.html", **unit_context(here.renderer, unit))


def unit_facts(here: Here, name: str) -> str:
    """Return the facts of a unit."""
    unit = here.catalogue.units[name]
    return here.render("unit_facts.html", **unit_context(here.renderer, unit))


def tile_map(here: Here, year: str) -> str:
    """Return the map of the regions as of ``2016`` or ``now``, and the same as a table."""
    catalogue = here.catalogue
    by_region = catalogue.units_by_region_2016 if year == "2016" else catalogue.units_by_region
    tiles: list[dict[str, Any]] = []
    for concept in catalogue.vocabularies["regions"].concepts:
        place = concept.tile and getattr(concept.tile, "in_2016" if year == "2016" else "now")
        if not place:
            continue
        kinds = [unit.kind for unit in by_region.get(concept.id, ())]
        counts = {kind: kinds.count(kind) for kind in ("centre", "cabinet", "site")}
        column, row = map(int, place)
        tiles.append({"region": concept, "col": column, "row": row, "total": len(kinds), **counts})
    return here.render(
        "map.html",
        year=year,
        tiles=sorted(tiles, key=lambda tile: (tile["row"], tile["col"])),
        columns=max(tile["col"] for tile in tiles) + 1,
        rows=max(tile["row"] for tile in tiles) + 1,
        unplaced=[u for u in catalogue.units.values() if u.region is None] if year == "now" else [],
    )


def organisations(here: Here) -> str:
    """Return all organisations as a table."""
    catalogue = here.catalogue
    rows = here.lists.organisations
    return here.render(
        "organisations_table.html", organisations=rows, hosted=catalogue.units_by_host
    )


def events(here: Here) -> str:
    """Return all events."""
    return here.render("events.html", events=by_date(list(here.catalogue.events.values())))


def facets(here: Here, dataset: str) -> str:
    """Return the faceted browser of ``materials`` or ``organisations``."""
    total = len(here.catalogue.of_kind(dataset))
    return here.render("facets.html", dataset=dataset, total=total)


def catalogue_doors(here: Here) -> str:
    """Return the ways into the catalogue, the commonest concepts of each with counts."""
    doors = []
    for name in DOORS:
        scheme = here.catalogue.vocabularies[name]
        rows = [row for row in here.lists.rows(scheme) if row["n"]]
        rows.sort(key=lambda row: -row["n"])
        doors.append({"scheme": scheme, "concepts": rows[:8]})
    return here.render("catalogue_doors.html", doors=doors)


def catalogue_lists(here: Here) -> str:
    """Return links to the index of every vocabulary that has lists."""
    return here.render("catalogue_lists.html", schemes=here.lists.schemes)


def newest(here: Here) -> str:
    """Return cards of the materials that came in last."""
    return here.render("newest.html", materials=here.lists.newest[:NEWEST])


def confirm(here: Here) -> str:
    """Return how to confirm or correct data: by mail or repository, where those are set."""
    return here.render("confirm.html", **here.renderer.contacts)


def contribute(here: Here) -> str:
    """Return the doors to the forms and the place where they are drawn."""
    materials = here.catalogue.materials
    blanks = [materials[name] for name in BLANKS if name in materials]
    return here.render("contribute.html", blanks=blanks, **here.renderer.contacts)


def blank_tables(here: Here) -> str:
    """Return links to the tables that may be filled in instead of forms."""
    languages = here.catalogue.languages
    tables = {
        folder: {lang: urls.table_uri(folder, lang) for lang in languages} for folder in FORMS
    }
    return here.render("blank_tables.html", tables=tables)


def home_doors(here: Here) -> str:
    """Return the four doors of the home page."""
    return here.render("home_doors.html")


def home_needs(here: Here) -> str:
    """Return the needs as a row of words with counts."""
    scheme = here.catalogue.vocabularies["needs"]
    return here.render("home_needs.html", concepts=here.lists.rows(scheme))


def home_figures(here: Here) -> str:
    """Return the network in three figures."""
    facts = here.catalogue.facts
    kinds = (("centre", "centres-2016"), ("cabinet", "cabinets-2016"), ("site", "sites-2016"))
    return here.render(
        "home_figures.html", figures=[{"kind": kind, "fact": facts[name]} for kind, name in kinds]
    )


VIEWS: Final[Mapping[str, View]] = {
    "fact": fact,
    "link": link,
    "units": units,
    "unit-head": unit_head,
    "unit-facts": unit_facts,
    "map": tile_map,
    "organisations": organisations,
    "events": events,
    "facets": facets,
    "catalogue-doors": catalogue_doors,
    "catalogue-lists": catalogue_lists,
    "newest": newest,
    "confirm": confirm,
    "contribute": contribute,
    "blank-tables": blank_tables,
    "bars": bars,
    "glossary": glossary,
    "abbreviations": abbreviations,
    "acts": acts,
    "discrepancies": discrepancies,
    "fields": fields,
    "checks": checks,
    "home-doors": home_doors,
    "home-needs": home_needs,
    "home-figures": home_figures,
    "left-out": left_out,
    "usb-editions": usb_editions,
    "usb-key": usb_key,
}
"""What fills a slot, by its name; ``check.slots`` says what it may name."""


def fill(here: Here, slot: Slot) -> str:
    """Return the HTML of one slot."""
    return VIEWS[slot.name](here, *slot.arguments)
