"""What is wrong between records that are right one by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tirek.model.catalogue import Catalogue
from tirek.model.scheme import Scheme
from tirek.problem import listed, nearest


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found in a typed record; the reader knows its line."""

    folder: str
    """Kind of the record."""
    name: str
    """Id of the record."""
    loc: tuple[str | int, ...]
    """Path of the field."""
    code: str
    """Problem code."""
    value: str = ""
    """Value to show, if not the one that stands at ``loc``."""
    nearest: str = ""
    """The nearest right value."""
    allowed: str = ""
    """The right values, in short."""


def findings(catalogue: Catalogue, ids: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Yield every fault between records.

    Args:
        catalogue: All records that could be typed.
        ids: Ids of all files by folder, also of those that could not be typed.
    """
    for scheme in catalogue.vocabularies.values():
        yield from _of_scheme(scheme, ids["materials"])
    yield from _of_regions(catalogue)
    yield from _of_units(catalogue)
    yield from _of_figures(catalogue)


def _of_scheme(scheme: Scheme, documents: frozenset[str]) -> Iterator[Finding]:
    parents = {concept.id: concept.broader for concept in scheme.concepts}
    seen: set[str] = set()
    for index, source in enumerate(scheme.source):
        if source.document not in documents:
            loc: tuple[str | int, ...] = ("source", index, "document")
            guess = nearest(source.document, documents)
            yield Finding("vocabularies", scheme.id, loc, "reference-unknown", nearest=guess)
    for number, concept in enumerate(scheme.concepts):
        here = ("concepts", number)
        if concept.id in seen:
            yield Finding("vocabularies", scheme.id, (*here, "id"), "concept-repeated")
        seen.add(concept.id)
        if concept.broader is not None and concept.broader not in parents:
            loc = (*here, "broader")
            yield _unknown(scheme.id, loc, concept.broader, parents)
        elif _circles(concept.id, parents):
            yield Finding("vocabularies", scheme.id, (*here, "broader"), "concept-circle")
        for index, source in enumerate(concept.source):
            if source.document not in documents:
                loc = (*here, "source", index, "document")
                guess = nearest(source.document, documents)
                yield Finding("vocabularies", scheme.id, loc, "reference-unknown", nearest=guess)


def _unknown(
    scheme: str, loc: tuple[str | int, ...], name: str, concepts: Iterable[str]
) -> Finding:
    known = sorted(concepts)
    guess, allowed = nearest(name, known), listed(known)
    return Finding("vocabularies", scheme, loc, "concept-unknown", name, guess, allowed)


def _of_regions(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield faults of regions: each has a page, and leads to those of its successors."""
    scheme = catalogue.vocabularies.get("regions")
    regions = catalogue.concepts.get("regions", {})
    slugs: set[str] = set()
    for number, region in enumerate(scheme.concepts if scheme else ()):
        here = ("concepts", number)
        if region.tile is not None and region.slug is None:
            yield Finding("vocabularies", "regions", (*here, "slug"), "field-missing")
        elif region.slug in slugs:
            yield Finding("vocabularies", "regions", (*here, "slug"), "slug-repeated")
        slugs.add(region.slug or "")
        for index, name in enumerate(region.successors):
            if name not in regions:
                loc = (*here, "successors", index)
                yield _unknown("regions", loc, name, regions)


def _circles(start: str, parents: Mapping[str, str | None]) -> bool:
    step, walked = parents[start], 0
    while step is not None and walked <= len(parents):
        if step == start:
            return True
        step, walked = parents.get(step), walked + 1
    return False


def _of_units(catalogue: Catalogue) -> Iterator[Finding]:
    regions = catalogue.concepts.get("regions", {})
    for unit in catalogue.units.values():
        host = catalogue.organisations.get(unit.host)
        for name in ("region_2016", "region"):
            own, of_host = getattr(unit, name), getattr(host, name, None)
            if own and of_host and own != of_host:
                yield Finding("units", unit.id, (name,), "region-not-of-host", nearest=of_host)
        today = regions.get(unit.region or "")
        if today is not None and today.years is not None and today.years.to is not None:
            yield Finding("units", unit.id, ("region",), "region-of-the-past")


def _of_figures(catalogue: Catalogue) -> Iterator[Finding]:
    for unit in catalogue.units.values():
        seen: set[str] = set()
        for index, figure in enumerate(unit.figures):
            if figure.id in seen:
                yield Finding("units", unit.id, ("figures", index, "id"), "figure-repeated")
            seen.add(figure.id)
