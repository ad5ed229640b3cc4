"""What is wrong with hand-written pages: front matter, twins, slots."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tirek import LANGUAGES
from tirek.check.slots import NAMES, Ids, fault_of
from tirek.problem import Problem, nearest
from tirek.reading.nodes import not_utf8, read_document
from tirek.stamp import slots_of

PROTOTYPE_SLOTS: Final = frozenset({"title", "description", "head", "content", "crumbs"})

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_NOT_LINE_END: Final = re.compile(r"[^\n]")
_CODE: Final = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def page_problems(docs: Path, ids: Ids) -> list[Problem]:
    """Return every problem of the Markdown pages below ``docs``.

    Args:
        docs: The folder that holds ``kk`` and ``ru``.
        ids: What pages may refer to, by kind and ``vocabularies/<scheme>``.
    """
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
            problems.extend(_of_page(shown, path, ids))
    return problems


def _of_page(shown: str, path: Path, ids: Ids) -> Iterator[Problem]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        yield not_utf8(shown, error)
        return
    yield from _of_matter(shown, text, ids)
    body = _CODE.sub(lambda code: _NOT_LINE_END.sub(" ", code[0]), text)
    names = PROTOTYPE_SLOTS if path.name.startswith("_") else NAMES
    for position, slot in slots_of(body):
        fault = fault_of(slot, ids, names)
        if fault is not None:
            line = body.count("\n", 0, position) + 1
            column = position - body.rfind("\n", 0, position)
            found = (fault.code, fault.value, fault.nearest, fault.allowed)
            yield Problem(shown, line, column, "", *found)


def _of_matter(shown: str, text: str, ids: Ids) -> Iterator[Problem]:
    matter = _FRONT_MATTER.match(text)
    if matter is None and text.startswith("---"):
        yield Problem(shown, 1, 1, "", "page-front-matter")
        return
    document = read_document(shown, matter[1].encode() if matter else b"{}")
    for problem in document.problems:
        yield replace(problem, line=problem.line + 1)
    if document.problems:
        return
    data = document.data
    if not isinstance(data, dict):
        yield Problem(shown, 1, 1, "", "page-front-matter")
        return
    if not data.get("title"):
        yield Problem(shown, 1, 1, "title", "page-title-missing")
    unit = data.get("unit")
    if unit is not None and unit not in ids["units"]:
        line, column = document.mark(("unit",))
        guess = nearest(str(unit), ids["units"])
        yield Problem(shown, line + 1, column, "unit", "reference-unknown", str(unit), guess)
