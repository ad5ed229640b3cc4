"""The catalogue as data files: JSON arrays of records, for anyone to use."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from tirek import urls
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS
from tirek.model.source import Source


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each data file, records in the order of their ids.

    Fields bear the names of the model; what is unknown is null.
    """
    for kind in KINDS:
        records = catalogue.of_kind(kind.folder)
        rows = [kind.adapter.dump_json(records[name], by_alias=True) for name in sorted(records)]
        if kind.folder == "facts":
            rows += [row for _, row in sorted(_unit_figures(catalogue))]
        yield urls.data_uri(kind.folder), b"[\n" + b",\n".join(rows) + b"\n]\n"


_sources: TypeAdapter[tuple[Source, ...]] = TypeAdapter(tuple[Source, ...])


def _unit_figures(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the figures of units as facts: every figure a page shows is among the facts."""
    for unit in catalogue.units.values():
        source = _sources.dump_python(unit.source, mode="json")
        for figure in unit.figures:
            name = f"{unit.id}.{figure.id}"
            label = {"kk": figure.label.kk, "ru": figure.label.ru}
            yield name, _row(name, figure.value, label, unit.as_of, [unit.id], source)
        for number, served in enumerate(unit.serves, start=1):
            if served.count is not None:
                name = f"{unit.id}.serves-{number}"
                what = served.what
                label = {"kk": what.kk, "ru": what.ru} if what else {"kk": "", "ru": ""}
                about = [name for name in (unit.id, served.region, served.organisation) if name]
                yield name, _row(name, served.count, label, unit.as_of, about, source)


def _row(
    name: str,
    value: float,
    label: dict[str, str],
    as_of: str,
    about: list[str],
    source: list[Any],
) -> bytes:
    row = {
        "id": name,
        "value": value,
        "unit": "count",
        "label": label,
        "as_of": as_of,
        "source": source,
        "about": about,
        "only_in": None,
        "note": None,
    }
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
