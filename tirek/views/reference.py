"""Views of reference pages: charts, glossary, acts, disagreements, fields of records."""

from typing import Any

from markupsafe import Markup

from tirek.model.kinds import KINDS
from tirek.model.schema import described_fields
from tirek.model.scheme import Concept
from tirek.text import collated
from tirek.views.here import Here
from tirek.wording import words_of


def bars(here: Here, *names: str) -> Markup:
    """Return a bar chart of facts with an equal table: ``[[bars sites-year-2013 …]]``."""
    facts = [here.catalogue.facts[name] for name in names]
    whole = 100.0 if facts[0].unit == "percent" else max(float(fact.value) for fact in facts)
    rows = [
        {"fact": fact, "share": 100 * float(fact.value) / whole, "shown": here.quantity(fact)}
        for fact in facts
    ]
    return here.render("bars.html", bars=rows)


def glossary(here: Here) -> Markup:
    """Return all terms, in the order of the page's language."""
    return here.render("glossary.html", concepts=_by_label(here, "glossary"))


def abbreviations(here: Here) -> Markup:
    """Return all abbreviations, with a link to the term where the glossary has one."""
    rows = [
        {"id": c.id, "label": c.label, "note": c.note, "term": _term(c)}
        for c in _by_label(here, "abbreviations")
    ]
    return here.render("abbreviations.html", concepts=rows)


def _by_label(here: Here, scheme: str) -> list[Concept]:
    concepts = here.catalogue.vocabularies[scheme].concepts
    return collated(concepts, lambda concept: here.voice.text(concept.label))


def _term(concept: Concept) -> str:
    prefix = "glossary:"
    return next((m.removeprefix(prefix) for m in concept.matches if m.startswith(prefix)), "")


def acts(here: Here) -> Markup:
    """Return the legal acts, the oldest first."""
    found = [material for material in here.catalogue.materials.values() if material.act]
    return here.render("acts.html", acts=sorted(found, key=lambda m: (m.issued, m.id)))


def discrepancies(here: Here, document: str) -> Markup:
    """Return every disagreement in a document: ``[[discrepancies study-2016]]``.

    One that spans two documents stands with the one that its source names first.
    """
    rows = [
        (found, [place for name in found.about if (place := _place(here, name))])
        for found in sorted(here.catalogue.discrepancies.values(), key=lambda d: d.id)
        if found.source[0].document == document
    ]
    title = here.catalogue.materials[document].title
    return here.render("discrepancies_all.html", title=title, document=document, rows=rows)


def _place(here: Here, name: str) -> tuple[str, str] | None:
    """Return address and name of the page about a record or clause, if it has one."""
    catalogue, text, links = here.catalogue, here.voice.text, here.links
    if name in catalogue.units:
        unit = catalogue.units[name]
        host = text(catalogue.organisations[unit.host].short)
        return links.to("unit", unit), f"{host} ({here.voice.label('unit-kinds', unit.kind)})"
    if name in catalogue.organisations:
        return links.to("organisation", name), text(catalogue.organisations[name].short)
    if name in catalogue.materials:
        return links.to("material", name), text(catalogue.materials[name].title)
    if name in catalogue.concepts["clauses"] and name[0].isdigit():
        return links.to("clause", name), here.voice.t("clause", number=name)
    return None


def fields(here: Here, folder: str) -> Markup:
    """Return a table of the fields of a kind of record: ``[[fields units]]``."""
    record = next(kind.record for kind in KINDS if kind.folder == folder)
    words = words_of("fields")
    rows: list[dict[str, Any]] = []
    for field in described_fields(record):
        said = words[field.key]
        rows.append(
            {
                "name": field.path,
                "label": said["label"][here.voice.lang],
                "help": said["help"][here.voice.lang],
                "example": said["example"],
                "required": field.required,
                "scheme": field.scheme,
            }
        )
    return here.render("fields.html", fields=rows, kind=folder)
