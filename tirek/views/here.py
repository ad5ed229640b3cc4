"""The hand-written page whose slots are filled."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tirek.model.catalogue import Catalogue
from tirek.model.fact import Fact
from tirek.views.links import Links
from tirek.views.listed import Lists
from tirek.views.renderer import Renderer
from tirek.views.voice import NO_BREAK, Voice


@dataclass(frozen=True)
class Here:
    """A page, and what its views need."""

    renderer: Renderer
    lists: Lists
    folder: str
    """Folder of the page, without its language."""

    @property
    def catalogue(self) -> Catalogue:
        """All records."""
        return self.renderer.catalogue

    @property
    def voice(self) -> Voice:
        """The page's language."""
        return self.renderer.voice

    @property
    def links(self) -> Links:
        """Makes links from this page."""
        return self.renderer.links(self.folder)

    def render(self, template: str, **context: Any) -> Markup:
        """Return ``template`` rendered for this page."""
        return self.renderer.render(template, self.folder, **context)

    def quantity(self, fact: Fact) -> str:
        """Return a figure with its unit."""
        percent = f"{NO_BREAK}%" if fact.unit == "percent" else ""
        return self.voice.number(fact.value) + percent
