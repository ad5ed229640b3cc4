"""The made PDF: tagged for reading aloud, in its language, with its letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

LANGUAGE = {"sample.kk.pdf": "kk-KZ", "sample.ru.pdf": "ru-RU"}
TITLE = {
    "sample.kk.pdf": "Үлгі парақ: ӘҒҚҢӨҰҮҺІ әғқңөұүһі",
    "sample.ru.pdf": "Образец журнала",
}
BOTH = pytest.mark.parametrize("name", sorted(LANGUAGE))

Element = tuple[str, list["Element"], str]
"""Type, children, title."""


def opened(made: dict[str, bytes], name: str) -> PdfReader:
    return PdfReader(io.BytesIO(made[name]))


def elements(node: Any) -> Iterator[Element]:
    """The tree of tags below a node."""
    node = node.get_object()
    for child in node if isinstance(node, list) else [node]:
        found = child.get_object()
        if not isinstance(found, dict):
            continue
        below = list(elements(found["/K"])) if "/K" in found else []
        if "/S" in found:
            yield str(found["/S"])[1:], below, str(found.get("/T", ""))
        else:
            yield from below


def tree(reader: PdfReader) -> list[Element]:
    return list(elements(reader.root_object["/StructTreeRoot"]["/K"]))


def flat(found: list[Element]) -> Iterator[Element]:
    for element in found:
        yield element
        yield from flat(element[1])


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@BOTH
def test_language_title_and_tags(made: dict[str, bytes], name: str) -> None:
    reader = opened(made, name)
    root = reader.root_object
    assert root["/Lang"] == LANGUAGE[name]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own boolean
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE[name]
    assert reader.metadata.author is None
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert TITLE[name] in xmp


def test_headings_skip_no_level(made: dict[str, bytes]) -> None:
    for name in LANGUAGE:
        heads = [
            (kind, title) for kind, _, title in flat(tree(opened(made, name))) if kind[0] == "H"
        ]
        assert heads[0] == ("H1", TITLE[name])
        levels = [int(kind[1:]) for kind, _ in heads]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
    assert ("H3", "Ұяшықтар") in [
        (kind, title) for kind, _, title in flat(tree(opened(made, "sample.kk.pdf")))
    ]


@BOTH
def test_tables_have_heads_and_rows(made: dict[str, bytes], name: str) -> None:
    tables = [below for kind, below, _ in flat(tree(opened(made, name))) if kind == "Table"]
    assert len(tables) == {"sample.kk.pdf": 1, "sample.ru.pdf": 2}[name]
    for table in tables:
        (head,) = [below for kind, below, _ in table if kind == "THead"]
        (body,) = [below for kind, below, _ in table if kind == "TBody"]
        assert {kind for kind, _, _ in head[0][1]} == {"TH"}
        assert {kind for _, cells, _ in body for kind, _, _ in cells} == {"TD"}
    assert {"sample.kk.pdf": 3, "sample.ru.pdf": 24}[name] == len(
        next(below for kind, below, _ in tables[0] if kind == "TBody")
    )


def test_lists_and_notes_are_tagged(made: dict[str, bytes]) -> None:
    kinds = [kind for kind, _, _ in flat(tree(opened(made, "sample.kk.pdf")))]
    assert kinds.count("L") >= 4
    for kind in ("LI", "Lbl", "LBody", "P", "Link", "Note", "BlockQuote"):
        assert kind in kinds, kind


@BOTH
def test_fonts_are_inside(made: dict[str, bytes], name: str) -> None:
    fonts = {}
    for page in opened(made, name).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[str(described["/BaseFont"])] = described["/FontDescriptor"]
    assert fonts
    for font, description in fonts.items():
        assert "GolosText" in font
        assert {"/FontFile2", "/FontFile3"} & set(description)


def test_kazakh_letters_come_out_as_text(made: dict[str, bytes]) -> None:
    text = words(opened(made, "sample.kk.pdf"))
    for letter in "ӘҒҚҢӨҰҮҺІәғқңөұүһі₸№":
        assert letter in text
    assert "Жоба дайындаған; бекітілмеген, маман тексермеген" in text
    assert "CC BY 4.0" in text


def test_pages(made: dict[str, bytes]) -> None:
    kk, ru = (opened(made, name) for name in sorted(LANGUAGE))
    assert len(kk.pages) == 2  # the break is where the text has it
    assert "Екінші бет" in kk.pages[1].extract_text()
    for reader, upright in ((kk, True), (ru, False)):
        for page in reader.pages:
            assert (page.mediabox.height > page.mediabox.width) is upright
    assert len(ru.pages) > 1
    for page in ru.pages[:2]:
        assert "О чём говорили" in page.extract_text()  # the head is repeated
    assert "1 / 2" in words(kk)


@BOTH
def test_nothing_runs_and_nothing_is_attached(made: dict[str, bytes], name: str) -> None:
    reader = opened(made, name)
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(reader.root_object) - {"/Names"}
    assert not reader.attachments
    assert b"/JavaScript" not in made[name]
