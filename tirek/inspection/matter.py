"""Front matter of hand-written pages: fields that are known, templates that exist for pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tirek.problem import listed, nearest
from tirek.reading.plain import Plain

FIELDS: Final = frozenset({"title", "description", "template", "unit", "examples"})
"""All that our pages use; MkDocs and the theme know more, some of which hide or run things."""

TEMPLATES: Final = ("home.html", "record.html", "unit.html")
"""Templates shared by pages: of the first page, of prototypes, of units' stories.

Besides, a page may ask for the template of its own name: ``search.md`` for ``search.html``.
"""


@dataclass(frozen=True, slots=True)
class MatterFault:
    """A field of the front matter that is not in order."""

    field: str
    code: str
    value: str
    nearest: str = ""
    allowed: str = ""


def matter_faults(uri: str, data: Plain) -> Iterator[MatterFault]:
    """Yield what the front matter ``data`` of the page ``uri`` may not say."""
    if not isinstance(data, dict):
        return
    for field in data:
        if field not in FIELDS:
            guess = nearest(field, FIELDS)
            yield MatterFault(field, "safety-matter-field", field, guess, listed(FIELDS))
    template = data.get("template")
    if template is not None and not _may_use(uri, template):
        allowed = ", ".join(name for name in TEMPLATES if _may_use(uri, name))
        yield MatterFault("template", "safety-matter-template", str(template), "", allowed)


def _may_use(uri: str, template: object) -> bool:
    folder, _, name = uri.rpartition("/")
    if template == "home.html":
        return uri == "index.md"
    if template == "record.html":
        return name.startswith("_")
    if str(template).removesuffix(".html") == name.removesuffix(".md") != "unit":
        return True
    return template == "unit.html" and folder.startswith("network/") and name != "index.md"
