"""Scripts that readers get in one file: on a slow line each file more is a wait more."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

JOINED: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "assets/search/engine.js": (
        "assets/search/engine/",
        (
            "words",
            "stems",
            "store",
            "near",
            "lexicon",
            "matching",
            "naming",
            "layout",
            "passage",
            "score",
            "facets",
            "engine",
        ),
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
}
"""Folder and scripts of each joined file, in the order in which they need each other; below
``overrides``, and in what MkDocs copies from there."""


def parts_of(name: str, root: Path) -> list[Path]:
    """Return the scripts of the joined file ``name``, below ``root``."""
    folder, names = JOINED[name]
    return [root / folder / f"{own}.js" for own in names]


def joined(name: str, root: Path) -> bytes:
    """Return the joined file ``name`` as one classic script."""
    return b"".join(path.read_bytes() for path in parts_of(name, root))
