"""Whatever bytes come in: no traceback, and a problem that can be said (a short run in CI)."""

from __future__ import annotations

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tirek.check.sources import record_source
from tirek.inspection.contents import file_notices
from tirek.inspection.names import name_fault, safe_name
from tirek.inspection.pages import inspected_page
from tirek.inspection.records import inspected_record
from tirek.inspection.rendered import rendered_faults
from tirek.inspection.sheets import csv_notices
from tirek.model.kinds import KINDS
from tirek.reading.nodes import read_document
from tirek.reading.pages import page_source
from tirek.reading.records import read_record

PIECES = st.sampled_from(
    (
        *("title: ", "kk: ", "ru: ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "? ", ": "),
        *(
            "|\n",
            "\n",
            "  ",
            "\t",
            "<script>",
            "<b ",
            "{{",
            "{%",
            "](javascript:",
            "![x](",
            "--8<-- ",
            "```",
        ),
        *(
            "`",
            "[[fact a]]",
            "{: x=y }",
            "\u202e",
            "\u200b",
            "\0",
            "150512500128",
            "Иванов Иван",
            "'",
        ),
        *('"', "=cmd|", ";", ",", "é", "🙂", "---\n", "<![CDATA[", "<!--", "-->", "&#106;", "\\"),
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join)
SUFFIXES = st.sampled_from(
    (*("docx", "xlsx", "odt", "epub", "zip"), *("pdf", "png", "jpg", "svg", "csv"))
)
HEADS = st.sampled_from(
    (
        *(b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n"),
        *(b"\xff\xd8\xff\xe1", b"<svg ", b"<html>"),
    )
)


@given(TEXTS, st.sampled_from(KINDS))
def test_any_text_is_a_record_or_has_problems(text: str, kind: object) -> None:
    document = read_document("a.yml", text.encode("utf-8", "surrogatepass"))
    record, _, problems = read_record(kind, "a", document, None)  # type: ignore[arg-type]
    assert record is not None or problems
    found = inspected_record(record_source("materials", "a", document))
    assert all(problem.say("kk") and problem.say("ru") for problem in (*problems, *found))


@given(TEXTS)
def test_any_page_is_looked_through(text: str) -> None:
    page = page_source("docs/kk/a.md", "kk", "a.md", text)
    for problem in inspected_page(page):
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.column >= 1
        assert problem.say("ru")
    list(rendered_faults(text))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(HEADS, st.binary(max_size=400), SUFFIXES)
def test_any_file_is_looked_through(head: bytes, rest: bytes, suffix: str) -> None:
    for notice in file_notices(head + rest, suffix):
        assert notice.code


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=60), max_size=5), SUFFIXES)
def test_any_archive_is_looked_through(parts: dict[str, bytes], suffix: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            try:
                archive.writestr(name, content)
            except (ValueError, IndexError):
                continue  # no archive can hold such a name
    list(file_notices(stream.getvalue(), suffix))


@given(st.text(max_size=200))
def test_any_table_is_looked_through(text: str) -> None:
    for notice in csv_notices(text):
        assert notice.code == "sheet-formula"


@given(st.text(max_size=60))
def test_a_name_is_made_safe_or_there_is_none(name: str) -> None:
    safe = safe_name(name)
    assert not safe or not name_fault(safe)
    # A dot in front hides a file: allowed where it stands, but nothing to propose.
    changed = name.startswith(".") or "-" in name or "  " in name
    if not name_fault(name) and name.isascii() and not changed:
        assert safe == name
