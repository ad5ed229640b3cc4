"""Style sheets that a page needs besides the base.

A sheet is one component's. A hand-written page needs those of its slots; what makes a stamped
page names its own, and so do the theme's templates for their own HTML.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from tirek.views.links import Links

SLOT: Final = "sheets"
"""The slot in a page's head that the links go into."""

BY_SLOT: Final = {
    "units": ("cards",),
    "unit-facts": ("cards",),
    "map": ("map", "table"),
    "organisations": ("table",),
    "events": ("record",),
    "facets": ("facets", "cards"),
    "catalogue-doors": ("list",),
    "newest": ("cards",),
    "bars": ("table",),
    "abbreviations": ("table",),
    "acts": ("table",),
    "discrepancies": ("record",),
    "fields": ("table",),
    "checks": ("table",),
}
"""Sheets by the slot of a hand-written page."""

_LINK: Final = Markup('<link rel="stylesheet" href="{}">\n')


def of_slots(links: Links, slots: Iterable[str]) -> Markup:
    """Return links to the sheets that a page with ``slots`` needs."""
    return linked(links, (sheet for slot in slots for sheet in BY_SLOT.get(slot, ())))


def linked(links: Links, sheets: Iterable[str]) -> Markup:
    """Return links to ``sheets``, each once."""
    return _linked(links.asset("assets/"), tuple(dict.fromkeys(sheets)))


@lru_cache(maxsize=2**8)
def _linked(folder: str, sheets: tuple[str, ...]) -> Markup:
    """Return links to sheets in ``folder``; thousands of pages need the same."""
    return Markup("").join(_LINK.format(f"{folder}{sheet}.css") for sheet in sheets)
