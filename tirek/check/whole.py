"""What is doubtful between records, pages and files that are right one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tirek.check.catalogue import Finding
from tirek.check.sources import PageSource
from tirek.model.catalogue import Catalogue


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
