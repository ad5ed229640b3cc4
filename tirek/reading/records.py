"""One document becomes one typed record, or a list of problems at their places."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from tirek import LANGUAGES
from tirek.model.kinds import Kind, Record
from tirek.model.schema import fields_at
from tirek.model.translation import MARK, OTHER, marked, may_lack, typed
from tirek.problem import Problem, listed, nearest
from tirek.reading.known import Known
from tirek.reading.nodes import Document
from tirek.reading.plain import Loc

Refs = tuple[tuple[str, str], ...]

_CODES: Final = {
    "missing": "field-missing",
    "unexpected_keyword_argument": "field-unknown",
    "extra_forbidden": "field-unknown",
    "dataclass_init_false": "field-unknown",
    "tuple_type": "value-not-list",
    "too_short": "list-too-short",
    "dict_type": "value-not-mapping",
    "dataclass_type": "value-not-mapping",
    "literal_error": "value-not-allowed",
}
"""Pydantic's own error types as problem codes; a test checks that no other type can occur."""

_WITHOUT_VALUE: Final = frozenset({"yaml-tag", "yaml-alias", "value-missing"})

KEY: Final = "[key]"
"""Last step of Pydantic's path to a wrong key of a mapping."""


def read_record(
    kind: Kind, name: str, document: Document, known: Known | None
) -> tuple[Record | None, Refs, list[Problem]]:
    """Type ``document`` as the record ``name`` of ``kind``.

    Without ``known``, references are not looked up.

    Returns:
        The record, or None; what it refers to; and every problem found.
    """
    problems = list(document.problems)
    data = document.data
    if not isinstance(data, dict):
        if not problems:
            problems.append(Problem(document.path, 1, 1, "", "file-not-mapping"))
        return None, (), problems
    if "id" in data and data["id"] != name:
        line, column = document.mark(("id",))
        value = str(data["id"])
        problems.append(Problem(document.path, line, column, "id", "id-not-file-name", value, name))
    refs: list[tuple[str, str]] = []
    context = None if known is None else {"ids": known.ids, "refs": refs}
    try:
        record = typed(kind, name, data, context)
    except ValidationError as error:
        # What YAML gave no value is blamed already; that the field wants one is no second fault.
        without_value = {p.field for p in problems if p.code in _WITHOUT_VALUE}
        problems.extend(
            problem
            for problem in _problems(kind, document, error, known)
            if problem.field not in without_value or problem.code == "field-unknown"
        )
        return None, (), problems
    return (None if problems else record), tuple(refs), problems


def _problems(
    kind: Kind, document: Document, error: ValidationError, known: Known | None
) -> Iterator[Problem]:
    mark = marked(kind, document.data) if isinstance(document.data, dict) else None
    for found in error.errors(include_url=False):
        code = _CODES.get(found["type"], found["type"])
        context: dict[str, Any] = found.get("ctx", {})
        if code == "list-too-short" and len(found["input"]) >= context["min_length"]:
            continue  # long enough, were its items right; these are blamed themselves
        if code == "list-too-short":
            context = {**context, "allowed": str(context["min_length"])}
        loc: Loc = tuple(found["loc"])
        if "beside" in context:
            loc = (*loc[:-1], context["beside"])
        if "item" in context:
            loc = (*loc, context["item"])
        if loc[-1] == mark and not document.holds(loc):
            continue  # what stands in for it is blamed itself
        if code == "field-missing" and loc[-1] in LANGUAGES:
            code = "language-missing"
            other = (*loc[:-1], OTHER[loc[-1]])
            if may_lack(kind.record) and document.holds(other):
                code = "translation-missing"
                context = {"allowed": f"{MARK}: {loc[-1]}"}
        if code == "value-not-allowed" and loc == (MARK,) and not document.text_at(loc):
            code = "mark-not-one"
        at_key = code == "field-unknown" or loc[-1] == KEY
        loc = loc[:-1] if loc[-1] == KEY else loc
        line, column = document.mark(loc, key=at_key)
        problem = Problem(
            document.path,
            line,
            column,
            ".".join(map(str, loc)),
            code,
            context.get("value", "") or (str(loc[-1]) if at_key else document.text_at(loc)),
            context.get("nearest", ""),
            context.get("allowed", ""),
        )
        yield _with_hint(problem, kind, loc, context, known)


def _with_hint(
    problem: Problem, kind: Kind, loc: Loc, context: dict[str, Any], known: Known | None
) -> Problem:
    """Add the nearest allowed word where the code has a list of them."""
    if problem.code == "field-unknown":
        fields = sorted(fields_at(kind.record, loc[:-1]))
        guess = nearest(problem.value, fields)
        return replace(problem, nearest=guess, allowed=", ".join(fields))
    if problem.code in ("concept-unknown", "reference-unknown") and known and "target" in context:
        ids = known.ids[context["target"]] | frozenset(context["also"])
        hints = {**known.hints.get(context["target"], {}), **{name: name for name in ids}}
        guess = hints.get(nearest(problem.value, hints), "")
        few = len(ids) <= 12 or problem.code == "concept-unknown"
        return replace(problem, nearest=guess, allowed=listed(ids) if few else "")
    if problem.code == "value-not-allowed" and "expected" in context:
        allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
        return replace(problem, nearest=nearest(problem.value, allowed), allowed=", ".join(allowed))
    return problem
