"""Copies of the project to build from, as it is or with many invented materials."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from built import OTHER
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]

PARTS = ("catalogue", "docs", "overrides", "hooks", "mkdocs.yml", "requirements/site.txt")

INVENTED = 112
"""So many that lists have a second page, and sets of needs take two digits in a facet's column."""

FILES = {
    "plans/plan.txt": "Сабақ жоспары\n".encode(),
    "plans/қысқа жоспар.txt": "Қысқа мерзімді жоспар: 1-сабақ\n".encode() * 40,
    "sheets/plan.txt": "Рабочий лист\n".encode() * 3000,
}
"""Content by path; two have the same name, one has Kazakh letters and a blank."""

TYPES = ("teacher-guide", "parent-guide", "worksheet", "didactic-game", "short-term-plan", "study")
AUDIENCES = ("teacher", "parent", "specialist", "head", "researcher")
NEEDS = (
    "hearing",
    "blind",
    "speech",
    "autism",
    "attention-activity",
    "migration",
    "musculoskeletal",
)
LEVELS = ("preschool", "primary", "lower-secondary", "vocational")
UNITS = (
    "project",
    "almaty-school-10-centre",
    "karaganda-school-27-site",
    "akmola-school-19-centre",
    "east-kazakhstan-shygys-cabinet",
)


def copied(folder: Path) -> Path:
    """Copy what a site is made from into ``folder``; packages are shared."""
    for part in PARTS:
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    # Files are looked through for seconds: what the project's own last run found still holds.
    seen = ROOT / ".cache" / "records.pickle"
    if seen.is_file():
        (folder / ".cache").mkdir()
        shutil.copyfile(seen, folder / ".cache" / seen.name)
    return folder


ONE_LANGUAGE = {20: "ru", 21: "kk"}
"""Invented materials that lack a language."""

UNTOLD = {"akmola-school-19-centre": "ru", "karaganda-school-27-centre": "kk"}
"""Units whose story lacks a language; the story has a picture beside it."""

UNTOLD_EVENTS = {
    "aktobe-2016-03-speech": "ru",
    "aktobe-2016-04-intellect": "kk",
}
"""Events that lack a language."""

CENTRES = "network/centres"
ROOM = {"kk": "Бос бөлме", "ru": "Пустая комната"}
ROOM_SIZE = (320, 200)


def crowded(folder: Path) -> Path:
    """Copy the project and add invented materials of many kinds, three of them with files.

    Some materials and units are in one language only.
    """
    copied(folder)
    for unit, lacks in UNTOLD.items():
        (folder / "docs" / lacks / CENTRES / f"{unit}.md").unlink()
        story = folder / "docs" / OTHER[lacks] / CENTRES / f"{unit}.md"
        with story.open("a", encoding="utf-8") as page:
            page.write(f"\n![{ROOM[OTHER[lacks]]}]({unit}.png)\n")
        Image.new("RGB", ROOM_SIZE, "white").save(story.with_suffix(".png"))
        path = folder / "catalogue" / "units" / f"{unit}.yml"
        told = path.read_text(encoding="utf-8").rstrip()
        path.write_text(f"{told}\nnot_translated: {lacks}\n", encoding="utf-8")
    for event, lacks in UNTOLD_EVENTS.items():
        path = folder / "catalogue" / "events" / f"{event}.yml"
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for words in (record["title"], record.get("note", {})):
            words.pop(lacks, None)
        record["not_translated"] = lacks
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
    for path, content in FILES.items():
        target = folder / "catalogue" / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for number in range(INVENTED):
        record = yaml.safe_dump(_invented(number), allow_unicode=True, sort_keys=False)
        path = folder / "catalogue" / "materials" / f"example-{number:03}.yml"
        path.write_text(record, encoding="utf-8")
    return folder


def _some(values: tuple[str, ...], bits: int) -> list[str]:
    return [value for index, value in enumerate(values) if bits >> index & 1]


def _invented(number: int) -> dict[str, Any]:
    month = f"2026-{1 + number % 9:02}"
    record: dict[str, Any] = {
        "title": {
            "kk": f"Үлгі № {number}: оқу жоспары <b>және</b> «ойын» & 'жаттығу'",
            "ru": f"Пример № {number}: учебный план <b>и</b> «игра» & 'упражнение'",
        },
        "summary": {
            "kk": "Тестке арналған ойдан шығарылған материал: жоспар, ойын, жаттығу." * 4,
            "ru": "Выдуманный для теста материал: план, игра, упражнение." * 4,
        },
        "type": TYPES[number % len(TYPES)],
        "audience": _some(AUDIENCES, 1 + number % 31),
        "needs": _some(NEEDS, number % 128),
        "levels": _some(LEVELS, number * 7 % 16),
        "languages": (["kk"], ["ru"], ["kk", "ru"])[number % 3],
        "provided_by": UNITS[number % len(UNITS)],
        "licence": ("cc-by-4.0", "unknown")[number % 2],
        "source": [],
        "added": f"{month}-01",
        "updated": f"{month}-15",
    }
    if lacks := ONE_LANGUAGE.get(number):
        record["not_translated"] = lacks
        del record["title"][lacks], record["summary"][lacks]
    if number % 4:
        record["year"] = str(2015 + number % 10)
    if number < len(FILES):
        path = list(FILES)[number]
        record["files"] = [{"path": path, "language": ("kk", "ru")[number % 2], "format": "txt"}]
        record["type"], record["languages"] = "worksheet", ["kk"]
        record["accessibility"] = {
            "modes": ["textual"],
            "features": ["structuralNavigation"],
            "hazards": ["none"],
        }
        record["review"] = {
            "by": {"kk": "орталық әдіскері", "ru": "методист центра"},
            "date": f"{month}-10",
        }
        record["related"] = ["example-003", "law-education-2007"]
        record["clauses"] = ["4.2.3"]
        record["specialists"] = ["speech-therapist"]
        record["authors"] = ["А. Үлгі"]
    elif number == len(FILES):
        record["link"] = {"url": "https://example.org/guide?a=1&b=2", "checked": f"{month}-02"}
    return record


def start(folder: Path, *command: str, **environment: str) -> subprocess.Popen[str]:
    """Start one of Python's commands in ``folder``; the caller waits."""
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    """Wait for ``process`` and return what it printed; it must have ended well."""
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return said
