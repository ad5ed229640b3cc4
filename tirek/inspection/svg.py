"""SVG drawings: shapes and words pass; scripts and outside references do not."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.notice import Notice
from tirek.inspection.xml import XmlFault, local, parsed

MAX_BYTES: Final = 2 * 1024 * 1024

ELEMENTS: Final = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "switch", "view"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("textPath", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask"),
        *(
            "marker",
            "filter",
            "style",
            "a",
            "namedview",
            "grid",
            "page",
            "perspective",
            "path-effect",
        ),
        *("RDF", "Work", "format", "type", "title", "license", "License", "permits", "requires"),
        *("feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feDropShadow"),
        *("feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge"),
        *("feMergeNode", "feMorphology", "feOffset", "feTile", "feTurbulence"),
    }
)
"""What a drawing may be made of; no scripts, pictures inside, foreign objects, animation."""

_OWN: Final = re.compile(r"\s*(?:#[^\s]*)?\s*")
_LOADS: Final = re.compile(
    r"@import|@font-face|expression\s*\(|javascript:|behavior\s*:|-moz-binding|\\"
    r"|url\s*\(\s*[\"']?\s*(?!#|[\"']?\s*\))[^)]{0,200}|image(?:-set)?\s*\(",
    re.IGNORECASE,
)
_INSTRUCTION: Final = re.compile(rb"<\?(?!xml\s)[^>]{0,200}")


def svg_notices(content: bytes) -> Iterator[Notice]:
    """Yield what a drawing may not hold."""
    if len(content) > MAX_BYTES:
        yield Notice("file-too-hard")
        return
    found = _INSTRUCTION.search(content)
    if found:
        yield Notice("svg-unsafe", found[0].decode(errors="replace"))
    try:
        root = parsed(
            content, doctype=b"<!DOCTYPE" in content and b"[" not in content.split(b"<svg")[0]
        )
    except XmlFault as fault:
        yield Notice(fault.code)
        return
    for element in root.iter():
        name = local(element.tag)
        if name not in ELEMENTS:
            yield Notice("svg-unsafe", f"<{name}>")
        if name == "style" and element.text and _LOADS.search(element.text):
            yield Notice("svg-outside", element.text.strip())
        for key, value in element.attrib.items():
            yield from _attribute(name, local(key).lower(), value)


def _attribute(element: str, name: str, value: str) -> Iterator[Notice]:
    if name.startswith("on") or name in ("attributename", "begin", "externalresourcesrequired"):
        yield Notice("svg-unsafe", f"{name}={value}")
    elif name in ("href", "src", "action", "formaction", "base"):
        if not _OWN.fullmatch(value):
            yield Notice("svg-outside", value)
    elif _LOADS.search(value):
        yield Notice("svg-outside", f"{name}={value}")
