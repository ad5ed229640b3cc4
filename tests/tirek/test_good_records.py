"""Three hundred good records, made from the project's own: the checks have nothing to say.

Each is a real record changed as people change them: another name, other words for the title from
real titles, fields left out, quotes and folding written another way, another order of fields.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tirek.problem import Problem
from tirek.reading.catalogue import read_all
from tirek.reading.known import Known, known_of
from tirek.reading.project import check_record

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("materials", "organisations", "units", "events", "facts", "discrepancies")
COUNT = 300

OPTIONAL = {
    "materials": ("keywords", "clauses", "related", "accessibility", "levels", "specialists"),
    "units": ("directions", "figures", "partners", "serves", "basis", "level"),
    "organisations": ("place", "partners", "levels"),
    "events": ("note", "audience", "regions"),
    "facts": ("note", "about"),
    "discrepancies": ("about",),
}
"""Fields that a right record may lack."""

TYPED = {"number": "№ 27 мектеп-лицей", "initials": "А. Б. Үлгібаева", "year": "2015–2016"}


@cache
def real(folder: str) -> list[tuple[str, dict[str, Any]]]:
    paths = sorted((ROOT / "catalogue" / folder).glob("*.yml"))
    return [
        (path.stem, yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader))
        for path in paths
    ]


def varied(folder: str, draw: random.Random) -> tuple[str, bytes]:
    """Id and YAML of a good record."""
    records = real(folder)
    name, data = draw.choice(records)
    data = dict(data)
    for field in OPTIONAL[folder]:
        if draw.random() < 0.3:
            data.pop(field, None)
    if folder in ("materials", "events", "discrepancies"):
        data["title"] = draw.choice(records)[1]["title"]
    if folder == "materials":
        # A right summary may come from any material; each pair of languages stays together.
        data["summary"] = draw.choice(records)[1]["summary"]
        data["authors"] = [TYPED["initials"]]
        data.pop("related", None)
    if draw.random() < 0.5:
        items = list(data.items())
        draw.shuffle(items)
        data = dict(items)
    style = draw.choice([None, '"', "'", ">"])
    width = draw.choice([60, 100, 10_000])
    text = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, default_style=style, width=width
    )
    ending = draw.choice(["\n", "\r\n"])
    mark = draw.choice(["", "\ufeff"])
    # An id belongs to the record of a unit and is the file's name in all others.
    new = name if folder == "units" else f"{name}-{draw.randint(2, 99)}"[:80]
    data.pop("id", None)
    return new, (mark + text.replace("\n", ending)).encode()


@pytest.fixture(scope="module")
def known() -> Known:
    catalogue, ids, _ = read_all(ROOT / "catalogue")
    return known_of(
        {folder: ids[folder] for folder in ("vocabularies", *FOLDERS)}, catalogue.vocabularies, {}
    )


def good() -> Iterator[tuple[str, str, bytes]]:
    draw = random.Random("good records")
    for number in range(COUNT):
        folder = FOLDERS[number % len(FOLDERS)]
        yield folder, *varied(folder, draw)


def test_three_hundred_good_records_raise_no_alarm(known: Known) -> None:
    alarms: list[Problem] = []
    different = set()
    for folder, name, content in good():
        different.add(content)
        alarms += check_record(folder, name, content, known)
    assert len(different) > COUNT * 0.95
    assert not alarms, "\n\n".join(problem.say("ru") for problem in alarms[:10])


def test_one_spoilt_word_in_each_is_noticed(known: Known) -> None:
    """The same records are no blind spot: a planted fault is found in every one."""
    for folder, name, content in list(good())[::10]:
        spoilt = content.rstrip() + b"\ncolour: red\n"
        codes = [problem.code for problem in check_record(folder, name, spoilt, known)]
        assert codes == ["field-unknown"], (folder, name)
