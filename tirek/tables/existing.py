"""What the catalogue holds already, as tables meet it."""

from collections.abc import Mapping
from pathlib import Path

from tirek.intake.difference import plain_record
from tirek.model.catalogue import Catalogue
from tirek.model.plain import Value
from tirek.text import fold


def names_in(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """Return ids of records by the names that people know them by, folded; none that is shared."""
    found: dict[str, dict[str, str]] = {}
    shared: set[tuple[str, str]] = set()

    def note(target: str, name: str, *words: str) -> None:
        known = found.setdefault(target, {})
        for word in words:
            if known.setdefault(fold(word), name) != name:
                shared.add((target, fold(word)))

    for organisation in catalogue.organisations.values():
        names = [organisation.short, organisation.names.official_2016, organisation.names.today]
        words = [text for both in names if both for text in (both.kk, both.ru)]
        note("organisations", organisation.id, *words)
    for material in catalogue.materials.values():
        note("materials", material.id, material.title.kk, material.title.ru)
    for target, word in shared:
        found[target].pop(word, None)
    return found


def plain_now(root: Path, path: str) -> Value | None:
    """Return what the record at ``path`` says now, or None where there is none."""
    file = root / path
    if not file.is_file() or file.is_symlink():
        return None
    return plain_record(path, file.read_bytes())
