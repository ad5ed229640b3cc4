"""Views that hand-written pages ask for by name: ``[[fact centres-2016]]``, ``[[map now]]``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from tirek.model.catalogue import Catalogue
from tirek.stamp import Slot
from tirek.views.context import by_date, in_order, unit_context
from tirek.views.lists import DOORS, Lists
from tirek.views.renderer import Renderer

NEWEST: Final = 6
"""Newest materials on the home page."""


@dataclass(frozen=True)
class Here:
    """The page whose slot is filled."""

    renderer: Renderer
    lists: Lists
    folder: str
    """Folder of the page, without its language."""

    def render(self, template: str, **context: Any) -> Markup:
        """Return ``template`` rendered for this page."""
        return self.renderer.render(template, self.folder, **context)


View = Callable[..., str]


def fact(here: Here, name: str) -> str:
    """Return a figure of the sources: ``[[fact centres-2016]]``."""
    voice, fact = here.renderer.voice, here.renderer.catalogue.facts[name]
    shown = voice.number(fact.value)
    percent = "\u00a0%" if fact.unit == "percent" else ""
    return f'<data value="{fact.value}">{shown}{percent}</data>'


def link(here: Here, kind: str, name: str, *rest: str) -> str:
    """Return the address of a record's page, for use in a Markdown link."""
    return here.renderer.links(here.folder).to(kind, name, *rest)


def units(here: Here, kind: str) -> str:
    """Return cards of all units of a kind: ``[[units centre]]``."""
    chosen = tuple(u for u in here.renderer.catalogue.units.values() if u.kind == kind)
    return here.render("units_cards.html", units=in_order(chosen))


def unit_head(here: Here, name: str) -> str:
    """Return what a unit's page says first."""
    unit = here.renderer.catalogue.units[name]
    return here.render("unit_head.html", **unit_context(here.renderer, unit))


def unit_facts(here: Here, name: str) -> str:
    """Return the facts of a unit."""
    unit = here.renderer.catalogue.units[name]
    return here.render("unit_facts.html", **unit_context(here.renderer, unit))


def tile_map(here: Here, year: str) -> str:
    """Return the map of the regions as of ``2016`` or ``now``, and the same as a table."""
    catalogue = here.renderer.catalogue
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
    catalogue = here.renderer.catalogue
    rows = here.lists.organisations
    return here.render(
        "organisations_table.html", organisations=rows, hosted=catalogue.units_by_host
    )


def events(here: Here) -> str:
    """Return all events."""
    return here.render("events.html", events=by_date(list(here.renderer.catalogue.events.values())))


def facets(here: Here, dataset: str) -> str:
    """Return the faceted browser of ``materials`` or ``organisations``."""
    total = len(here.renderer.catalogue.of_kind(dataset))
    return here.render("facets.html", dataset=dataset, total=total)


def catalogue_doors(here: Here) -> str:
    """Return the ways into the catalogue, the commonest concepts of each with counts."""
    doors = []
    for name in DOORS:
        scheme = here.renderer.catalogue.vocabularies[name]
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


def home_doors(here: Here) -> str:
    """Return the four doors of the home page."""
    return here.render("home_doors.html")


def home_needs(here: Here) -> str:
    """Return the needs as a row of words with counts."""
    scheme = here.renderer.catalogue.vocabularies["needs"]
    return here.render("home_needs.html", concepts=here.lists.rows(scheme))


def home_figures(here: Here) -> str:
    """Return the network in three figures."""
    facts = here.renderer.catalogue.facts
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
    "home-doors": home_doors,
    "home-needs": home_needs,
    "home-figures": home_figures,
}
"""What a slot may name."""

_KINDS_OF_ARGUMENT: Final = {
    "fact": "facts",
    "unit-head": "units",
    "unit-facts": "units",
}


def missing_argument(slot: Slot, catalogue: Catalogue) -> str:
    """Return the argument of ``slot`` that names no record, or ""."""
    kind = _KINDS_OF_ARGUMENT.get(slot.name)
    if slot.name == "link" and len(slot.arguments) > 1:
        kind = {"unit": "units", "organisation": "organisations", "material": "materials"}.get(
            slot.arguments[0]
        )
        names = slot.arguments[1:2]
    else:
        names = slot.arguments[:1]
    if kind is None:
        return ""
    if not names:
        return slot.name
    return "" if names[0] in catalogue.of_kind(kind) else names[0]


def fill(here: Here, slot: Slot) -> str:
    """Return the HTML of one slot."""
    return VIEWS[slot.name](here, *slot.arguments)
