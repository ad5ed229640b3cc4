"""What came in, as checks see it: a record, a page, a file, each with its places.

A check is a function of one of these that yields problems; ``reading.checks`` lists them all.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, Final

from tirek import LANGUAGES, Language
from tirek.problem import Problem
from tirek.reading.nodes import Document
from tirek.reading.plain import Loc, Plain


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a record."""

    loc: Loc
    """Path of the field, and its place in lists."""
    text: str
    lang: Language | None
    """Language that the record says it is in: it stands under ``kk`` or ``ru``."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """One record as its sender wrote it; it need not be right."""

    folder: str
    """Kind of the record: ``materials``."""
    name: str
    """File name without ``.yml``."""
    document: Document
    words: tuple[Words, ...]
    """Every text in it, in the order of the file, but no ids, dates and numbers."""

    def problem(
        self, loc: Loc, code: str, value: str = "", nearest: str = "", allowed: str = ""
    ) -> Problem:
        """Return a problem at the value of ``loc``; at ``value`` itself where that is a part."""
        place = self.document.place_of(loc, value) if value else self.document.mark(loc)
        field = ".".join(map(str, loc))
        return Problem(self.document.path, *place, field, code, value, nearest, allowed)


def record_source(folder: str, name: str, document: Document) -> RecordSource:
    """Return the record of ``document`` as checks see it."""
    found: list[Words] = []
    _gather(document.data, (), None, found)
    return RecordSource(folder, name, document, tuple(found))


def _gather(data: Plain, loc: Loc, lang: Language | None, found: list[Words]) -> None:
    """Add every text of ``data`` to ``found``."""
    if isinstance(data, str):
        if not _is_id(data):
            found.append(Words(loc, data, lang))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*loc, key), _LANGUAGE.get(key, lang), found)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            _gather(value, (*loc, index), lang, found)


_LANGUAGE: Final[dict[str, Language]] = {language: language for language in LANGUAGES}


@lru_cache(maxsize=2**14)
def _is_id(text: str) -> bool:
    """Return whether ``text`` is a short word such as an id or a date: most fields are.

    Eleven digits may be a phone, twelve an identification number: these are looked at.
    """
    return (
        len(text) < 40
        and text.isascii()
        and _ID.fullmatch(text) is not None
        and (len(text) < 11 or sum(map(str.isdigit, text)) < 11)
    )


_ID: Final = re.compile(r"[A-Za-z]{2}|[a-z]*[0-9.-][a-z0-9.-]*|[a-z]{1,15}")


@dataclass(frozen=True, slots=True)
class PageSource:
    """One hand-written page of ``docs/``, or a text that documents are made from."""

    path: str
    """As shown to people: ``docs/kk/about.md``."""
    lang: Language
    uri: str
    """Path below the folder of its language."""
    text: str
    """All of it, lines ended by one line feed."""
    body_at: int
    """Where the page begins after its front matter, in characters."""
    matter: Document | None
    """Front matter; its lines count from the line after the first ``---``. None: unreadable."""

    @property
    def body(self) -> str:
        """The page without its front matter."""
        return self.text[self.body_at :]

    def problem(
        self, position: int, code: str, value: str = "", nearest: str = "", allowed: str = ""
    ) -> Problem:
        """Return a problem at ``position``, in characters of the whole text."""
        line = self.text.count("\n", 0, position) + 1
        column = position - self.text.rfind("\n", 0, position)
        return Problem(self.path, line, column, "", code, value, nearest, allowed)

    def matter_problem(
        self, field: str, code: str, value: str = "", nearest: str = "", allowed: str = ""
    ) -> Problem:
        """Return a problem with a field of the front matter."""
        line, column = self.matter.mark((field,)) if self.matter else (0, 1)
        return Problem(self.path, line + 1, column, field, code, value, nearest, allowed)


@dataclass(frozen=True, slots=True)
class FileSource:
    """One file that readers will get: offered by a material or shown on a page."""

    path: str
    """As shown to people: ``catalogue/files/cards/alphabet.pdf``."""
    size: int
    """Bytes."""
    open: Callable[[], BinaryIO]
    """Opens it to read from; whoever opens it closes it."""

    @property
    def suffix(self) -> str:
        """Ending of its name in lower case, without the dot."""
        return self.path.rpartition("/")[2].rpartition(".")[2].lower()

    def read(self, most: int) -> bytes:
        """Return its first ``most`` bytes."""
        with self.open() as stream:
            return stream.read(most)

    def problem(
        self, code: str, value: str = "", nearest: str = "", allowed: str = "", place: str = ""
    ) -> Problem:
        """Return a problem with the file; ``place`` tells where in it: a page, a sheet, a part."""
        return Problem(self.path, 1, 1, place, code, value, nearest, allowed)


RecordCheck = Callable[[RecordSource], Iterable[Problem]]
PageCheck = Callable[[PageSource], Iterable[Problem]]
FileCheck = Callable[[FileSource], Iterable[Problem]]

NO_PROBLEMS: Final[tuple[Problem, ...]] = ()
