"""Where an edition is made from and where it goes."""

from dataclasses import dataclass
from pathlib import Path

from tirek.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """Folders, settings and the year of one build."""

    root: Path
    """The project."""
    shells: Path
    """What MkDocs rendered."""
    site: Path
    """What readers get."""
    state: Path
    """File that remembers what was put there."""
    settings: Settings
    """What ``mkdocs.yml`` says of the site."""
    this_year: int
    """Calendar year of the build; periods that ended before are said to have run out."""
