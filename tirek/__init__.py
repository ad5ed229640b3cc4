"""Tirek: a bilingual catalogue of inclusive education, read, checked and published.

The package is pure: it never imports MkDocs. ``hooks/`` adapts it to MkDocs.
"""

from typing import Final, Literal

Language = Literal["kk", "ru"]

LANGUAGES: Final[tuple[Language, ...]] = ("kk", "ru")
"""The site's languages, the default one first."""
