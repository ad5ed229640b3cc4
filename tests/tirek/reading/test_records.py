"""Records typed from plain data: whatever stands in a field, what is said has words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from minisites import VALID

from tirek import LANGUAGES
from tirek.model.kinds import KINDS, Kind
from tirek.problem import codes
from tirek.reading.known import Known
from tirek.reading.nodes import read_document
from tirek.reading.records import read_record


class Everything(frozenset[str]):
    """Ids among which each name is."""

    def __contains__(self, name: object) -> bool:
        return True


class Anywhere(dict[str, frozenset[str]]):
    def __missing__(self, target: str) -> frozenset[str]:
        return Everything()


KNOWN = Known(Anywhere(), {})

WRONG: list[Any] = [
    None,
    "",
    "x",
    "-1",
    "2016-99-99",
    [],
    ["x"],
    [[]],
    {},
    {"x": "y"},
    [{}],
    {"kk": "x"},
]
"""Values of every shape; few of them suit any one field."""


def records() -> Iterator[tuple[Kind, Path]]:
    for kind in KINDS:
        for path in sorted((VALID / "catalogue" / kind.folder).glob("*.yml")):
            yield kind, path


def places(data: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value inside ``data``."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in items:
        yield (*loc, step)
        if isinstance(value, dict | list):
            yield from places(value, (*loc, step))


def with_value(data: Any, loc: tuple[str | int, ...], value: Any) -> Any:
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[loc[0]] = with_value(data[loc[0]], loc[1:], value) if len(loc) > 1 else value
    return copy


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_any_value_in_any_field_is_taken_or_said_to_be_wrong(kind: Kind) -> None:
    """No error of Pydantic's own passes without words, and none breaks the reader."""
    tried = 0
    for own, path in records():
        if own.folder != kind.folder or path.stem in ("law-2007", "clauses", "statuses"):
            continue
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
        for loc in places(data):
            for value in WRONG:
                changed = with_value(data, loc, value)
                document = replace(read_document(path.name, b"a: b"), data=changed)
                record, _, problems = read_record(kind, path.stem, document, KNOWN)
                assert (record is None) == bool(problems)
                assert {p.code for p in problems} <= codes(), (path.stem, loc, value)
                for problem in problems:
                    assert all(problem.say(lang) for lang in LANGUAGES)
                tried += 1
    assert tried > 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_any_unknown_field_is_said_to_be_one(kind: Kind) -> None:
    for own, path in records():
        if own.folder != kind.folder:
            continue
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
        maps = [(), *(loc for loc in places(data) if isinstance(at(data, loc), dict))]
        for loc in maps:
            if loc[-1:] == ("requirements",):
                continue  # a mapping by clause, whose keys are values
            spoilt = {**at(data, loc), "strange": "x"}
            changed = with_value(data, loc, spoilt) if loc else spoilt
            document = replace(read_document(path.name, b"a: b"), data=changed)
            _, _, problems = read_record(kind, path.stem, document, KNOWN)
            assert [p.code for p in problems] == ["field-unknown"], (path.stem, loc)
            assert problems[0].field == ".".join(map(str, (*loc, "strange")))
            assert problems[0].allowed


def at(data: Any, loc: tuple[str | int, ...]) -> Any:
    for step in loc:
        data = data[step]
    return data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_what_a_record_refers_to_is_noted(kind: Kind) -> None:
    """The cache keeps a record only as long as all of this is there."""
    for own, path in records():
        if own.folder == kind.folder and kind.folder != "vocabularies":
            document = read_document(path.name, path.read_bytes())
            record, refs, _ = read_record(kind, path.stem, document, KNOWN)
            assert record is not None
            assert all(re.fullmatch(r"[a-z]+(/[a-z-]+)?", target) for target, _ in refs)
            named = {name for _, name in refs}
            for source in record.source:
                assert source.document in named
