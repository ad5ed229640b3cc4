"""Web pages and books (EPUB) that materials offer: they may show words and their own pictures."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tirek.inspection.addresses import kind_of
from tirek.inspection.archive import Archive
from tirek.inspection.notice import Notice
from tirek.inspection.rendered import TAGS, tokens
from tirek.inspection.svg import svg_notices
from tirek.inspection.xml import XmlFault, local, parsed

_EVERYWHERE: Final = frozenset({"id", "class", "lang", "dir", "type", "role", "space", "epub:type"})
_MORE: Final = (
    "html head body title section nav article main header footer figure figcaption caption aside"
    " cite q u s colgroup col tfoot address time dfn var samp wbr bdi bdo ruby rt rp style"
)
ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    **{name: _EVERYWHERE for name in _MORE.split()},
    **{name: _EVERYWHERE | given for name, given in TAGS.items()},
    "meta": frozenset({"charset", "name", "content"}),
    "link": frozenset({"rel", "href", "type"}),
}
"""Elements and attributes of a page that does nothing by itself."""

_STYLE: Final = re.compile(
    r"@import|url\s*\(\s*[\"']?\s*(?:[a-z]+:|//)|expression\s*\(|javascript:|\\", re.IGNORECASE
)
_BEGINNING: Final = re.compile(r"<[A-Za-z]")


def page_notices(text: str) -> Iterator[Notice]:
    """Yield the first thing in a web page that is not allowed."""
    begun = 0
    for kind, *parts in tokens(text):
        if kind == "tag":
            begun += 1
            given = dict(zip(parts[1::2], parts[2::2], strict=True))
            fault = _fault(parts[0], given)
            if fault:
                yield Notice("page-unsafe", fault)
                return
        elif kind in ("comment", "section", "instruction") and re.search("[<>]", parts[0][2:-1]):
            yield Notice("page-unsafe", parts[0])  # browsers end some of these earlier
            return
        elif kind == "unreadable":
            yield Notice("page-unsafe", parts[0])
            return
    if begun != len(_BEGINNING.findall(text)):
        yield Notice("page-unsafe", "<")  # a tag hides where another reader may find it
    yield from style_notices(" ".join(re.findall(r"<style[^>]*>([^<]*)", text)))


def _fault(name: str, given: Mapping[str, str]) -> str:
    """Return what of an element is not allowed, or ""."""
    if name not in ALLOWED:
        return f"<{name}>"
    for attribute, value in given.items():
        if attribute.startswith(("xmlns", "xml:", "aria-")):
            continue
        if attribute not in ALLOWED[name]:
            return f"<{name} {attribute}={value}>"
        where = kind_of(value) if attribute in ("href", "src") else "inside"
        if where == "dangerous" or (name != "a" and where != "inside"):
            return value
    if name == "link" and given.get("rel") not in ("stylesheet", "icon"):
        return f"<link rel={given.get('rel', '')}>"
    return ""


def style_notices(text: str) -> Iterator[Notice]:
    """Yield what a style sheet loads from elsewhere."""
    found = _STYLE.search(text)
    if found:
        yield Notice("page-unsafe", found[0])


def book_notices(archive: Archive) -> Iterator[Notice]:
    """Yield what an EPUB may not hold: scripts, outside resources, programs."""
    for name in archive.names:
        suffix = name.rpartition(".")[2].lower()
        found: Iterator[Notice] = iter(())
        if suffix in ("xhtml", "html", "htm"):
            found = _chapter(archive.read(name))
        elif suffix == "css":
            found = style_notices(archive.read(name).decode("utf-8", errors="replace"))
        elif suffix == "svg":
            found = svg_notices(archive.read(name))
        elif suffix in ("js", "mjs", "swf"):
            found = iter((Notice("page-unsafe", name),))
        for notice in found:
            yield Notice(notice.code, notice.value, name)


def _chapter(content: bytes) -> Iterator[Notice]:
    """Yield the first fault of a chapter; it is XML, so that it is read in one way only."""
    try:
        root = parsed(content, doctype=True)
    except XmlFault as error:
        yield Notice(error.code)
        return
    for element in root.iter():
        given = {_attribute(key): value for key, value in element.attrib.items()}
        if local(element.tag) == "svg":
            yield Notice("page-unsafe", "<svg>")
            return
        fault = _fault(local(element.tag), given)
        if fault or (local(element.tag) == "style" and _STYLE.search(element.text or "")):
            yield Notice("page-unsafe", fault or "<style>")
            return


def _attribute(name: str) -> str:
    """Return an attribute's name as HTML writes it: ``epub:type`` for that of the namespace."""
    return "epub:type" if name.endswith("2007/ops}type") else local(name)
