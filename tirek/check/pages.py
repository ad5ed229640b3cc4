"""What is wrong with hand-written pages: front matter, twins, slots."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from tirek import LANGUAGES
from tirek.check.slots import NAMES, Ids, fault_of
from tirek.check.sources import PageSource
from tirek.problem import Problem, nearest
from tirek.stamp import slots_of

PROTOTYPE_SLOTS: Final = frozenset({"title", "description", "head", "content", "crumbs"})

_NOT_LINE_END: Final = re.compile(r"[^\n]")
_CODE: Final = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)


def without_code(text: str) -> str:
    """Return ``text`` with what is quoted as code blanked out, every place unchanged."""
    return _CODE.sub(lambda code: _NOT_LINE_END.sub(" ", code[0]), text)


def twin_problems(
    docs: str, uris: Iterable[str], not_needed: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each page below ``docs`` that the other language lacks.

    Args:
        docs: The folder that holds ``kk`` and ``ru``.
        uris: Paths of all pages.
        not_needed: Paths of pages that may be missing.
    """
    known = frozenset(uris)
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for uri in sorted(known):
            twin = f"{docs}/{other}/{uri.removeprefix(f'{docs}/{lang}/')}"
            missing = twin not in known and twin not in not_needed
            if missing and uri.startswith(f"{docs}/{lang}/"):
                yield Problem(uri, 1, 1, "", "page-no-twin", nearest=twin)


def page_problems(page: PageSource, ids: Ids) -> Iterator[Problem]:
    """Yield what is wrong with the front matter and the slots of ``page``.

    Args:
        page: A page of ``docs/``.
        ids: What pages may refer to, by kind and ``vocabularies/<scheme>``.
    """
    yield from _of_matter(page, ids)
    is_prototype = page.uri.rpartition("/")[2].startswith("_")
    names = PROTOTYPE_SLOTS if is_prototype else NAMES
    for position, slot in slots_of(without_code(page.text)):
        fault = fault_of(slot, ids, names)
        if fault is not None:
            yield page.problem(position, fault.code, fault.value, fault.nearest, fault.allowed)


def _of_matter(page: PageSource, ids: Ids) -> Iterator[Problem]:
    document = page.matter
    if document is not None and document.problems:
        for problem in document.problems:
            yield replace(problem, line=problem.line + 1)
        return
    data = document.data if document else None
    if not isinstance(data, dict):
        yield Problem(page.path, 1, 1, "", "page-front-matter")
        return
    if not data.get("title"):
        yield Problem(page.path, 1, 1, "title", "page-title-missing")
    unit = data.get("unit")
    if unit is not None and unit not in ids["units"]:
        guess = nearest(str(unit), ids["units"])
        yield page.matter_problem("unit", "reference-unknown", str(unit), guess)
