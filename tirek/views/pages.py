"""Every page that is stamped once a record, and what goes into its slots."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

from markupsafe import Markup, escape

from tirek import urls
from tirek.model.catalogue import Catalogue
from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.views.context import (
    material_context,
    organisation_context,
    region_context,
    regions_shown,
)
from tirek.views.json_ld import material_json_ld
from tirek.views.renderer import Renderer
from tirek.views.sheets import SLOT, linked

PROTOTYPES: Final = {
    "material": "catalogue/_material.html",
    "organisation": "organisations/_organisation.html",
    "region": "regions/any/_region.html",
    "list": "lists/any/_list.html",
}
"""The page that MkDocs renders for each kind of stamped page, without its language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to stamp."""

    uri: str
    """Without its language."""
    prototype: str
    """Key of PROTOTYPES."""
    inputs: bytes
    """Hash of the records that it shows; if it has not changed, neither has the page."""
    slots: Callable[[], Mapping[str, str]]
    """Makes the HTML of each slot."""


def key_of(*parts: bytes) -> bytes:
    """Return one hash of ``parts``: what a file is made from."""
    state = blake2b(digest_size=16)
    for part in parts:
        state.update(part)
    return state.digest()


def digest(catalogue: Catalogue, keys: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> bytes:
    """Return one hash over the records given by kind and id: their ids and their content."""
    tags = catalogue.tags
    found = [tags.get(key) or f"{key[0]}/{key[1]}\0".encode() for key in keys]
    return blake2b(b"".join(found), digest_size=16).digest()


def crumbs(renderer: Renderer, folder: str, *steps: tuple[str, str]) -> Markup:
    """Return the way up: rows of (uri, interface string), from the home page down."""
    made = renderer.crumbs.get((folder, steps))
    if made is None:
        links, voice = renderer.links(folder), renderer.voice
        home = ("index.html", "crumb_home")
        rows = [(links.uri(uri), voice.t(key)) for uri, key in (home, *steps)]
        made = renderer.render("crumbs.html", folder, crumbs=rows)
        renderer.crumbs[folder, steps] = made
    return made


def slots(
    renderer: Renderer,
    sheets: Iterable[str],
    uri: str,
    title: str,
    description: str,
    content: str,
    **more: str,
) -> dict[str, str]:
    """Return the slots that every prototype has."""
    steps = uri.split("/")
    folder = "/".join(steps[:-1])
    return {
        # Neither may hold an element: a text of another language is plain here.
        "title": str(escape(str(title))),
        "description": str(escape(str(shortened(description)))),
        "head": "",
        SLOT: linked(renderer.links(folder), sheets),
        "content": content,
        "own-path": "/".join(steps[-2:]),
        "own-name": steps[-1],
        **more,
    }


def shortened(text: str, limit: int = 160) -> str:
    """Return ``text`` cut at a word, for a search engine's result."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",.;:–— ") + "…"


def material_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each material."""
    catalogue = renderer.catalogue
    for material in catalogue.materials.values():
        shown = [("materials", material.id), *(("materials", name) for name in material.related)]
        shown += [("materials", source.document) for source in material.source]
        unit = catalogue.units.get(material.provided_by)
        if unit is not None:
            shown += [("units", unit.id), ("organisations", unit.host)]
        yield Page(
            urls.material_uri(material.id),
            "material",
            digest(catalogue, shown) + _dead_since(catalogue, material),
            lambda material=material: _material_slots(renderer, material),  # type: ignore[misc]
        )


def _dead_since(catalogue: Catalogue, material: Material) -> bytes:
    """Return since when its link has not opened; that is no part of the record."""
    return catalogue.dead_links.get(material.link.url, "").encode() if material.link else b""


def _material_slots(renderer: Renderer, material: Material) -> dict[str, str]:
    text = renderer.voice.text
    content = renderer.render("material.html", "catalogue", **material_context(renderer, material))
    data = json.dumps(material_json_ld(renderer, material), ensure_ascii=False, sort_keys=True)
    # "<" would end the script element; JSON may write it as an escape anywhere.
    escaped = data.replace("<", "\\u003c")
    block = f'<script type="application/ld+json">{escaped}</script>'
    return slots(
        renderer,
        ("record",),
        urls.material_uri(material.id),
        text(material.title),
        text(material.summary),
        content,
        head=block,
        crumbs=crumbs(renderer, "catalogue", ("catalogue/index.html", "nav_catalogue")),
    )


def organisation_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each organisation."""
    catalogue = renderer.catalogue
    everything = network_digest(catalogue)
    for organisation in catalogue.organisations.values():
        hosted = catalogue.units_by_host.get(organisation.id, ())
        given = (m.id for u in hosted for m in catalogue.materials_by_provider.get(u.id, ()))
        named = (*given, *(source.document for source in organisation.source))
        yield Page(
            urls.organisation_uri(organisation.id),
            "organisation",
            everything + digest(catalogue, [("materials", name) for name in named]),
            lambda organisation=organisation: _organisation_slots(renderer, organisation),  # type: ignore[misc]
        )


def network_digest(catalogue: Catalogue) -> bytes:
    """Return a hash over all records that are not materials: the network is small."""
    return digest(catalogue, sorted(key for key in catalogue.digests if key[0] != "materials"))


def _organisation_slots(renderer: Renderer, organisation: Organisation) -> dict[str, str]:
    text = renderer.voice.text
    names = organisation.names.official_2016
    description = text(names) if names else text(organisation.short)
    folder = "organisations"
    return slots(
        renderer,
        ("record", "cards") if organisation.id in renderer.catalogue.units_by_host else ("record",),
        urls.organisation_uri(organisation.id),
        text(organisation.short),
        renderer.voice.t("organisation_description", name=description),
        renderer.render(
            "organisation.html", folder, **organisation_context(renderer, organisation)
        ),
        crumbs=crumbs(renderer, folder, ("organisations/index.html", "nav_organisations")),
    )


def region_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield a page for each region of 2016 and each of today."""
    catalogue = renderer.catalogue
    everything = network_digest(catalogue)
    for name, year in regions_shown(catalogue):
        uri = urls.region_uri(catalogue, name, year)
        yield Page(
            uri,
            "region",
            everything,
            lambda name=name, year=year, uri=uri: _region_slots(  # type: ignore[misc]
                renderer, name, year, uri
            ),
        )


def _region_slots(renderer: Renderer, name: str, year: str, uri: str) -> dict[str, str]:
    voice = renderer.voice
    context: dict[str, Any] = region_context(renderer.catalogue, name, year)
    folder = f"regions/{year}"
    label = voice.label("regions", name)
    shown = {"cards": context["units"], "table": context["organisations"]}
    sheets = [sheet for sheet, rows in shown.items() if rows]
    return slots(
        renderer,
        (*sheets, "record") if context["events"] else sheets,
        uri,
        voice.t(f"region_title_{year}", region=label),
        voice.t(f"region_description_{year}", region=label),
        renderer.render("region.html", folder, **context),
        crumbs=crumbs(renderer, folder, ("regions/index.html", "nav_regions")),
    )
