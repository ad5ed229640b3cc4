"""Text of Office documents, part by part, for a search through it."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tirek.inspection.archive import Archive
from tirek.inspection.xml import XmlFault, local

_PARTS: Final = (
    "word/document",
    "word/header",
    "word/footer",
    "word/footnotes",
    "word/endnotes",
    "word/comments",
    "xl/sharedStrings",
    "xl/worksheets/",
    "xl/comments",
    "ppt/slides/",
    "ppt/notesSlides/",
    "ppt/comments",
    "content.xml",
    "styles.xml",
    "meta.xml",
)
_LINES: Final = frozenset({"p", "h", "br", "cr", "si", "line-break", "list-item"})
_ROWS: Final = frozenset({"tr", "row", "table-row"})
_CELLS: Final = frozenset({"tc", "c", "table-cell"})
_WORDS: Final = frozenset({"t", "delText", "v"})
"""Elements of OOXML that hold text; in OpenDocument any may."""


def office_texts(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield name and text of every part that holds what people read; a row is a line."""
    for name in archive.names:
        if name.startswith(_PARTS) and name.endswith(".xml"):
            try:
                root = archive.tree(name)
            except XmlFault:
                continue  # told by those who look at the parts
            yield name, "".join(_pieces(root, anywhere="/" not in name))


def _pieces(root: Element, *, anywhere: bool) -> Iterator[str]:
    """Yield pieces of text in the order of reading; ``anywhere``: each element may hold some."""
    waiting: list[tuple[Element | str, bool]] = [(root, False)]
    while waiting:
        element, in_cell = waiting.pop()
        if isinstance(element, str):
            yield element
            continue
        name = local(element.tag)
        if name in _ROWS:
            yield "\n"
        elif name in _CELLS or name in ("tab", "s"):
            yield " \t" if name in _CELLS else " "
            in_cell = in_cell or name in _CELLS
        elif name in _LINES:
            yield " " if in_cell else "\n"
        if element.text and (anywhere or name in _WORDS):
            yield element.text
        for child in reversed(element):
            if anywhere and child.tail and child.tail.strip():
                waiting.append((child.tail, in_cell))
            waiting.append((child, in_cell))
