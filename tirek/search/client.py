"""The browser's engine: its scripts in one file."""

from pathlib import Path
from typing import Final

FOLDER: Final = "assets/search/engine/"
"""Where the scripts lie below ``overrides`` and in what MkDocs copies from there."""

SCRIPTS: Final = (
    "words.js",
    "stems.js",
    "store.js",
    "lexicon.js",
    "layout.js",
    "passage.js",
    "score.js",
    "facets.js",
    "engine.js",
)
"""Scripts of ``overrides/assets/search/engine/``, in the order in which they need each other."""


def client(folder: Path) -> bytes:
    """Return the scripts of ``folder`` as one classic script."""
    return b"".join((folder / name).read_bytes() for name in SCRIPTS)
