"""Whether an Office document can be read aloud well: headings, a language, described pictures."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tirek.inspection.archive import Archive
from tirek.inspection.notice import Notice
from tirek.inspection.xml import XmlFault, attribute, local

LONG: Final = 40
"""Paragraphs from which a document without headings is hard to find one's way in."""


def document_notices(archive: Archive, kind: str) -> Iterator[Notice]:
    """Yield what a reader of a DOCX with a screen reader would miss."""
    if kind != "docx" or not archive.has("word/document.xml"):
        return
    try:
        body = archive.tree("word/document.xml")
        styles = archive.tree("word/styles.xml") if archive.has("word/styles.xml") else None
    except XmlFault:
        return  # told by those who look at the parts
    if sum(1 for e in body.iter() if local(e.tag) == "p") >= LONG and not _has_headings(
        body, styles
    ):
        yield Notice("docx-no-headings")
    if not _has_language(body) and not (styles is not None and _has_language(styles)):
        yield Notice("docx-no-language")
    for element in body.iter():
        if local(element.tag) == "docPr" and not (element.get("descr") or element.get("title")):
            if any(local(child.tag) == "decorative" for child in element.iter()):
                continue
            yield Notice("docx-picture-no-words", element.get("name", ""))
            return


def _has_headings(body: Element, styles: Element | None) -> bool:
    headings = set()
    for style in styles.iter() if styles is not None else ():
        if local(style.tag) == "style":
            name = next((attribute(c, "val") for c in style if local(c.tag) == "name"), "")
            outline = any(local(child.tag) == "outlineLvl" for child in style.iter())
            if outline or name.lower().startswith(("heading", "заголовок", "title", "тақырып")):
                headings.add(attribute(style, "styleId"))
    return any(
        local(element.tag) == "outlineLvl"
        or (local(element.tag) == "pStyle" and attribute(element, "val") in headings)
        for element in body.iter()
    )


def _has_language(root: Element) -> bool:
    return any(
        local(element.tag) in ("lang", "themeFontLang") and bool(attribute(element, "val"))
        for element in root.iter()
    )
