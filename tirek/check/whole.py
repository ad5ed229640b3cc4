"""What is doubtful between records, pages and files that are right one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tirek import Language
from tirek.check.catalogue import Finding
from tirek.check.sources import PageSource
from tirek.model.catalogue import Catalogue
from tirek.model.translation import MARK, MAY_LACK, OTHER, lent_places


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole project as a check between its parts sees it."""

    catalogue: Catalogue
    """What could be typed."""
    pages: Sequence[PageSource]
    """Hand-written pages of both languages."""
    files: frozenset[str]
    """Paths of files that readers get."""


BetweenCheck = Callable[[Whole], Iterable[Finding]]


def units_without_page(whole: Whole) -> Iterator[Finding]:
    """Yield each unit that no hand-written page tells of."""
    told = set()
    for page in whole.pages:
        data = page.matter.data if page.matter else None
        if isinstance(data, dict):
            told.add(data.get("unit"))
    for name in whole.catalogue.units:
        if name not in told:
            yield Finding("units", name, (), "unit-no-page", name)


def marks_not_needed(whole: Whole) -> Iterator[Finding]:
    """Yield each record that is marked as not translated and has all its texts by now."""
    told = {
        (page.lang, page.matter.data.get("unit"))
        for page in whole.pages
        if page.matter and isinstance(page.matter.data, dict)
    }
    for folder in MAY_LACK:
        for name, record in whole.catalogue.of_kind(folder).items():
            lang: Language | None = getattr(record, MARK, None)
            if lang is None or any(lent_places(record)):
                continue
            other_tells = folder == "units" and (OTHER[lang], name) in told
            if not other_tells or (lang, name) in told:
                yield Finding(folder, name, (MARK,), "mark-not-needed")


_VIDEO: Final = frozenset({"mp4", "webm"})
_SPOKEN: Final = frozenset(
    {"captions", "closedCaptions", "openCaptions", "transcript", "signLanguage"}
)
"""Features of a video that tell in another way what is said in it."""


def videos_without_words(whole: Whole) -> Iterator[Finding]:
    """Yield each video of which no record says how a deaf person follows it.

    ``accessibility.features: [none]`` is an answer too: a reader is told.
    """
    for material in whole.catalogue.materials.values():
        told = frozenset(material.accessibility.features if material.accessibility else ())
        for index, file in enumerate(material.files):
            if file.format in _VIDEO and not told & (_SPOKEN | {"none"}):
                loc = ("files", index, "path")
                yield Finding("materials", material.id, loc, "video-no-captions")


_SPELLINGS: Final = {"jpeg": "jpg", "htm": "html"}


def formats_not_as_named(whole: Whole) -> Iterator[Finding]:
    """Yield each file whose record says another format than its name ends with.

    That the content is what the name says is looked at in the file itself.
    """
    for material in whole.catalogue.materials.values():
        for index, file in enumerate(material.files):
            ending = file.path.rpartition(".")[2].lower()
            ending = _SPELLINGS.get(ending, ending)
            if ending != file.format:
                loc = ("files", index, "format")
                yield Finding("materials", material.id, loc, "format-not-as-named", nearest=ending)


def files_without_licence(whole: Whole) -> Iterator[Finding]:
    """Yield each material whose files we hand on without knowing whether we may."""
    for material in whole.catalogue.materials.values():
        if material.files and material.licence == "unknown":
            yield Finding("materials", material.id, ("licence",), "licence-unknown")
