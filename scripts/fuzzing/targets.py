"""What is fuzzed. To add a target: a function of bytes, its seeds, and a line in ``TARGETS``.

A target raises whatever should not happen. What a reader says in its own words (a problem, a
refusal that callers know) is no fault.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tirek.check.pages import page_problems
from tirek.check.sources import record_source
from tirek.inspection.contents import file_notices
from tirek.inspection.markdown import markdown_spots
from tirek.inspection.notice import Notice
from tirek.inspection.pages import inspected_page
from tirek.inspection.private import private_spots
from tirek.inspection.records import inspected_record
from tirek.inspection.rendered import rendered_faults
from tirek.inspection.sheets import csv_notices
from tirek.intake.arrival import arrival_of
from tirek.intake.difference import differences
from tirek.intake.manifest import read_manifest
from tirek.intake.package import MANIFEST, MODES, PackageRefused, read_package
from tirek.model.kinds import KINDS
from tirek.model.plain import settled
from tirek.reading.known import ANYTHING, known_of
from tirek.reading.nodes import read_document
from tirek.reading.pages import page_source
from tirek.reading.records import read_record
from tirek.tables import grid as table_grid
from tirek.tables.columns import FOLDERS, columns_of
from tirek.tables.grid import Grid, Row, TableRefused, read_grid
from tirek.tables.importing import headed, written
from tirek.tables.mapping import TableMap, read_mapping
from tirek.tables.rows import Reader, without_gaps

ROOT: Final = Path(__file__).resolve().parents[2]

Seeds = Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that takes bytes from outside."""

    feed: Callable[[bytes], None]
    """Takes one input; raises where something is wrong with the code."""
    seeds: Seeds
    """Inputs to begin from."""
    largest: int = 4096
    """Bytes of an input."""


class _Ids(dict[str, frozenset[str]]):
    """Whatever is referred to is there."""

    def __missing__(self, target: str) -> frozenset[str]:
        return ANYTHING


def reader(content: bytes) -> None:
    """A record: YAML, then the model."""
    kind = KINDS[content[0] % len(KINDS)] if content else KINDS[0]
    document = read_document("catalogue/materials/a.yml", content[1:])
    record, _, problems = read_record(kind, "a", document, None)
    assert record is not None or problems
    for problem in problems:
        assert problem.say("kk")
        assert problem.say("ru")


def checker(content: bytes) -> None:
    """A hand-written page, and a record's texts, through all that inspects them."""
    text = content.decode("utf-8", errors="replace").replace("\r\n", "\n")
    page = page_source("docs/kk/a.md", "kk", "a.md", text)
    document = read_document("catalogue/materials/a.yml", content)
    record = record_source("materials", "a", document)
    for found in (page_problems(page, _Ids()), inspected_page(page), inspected_record(record)):
        for problem in found:
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.say("ru")


def markup(content: bytes) -> None:
    """Markdown's places, and HTML that came of it."""
    text = content.decode("utf-8", errors="replace")
    for spot in (*markdown_spots(text), *private_spots(text)):
        assert 0 <= spot.position <= len(text)
    list(rendered_faults(text))


_SUFFIXES: Final = (
    *("docx", "xlsx", "pptx", "odt", "epub", "zip"),
    *("pdf", "png", "jpg", "svg", "html"),
)


def archive(content: bytes) -> None:
    """A file by its content: archives, Office, PDF, pictures, drawings, web pages."""
    suffix = _SUFFIXES[content[0] % len(_SUFFIXES)] if content else "docx"
    try:
        list(file_notices(content[1:], suffix))
    except (MemoryError, RecursionError):
        return  # the process that looks into files answers these with a problem


def parts(content: bytes) -> None:
    """Parts of Office documents and books, put into a right ZIP, so that fuzzing gets inside."""
    names = ("word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml")
    sheets = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "content.xml", "chapter.xhtml")
    which = content[0] if content else 0
    name = (*names, *sheets)[which % 7]
    kept = {4: "odt", 5: "odt", 6: "epub"}.get(which % 7)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        if kept == "epub":
            made.writestr("mimetype", "application/epub+zip")
        elif kept:
            made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        else:
            made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(name, content[1:])
    list(file_notices(stream.getvalue(), kept or "docx"))


def tables(content: bytes) -> None:
    """Rows of CSV."""
    text = content.decode("utf-8-sig", errors="replace")
    for notice in csv_notices(text):
        assert notice.place
    list(file_notices(content, "csv"))


def package(content: bytes) -> None:
    """A package that a form made."""
    try:
        read_package(content)
    except PackageRefused:
        return  # its own word


def grid(content: bytes) -> None:
    """A foreign CSV: its encoding, its heads, its rows as records."""
    folder = FOLDERS[content[0] % len(FOLDERS)] if content else FOLDERS[0]
    _as_records(folder, content[1:])


def workbook(content: bytes) -> None:
    """Parts of a workbook, put into a right one, and read as a table of records."""
    parts = dict(_BOOK)
    name = tuple(parts)[content[0] % len(parts)] if content else ""
    parts[name] = content[1:]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for path, part in parts.items():
            made.writestr(path or "xl/any.xml", part)
    _as_records("organisations", stream.getvalue())


def _as_records(folder: str, content: bytes) -> None:
    try:
        heads, rows, _ = headed(read_grid(content), TableMap(folder))
    except TableRefused:
        return  # its own word
    reader = Reader(TableMap(folder), heads, known_of({"vocabularies": frozenset()}, {}, {}), {})
    for row in rows[:50]:
        plain = without_gaps(reader.draft(row).plain)
        written(settled(folder, "a", plain))


class _Here:
    """Looks into files in this process, as the sandbox does in one of its own."""

    def notices(self, content: bytes, suffix: str) -> list[Notice]:
        return list(file_notices(content, suffix))


table_grid.sandbox = _Here  # type: ignore[assignment,attr-defined]  # coverage sees this process

_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES: Final = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"))
_NAMESPACES: Final = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOOK: Final = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.xml" ContentType="{_SPREADSHEET}.{kind}+xml"/>'
            for part, kind in _TYPES
        )
        + "</Types>"
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ).encode(),
    "xl/workbook.xml": (
        f'<workbook {_NAMESPACES}><sheets><sheet name="Данные" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ).encode(),
    "xl/worksheets/sheet1.xml": (
        f'<worksheet {_NAMESPACES}><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        '<t>short.ru</t></is></c><c r="B1" t="str"><v>kind</v></c></row><row r="2"><c r="A2" '
        't="inlineStr"><is><t>Школа № 5</t></is></c><c r="B2"><v>42736.5</v></c></row>'
        "</sheetData></worksheet>"
    ).encode(),
}
"""The parts of a small workbook by name."""


def mapping(content: bytes) -> None:
    """The file that says what foreign columns mean."""
    try:
        table = read_mapping("map.yml", content)
        headed(Grid((Row(1, ("short.ru", "Наименование")),), ""), table)
    except TableRefused:
        return  # its own word


def manifest(content: bytes) -> None:
    """What a package says of itself."""
    try:
        found = read_manifest(content)
    except PackageRefused:
        return  # its own word
    assert found.mode in MODES


_SITE: Final = ROOT / "tests" / "sites" / "valid"
_INSIDE: Final = (
    "catalogue/organisations/almaty-school-1.yml",
    "catalogue/units/almaty-school-1-centre.yml",
    "catalogue/materials/new-material.yml",
    "catalogue/events/seminar-2016.yml",
    "docs/ru/network/centres/almaty-school-1-centre.md",
    "catalogue/files/new-material/a.pdf",
)


def arrival(content: bytes) -> None:
    """A package with a right manifest, held against a project: records, stories, files."""
    pieces = content.split(b"\0")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(MANIFEST, pieces[0])
        for path, piece in zip(_INSIDE, pieces[1:], strict=False):
            made.writestr(path, piece)
    found = arrival_of("sent.zip", stream.getvalue(), _SITE)
    assert found.state
    for change in found.changes:
        assert list(differences(change.path, change.old or b"", change.new)) or change.old is None


def _arrivals() -> Iterator[bytes]:
    for mode in MODES:
        about = b"" if mode == "feedback" else b"kind: organisations\nid: almaty-school-1\n"
        told = f'format: "1"\nmode: {mode}\nlanguage: ru\nmade: 2026-11-26\n'.encode()
        sender = "sender: {role: методист, organisation: школа}\nnote: да\n".encode()
        parts = [(_SITE / path).read_bytes() for path in _INSIDE if (_SITE / path).is_file()]
        yield b"\0".join((told + about + sender, *parts))


def _tables() -> Iterator[bytes]:
    heads = {
        folder: [c.path if n % 2 else c.label["ru"] for n, c in enumerate(columns_of(folder)[:12])]
        for folder in FOLDERS
    }
    for number, folder in enumerate(FOLDERS):
        for sign, encoding in ((";", "utf-8"), (",", "utf-16"), ("\t", "cp1251")):
            row = [f"значение {n}" if n % 3 else "01.10.2016" for n in range(len(heads[folder]))]
            text = "\n".join(sign.join(cells) for cells in (heads[folder], row))
            yield bytes([number]) + text.encode(encoding, "replace")


def _maps() -> Iterator[bytes]:
    yield (
        "kind: organisations\nheader: '1'\nid: [region, short.ru]\nempty: [нет]\ncolumns:\n"
        "  Наименование: short.ru\n  Вид: {field: kind, values: {школа: school}}\n"
        "  Ступени: {field: levels, separator: ','}\n  Телефон: ignore\n"
        "constants: {status: unconfirmed, source.1.document: study-2016}\n"
    ).encode()


def _parts_of_book() -> Iterator[bytes]:
    for number, part in enumerate(_BOOK.values()):
        yield bytes([number]) + part


def _of(*patterns: str) -> Seeds:
    def seeds() -> Iterator[bytes]:
        for pattern in patterns:
            for path in sorted(ROOT.glob(pattern))[:60]:
                yield path.read_bytes()

    return seeds


def _hostile(kinds: tuple[str, ...], before: bytes = b"") -> Seeds:
    def seeds() -> Iterator[bytes]:
        import sys

        sys.path.insert(0, str(ROOT / "tests" / "hostile"))
        from corpus import corpus  # type: ignore[import-not-found]

        for case in corpus():
            if case.kind in kinds and len(case.content) < 30_000:
                suffix = case.name.rpartition(".")[2]
                number = _SUFFIXES.index(suffix) if suffix in _SUFFIXES else 0
                yield (before or bytes([number])) + case.content

    return seeds


TARGETS: Final[dict[str, Target]] = {
    "reader": Target(reader, _of("catalogue/*/*.yml")),
    "checker": Target(checker, _of("docs/ru/*.md", "docs/kk/guides/*.md")),
    "markup": Target(markup, _of("docs/kk/*.md")),
    "archive": Target(archive, _hostile(("file",)), 20_000),
    "parts": Target(parts, _hostile(("record",), b"\0")),
    "tables": Target(tables, _hostile(("file",))),
    "package": Target(package, _hostile(("file",)), 20_000),
    "manifest": Target(manifest, _arrivals),
    "arrival": Target(arrival, _arrivals, 8192),
    "grid": Target(grid, _tables, 2048),
    "workbook": Target(workbook, _parts_of_book),
    "mapping": Target(mapping, _maps),
}
"""By name; those that are fuzzed unless others are asked for."""
