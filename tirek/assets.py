"""Fonts and libraries that come as packages, made ready for the site."""

import io
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

FONT: Final = "node_modules/@fontsource-variable/golos-text/files/golos-text-{}-wght-normal.woff2"

RUSSIAN: Final = "".join(map(chr, range(0x410, 0x450))) + "ЁёІі№\u0301"
KAZAKH: Final = "ҒғҚқҢңҮүҰұҺһӘәӨө₸"
"""Beyond the Russian letters; І is in the basic set."""
LATIN: Final = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0§©«°±·»×–—‘’‚“”„•…↑↓−"

SUBSETS: Final = {
    # site file: (package's file, code points to keep; None keeps them all)
    "golos-cyrillic.woff2": ("cyrillic", RUSSIAN),
    "golos-kazakh.woff2": ("cyrillic-ext", KAZAKH),
    "golos-latin.woff2": ("latin", LATIN),
    # Asked for only by a page that has a letter beyond these.
    "golos-cyrillic-more.woff2": ("cyrillic-ext", None),
    "golos-latin-more.woff2": ("latin", None),
}
"""Font files of the site, from the package's subsets; unicode-range in fonts.css says the same."""

FEATURES: Final = ("ccmp", "kern", "locl", "mark", "tnum")
"""What the styles use of the font: figures of one width, kerning, marks on letters."""

SCRIPTS: Final = {
    "fflate.js": "node_modules/fflate/umd/index.js",
    "stick/sha256.js": "node_modules/js-sha256/build/sha256.min.js",
}
"""Libraries as classic scripts, since modules do not load from a folder."""


class AssetsMissing(Exception):
    """A package is not installed; ``make site`` installs it."""


def asset_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every asset made from packages below ``root``."""
    for name, (part, letters) in SUBSETS.items():
        content = _content(root / FONT.format(part))
        if letters is not None:
            content = _cut(content, letters, root / ".cache")
        yield f"assets/fonts/{name}", content
    for name, path in SCRIPTS.items():
        yield f"assets/{name}", _content(root / path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise AssetsMissing(path.as_posix()) from None


def _cut(font: bytes, letters: str, cache_folder: Path) -> bytes:
    """Return ``font`` with only the glyphs of ``letters``; cut once, as it takes a second."""
    name = blake2b(font + f"{letters} {FEATURES}".encode(), digest_size=16).hexdigest()
    kept = cache_folder / f"font-{name}.woff2"
    if kept.is_file():
        return kept.read_bytes()
    cut = _subset(font, letters)
    cache_folder.mkdir(exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_bytes(cut)
    part.replace(kept)
    return cut


@cache
def _subset(font: bytes, letters: str) -> bytes:
    # Here, since the cut font is nearly always kept already: importing takes time and memory.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor="woff2", layout_features=list(FEATURES))
    options.recalc_timestamp = False  # the same font gives the same bytes
    loaded = TTFont(io.BytesIO(font), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(loaded)
    loaded.flavor = "woff2"
    target = io.BytesIO()
    loaded.save(target)
    return target.getvalue()
