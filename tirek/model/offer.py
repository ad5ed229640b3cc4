"""Ready USB copies that the website offers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One edition as a ZIP file; fields are those of ``editions.yml``."""

    file: str
    """Name of the ZIP."""
    version: str
    """Numbers joined by points: ``2026.11.26``."""
    date: str
    """``YYYY-MM-DD`` of making it."""
    selection: str
    """What was chosen, as `tirek.model.selection.Selection` writes it."""
    bytes: int
    """Size of the ZIP."""
    sha256: str
    """Checksum of the ZIP in lower-case hex."""
    fingerprint: str
    """SHA-256 of the edition's manifest in lower-case hex."""
    key: str = ""
    """Number of the key that signed it, 16 hex digits, or ""."""
    address: str = ""
    """Where the ZIP is to be had, an absolute https address, or "" where it is given by hand."""


@dataclass(frozen=True, slots=True)
class Offers:
    """All that the website says of USB copies besides its text."""

    editions: tuple[Offer, ...] = ()
    key: str = ""
    """Public key, as ``minisign -P`` takes it, or ""."""
