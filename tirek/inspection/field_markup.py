"""Markup in the fields of records that could only be there to do something.

A field is shown as it is written, never obeyed; such text is refused all the same, for other
programs read the data files too.
"""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.spots import Spot
from tirek.inspection.template_code import template_code

_ACTIVE: Final = re.compile(
    r"<(?:script|iframe|frame|frameset|object|embed|applet|form|input|button|base|meta|link"
    r"|style|svg|math|img|image|video|audio|source|template|portal|marquee|body|html"
    r"|isindex)\b[^<>]{0,120}>?"
    r"|<[a-z][^<>]{0,200}?[\s/\"']on[a-z]{3,30}[ \t]{0,5}=[^<>]{0,80}>?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"\b(?:javascript|vbscript)[ \t]{0,5}:[ \t]{0,5}[a-z(\[{'\"/][^\s]{0,60}"
    r"|\bdata:(?:text/html|image/svg)[^\s]{0,60}",
    re.IGNORECASE,
)


def field_markup(text: str) -> Iterator[Spot]:
    """Yield every beginning of active HTML, script address or template code."""
    if "<" in text:
        for found in _ACTIVE.finditer(text):
            yield Spot(found.start(), "safety-html", found[0])
    if ":" in text:
        for found in _ADDRESS.finditer(text):
            yield Spot(found.start(), "safety-address", found[0])
    yield from template_code(text)
