"""A material's text as it is written: ``catalogue/texts/<material id>.<language>.md``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from tirek import LANGUAGES, Language
from tirek.problem import CatalogueError, Problem, nearest
from tirek.reading.nodes import Document, not_utf8, read_document

FOLDER: Final = "texts"
"""Below ``catalogue/``."""

Paper = Literal["portrait", "landscape"]

FIELDS: Final = ("title", "subtitle", "date", "paper")
"""Fields of the front matter."""

_NAME: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]+)\.md")
_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FULL_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text and what its front matter says of it."""

    shown: str
    """Path as shown to people, with "/"."""
    material: str
    """Id of the material, from the file's name."""
    lang: Language
    """Language of the text, from the file's name."""
    title: str
    """Title of the document."""
    subtitle: str
    """Line under the title, or ""."""
    date: date
    """Day of this wording; also the date inside the files."""
    paper: Paper
    """How A4 lies."""
    body: str
    """Markdown, with "\\n" at line ends."""
    first_line: int
    """Line of the file on which `body` begins, from 1."""

    @property
    def name(self) -> str:
        """Name of the made files without their suffix."""
        return f"{self.material}.{self.lang}"

    def place_of(self, text: str) -> tuple[str, int, int]:
        """Return path, line and column (from 1) where ``text`` first stands in the body.

        What reads the body later keeps no places; a text it made itself is at the beginning.
        """
        before, found, _ = self.body.partition(text)
        if not found:
            return self.shown, 1, 1
        line = self.first_line + before.count("\n")
        return self.shown, line, len(before) - before.rfind("\n")


def read_manuscripts(catalogue: Path) -> list[Manuscript]:
    """Read every text below the folder ``catalogue``, in the order of their names.

    Raises:
        CatalogueError: with all problems of all texts, in one run.
    """
    folder = catalogue / FOLDER
    found: list[Manuscript] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        read = _read(f"{catalogue.name}/{FOLDER}/{path.name}", path)
        if isinstance(read, Manuscript):
            found.append(read)
        else:
            problems.extend(read)
    if problems:
        raise CatalogueError(problems)
    return found


def _read(shown: str, path: Path) -> Manuscript | list[Problem]:
    if path.is_symlink() or not path.is_file():
        return [Problem(shown, 1, 1, "", "file-not-plain")]
    name = _NAME.fullmatch(path.name)
    lang = next((lang for lang in LANGUAGES if name and name[2] == lang), None)
    if name is None or lang is None:
        return [Problem(shown, 1, 1, "", "text-name", path.name)]
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [not_utf8(shown, error)]
    text = content.replace("\r\n", "\n")
    matter = _FRONT_MATTER.match(text)
    if matter is None:
        return [Problem(shown, 1, 1, "", "text-front-matter")]
    document = read_document(shown, matter[1].encode())
    problems = document.problems or tuple(_problems(document))
    body = text[matter.end() :]
    if not problems and not body.strip():
        problems = (Problem(shown, text.count("\n") - 1, 1, "", "text-empty"),)
    if problems:
        # The front matter's first line is the file's second.
        return [replace(problem, line=problem.line + 1) for problem in problems]
    data = {field: document.text_at((field,)).strip() for field in FIELDS}
    return Manuscript(
        shown=shown,
        material=name[1],
        lang=lang,
        title=data["title"],
        subtitle=data["subtitle"],
        date=date.fromisoformat(data["date"]),
        paper="landscape" if data["paper"] == "landscape" else "portrait",
        body=body,
        first_line=matter[0].count("\n") + 1,
    )


def _problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the front matter, at its own lines."""
    path, data = document.path, document.data
    if not isinstance(data, dict):
        yield Problem(path, 1, 1, "", "text-front-matter")
        return
    for field in data.keys() - set(FIELDS):
        place = document.mark((field,), key=True)
        guess = nearest(field, FIELDS)
        yield Problem(path, *place, field, "field-unknown", field, guess, ", ".join(FIELDS))
    for field in ("title", "date"):
        if field not in data:
            yield Problem(path, 1, 1, field, "field-missing")
    for field in FIELDS & data.keys():
        place, value = document.mark((field,)), data[field]
        if value is None or value == "":
            yield Problem(path, *place, field, "value-missing")
        elif not isinstance(value, str):
            yield Problem(path, *place, field, "value-not-text")
        elif field == "date" and not _is_date(value):
            yield Problem(path, *place, field, "value-not-full-date", value)
        elif field == "paper" and value not in get_args(Paper):
            allowed = ", ".join(get_args(Paper))
            guess = nearest(value, get_args(Paper))
            yield Problem(path, *place, field, "value-not-allowed", value, guess, allowed)


def _is_date(value: str) -> bool:
    if not _FULL_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
