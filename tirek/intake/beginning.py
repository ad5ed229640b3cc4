"""What a new record or page begins as, from answers given one by one."""

from collections.abc import Mapping
from typing import Any

import yaml

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.unit import Unit
from tirek.urls import story_uri


def page_of(title: str, description: str, text: str, **matter: str) -> bytes:
    """Return a Markdown page: its front matter, then ``text``."""
    head: dict[str, Any] = {"title": title, **matter}
    if description:
        head["description"] = description
    told = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=200)
    return f"---\n{told}---\n\n{text.strip()}\n".encode()


def usual_titles(catalogue: Catalogue, unit: Unit) -> dict[Language, str]:
    """Return the title that a unit's story has where nobody gives one: host and kind."""
    host = catalogue.organisations[unit.host]
    kind = catalogue.concept("unit-kinds", unit.kind)
    return {
        "kk": f"{host.short.kk}: {kind.label.kk}",
        "ru": f"{host.short.ru}: {kind.label.ru}",
    }


def stories_of(
    unit: Unit, titles: Mapping[Language, str], texts: Mapping[Language, str]
) -> dict[str, bytes]:
    """Return a unit's stories by path, if there is one in each language it is written in."""
    written = [lang for lang in LANGUAGES if lang != unit.not_translated or texts.get(lang)]
    if not all(texts.get(lang) for lang in written):
        return {}
    return {
        f"docs/{lang}/{story_uri(unit)}": page_of(titles[lang], "", texts[lang], unit=unit.id)
        for lang in written
    }
