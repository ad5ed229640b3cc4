"""Names of records that a table brings without ids: made from what they say, always the same."""

from collections.abc import Iterator
from typing import Any, Final

from tirek.model.catalogue import Catalogue
from tirek.tables.columns import steps_of
from tirek.text import latin

LONGEST: Final = 80
"""Characters of an id."""

_FROM: Final = {
    "organisations": ("short.ru", "short.kk", "names.today.ru", "names.official_2016.ru"),
    "materials": ("title.ru", "title.kk"),
    "events": ("title.ru", "title.kk"),
}
"""Fields that give a name, the first that is filled."""


def name_of(
    catalogue: Catalogue, folder: str, plain: dict[str, Any], id_from: tuple[str, ...]
) -> str:
    """Return the id of the record ``plain``; ``without-name`` where nothing gives one.

    Args:
        catalogue: For the names of regions.
        folder: Kind of the record.
        plain: The record.
        id_from: Fields that the mapping file makes names from, all of them.
    """
    parts = [_text_at(plain, path) for path in id_from]
    if not any(parts):
        parts = list(_usual(catalogue, folder, plain))
    return latin(" ".join(parts))[:LONGEST].strip("-") or "without-name"


def _usual(catalogue: Catalogue, folder: str, plain: dict[str, Any]) -> Iterator[str]:
    if folder == "units":
        yield from (_text_at(plain, "host"), _text_at(plain, "kind"))
        return
    if folder == "organisations":
        region = _text_at(plain, "region") or _text_at(plain, "region_2016")
        known = catalogue.concepts.get("regions", {})
        yield (known[region].slug or "") if region in known else ""
    if folder == "events":
        yield _text_at(plain, "date")
    yield next((text for path in _FROM[folder] if (text := _text_at(plain, path))), "")


def _text_at(plain: Any, path: str) -> str:
    for step in steps_of(path):
        if isinstance(plain, dict):
            plain = plain.get(step)
        elif isinstance(plain, list) and isinstance(step, int) and step < len(plain):
            plain = plain[step]
        else:
            return ""
    return plain if isinstance(plain, str) else ""
