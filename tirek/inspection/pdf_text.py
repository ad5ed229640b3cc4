"""Text of PDF pages, by PDFium: ten times as quick as a reader in Python.

A parser of a stranger's file in C++ runs only in the process of ``child``, which has little
time and memory and writes no file; PDFium's own scripts and forms are not even built in.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Final

import pypdfium2 as pdfium

READING: Final = 1.0
"""Seconds for text; pages that are left then are named."""
LATE: Final = "\0"
"""Stands for the text of a page that could not be read."""


def pdf_texts(content: bytes, pages: Iterable[bool]) -> Iterator[tuple[str, str]]:
    """Yield number and text of each page as far as the time reaches.

    The first page that was not reached, or cannot be read, comes with the text ``LATE``.

    Args:
        content: The document.
        pages: Of each page that another reader finds, whether it can be read. Where PDFium
            finds fewer, one is hidden from it.
    """
    began = time.process_time()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        yield "1", LATE
        return
    with document:
        for number, readable in enumerate(pages):
            late = time.process_time() - began > READING
            if late or not readable or number >= len(document):
                yield str(number + 1), LATE
                return
            try:
                yield str(number + 1), _text(document, number)
            except pdfium.PdfiumError:
                yield str(number + 1), LATE


def _text(document: pdfium.PdfDocument, number: int) -> str:
    """Return the text of a page, what lies beyond its edges too."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            whole: str = text.get_text_range()
        finally:
            text.close()
    finally:
        page.close()
    # A hyphen at the end of a line comes as a sign that is no character; the word goes on.
    return whole.replace("\r\n", "\n").replace("\ufffe", "")
