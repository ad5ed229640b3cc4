"""The ways a reader may have the site look."""

import json
from dataclasses import dataclass, field
from typing import Any, Final

from audit.browser import Look


@dataclass(frozen=True, slots=True)
class Appearance:
    """One way to look at a page."""

    name: str
    context: dict[str, Any] = field(default_factory=dict)
    """What the browser context is made with."""
    stored: dict[str, str] = field(default_factory=dict)
    """What the reader has chosen before, by key of localStorage."""
    default: bool = False
    """Whether text is held to 7:1."""

    @property
    def has_own_colours(self) -> bool:
        """Whether the colours are ours, not the system's."""
        return "forced_colors" not in self.context

    def apply(self, at: Look) -> None:
        """Make the pages that ``at`` opens from now on look so."""
        for key, value in self.stored.items():
            at.page.add_init_script(f"localStorage.setItem({json.dumps(key)}, {json.dumps(value)})")


def _for_weak_sight(colours: str) -> Appearance:
    """Return a scheme of the panel, with the largest text and every other setting on."""
    chosen = {
        "colours": colours,
        "size": "200",
        "letters": "wide",
        "lines": "wide",
        "images": "off",
        "face": "serif",
        "calm": "on",
    }
    stored = {"tirek:sight": json.dumps(chosen)}
    return Appearance(f"weak sight, {colours}", {"color_scheme": "light"}, stored)


APPEARANCES: Final = (
    Appearance("light", {"color_scheme": "light"}, default=True),
    Appearance("dark", {"color_scheme": "dark"}),
    Appearance("forced colours", {"forced_colors": "active"}),
    *map(_for_weak_sight, ("black-on-white", "white-on-black", "blue", "yellow-on-black")),
)
