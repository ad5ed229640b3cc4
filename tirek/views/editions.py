"""What a USB copy holds and leaves out."""

from typing import Any

from markupsafe import Markup

from tirek import LANGUAGES
from tirek.model.material import Material
from tirek.model.selection import Edition, Selection
from tirek.text import collated
from tirek.views.here import Here


def left_out(here: Here) -> Markup:
    """Return what this copy was chosen by, what it leaves out, and where that is."""
    edition = here.catalogue
    if not isinstance(edition, Edition):
        return Markup()
    materials = list(edition.left_out("materials").values())
    files = [file for found in edition.left_out_files.values() for file in found]
    counts = {"units": len(edition.left_out("units")), "events": len(edition.left_out("events"))}
    counts |= {"organisations": len(edition.left_out("organisations")), "materials": len(materials)}
    return here.render(
        "left_out.html",
        chosen=_chosen(here, edition.selection),
        groups=[(kind, _names(here, edition, kind)) for kind in edition.named_left_out],
        counts=counts,
        types=_types(here, materials),
        files=len(files),
        files_size=sum(file.size for file in files),
        held=sum(len(material.files) for material in edition.materials.values()),
        budget=edition.selection.budget,
        website=here.renderer.contacts.get("website", ""),
        nothing=not any(counts.values()) and not files and len(edition.languages) > 1,
    )


def usb_editions(here: Here) -> Markup:
    """Return the ready copies: what each holds, size, checksum, fingerprint, where it is."""
    known = here.catalogue.concepts
    rows = []
    for offer in sorted(
        here.renderer.usb.editions, key=lambda o: (" " in o.selection, o.selection)
    ):
        selection = Selection.of_text(offer.selection)
        named = [("regions", selection.regions), ("needs", selection.needs)]
        named.append(("resource-types", selection.types))
        if all(name in known[scheme] for scheme, names in named for name in names):
            rows.append((offer, _chosen(here, selection), _fingerprint(offer.fingerprint)))
    contacts = here.renderer.contacts
    website = contacts.get("website", "")
    return here.render(
        "usb_editions.html", offers=rows, website=website, on_stick=here.catalogue.on_stick
    )


def usb_key(here: Here) -> Markup:
    """Return the public key that copies are checked by, or that there is none yet."""
    return here.render("usb_key.html", key=here.renderer.usb.key)


def _fingerprint(whole: str) -> str:
    """Return the short form that copies show: 16 digits by fours."""
    return "-".join(whole[at : at + 4].upper() for at in range(0, 16, 4))


def _chosen(here: Here, selection: Selection) -> list[tuple[str, list[str]]]:
    """Return what was chosen, in words: rows of key and labels."""
    voice = here.voice
    rows = [
        ("regions", [voice.label("regions", name) for name in selection.regions]),
        ("needs", [voice.label("needs", name) for name in selection.needs]),
        ("types", [voice.label("resource-types", name) for name in selection.types]),
        ("without", [voice.t(f"left_out_{word}") for word in selection.without]),
    ]
    if len(selection.languages) < len(LANGUAGES):
        rows.append(("language", [voice.label("languages", name) for name in selection.languages]))
    return [(key, labels) for key, labels in rows if labels]


def _names(here: Here, edition: Edition, kind: str) -> list[tuple[str, str]]:
    """Return id and name of every record of a kind that is named one by one."""
    records = edition.left_out(kind)
    return collated(
        [(name, _name(here, kind, records[name])) for name in edition.named_left_out[kind]],
        lambda row: row[1],
    )


def _name(here: Here, kind: str, record: Any) -> str:
    voice = here.voice
    if kind == "units":
        host = voice.text(here.catalogue.organisations[record.host].short)
        return f"{host} ({voice.label('unit-kinds', record.kind)})"
    return str(voice.text(record.short if kind == "organisations" else record.title))


def _types(here: Here, materials: list[Material]) -> list[tuple[str, int]]:
    """Return how many materials of each type are left out, in the order of the vocabulary."""
    counts: dict[str, int] = {}
    for material in materials:
        counts[material.type] = counts.get(material.type, 0) + 1
    concepts = here.catalogue.vocabularies["resource-types"].concepts
    return [(here.voice.text(c.label), counts[c.id]) for c in concepts if c.id in counts]
