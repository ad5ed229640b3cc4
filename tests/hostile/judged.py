"""What the checks say of one case, as they would say it of a file in the project."""

from __future__ import annotations

import io

from corpus import Case

from tirek.check.pages import page_problems
from tirek.check.sources import FileSource, record_source
from tirek.inspection.files import inspected_file
from tirek.inspection.names import name_problems
from tirek.inspection.pages import inspected_page
from tirek.inspection.records import inspected_record
from tirek.problem import Problem
from tirek.reading.known import ANYTHING
from tirek.reading.nodes import read_document
from tirek.reading.pages import page_source


def judged(case: Case) -> list[Problem]:
    """Every problem of a case."""
    if case.kind == "file":
        path = f"catalogue/files/hostile/{case.name}"
        source = FileSource(path, len(case.content), lambda: io.BytesIO(case.content))
        return list(inspected_file(source))
    if case.kind == "page":
        text = case.content.decode("utf-8")
        page = page_source(f"docs/kk/{case.name}.md", "kk", f"{case.name}.md", text)
        return [*page_problems(page, _Ids()), *inspected_page(page)]
    if case.kind == "record":
        document = read_document(f"catalogue/materials/{case.name}.yml", case.content)
        record = record_source("materials", case.name, document)
        return [*document.problems, *inspected_record(record)]
    return list(name_problems([f"catalogue/files/{case.name}"]))


class _Ids(dict[str, frozenset[str]]):
    """Whatever a page refers to is there."""

    def __missing__(self, target: str) -> frozenset[str]:
        return ANYTHING
