"""Where a page lives. The only module that knows.

A page uri is relative to the site's root, with "/", Kazakh at the root and Russian under
``ru/``: ``catalogue/study-2016.html``, ``ru/catalogue/study-2016.html``.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from tirek import Language
from tirek.offline.names import name_fault
from tirek.text import plain_name

if TYPE_CHECKING:  # the hooks need addresses alone, and to import the model takes 0.1 s
    from tirek.model.catalogue import Catalogue
    from tirek.model.fact import Discrepancy
    from tirek.model.unit import Unit

UNIT_FOLDERS: Final = {"centre": "centres", "cabinet": "cabinets", "site": "sites"}
"""Folder of each kind of unit under ``network/``."""


def in_language(lang: Language, uri: str) -> str:
    """Return the uri of the page ``uri`` in ``lang``."""
    return uri if lang == "kk" else f"{lang}/{uri}"


def language_of(uri: str) -> tuple[Language, str]:
    """Return the language of a page and its uri without it."""
    return ("ru", uri.removeprefix("ru/")) if uri.startswith("ru/") else ("kk", uri)


def twin(uri: str) -> str:
    """Return the uri of the same page in the other language."""
    lang, page = language_of(uri)
    return in_language("ru" if lang == "kk" else "kk", page)


def relative(here: str, there: str) -> str:
    """Return the link from the page ``here`` to the site path ``there`` (may hold ``#``)."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def unit_uri(unit: Unit) -> str:
    """Return the page of a unit."""
    return f"network/{UNIT_FOLDERS[unit.kind]}/{unit.id}.html"


def story_uri(unit: Unit) -> str:
    """Return the hand-written page of a unit, below the folder of its language."""
    return f"network/{UNIT_FOLDERS[unit.kind]}/{unit.id}.md"


def units_uri(kind: str) -> str:
    """Return the page that lists all units of a kind."""
    return f"network/{UNIT_FOLDERS[kind]}/index.html"


def organisation_uri(name: str) -> str:
    """Return the page of an organisation."""
    return f"organisations/{name}.html"


def material_uri(name: str) -> str:
    """Return the page of a material."""
    return f"catalogue/{name}.html"


def event_uri(name: str) -> str:
    """Return the place of an event on the page of events."""
    return f"events/index.html#{name}"


def discrepancy_uri(discrepancy: Discrepancy) -> str:
    """Return the place of a disagreement: the Concept's have a page of their own."""
    own = discrepancy.source[0].document == "concept-2015"
    return f"disagreements{'-concept' if own else ''}.html#{discrepancy.id}"


def clause_uri(name: str) -> str:
    """Return the place of a clause of the draft Regulation.

    Each section (``s1`` … ``s6``) has a page of its own, section 4 has two.
    """
    number = name.removeprefix("s")
    page = next(page for prefix, page in _CLAUSE_PAGES if number.startswith(prefix))
    return f"regulation/{page}.html" + ("" if number != name else f"#c-{name.replace('.', '-')}")


_CLAUSE_PAGES: Final = (
    ("1", "general"),
    ("2", "requirements"),
    ("3", "aims"),
    ("4.2", "information-work"),
    ("4", "organisational-work"),
    ("5", "ending"),
    ("6", "changes"),
)


def region_uri(catalogue: Catalogue, code: str, year: str) -> str:
    """Return the page of a region as of ``2016`` or ``now``."""
    slug = catalogue.concept("regions", code).slug
    return f"regions/{year}/{slug}.html"


def left_out_uri(kind: str = "", name: str = "") -> str:
    """Return the page that says what a USB copy leaves out, or the line of one record on it."""
    return "left-out.html" + (f"#{kind}-{name}" if name else "")


START: Final = "START.html"
"""The first page of a stick, for both languages."""

STICK_ONLY: Final = frozenset({"check.html", "left-out.html", START})
"""Pages that stand on sticks only."""

WEB_ONLY: Final = frozenset({"404.html"})
"""Pages that a stick has no use for: nothing there serves them."""


def list_uri(scheme: str, concept: str, page: int = 1) -> str:
    """Return the ``page``-th page (from 1) of the materials under a concept."""
    number = "" if page == 1 else f"-{page}"
    return f"lists/{scheme}/{concept.lower()}{number}.html"


def lists_uri(scheme: str) -> str:
    """Return the page that names all lists of a vocabulary."""
    return f"lists/{scheme}/index.html"


def data_uri(kind: str) -> str:
    """Return the data file of a kind of record."""
    return f"data/{kind}.json"


@lru_cache(maxsize=2**14)
def file_uri(path: str) -> str:
    """Return the place of a material's file; of "": their folder.

    The name is one that every stick can carry: one with capitals, blanks or letters other than
    Latin becomes a plain one with six digits of the path's hash, so that two never become one.
    """
    if not path or (_PLAIN.fullmatch(path) and not name_fault(path)):
        return f"files/{path}"
    steps = path.split("/")
    stem, dot, suffix = steps.pop().rpartition(".")
    stem, suffix = (stem, suffix) if dot else (suffix, "")
    mark = blake2b(path.encode(), digest_size=3).hexdigest()
    folders = [plain_name(step)[:60].strip("-") for step in steps]
    if name_fault("/".join(folders)) or len("/".join(folders)) > 100:
        folders = [mark]
    name = f"{plain_name(stem)[:60].strip('-')}-{mark}".strip("-")
    return "/".join(["files", *folders, name + (f".{plain_name(suffix)[:20]}" if dot else "")])


_PLAIN: Final = re.compile(r"[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*")


def problem_uri(code: str) -> str:
    """Return the place of a problem code in the guide to checks."""
    return f"guides/checks.html#{code}"


def schema_uri(name: str) -> str:
    """Return the file of a JSON Schema: of a kind of record, or ``check-report``."""
    return f"schema/{name}.json"


def table_uri(folder: str, lang: Language) -> str:
    """Return the blank table of a kind of record, with heads and lists in ``lang``."""
    return f"tables/tirek-{folder}-{lang}.xlsx"


SEARCH: Final = "search/"
"""Folder of the search index."""


def search_uri(name: str) -> str:
    """Return the file of the search index with this name; both languages share the folder."""
    return f"{SEARCH}{name}.js"
