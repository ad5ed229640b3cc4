"""Golos Text as plain font files: Typst takes no variable ones.

The site's font comes as one variable file for each group of letters. Each weight is cut out of
all of them, and the parts become one file.
"""

import io
from hashlib import blake2b
from pathlib import Path
from typing import Final

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tirek.assets import FONT, AssetsMissing

PARTS: Final = ("cyrillic", "cyrillic-ext", "latin", "latin-ext")
"""The package's groups of letters; the tenge sign is in the last."""

WEIGHTS: Final = (400, 500, 700)
"""Plain text, emphasis, headings."""

_RECIPE: Final = b"2"
"""Changes when fonts are cut in another way."""


def font_folder(root: Path) -> Path:
    """Return a folder with the font's files, cut once and kept below ``.cache``.

    Args:
        root: The project, with ``node_modules`` in it.

    Raises:
        AssetsMissing: the font's package is not installed.
    """
    try:
        parts = [(root / FONT.format(part)).read_bytes() for part in PARTS]
    except FileNotFoundError as error:
        raise AssetsMissing(str(error.filename)) from None
    digest = blake2b(_RECIPE + b"".join(parts), digest_size=8).hexdigest()
    folder = root / ".cache" / f"golos-{digest}"
    for weight in WEIGHTS:
        path = folder / f"golos-{weight}.ttf"
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_bytes(cut(parts, weight))
            part.replace(path)
    return folder


def cut(parts: list[bytes], weight: int) -> bytes:
    """Return one plain font of ``weight`` from the variable ``parts``."""
    streams = []
    for content in parts:
        font = TTFont(io.BytesIO(content), recalcTimestamp=False)
        plain = instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
        plain["OS/2"].usWeightClass = weight
        plain.flavor = None
        stream = io.BytesIO()
        plain.save(stream)
        stream.seek(0)
        streams.append(stream)
    born = TTFont(io.BytesIO(parts[0]))["head"]
    # Tables for vertical writing cannot be merged, and nothing here is written so.
    merged = Merger(Options(drop_tables=["vhea", "vmtx"])).merge(streams)
    merged["head"].created, merged["head"].modified = born.created, born.modified
    merged.recalcTimestamp = False
    merged["name"].setName(f"GolosText-{weight}", 6, 3, 1, 0x409)
    target = io.BytesIO()
    merged.save(target)
    return target.getvalue()
