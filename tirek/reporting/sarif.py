"""Problems as SARIF 2.1.0, which code hosts and editors read.

Source: OASIS, «Static Analysis Results Interchange Format (SARIF) Version 2.1.0».
"""

import json
from typing import Any, Final
from urllib.parse import quote

from tirek import Language, urls
from tirek.problem import Problem
from tirek.reading.report import Report
from tirek.reporting.github import annotation

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT: Final = "%SRCROOT%"
"""What paths are relative to; the reader knows where it lies."""


def as_sarif(report: Report, lang: Language, site_url: str) -> str:
    """Return the report as a SARIF log.

    Args:
        report: What was found.
        lang: Language of messages.
        site_url: Address of the site, where each code is explained, or "".
    """
    rules: dict[str, Problem] = {}
    for problem in report.problems:
        rules.setdefault(problem.code, problem)
    ranks = {code: rank for rank, code in enumerate(rules)}
    driver: dict[str, Any] = {
        "name": "tirek",
        "rules": [_rule(problem, lang, site_url) for problem in rules.values()],
    }
    if site_url:
        driver["informationUri"] = site_url
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, ranks[problem.code], lang) for problem in report.problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(problem: Problem, lang: Language, site_url: str) -> dict[str, Any]:
    sentence = problem.general(lang)
    rule: dict[str, Any] = {
        "id": problem.code,
        "shortDescription": {"text": sentence},
        "help": {"text": sentence},
        "defaultConfiguration": {"level": problem.level},
    }
    if site_url:
        rule["helpUri"] = site_url + urls.in_language(lang, urls.problem_uri(problem.code))
    return rule


def _result(problem: Problem, rank: int, lang: Language) -> dict[str, Any]:
    location = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": ROOT},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rank,
        "level": problem.level,
        "message": {"text": annotation(problem, lang)},
        "locations": [{"physicalLocation": location}],
    }
