"""Where a fact comes from."""

from pydantic.dataclasses import dataclass

from tirek.model.references import MaterialId
from tirek.model.values import CONFIG, Both


@dataclass(frozen=True, slots=True, config=CONFIG)
class Source:
    """A document of the catalogue and the place in it."""

    document: MaterialId
    """The material record that describes the document."""
    place: Both | None = None
    """Section, table or clause, as each language's text numbers it."""
