"""Files of the faceted browser: an index, one column a facet, cards in chunks.

Columns hold for every record a code of the set of values it has; the browser counts and
narrows with them alone, and loads the cards of what it shows. ``overrides/assets/facets/``
describes the files and reads them; ``datasets`` says what there is to narrow.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Any, Final

from tirek.views.datasets import CHUNK, Dataset, Facet, materials, organisations
from tirek.views.listed import Lists

ALPHABET: Final = "".join(c for c in map(chr, range(32, 127)) if c not in "\"'<\\`")
"""Digits of the codes: printable, and in need of no escape inside a script."""

Make = Callable[[], bytes]


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
