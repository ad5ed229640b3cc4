"""Code of templates and directives that would put a file or a program's answer into a page."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.spots import Spot

_TEMPLATE: Final = re.compile(r"\{\{[^\n]{0,60}|\{%[^\n]{0,60}|<%[^\n]{0,60}|\$\{[^\n]{0,60}")
_INCLUDE: Final = re.compile(
    r"^[ \t>*+-]*(?:;*-+8<-+|!INCLUDE|\{!|\.\.[ ]?(?:include|literalinclude|raw|code)::"
    r"|:::[ ]*[A-Za-z]|@import\b|<!--[ ]*#|\{\*|--8<)[^\n]{0,60}"
    r"|\{![^\n}]{0,200}!\}|-8<-",
    re.MULTILINE | re.IGNORECASE,
)


def template_code(text: str) -> Iterator[Spot]:
    """Yield every beginning of template code: ``{{``, ``{%``, ``<%``, ``${``."""
    if "{" not in text and "<%" not in text:
        return
    for found in _TEMPLATE.finditer(text):
        yield Spot(found.start(), "safety-template-code", found[0])


def includes(text: str) -> Iterator[Spot]:
    """Yield every directive that reads a file: snippets, ``!INCLUDE``, ``{!…!}`` and such."""
    for found in _INCLUDE.finditer(text):
        indent = len(found[0]) - len(found[0].lstrip(" \t>"))
        yield Spot(found.start() + indent, "safety-include", found[0][indent:])
