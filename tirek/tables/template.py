"""Blank tables to fill in: a workbook a kind of record and language, with lists to choose from.

The first row holds the heads, the second, hidden, the paths of the fields; a note on each head
says how to fill it in. A second sheet holds the lists. The same catalogue gives the same bytes.
The site offers them for download.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.tables.columns import LANGUAGE_NAMES, OFFERED, Column, columns_of
from tirek.text import collated

ROWS: Final = 500
"""Rows below the heads that have lists to choose from."""

_YES_NO: Final[Mapping[Language, tuple[str, str]]] = {"kk": ("иә", "жоқ"), "ru": ("да", "нет")}
_SHEETS: Final[Mapping[Language, tuple[str, str]]] = {
    "kk": ("Деректер", "Тізімдер"),
    "ru": ("Данные", "Списки"),
}
_NEEDED: Final = PatternFill("solid", fgColor="FDF0DC")
_OTHER: Final = PatternFill("solid", fgColor="E1EFEE")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a ZIP knows; the day of making would change the bytes."""


def template(catalogue: Catalogue, folder: str, lang: Language) -> bytes:
    """Return a blank workbook for records of ``folder``.

    Required columns have a star and a warmer ground. Where a column's values come from a
    vocabulary or from the catalogue's records, cells offer them by name.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title, lists_name = _SHEETS[lang]
    lists: Any = book.create_sheet(lists_name)
    for number, column in enumerate(columns_of(folder), start=1):
        letter = get_column_letter(number)
        head = sheet.cell(1, number, column.label[lang] + (" *" if column.required else ""))
        head.font = Font(bold=True)
        head.fill = _NEEDED if column.required else _OTHER
        head.alignment = Alignment(wrap_text=True, vertical="top")
        note = column.help[lang] + (f"\n\n{column.example}" if column.example else "")
        head.comment = Comment(note, "Tirek", width=360, height=140)
        sheet.cell(2, number, column.path)
        sheet.column_dimensions[letter].width = 28
        words = list(choices_of(catalogue, column, lang))
        if 0 < len(words) <= OFFERED:
            _offer(sheet, lists, letter, number, words, several=column.many)
    sheet.row_dimensions[2].hidden = True
    sheet.freeze_panes = "B3"
    return _same_bytes(book)


def choices_of(catalogue: Catalogue, column: Column, lang: Language) -> Iterator[str]:
    """Yield the words that a column's cells choose from; none where anything may stand."""
    shape = column.shape
    if shape["t"] == "yesno":
        yield from _YES_NO[lang]
    elif shape["t"] == "choice":
        yield from (LANGUAGE_NAMES[one][lang] if one in LANGUAGES else one for one in shape["of"])
    elif shape["t"] == "ref":
        scheme = shape["to"].removeprefix("vocabularies/")
        if scheme in catalogue.vocabularies:
            for concept in catalogue.vocabularies[scheme].concepts:
                yield concept.id if scheme == "clauses" else getattr(concept.label, lang)
        elif scheme == "organisations":
            shorts = [getattr(o.short, lang) for o in catalogue.organisations.values()]
            yield from collated(shorts, lambda text: text)
        else:
            yield from sorted(catalogue.of_kind(scheme) if scheme != "any" else ())
        yield from shape["also"]


def _offer(
    sheet: Any, lists: Any, letter: str, number: int, words: list[str], *, several: bool
) -> None:
    """Let the cells of a column choose from ``words``; where several fit, also be typed."""
    for row, word in enumerate(words, start=1):
        lists.cell(row, number, word)
    own = get_column_letter(number)
    area = f"{quote_sheetname(lists.title)}!${own}$1:${own}${len(words)}"
    # A cell that may hold several values takes what the list has not: they are joined by «;».
    rule = DataValidation(type="list", formula1=f"={area}", showErrorMessage=not several)
    sheet.add_data_validation(rule)
    rule.add(f"{letter}3:{letter}{ROWS + 2}")


def _same_bytes(book: Workbook) -> bytes:
    """Return the workbook without the time of its making."""
    first = io.BytesIO()
    book.save(first)
    target = io.BytesIO()
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(target, "w") as kept:
        for name in sorted(made.namelist()):
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _CORE
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            kept.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


_CORE: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
"""Properties of the document without an author and without dates."""
