"""Scripts and styles that readers get in one file: on a slow line each file more is a wait more."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

JOINED: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "assets/search/engine.js": (
        "assets/search/engine/",
        (
            "words",
            "stems",
            "codes",
            "store",
            "terms",
            "near",
            "lexicon",
            "roots",
            "matching",
            "naming",
            "layout",
            "passage",
            "score",
            "facets",
            "query",
            "ranking",
            "mending",
            "hits",
            "marking",
            "engine",
        ),
    ),
    "assets/search/box.js": ("assets/search/box/", ("popup", "loading", "options", "box")),
    "assets/search/page.js": (
        "assets/search/page/",
        ("parts", "address", "slash", "results", "narrowing", "page"),
    ),
    "assets/facets.js": (
        "assets/facets/",
        ("data", "matching", "address", "arriving", "cards", "browser"),
    ),
    "assets/forms.js": (
        "assets/forms/",
        (
            "base/dom",
            "base/text",
            "base/data",
            "base/records",
            "record/personal",
            "record/plain",
            "record/rules",
            "record/problems",
            "record/yaml",
            "draft/path",
            "draft/kept",
            "draft/names",
            "draft/stages",
            "draft/faults",
            "draft/filling",
            "fields/frame",
            "fields/boxes",
            "fields/dates",
            "fields/sources",
            "fields/combobox",
            "fields/choices",
            "fields/repeated",
            "fields/fields",
            "preview/voice",
            "preview/markdown",
            "preview/sight",
            "preview/unit",
            "preview/organisation",
            "preview/material",
            "preview/event",
            "preview/preview",
            "sending/package",
            "sending/taking",
            "sending/ways",
            "sending/sending",
            "steps/sheet",
            "steps/files",
            "steps/story",
            "steps/sender",
            "steps/asked",
            "steps/faults",
            "steps/steps",
            "page/desk",
            "page/find",
            "page/page",
        ),
    ),
    "assets/tirek.css": (
        "assets/base/",
        (
            "fonts",
            "tokens",
            "ground",
            "frame",
            "header",
            "search-box",
            "nav",
            "footer",
            "reading",
            "notes",
            "pieces",
            "ways",
        ),
    ),
    "assets/record.css": ("assets/record/", ("facts", "story")),
    "assets/search/search.css": (
        "assets/search/sheets/",
        ("results", "popup", "page", "marks"),
    ),
    "assets/sight/sight.css": (
        "assets/sight/sheets/",
        ("panel", "text", "spacing", "colours", "rest"),
    ),
    "assets/forms/forms.css": (
        "assets/forms/sheets/",
        ("page", "steps", "fields", "repeated", "look-ups", "end"),
    ),
}
"""Folder and parts of each joined file, in the order in which they need each other (a later style
goes before an earlier one); below ``overrides``, and in what MkDocs copies from there."""


def parts_of(name: str, root: Path) -> list[Path]:
    """Return the parts of the joined file ``name``, below ``root``."""
    folder, names = JOINED[name]
    return [root / folder / f"{own}{PurePosixPath(name).suffix}" for own in names]


def joined(name: str, root: Path) -> bytes:
    """Return the joined file ``name``: one classic script, or one sheet."""
    return b"".join(path.read_bytes() for path in parts_of(name, root))
