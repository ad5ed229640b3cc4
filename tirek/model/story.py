"""The hand-written story of a unit: one page of one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A page of Markdown in ``docs/<lang>/network/``."""

    path: str
    """Path in the project, with "/"."""
    text: str
    """The whole file, lines ending in LF."""
    matter: dict[str, str]
    """Front matter."""
    body: str
    """Markdown below it, without blank lines at its ends."""
