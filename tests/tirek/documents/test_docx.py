"""The made DOCX: it opens, it is structured, it can be typed into, it leads nowhere."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as WD_ALIGN
from docx.oxml.ns import qn

LANGUAGE = {"sample.kk.docx": "kk-KZ", "sample.ru.docx": "ru-RU"}
TITLE = {
    "sample.kk.docx": "Үлгі парақ: ӘҒҚҢӨҰҮҺІ әғқңөұүһі",
    "sample.ru.docx": "Образец журнала",
}
BOTH = pytest.mark.parametrize("name", sorted(LANGUAGE))


def opened(made: dict[str, bytes], name: str) -> Document:
    return docx.Document(io.BytesIO(made[name]))


def parts(made: dict[str, bytes], name: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made[name])) as package:
        assert package.testzip() is None
        return {part: package.read(part).decode() for part in package.namelist()}


def controls(document: Document, kind: str) -> list[Any]:
    """Content controls of a kind: ``w:text`` or ``w14:checkbox``."""
    found = document.element.body.iter(qn("w:sdt"))
    return [one for one in found if any(c.tag.endswith(f"}}{kind}") for c in one[0])]


@BOTH
def test_title_language_and_no_names(made: dict[str, bytes], name: str) -> None:
    document = opened(made, name)
    assert document.core_properties.title == TITLE[name]
    assert document.core_properties.language == LANGUAGE[name]
    assert document.core_properties.author == ""
    assert not document.core_properties.last_modified_by
    languages = re.findall(r'<w:lang [^>]*w:val="([^"]*)"', parts(made, name)["word/styles.xml"])
    assert set(languages) == {LANGUAGE[name]}


@BOTH
def test_date_is_that_of_the_text(made: dict[str, bytes], name: str) -> None:
    day = {"sample.kk.docx": "2026-11-22", "sample.ru.docx": "2026-01-05"}[name]
    core = opened(made, name).core_properties
    assert core.created is not None
    assert core.modified is not None
    assert (str(core.created)[:19], str(core.modified)[:19]) == (f"{day} 00:00:00",) * 2


@BOTH
def test_nothing_runs_and_nothing_is_fetched(made: dict[str, bytes], name: str) -> None:
    found = parts(made, name)
    assert not [part for part in found if re.search(r"(?i)vba|macro|activex|embed|\.bin", part)]
    relations = "".join(text for part, text in found.items() if part.endswith(".rels"))
    for relation in re.findall(r"<Relationship [^>]*TargetMode=\"External\"[^>]*>", relations):
        assert "/hyperlink" in relation
    assert "w:updateFields" not in found["word/settings.xml"]
    assert 'w:name="compatibilityMode"' in found["word/settings.xml"]


def test_headings_form_an_outline(made: dict[str, bytes]) -> None:
    found = {
        name: [
            (p.style.name, p.text)
            for p in opened(made, name).paragraphs
            if p.style is not None and p.style.name and p.style.name.startswith(("Head", "Title"))
        ]
        for name in LANGUAGE
    }
    assert found["sample.kk.docx"] == [
        ("Title", TITLE["sample.kk.docx"]),
        ("Heading 1", "Қалай толтыру керек"),
        ("Heading 2", "Ұяшықтар"),
        ("Heading 1", "Екінші бет"),
        ("Heading 1", "Дереккөз"),
    ]
    assert found["sample.ru.docx"] == [
        ("Title", TITLE["sample.ru.docx"]),
        ("Heading 1", "Как заполнять"),
        ("Heading 2", "Уровень ниже пропущен"),
        ("Heading 2", "Источники"),
    ]


@BOTH
def test_tables_repeat_their_heads_and_keep_their_rows(made: dict[str, bytes], name: str) -> None:
    document = opened(made, name)
    assert document.tables
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.trPr is not None
        assert first.trPr.find(qn("w:tblHeader")) is not None
        heads = [p.style for cell in table.rows[0].cells for p in cell.paragraphs]
        assert heads
        assert all(style and str(style.name).startswith("Table Head") for style in heads)
        for row in table.rows:
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


@BOTH
def test_columns_have_widths_that_fill_the_page(made: dict[str, bytes], name: str) -> None:
    document = opened(made, name)
    section = document.sections[-1]
    assert section.page_width is not None
    text = section.page_width.pt - 2 * 56.7
    for table in document.tables:
        grid = [int(column.get(qn("w:w"))) / 20 for column in table._tbl.tblGrid]
        assert sum(grid) == pytest.approx(text, rel=0.01)


def test_columns_are_aligned_as_the_text_has_them(made: dict[str, bytes]) -> None:
    (table,) = opened(made, "sample.kk.docx").tables
    found = []
    for cell in table.rows[1].cells:
        style = cell.paragraphs[0].style
        assert style is not None
        found.append(style.paragraph_format.alignment)
    assert found == [WD_ALIGN.RIGHT, None, None, WD_ALIGN.CENTER]


def test_page_lies_as_told_with_its_header_and_footer(made: dict[str, bytes]) -> None:
    upright = opened(made, "sample.kk.docx").sections[-1]
    flat = opened(made, "sample.ru.docx").sections[-1]
    for section, long in ((upright, "page_height"), (flat, "page_width")):
        assert getattr(section, long).mm == pytest.approx(297, abs=0.1)
        assert section.left_margin is not None
        assert section.left_margin.mm == pytest.approx(20, abs=0.1)
        assert section.different_first_page_header_footer
        assert "CC BY 4.0" in section.footer.paragraphs[0].text
        assert " PAGE " in section.footer._element.xml
    assert TITLE["sample.kk.docx"] in upright.header.paragraphs[0].text
    assert TITLE["sample.kk.docx"] not in upright.first_page_header.paragraphs[0].text


def test_the_note_stands_under_the_title(made: dict[str, bytes]) -> None:
    kk = [p.text for p in opened(made, "sample.kk.docx").paragraphs[:3]]
    assert kk[2].startswith("Жоба дайындаған; бекітілмеген, маман тексермеген")
    assert kk[2].endswith("22\u00a0қараша 2026\u00a0ж.")
    ru = [p.text for p in opened(made, "sample.ru.docx").paragraphs[:2]]
    assert ru[1].startswith("Подготовлено проектом; не утверждено, специалист не проверял")
    assert ru[1].endswith("5\u00a0января 2026\u00a0г.")


def test_places_to_fill_in_are_typed_into(made: dict[str, bytes]) -> None:
    document = opened(made, "sample.kk.docx")
    names = [one[0].find(qn("w:alias")) for one in controls(document, "text")]
    labels = [name.get(qn("w:val")) for name in names if name is not None]
    assert labels[:3] == ["Күні", "Сыныбы", "Мұғалім"]
    assert labels.count("Жауап") == 2  # cells to write in are named by the head of their column
    assert "Ескертпе" in labels
    assert "____" not in "".join(
        run.text
        for p in document.paragraphs
        for run in p.runs
        if run._r.getparent().tag == qn("w:p")
    )


def test_boxes_are_ticked(made: dict[str, bytes]) -> None:
    document = opened(made, "sample.kk.docx")
    boxes = controls(document, "checkbox")
    assert len(boxes) == 4
    assert all("☐" in "".join(box.itertext()) for box in boxes)
    ticked = [p for p in document.paragraphs if p.style is not None and p.style.name == "Tick List"]
    assert len(ticked) == 3


def test_page_break_comments_and_wide_gaps(made: dict[str, bytes]) -> None:
    kk, ru = (parts(made, name)["word/document.xml"] for name in sorted(LANGUAGE))
    assert kk.count('<w:br w:type="page"/>') + kk.count('<w:br w:type="page" />') == 1
    assert "1\u00a0\u00a0\u00a02\u00a0\u00a0\u00a03" in kk
    assert "не попадёт" not in ru


@BOTH
def test_every_style_in_use_is_there(made: dict[str, bytes], name: str) -> None:
    found = parts(made, name)
    there = set(re.findall(r'w:styleId="([^"]+)"', found["word/styles.xml"]))
    used = re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', found["word/document.xml"])
    assert set(used) <= there


@BOTH
def test_fonts_are_those_that_machines_have(made: dict[str, bytes], name: str) -> None:
    found = parts(made, name)
    assert 'w:altName w:val="Noto Sans"' in found["word/fontTable.xml"]
    fonts = set(re.findall(r'w:ascii="([^"]+)"', found["word/styles.xml"]))
    assert "Arial" in fonts
    assert "Theme=" not in found["word/styles.xml"]
