"""Problems as JSON; its shape is published as ``schema/check-report.json``."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

from tirek import LANGUAGES, urls
from tirek.problem import Problem
from tirek.reading.report import Report

VERSION: Final = 1
"""Of the shape; a reader refuses others."""


def as_json(report: Report) -> str:
    """Return the report, every message in both languages."""
    return json.dumps(data_of(report), ensure_ascii=False, indent=1)


def data_of(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "version": VERSION,
        "counted": {
            "records": report.counted.records,
            "pages": report.counted.pages,
            "files": report.counted.files,
            "errors": len(report.errors),
            "warnings": len(report.warnings),
            "elsewhere": report.elsewhere,
        },
        "problems": [_row(problem) for problem in report.problems],
    }


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": problem.code,
        "field": problem.field,
        "value": problem.shown,
        "nearest": problem.nearest,
        "allowed": problem.allowed,
        "help": urls.problem_uri(problem.code),
        **{lang: {"wrong": problem.wrong(lang), "mend": problem.mend(lang)} for lang in LANGUAGES},
    }


def schema() -> bytes:
    """Return the JSON Schema of the report."""
    return files("tirek.reporting").joinpath("check-report.schema.json").read_bytes()


def report_schema() -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the schema as the site publishes it."""
    yield urls.schema_uri("check-report"), schema()
