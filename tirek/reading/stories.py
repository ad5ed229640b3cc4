"""Hand-written stories of units, as their Markdown stands in ``docs/``."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tirek import LANGUAGES
from tirek.model.story import Story
from tirek.model.unit import Unit
from tirek.reading.nodes import read_document
from tirek.urls import story_uri

_PARTS: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n+(.*)\Z", re.DOTALL)


def read_stories(docs: Path, units: Iterable[Unit]) -> dict[tuple[str, str], Story]:
    """Return the stories of ``units`` that are written, by language and id.

    A page whose front matter cannot be read is left out; the check of pages names it.
    """
    found: dict[tuple[str, str], Story] = {}
    for unit in units:
        for lang in LANGUAGES:
            uri = f"{lang}/{story_uri(unit)}"
            path = docs / uri
            if not path.is_file():
                continue
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            parts = _PARTS.match(text)
            data = read_document(uri, parts[1].encode()).data if parts else None
            if parts is not None and isinstance(data, dict):
                matter = {key: value for key, value in data.items() if isinstance(value, str)}
                shown = f"{docs.name}/{uri}"
                found[lang, unit.id] = Story(shown, text, matter, parts[2].strip("\n"))
    return found
