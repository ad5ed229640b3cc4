"""Outside addresses that the site leads readers to."""

from collections.abc import Iterator

from tirek.model.catalogue import Catalogue


def addresses(catalogue: Catalogue) -> dict[str, str]:
    """Return each address, with the record that names it first."""
    found: dict[str, str] = {}
    for url, record in _named(catalogue):
        found.setdefault(url, record)
    return dict(sorted(found.items()))


def _named(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for material in catalogue.materials.values():
        if material.link is not None:
            yield material.link.url, f"materials/{material.id}"
    for unit in catalogue.units.values():
        if unit.contacts is not None and unit.contacts.website is not None:
            yield unit.contacts.website, f"units/{unit.id}"
