"""What an inspector of a file's content finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """One thing in a file that is not in order."""

    code: str
    """Problem code."""
    value: str = ""
    """What stands there."""
    place: str = ""
    """Where in the file: a page, a sheet, a part."""
    allowed: str = ""
    """What would be allowed, in short."""
