"""Tables: formulas that reach outside, sheets that are hidden, CSV that a program would run."""

import csv
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from tirek.inspection.archive import Archive
from tirek.inspection.notice import Notice
from tirek.inspection.xml import XmlFault, attribute, local

MAX_ROWS: Final = 100_000
"""Rows of CSV that are looked at."""

_REACHING: Final = re.compile(
    r"\b(?:WEBSERVICE|FILTERXML|IMPORT(?:DATA|XML|HTML|FEED|RANGE)|HYPERLINK|CALL|EXEC"
    r"|REGISTER(?:\.ID)?|FORMULA"
    r"|RTD|DDE|ENCODEURL|IMAGE|SQL\.REQUEST|INFO|CELL)[ \t]{0,9}\(|\|[ ]{0,9}'"
    r"|'?\[[^\]]{1,200}\]|file:|https?:|\\\\",
    re.IGNORECASE,
)
"""Functions that ask elsewhere or start something, DDE, other workbooks."""

_RUNS: Final = re.compile(r"[ \n\u00a0\ufeff]{0,60}[=+@|%\-\t\r＝＋－＠]")
_HARMLESS: Final = re.compile(
    r"[-–+]?\s?(?:\d[\d\s.,%/:×x-]{0,60})?\s?(?:[%°]|\w[\w.]{0,11})?|[-–—]\s.*|\+?\d[\d\s()-]{4,20}",
    re.DOTALL,
)
"""A number, a dash alone, a phone, a word after a dash and a blank."""


def workbook_notices(archive: Archive) -> Iterator[Notice]:
    """Yield formulas that reach outside, hidden sheets, and connections of a workbook."""
    for name in archive.names:
        if name.startswith(("xl/externalLinks/", "xl/connections", "xl/queryTables/")):
            yield Notice("sheet-outside", name)
        elif name.endswith(".xml") and (name == "xl/workbook.xml" or "/worksheets/" in name):
            try:
                root = archive.tree(name)
            except XmlFault:
                continue  # told by those who look at the parts
            yield from _workbook(root) if name == "xl/workbook.xml" else _formulas(root, name)


def _workbook(root: Element) -> Iterator[Notice]:
    for element in root.iter():
        tag = local(element.tag)
        if tag == "sheet" and attribute(element, "state").lower() in ("hidden", "veryhidden"):
            yield Notice("sheet-hidden", attribute(element, "name"))
        elif tag == "definedName" and element.text and _REACHING.search(element.text):
            yield Notice("sheet-formula", element.text, attribute(element, "name"))


def _formulas(root: Element, name: str) -> Iterator[Notice]:
    cell = ""
    for element in root.iter():
        tag = local(element.tag)
        if tag == "c":
            cell = attribute(element, "r")
        elif tag in ("f", "formula", "formula1", "formula2") and element.text:
            if _REACHING.search(element.text) or "|" in element.text:
                yield Notice("sheet-formula", f"={element.text}", f"{name} {cell}".strip())
        elif tag in ("row", "col") and attribute(element, "hidden") in ("1", "true"):
            yield Notice("sheet-hidden", name)
            return


def csv_notices(text: str) -> Iterator[Notice]:
    """Yield cells of a CSV table that a spreadsheet program would take for a formula."""
    for row, column, cell in cells(text):
        if _RUNS.match(cell) and not _HARMLESS.fullmatch(cell.strip()[:200]):
            yield Notice("sheet-formula", cell, f"{row}:{column}")


def cells(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield row, column (from 1) and content of every cell that is not empty."""
    begun = text[:4000]
    sign = max(",;\t", key=begun.count)
    lines = text.split("\n")[:MAX_ROWS]
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=sign)
    row = 0
    try:
        for row, given in enumerate(reader, start=1):
            for column, cell in enumerate(given, start=1):
                if cell:
                    yield row, column, cell
    except csv.Error:  # a field longer than the program's limit
        yield row + 1, 1, "".join(lines[row : row + 1])[:200]
