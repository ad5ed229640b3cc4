"""What search finds: a document for each record and each section of a hand-written page."""

import re
from collections.abc import Iterator
from typing import Final

from tirek import Language, urls
from tirek.model.catalogue import Catalogue
from tirek.model.event import Event
from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.translation import OTHER
from tirek.model.unit import Unit
from tirek.search.document import Document, cut
from tirek.search.sections import Section
from tirek.views.context import region_context, regions_shown
from tirek.views.pages import digest, network_digest
from tirek.views.voice import Voice

LEFT_OUT: Final = ("404.html", "index.html", "search.html", "catalogue/", "lists/", "regions/any/")
"""Beginnings of pages that only lead to others."""

_VOCABULARIES: Final = {"glossary": "glossary.html", "abbreviations": "abbreviations.html"}


def record_documents(catalogue: Catalogue, voice: Voice) -> Iterator[tuple[bytes, Document]]:
    """Yield each record's document, with a hash of the records that it is made from.

    Labels come from vocabularies: who keeps documents must forget them when those change.
    """
    text = voice.text
    for material in catalogue.materials.values():
        yield digest(catalogue, [("materials", material.id)]), _material(voice, material)
    for organisation in catalogue.organisations.values():
        key = digest(catalogue, [("organisations", organisation.id)])
        yield key, _organisation(voice, organisation)
    for event in catalogue.events.values():
        regions = ", ".join(voice.label("regions", name) for name in event.regions)
        notes = " ".join(text(both) for both in (event.audience, event.note) if both)
        line = voice.label("event-kinds", event.kind)
        if event.date:
            line = f"{line} · {voice.date(event.date)}"
        yield (
            digest(catalogue, [("events", event.id)]),
            Document(
                f"events/{event.id}",
                urls.event_uri(event.id),
                voice.lang,
                "event",
                text(event.title),
                line,
                notes,
                regions,
                told_in=_told_in(voice, event),
            ),
        )
    network = network_digest(catalogue)
    for name, year in regions_shown(catalogue):
        # A region that is what it was would be found twice.
        if year == "now" or {*catalogue.concept("regions", name).successors} - {name}:
            yield network + f"{name} {year}".encode(), _region(voice, name, year)
    for scheme, page in _VOCABULARIES.items():
        vocabulary = catalogue.vocabularies.get(scheme)
        for term in vocabulary.concepts if vocabulary else ():
            meaning, rest = cut(text(term.note) if term.note else "")
            also = ", ".join(text(term.alt))
            yield (
                digest(catalogue, [("vocabularies", scheme)]) + term.id.encode(),
                Document(
                    f"terms/{term.id}",
                    f"{page}#{term.id}",
                    voice.lang,
                    "term",
                    text(term.label),
                    also,
                    meaning,
                    voice.t("search_kind_term"),  # who asks what a word means is led here
                    rest,
                ),
            )


def _material(voice: Voice, material: Material) -> Document:
    text = voice.text
    labels = [voice.label("resource-types", material.type)]
    labels += [voice.label("audiences", name) for name in material.audience]
    more = [voice.label("needs", name) for name in material.needs]
    more += [voice.label("education-levels", name) for name in material.levels]
    more += [voice.label("specialists", name) for name in material.specialists]
    more += [*text(material.keywords), *material.authors, material.issued[:4]]
    if material.publisher:
        more.append(text(material.publisher))
    if material.act:
        more += [text(material.act.issuer), material.act.number or ""]
    passage, rest = cut(text(material.summary))
    return Document(
        f"materials/{material.id}",
        urls.material_uri(material.id),
        voice.lang,
        "material",
        text(material.title),
        " · ".join((labels[0], ", ".join(labels[1:]))),
        passage,
        ", ".join(filter(None, more)),
        rest,
        _told_in(voice, material),
    )


def _organisation(voice: Voice, organisation: Organisation) -> Document:
    text, names = voice.text, organisation.names
    official = [both for both in (names.today, names.official_2016) if both]
    variants = [
        name for v in names.variants if (name := v.kk if voice.lang == "kk" else v.ru) is not None
    ]
    line = [voice.label("organisation-kinds", organisation.kind)]
    region = organisation.region or organisation.region_2016
    if region:
        line.append(voice.label("regions", region))
    more = [*variants, *(voice.label("education-levels", n) for n in organisation.levels or ())]
    if organisation.place:
        more.append(text(organisation.place))
    return Document(
        f"organisations/{organisation.id}",
        urls.organisation_uri(organisation.id),
        voice.lang,
        "organisation",
        text(organisation.short),
        " · ".join(line),
        ". ".join(map(text, official)),
        ", ".join(more),
        told_in=_told_in(voice, organisation),
    )


def _region(voice: Voice, name: str, year: str) -> Document:
    catalogue, text = voice.catalogue, voice.text
    context = region_context(catalogue, name, year)
    units = [
        f"{voice.label('unit-kinds', unit.kind)}: {text(catalogue.organisations[unit.host].short)}"
        for unit in context["units"]
    ]
    hosts = {unit.host for unit in context["units"]}
    places = [text(place.short) for place in context["organisations"] if place.id not in hosts]
    passage, rest = cut("; ".join(units) or voice.t(f"region_units_none_{year}"))
    return Document(
        f"regions/{year}/{name}",
        urls.region_uri(catalogue, name, year),
        voice.lang,
        "page",
        voice.t(f"region_title_{year}", region=voice.label("regions", name)),
        voice.t(f"region_kind_{year}"),
        passage,
        ", ".join(text(context["region"].alt)),
        " ".join((rest, *places)),
    )


def _told_in(voice: Voice, record: Material | Unit | Organisation | Event) -> Language | None:
    """Return the language of a record's texts, where they are not in that of ``voice`` yet."""
    return OTHER[voice.lang] if record.not_translated == voice.lang else None


def is_searched(uri: str) -> bool:
    """Return whether the hand-written page ``uri`` is found by its text."""
    return not any(
        uri == left or (left.endswith("/") and uri.startswith(left)) for left in LEFT_OUT
    )


def page_documents(
    catalogue: Catalogue, voice: Voice, uri: str, found: list[Section]
) -> Iterator[Document]:
    """Yield the documents of a hand-written page, from its ``found`` sections.

    A unit's page is one document; sections of the draft Regulation are its clauses; entries of
    the glossary and of the list of abbreviations are records, not sections.
    """
    title = _clean(found[0].title)
    unit = next((u for u in catalogue.units.values() if urls.unit_uri(u) == uri), None)
    if unit is not None:
        passage, rest = cut(" ".join(section.text for section in found))
        place = voice.label("regions", unit.region_2016)
        line = f"{voice.label('unit-kinds', unit.kind)} · {place}"
        if unit.status == "unconfirmed":
            line += " · " + voice.t("as_of_short", date=voice.date(unit.as_of))
        told_in = _told_in(voice, unit)
        yield Document(
            f"units/{unit.id}", uri, voice.lang, "unit", title, line, passage, "", rest, told_in
        )
        return
    vocabulary = catalogue.vocabularies.get("clauses")
    clauses = {urls.clause_uri(c.id): c.id for c in (vocabulary.concepts if vocabulary else ())}
    for section in found if uri not in _VOCABULARIES.values() else found[:1]:
        place = f"{uri}#{section.anchor}" if section.anchor else uri
        passage, rest = cut(section.text)
        heading = _clean(section.title) or title
        line = title if section.anchor else ""
        kind, name, more = "page", f"pages/{place}", ""
        if place in clauses:
            kind, name = "clause", f"clauses/{clauses[place]}"
            # Who looks for a clause says so: «4.2.4-тармақ», «пункт 4.2.4».
            more = str(voice.t("clause", number=clauses[place]))
        if passage or not section.anchor:
            yield Document(name, place, voice.lang, kind, heading, line, passage, more, rest)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().removesuffix("¶").strip()
