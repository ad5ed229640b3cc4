"""Records looked through: what their fields say is shown to everybody."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from tirek.check.sources import RecordSource, Words
from tirek.inspection.class_lists import class_lists
from tirek.inspection.field_markup import field_markup
from tirek.inspection.invisible import invisible_signs
from tirek.inspection.private import OF_ANYBODY, inspectors_for
from tirek.inspection.spots import Spot, TextInspector
from tirek.problem import Problem

MAX_TEXT: Final = 8000
"""Characters of one field; the longest of ours have 900. Nobody reads more in a record."""

_CONTACTS: Final = "contacts"
_NAMES_OF_AUTHORS: Final = (("authors",), ("publisher",), ("review",), ("names",))
"""Fields where people and schools named after people are to be named."""


def inspected_record(record: RecordSource) -> Iterator[Problem]:
    """Yield what is private or unsafe in the texts of ``record``."""
    whole = "\n".join(words.text for words in record.words if len(words.text) <= MAX_TEXT)
    anywhere = inspectors_for(whole)
    in_contacts = tuple(inspector for inspector in anywhere if inspector not in OF_ANYBODY)
    for words in record.words:
        if len(words.text) > MAX_TEXT:
            place = record.document.mark(words.loc)
            field = ".".join(map(str, words.loc))
            length = str(len(words.text))
            path = record.document.path
            yield Problem(path, *place, field, "value-too-long", length, allowed=str(MAX_TEXT))
        else:
            inspectors = in_contacts if words.loc[:1] == (_CONTACTS,) else anywhere
            for spot in _spots(words.text, inspectors):
                yield _at(record, words, spot)
    yield from _lists(record)


@lru_cache(maxsize=2**14)
def _spots(text: str, inspectors: tuple[TextInspector, ...]) -> tuple[Spot, ...]:
    """Return what is in one text; many records say the same of publisher, place and need."""
    found = (inspector(text) for inspector in (field_markup, invisible_signs, *inspectors))
    return tuple(spot for spots in found for spot in spots)


def _lists(record: RecordSource) -> Iterator[Problem]:
    """Yield lists of children that stand in a list of the record, a name an item."""
    items = (words for words in record.words if words.loc and isinstance(words.loc[-1], int))
    for loc, group in groupby(items, key=lambda words: words.loc[:-1]):
        listed = list(group)
        if len(listed) > 2 and loc[:1] not in _NAMES_OF_AUTHORS:
            for spot in class_lists("\n".join(words.text for words in listed)):
                yield record.problem(loc, spot.code, spot.value)


def _at(record: RecordSource, words: Words, spot: Spot) -> Problem:
    """Return ``spot`` as a problem where its signs stand in the file."""
    end = spot.position + max(1, len(spot.value))
    part = words.text[spot.position : end]
    there = part if part == spot.value else part[:1]
    place = record.document.place_of(words.loc, there)
    field = ".".join(map(str, words.loc))
    path = record.document.path
    return Problem(path, *place, field, spot.code, spot.value, spot.nearest, spot.allowed)
