"""A table as text: rows of cells with the numbers that their spreadsheet shows."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tirek.inspection.sandbox import sandbox
from tirek.tables.encoding import UnknownEncoding, decoded

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 20_000
"""Characters of a cell."""

DELIMITERS: Final = ";,\t|"

DANGEROUS: Final = (
    *("archive-bomb", "archive-path", "archive-entries", "xml-entity", "file-broken"),
    *("file-too-hard", "file-locked"),
)
"""What no workbook may be: codes of ``tirek.inspection``."""


class TableRefused(Exception):
    """The file is no table, or a dangerous one; ``key`` says why, ``value`` what in it."""

    def __init__(self, key: str, value: str = "") -> None:
        super().__init__(key, value)
        self.key = key
        self.value = value


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet."""

    number: int
    """As the spreadsheet shows it, from 1."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of one sheet, and how they were read."""

    rows: tuple[Row, ...]
    how: str
    """Encoding and delimiter of a CSV, the name of a sheet of a workbook."""


def read_grid(content: bytes, *, encoding: str = "", delimiter: str = "", sheet: str = "") -> Grid:
    """Return the table in ``content``, a CSV or XLSX, told apart by what it holds.

    Raises:
        TableRefused: it is neither, too large, or dangerous to open.
    """
    if len(content) > MAX_BYTES:
        raise TableRefused("table_too_large", str(len(content)))
    if content.startswith(b"PK"):
        return _workbook(content, sheet)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableRefused("table_old_excel")
    try:
        text, name = decoded(content, encoding)
    except UnknownEncoding as error:
        raise TableRefused("table_not_text", str(error)) from None
    sign = delimiter or _delimiter(text)
    try:
        rows = tuple(_limited(enumerate_lines(text, sign)))
    except csv.Error as error:
        raise TableRefused("table_not_text", str(error)) from None
    return Grid(rows, f"{name}, «{sign}»".replace("\t", "Tab"))


def enumerate_lines(text: str, delimiter: str) -> Iterator[tuple[int, list[Any]]]:
    """Yield the number of each row's first line, and its cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    csv.field_size_limit(MAX_CELL + 1)
    begun = 1
    for cells in reader:
        yield begun, list(cells)
        begun = reader.line_num + 1


def _delimiter(text: str) -> str:
    """Return the sign by which the first rows have the most cells in as many rows as possible."""

    def fit(sign: str) -> int:
        try:
            widths = [len(cells) for _, cells in islice(enumerate_lines(text, sign), 40)]
        except csv.Error:
            return 0
        return max((widths.count(width) * width for width in widths if width > 1), default=0)

    return max(DELIMITERS, key=fit)


def _workbook(content: bytes, sheet: str) -> Grid:
    for notice in sandbox().notices(content, "xlsx"):
        if notice.code in DANGEROUS:
            raise TableRefused("table_dangerous", notice.code)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        names = book.sheetnames
        if sheet and sheet not in names:
            raise TableRefused("table_no_sheet", ", ".join(names))
        chosen = book[sheet] if sheet else book.worksheets[0]
        # What a sheet says of its own size may be millions of rows that nobody wrote.
        chosen.reset_dimensions()
        rows = tuple(_limited(enumerate(chosen.iter_rows(values_only=True), start=1)))
        return Grid(rows, chosen.title)
    except TableRefused:
        raise
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        AttributeError,
        IndexError,
        KeyError,
        OSError,
        SyntaxError,  # what XML's own error is
        TypeError,
        ValueError,
    ) as error:
        # openpyxl raises whatever a damaged part brings about.
        raise TableRefused("table_broken", type(error).__name__) from None


def _limited(rows: Iterable[tuple[int, Iterable[Any]]]) -> Iterator[Row]:
    for count, (number, values) in enumerate(rows):
        if count >= MAX_ROWS:
            raise TableRefused("table_too_large", str(MAX_ROWS))
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MAX_COLUMNS or any(len(cell) > MAX_CELL for cell in cells):
            raise TableRefused("table_too_large", str(number))
        if cells:
            yield Row(number, tuple(cells))


def _text(value: Any) -> str:
    """Return a cell as a person reads it in the sheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).replace("\u00a0", " ").split(" ")).strip()
