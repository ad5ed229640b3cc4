"""What stands around a text in both files: brand, note, licence, dates."""

from datetime import UTC, datetime
from typing import Final

from tirek import Language
from tirek.documents.manuscript import Manuscript
from tirek.views.voice import MONTHS, NO_BREAK
from tirek.wording import words_of

REGIONS: Final[dict[Language, str]] = {"kk": "KZ", "ru": "RU"}
"""Region of the language that a document is marked with."""

_YEAR: Final[dict[Language, str]] = {"kk": "ж.", "ru": "г."}


def words_around(manuscript: Manuscript) -> dict[str, str]:
    """Return the words around a text in its language, by their names in the wording."""
    lang, day = manuscript.lang, manuscript.date
    name = MONTHS[lang][day.month - 1]
    said = f"{day.day}{NO_BREAK}{name} {day.year}{NO_BREAK}{_YEAR[lang]}"
    return {name: both[lang].format(date=said) for name, both in words_of("documents").items()}


def epoch(manuscript: Manuscript) -> int:
    """Return the date of a text in seconds since 1970, at midnight UTC."""
    day = manuscript.date
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
