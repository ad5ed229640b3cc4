"""Each form of a report says the same of the planted faults, by its published schema."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from minisites import broken_site
from pydantic_sarif.model import (
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log,  # generated from OASIS's schema
)

from tirek import LANGUAGES, Language
from tirek.problem import Problem
from tirek.reading.project import check_project
from tirek.reading.report import Report
from tirek.reporting.as_json import as_json, schema
from tirek.reporting.github import as_github
from tirek.reporting.sarif import as_sarif

SITE = "https://example.kz/"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return check_project(broken_site(tmp_path_factory.mktemp("reports") / "broken"))


def test_json_is_by_its_schema(report: Report) -> None:
    published = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(published)
    found = json.loads(as_json(report.within(("catalogue",))))
    jsonschema.validate(found, published)
    assert found["counted"]["errors"] + found["counted"]["warnings"] == len(found["problems"])
    assert found["counted"]["elsewhere"] > 20
    first = report.problems[0]
    assert found["problems"][0]["kk"] == {"wrong": first.wrong("kk"), "mend": first.mend("kk")}


@pytest.mark.parametrize("spoil", ["version", "counted", "extra", "line", "ru"])
def test_the_schema_refuses_another_shape(report: Report, spoil: str) -> None:
    found: dict[str, Any] = json.loads(as_json(report))
    wrong: dict[str, Any] = {
        "version": {"version": 2},
        "counted": {"counted": {}},
        "extra": {"more": 1},
        "line": {"problems": [{**found["problems"][0], "line": 0}]},
        "ru": {"problems": [{k: v for k, v in found["problems"][0].items() if k != "ru"}]},
    }[spoil]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, **wrong}, json.loads(schema()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("site", ["", SITE])
def test_sarif_is_by_its_standard(report: Report, lang: Language, site: str) -> None:
    text = as_sarif(report, lang, site)
    assert Log.model_validate_json(text).version.value == "2.1.0"
    [run] = json.loads(text)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(report.problems)
    for result, problem in zip(run["results"], report.problems, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == problem.code
        [location] = result["locations"]
        place = location["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == problem.path
        assert re.fullmatch(r"[\x21-\x7e]+", place["artifactLocation"]["uri"])
        assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}
        assert problem.mend(lang) in result["message"]["text"]
        prefix = "" if lang == "kk" else "ru/"
        told = f"{SITE}{prefix}guides/checks.html#{problem.code}" if site else None
        assert rule.get("helpUri") == told


def unescaped(text: str) -> str:
    return re.sub("%(25|0A|0D|3A|2C)", lambda code: chr(int(code[1], 16)), text)


def test_each_problem_is_one_command(report: Report) -> None:
    lines = as_github(report.problems, "ru").split("\n")
    assert len(lines) == len(report.problems)
    for line, problem in zip(lines, report.problems, strict=True):
        command, _, message = line.removeprefix("::").partition("::")
        level, _, told = command.partition(" ")
        values = dict(pair.split("=", 1) for pair in told.split(","))
        assert level == problem.level
        assert unescaped(values["file"]) == problem.path
        assert (values["line"], values["col"]) == (str(problem.line), str(problem.column))
        assert unescaped(message).startswith(problem.wrong("ru"))


@pytest.mark.parametrize(
    "hostile",
    ["a\n::set-env name=X::y", "a\r\n::warning::b", "x,line=1::z", "100%0A::error::c", "a\x1b[2J"],
)
def test_no_value_begins_a_command(hostile: str) -> None:
    problem = Problem(hostile, 1, 1, hostile, "concept-unknown", hostile, hostile, hostile)
    said = as_github([problem], "kk")
    assert "\n" not in said
    assert "\r" not in said
    assert said.count("::") == 2 + said.split("::", 2)[2].count("::")
    [file] = re.findall(r"file=([^,]*),line=1,col=1,title=concept-unknown::", said)
    assert unescaped(file) == hostile
