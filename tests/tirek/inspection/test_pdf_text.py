"""Text of PDF pages, and what is said of pages that are not read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tirek.inspection.contents import file_notices
from tirek.inspection.notice import Notice
from tirek.inspection.pdf_text import LATE, pdf_texts

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from papers import pdf  # noqa: E402

PAPER = pdf(text="School 10, 13 pupils")
TEXT = "School 10, 13 pupils"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([True], [("1", TEXT)]),
        ([True, True, True], [("1", TEXT), ("2", LATE)]),
        ([False], [("1", LATE)]),
        ([], []),
    ],
    ids=["one", "hidden from PDFium", "unpacks to too much", "none"],
)
def test_a_page_is_read_or_named(pages: list[bool], told: list[tuple[str, str]]) -> None:
    assert [
        (page, text.strip()) if text != LATE else (page, text)
        for page, text in pdf_texts(PAPER, pages)
    ] == told


def test_what_is_no_pdf_is_not_read() -> None:
    assert list(pdf_texts(b"%PDF-1.7\nnothing more", [True])) == [("1", LATE)]


def test_text_beyond_the_edges_of_a_page_is_read_too() -> None:
    beyond = pdf(text="aigul.asanova@gmail.com").replace(b"[0 0 300 300]", b"[0 0 003 003]")
    assert b"[0 0 003 003]" in beyond
    assert Notice("privacy-mail", "aigul.asanova@gmail.com", "1") in file_notices(beyond, "pdf")
