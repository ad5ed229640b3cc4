"""Facets of search: what each record is, in columns that the browser counts and narrows by.

Two files: labels in one language, and columns, the same for both. A column has for documents in
the order of their numbers (`tirek.search.places`) the code of the set of values each has. The
column of kinds has all numbers, empty places too, so that others can leave them out: at 10,000
materials that keeps all columns under 60 KB. The browser loads them when facets are opened;
``overrides/assets/search/engine/facets.js`` reads them.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from tirek.model.catalogue import Catalogue
from tirek.search.codes import ALPHABET
from tirek.views.listed import FACETS, SCHEMES, Lists

KINDS: Final = (
    "material",
    "centre",
    "cabinet",
    "site",
    "organisation",
    "event",
    "clause",
    "term",
    "page",
)
"""What a document can be; units are told apart."""

_PREFIXES: Final = {
    "materials": "material",
    "organisations": "organisation",
    "events": "event",
    "clauses": "clause",
    "terms": "term",
}

Values = Mapping[str, Sequence[str]]
"""Values of a facet by the id of a document."""


def labels(lists: Lists) -> list[dict[str, Any]]:
    """Return the facets and their values as this language calls them."""
    voice = lists.renderer.voice
    catalogue = lists.renderer.catalogue
    kinds = [_value(kind, voice.t(f"search_kind_{kind}")) for kind in KINDS]
    found = [{"id": "kinds", "label": voice.t("facet_kinds"), "values": kinds}]
    for scheme in FACETS:
        rows = lists.rows(catalogue.vocabularies[scheme])
        values = [
            _value(row["concept"].id, voice.text(row["concept"].label), row["depth"])
            for row in rows
        ]
        found.append({"id": scheme, "label": voice.t(f"facet_{scheme}"), "values": values})
    years = [_value(year, year) for year in _years(catalogue)]
    return [*found, {"id": "years", "label": voice.t("facet_years"), "values": years}]


def _value(name: str, label: str, depth: int = 0) -> dict[str, Any]:
    return {"id": name, "label": label, "depth": depth}


def _years(catalogue: Catalogue) -> list[str]:
    return sorted({m.issued[:4] for m in catalogue.materials.values() if m.issued}, reverse=True)


def columns(catalogue: Catalogue, lists: Lists, numbers: Mapping[str, int], size: int) -> str:
    """Return the columns of all facets as JSON.

    Args:
        catalogue: All records.
        lists: Orders the values of vocabularies.
        numbers: Number by the id of a document.
        size: Numbers are below this.
    """
    order = {facet["id"]: [value["id"] for value in facet["values"]] for facet in labels(lists)}
    values = dict(_of_documents(catalogue))
    kinds = {number: _kind(catalogue, name) for name, number in numbers.items()}
    made: dict[str, Any] = {"kinds": kinds_column(kinds, size)}
    made |= {
        facet: column(order[facet], _by_number(values.get(facet, {}), numbers), kinds)
        for facet in order
        if facet != "kinds"
    }
    return json.dumps(made, separators=(",", ":"))


def kinds_column(kinds: Mapping[int, str], size: int) -> dict[str, Any]:
    """Return the kind of every number below ``size``: the empty set where nobody has it."""
    codes = [KINDS.index(kinds[n]) + 1 if n in kinds else 0 for n in range(size)]
    sets = [(), *((position,) for position in range(len(KINDS)))]
    return {"sets": sets, "codes": "".join(ALPHABET[code] for code in codes)}


def _by_number(values: Values, numbers: Mapping[str, int]) -> dict[int, Sequence[str]]:
    return {numbers[name]: found for name, found in values.items() if name in numbers}


def _of_documents(catalogue: Catalogue) -> Iterator[tuple[str, Values]]:
    materials = catalogue.materials.values()
    for scheme in FACETS:
        of: Callable[..., Sequence[str]] = SCHEMES[scheme]
        found = {f"materials/{m.id}": of(catalogue, m) for m in materials}
        if scheme == "regions":
            found |= dict(_regions(catalogue))
        yield scheme, found
    yield "years", {f"materials/{m.id}": (m.issued[:4],) for m in materials if m.issued}


def _regions(catalogue: Catalogue) -> Iterable[tuple[str, Sequence[str]]]:
    for unit in catalogue.units.values():
        yield f"units/{unit.id}", (unit.region,) if unit.region else ()
    for place in catalogue.organisations.values():
        yield f"organisations/{place.id}", (place.region,) if place.region else ()
    for event in catalogue.events.values():
        yield f"events/{event.id}", event.regions


def _kind(catalogue: Catalogue, name: str) -> str:
    folder, _, rest = name.partition("/")
    return catalogue.units[rest].kind if folder == "units" else _PREFIXES.get(folder, "page")


def column(
    order: Sequence[str], values: Mapping[int, Sequence[str]], kinds: Mapping[int, str]
) -> dict[str, Any]:
    """Return one column: ``sets`` of positions in ``order``, the empty one first, and ``codes``.

    A code for each number whose kind is among those that have values at all (``of``), in rising
    order; everybody else has the empty set. Most facets are of materials alone.
    """
    position = {name: index for index, name in enumerate(order)}
    having = {kinds[number] for number, found in values.items() if found}
    sets = [
        tuple(sorted(position[v] for v in values.get(number, ()) if v in position))
        for number in sorted(kinds)
        if kinds[number] in having
    ]
    counted = Counter(sets)
    combos = [(), *sorted(counted.keys() - {()}, key=lambda combo: (-counted[combo], combo))]
    codes = {combo: index for index, combo in enumerate(combos)}
    base = len(ALPHABET)
    if len(combos) > base * base:
        raise ValueError(f"{len(combos)} sets of values do not fit two digits")
    text = "".join(ALPHABET[codes[combo] % base] for combo in sets)
    if len(combos) > base:
        text += "".join(ALPHABET[codes[combo] // base] for combo in sets)
    return {"sets": combos, "codes": text, "of": sorted(KINDS.index(kind) for kind in having)}
