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
from tirek.inspection.pages import inspected_page
from tirek.inspection.private import private_spots
from tirek.inspection.records import inspected_record
from tirek.inspection.rendered import rendered_faults
from tirek.inspection.sheets import csv_notices
from tirek.intake.package import PackageRefused, read_package
from tirek.model.kinds import KINDS
from tirek.reading.known import ANYTHING
from tirek.reading.nodes import read_document
from tirek.reading.pages import page_source
from tirek.reading.records import read_record

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
}
"""By name; those that are fuzzed unless others are asked for."""
