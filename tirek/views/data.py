"""The catalogue as data files: JSON arrays of records, for anyone to use."""

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, Final

from pydantic import TypeAdapter

from tirek import urls
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind, Record
from tirek.model.source import Source
from tirek.model.translation import MARK, Lent, lent_places
from tirek.model.values import Both

MOST_TOGETHER: Final = 64
"""Records of a kind that a stick has in one file."""

PART: Final = 32
"""Most records in one part, on average: less than 100 KB of materials."""


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each data file, records in the order of their ids.

    Fields bear the names of the model; what is unknown is null. On a stick more than
    MOST_TOGETHER records of a kind come in parts.
    """
    for kind in KINDS:
        records = catalogue.of_kind(kind.folder)
        rows = [_written(kind, records[name]) for name in sorted(records)]
        if kind.folder == "facts":
            rows += [row for _, row in sorted(_unit_figures(catalogue))]
        if catalogue.on_stick and len(rows) > MOST_TOGETHER:
            yield from _in_parts(kind.folder, sorted(records), rows)
        else:
            yield urls.data_uri(kind.folder), _array(rows)


def _written(kind: Kind, record: Record) -> bytes:
    """Return a record as JSON; a text that is not translated yet is null in that language."""
    row = kind.adapter.dump_json(record, by_alias=True)
    if getattr(record, MARK, None) is None:
        return row
    return _dumped(_with_gaps(json.loads(row), record))


def _with_gaps(data: Any, record: Any) -> Any:
    """Return the ``data`` of a record, or of a part, with null for each text that is lent."""
    for *steps, lang in lent_places(record):
        inside = data
        for step in steps:
            inside = inside[step]
        inside[lang] = [] if isinstance(inside[lang], list) else None
    return data


def _dumped(row: Any) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def _said(both: Both) -> dict[str, str | None]:
    """Return a text by language; null where the other one stands in."""
    texts: dict[str, str] = {"kk": both.kk, "ru": both.ru}
    return {lang: None if isinstance(t, Lent) else t for lang, t in texts.items()}


def _array(rows: list[bytes]) -> bytes:
    return b"[\n" + b",\n".join(rows) + b"\n]\n"


def _in_parts(folder: str, names: list[str], rows: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield many records as parts, and a file that names them: ``{"parts": ["…-0.json"]}``.

    A stick is brought up to date by files: a word that changes should not move all records. A
    record's part hangs on its id alone, so a new record moves no other.
    """
    count = 1
    while len(rows) / count > PART:
        count *= 2
    parts: list[list[bytes]] = [[] for _ in range(count)]
    for name, row in zip(names, rows, strict=False):
        place = int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
        parts[place % count].append(row)
    parts[0] += rows[len(names) :]
    shown = [f"{folder}-{number}" for number in range(count)]
    index = {"parts": [urls.data_uri(part).rpartition("/")[2] for part in shown]}
    yield urls.data_uri(folder), json.dumps(index, separators=(",", ":")).encode() + b"\n"
    for part, held in zip(shown, parts, strict=True):
        yield urls.data_uri(part), _array(held)


_sources: TypeAdapter[tuple[Source, ...]] = TypeAdapter(tuple[Source, ...])


def _unit_figures(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the figures of units as facts: every figure a page shows is among the facts."""
    for unit in catalogue.units.values():
        source = _with_gaps(_sources.dump_python(unit.source, mode="json"), unit.source)
        for figure in unit.figures:
            name = f"{unit.id}.{figure.id}"
            yield name, _row(name, figure.value, _said(figure.label), unit.as_of, [unit.id], source)
        for number, served in enumerate(unit.serves, start=1):
            if served.count is not None:
                name = f"{unit.id}.serves-{number}"
                what = served.what
                label = _said(what) if what else {"kk": "", "ru": ""}
                about = [name for name in (unit.id, served.region, served.organisation) if name]
                yield name, _row(name, served.count, label, unit.as_of, about, source)


def _row(
    name: str,
    value: float,
    label: Mapping[str, str | None],
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
    return _dumped(row)
