"""What is wrong with hand-written pages: front matter, twins, slots."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tirek import LANGUAGES
from tirek.model.catalogue import Catalogue
from tirek.problem import Problem, nearest
from tirek.reading.nodes import Document, read_document
from tirek.stamp import slots_of
from tirek.views.slots import VIEWS, missing_argument

PROTOTYPE_SLOTS: Final = frozenset({"title", "description", "head", "content", "crumbs"})

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_CODE: Final = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def page_problems(docs: Path, catalogue: Catalogue) -> list[Problem]:
    """Return every problem of the Markdown pages below ``docs``."""
    pages = {
        lang: {
            p.relative_to(docs / lang).as_posix(): p for p in sorted((docs / lang).rglob("*.md"))
        }
        for lang in LANGUAGES
    }
    problems: list[Problem] = []
    for lang, other in (("kk", "ru"), ("ru", "kk")):
        for uri, path in pages[lang].items():  # type: ignore[index]
            shown = f"{docs.name}/{lang}/{uri}"
            if uri not in pages[other]:  # type: ignore[index]
                twin = f"{docs.name}/{other}/{uri}"
                problems.append(Problem(shown, 1, 1, "", "page-no-twin", nearest=twin))
            problems.extend(_of_page(shown, path, catalogue))
    return problems


def _of_page(shown: str, path: Path, catalogue: Catalogue) -> Iterator[Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        yield Problem(shown, 1, 1, "", "file-not-utf8")
        return
    matter = _FRONT_MATTER.match(text)
    document = read_document(shown, matter[1].encode() if matter else b"{}")
    if matter is None and text.startswith("---"):
        yield Problem(shown, 1, 1, "", "page-front-matter")
    yield from _of_matter(shown, document, catalogue)
    body = _CODE.sub(lambda code: " " * len(code[0]), text)
    for position, slot in slots_of(body):
        line = body.count("\n", 0, position) + 1
        column = position - body.rfind("\n", 0, position)
        if slot.name not in VIEWS:
            if path.name.startswith("_") and slot.name in PROTOTYPE_SLOTS:
                continue
            yield Problem(
                shown, line, column, "", "slot-unknown", slot.name, nearest(slot.name, VIEWS)
            )
        elif missing := missing_argument(slot, catalogue):
            yield Problem(shown, line, column, "", "slot-argument", missing)


def _of_matter(shown: str, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    for problem in document.problems:
        yield Problem(
            shown, problem.line + 1, problem.column, problem.field, problem.code, problem.value
        )
    if document.problems:
        return
    data = document.data
    if not isinstance(data, dict) or not data.get("title"):
        yield Problem(shown, 1, 1, "title", "page-title-missing")
        return
    unit = data.get("unit")
    if unit is not None and unit not in catalogue.units:
        line, column = document.mark(("unit",))
        guess = nearest(str(unit), catalogue.units)
        yield Problem(shown, line + 1, column, "unit", "reference-unknown", str(unit), guess)
