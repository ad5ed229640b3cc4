"""What somebody might send to do harm or by oversight, made on the spot; nothing of it is kept.

Each case says what it has to be refused for; a case without codes looks hostile and is
harmless, so it has to pass, and a browser opens what becomes of it.
"""

from __future__ import annotations

from archive_cases import archives, named_wrongly, private_texts
from case import Case
from office_cases import other_office, sheets
from page_cases import pages
from pdf_cases import pdfs
from picture_cases import drawings, pictures
from record_cases import paths, records
from web_cases import web_pages
from word_cases import word

MAKERS = (
    *(word, sheets, other_office, archives, pdfs, drawings, pictures, web_pages),
    *(named_wrongly, private_texts, pages, records, paths),
)


def corpus() -> tuple[Case, ...]:
    """Every case."""
    return tuple(case for maker in MAKERS for case in maker())
