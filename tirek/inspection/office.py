"""Office documents (OOXML and OpenDocument): what they run, load, hide or tell of people."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tirek.inspection.archive import Archive, Broken
from tirek.inspection.authors import is_person
from tirek.inspection.notice import Notice
from tirek.inspection.xml import XmlFault, attribute, local

_MACROS: Final = re.compile(
    r"(?:^|/)(?:vbaProject[^/]*\.bin|vbaData\.xml|macrosheets/.*|.*\.xlm|Basic/.*|Scripts/.+"
    r"|.*\.vbs|.*\.js)$",
    re.IGNORECASE,
)
_EMBEDDED: Final = re.compile(
    r"(?:^|/)(?:embeddings/.+|activeX/.+|ObjectReplacements/.+|Object [0-9]+/.+|oleObject.*\.bin"
    r"|ctrlProps/.+)$",
    re.IGNORECASE,
)
_CHARTS: Final = re.compile(r"(?:^|/)embeddings/Microsoft_Excel_[^/]{1,60}\.xlsx$", re.IGNORECASE)
"""A chart keeps its numbers in a sheet of its own: looked through, not refused."""
_MACRO_TYPES: Final = re.compile(rb"macroEnabled|ms-word\.vba|vbaProject", re.IGNORECASE)
_LINKED: Final = frozenset({"hyperlink"})
_WEB: Final = re.compile(r"(?:https?://[^\s]+|mailto:[^\s]+|#.*)\Z", re.IGNORECASE)
_FIELDS: Final = re.compile(
    r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|AUTOTEXT|RD)\b",
    re.IGNORECASE,
)
_OPENDOCUMENT_OUTSIDE: Final = frozenset(
    {
        "dde-source",
        "dde-connection",
        "script",
        "event-listener",
        "plugin",
        "applet",
        "database-display",
    }
)
_ADDRESS: Final = "{http://www.w3.org/1999/xlink}href"
_PEOPLE: Final = frozenset(
    {"creator", "lastModifiedBy", "initial-creator", "printed-by", "manager"}
)


def office_notices(archive: Archive) -> Iterator[Notice]:
    """Yield what an Office document may not hold.

    Raises:
        Broken: a part that matters cannot be unpacked.
    """
    for name in archive.names:
        if _MACROS.search(name):
            yield Notice("office-macro", name)
        elif _EMBEDDED.search(name) and not _CHARTS.search(name):
            yield Notice("office-embedded", name)
    if archive.has("[Content_Types].xml") and _MACRO_TYPES.search(
        archive.read("[Content_Types].xml")
    ):
        yield Notice("office-macro", "[Content_Types].xml")
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            yield from _of_part(archive, name)


def _of_part(archive: Archive, name: str) -> Iterator[Notice]:
    try:
        root = archive.tree(name)
    except XmlFault as fault:
        yield Notice(fault.code, place=name)
        return
    if name.endswith(".rels"):
        yield from _relations(root, name)
    elif name.startswith(("docProps/", "meta.xml")):
        yield from _people(root, name)
    elif name == "META-INF/manifest.xml":
        yield from _manifest(root)
    else:
        yield from _content(root, name)


def _relations(root: Element, name: str) -> Iterator[Notice]:
    for relation in root.iter():
        target = relation.get("Target", "")
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode", "").casefold() == "external":
            if kind not in _LINKED or not _WEB.match(target):
                yield Notice("office-outside", target or kind, name)
        elif re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\", target) or "../../.." in target:
            yield Notice("office-outside", target, name)
        if kind in ("attachedTemplate", "aFChunk", "subDocument", "frame", "externalLinkPath"):
            yield Notice("office-outside", f"{kind} {target}", name)


def _people(root: Element, name: str) -> Iterator[Notice]:
    for element in root.iter():
        if local(element.tag) in _PEOPLE and element.text and is_person(element.text):
            yield Notice("file-author", element.text.strip(), name)


def _manifest(root: Element) -> Iterator[Notice]:
    for element in root.iter():
        if local(element.tag) == "encryption-data":
            yield Notice("file-locked", "META-INF/manifest.xml")
            return


def _content(root: Element, name: str) -> Iterator[Notice]:
    changed, remarked = False, False
    instruction: list[str] = []
    for element in root.iter():
        tag = local(element.tag)
        if tag in ("instrText", "delInstrText"):
            instruction.append(element.text or "")
        elif tag == "fldSimple":
            instruction.append(f"{attribute(element, 'instr')} ")
        elif tag == "fldChar":
            instruction.append(" " if attribute(element, "fldCharType") != "separate" else "")
        elif tag in ("oleObj", "OLEObject", "oleObject", "control", "object-ole"):
            yield Notice("office-embedded", tag, name)
        elif tag in ("ddeLink", "dde-source", "dde-connection-decl"):
            yield Notice("office-field", tag, name)
        elif tag in _OPENDOCUMENT_OUTSIDE:
            yield Notice("office-macro", tag, name)
        elif tag in ("ins", "del", "moveFrom", "moveTo", "changed-region") and _is_change(element):
            changed = True
        elif tag in ("comment", "annotation", "cm") and _is_remark(element):
            remarked = True
        if _ADDRESS in element.attrib:
            yield from _outside(element, tag, name)
    found = _FIELDS.search("".join(instruction))
    if found:
        yield Notice("office-field", found[0], name)
    if changed:
        yield Notice("file-changes", place=name)
    if remarked:
        yield Notice("file-comments", place=name)


def _is_change(element: Element) -> bool:
    return bool(attribute(element, "author")) or local(element.tag) == "changed-region"


def _is_remark(element: Element) -> bool:
    return any((part.text or "").strip() for part in element.iter())


def _outside(element: Element, tag: str, name: str) -> Iterator[Notice]:
    """Yield addresses in OpenDocument that are loaded without a click."""
    address = element.attrib[_ADDRESS]
    if (
        address
        and tag != "a"
        and re.match(r"[a-z][a-z0-9+.-]*:|//|/|\.\./\.\.", address, re.IGNORECASE)
    ) or (
        address
        and tag == "a"
        and not re.match(r"https?://|mailto:|#|[^:]*\Z", address, re.IGNORECASE)
    ):
        yield Notice("office-outside", address, name)


__all__ = ["Broken", "office_notices"]
