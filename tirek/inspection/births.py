"""Birth dates of living people beside their names."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.persons import INITIALS, names_in
from tirek.inspection.spots import Spot

NEAR: Final = 90
"""Characters within which a name stands beside a date."""
OLDEST: Final = 1940
"""Births before are history: founders of schools, authors of methods."""

_MONTHS: Final = (
    "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
DATE: Final = re.compile(
    rf"(?<![\d.])(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?P<a>(?:19|20)\d\d)"
    rf"|(?P<b>(?:19|20)\d\d)[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12]\d|3[01])"
    rf"|(?:0?[1-9]|[12]\d|3[01])[ \u00a0](?:{_MONTHS})[ \u00a0](?P<c>(?:19|20)\d\d)"
    rf"|(?P<d>(?:19|20)\d\d)[ \u00a0]жыл[а-яғы]{{0,4}}[ \u00a0](?:0?[1-9]|[12]\d"
    rf"|3[01])[ \u00a0](?:{_MONTHS}))(?!\d)",
    re.IGNORECASE,
)
BIRTH: Final = re.compile(
    r"туған|туылған|дүниеге келген|\bт\.[ ]?ж\.|\bж\.[ ]?т\.|родил|рожд|\bд\.?[ ]?р\.|\bг\.[ ]?р\."
    r"|\bдата рожд"
    r"|\bрод\.|\bborn\b",
    re.IGNORECASE,
)


_SIGNS: Final = (
    *("туған", "туылған", "дүниеге", "родил", "рожд", "born", "род."),
    *("т.ж", "т. ж", "ж.т", "ж. т", "д.р", "д. р", "др.", "д р", "г.р", "г. р"),
)
"""What each word for a birth has in it: these are quick to look for, and most texts have none."""


def birth_dates(text: str) -> Iterator[Spot]:
    """Yield each date that the text calls a birth, beside a name."""
    if "19" not in text and "20" not in text:
        return
    lower = text.lower()
    if not any(map(lower.__contains__, _SIGNS)):
        return
    for found in _dates(text):
        year = int(next(group for group in found.groups() if group))
        if year < OLDEST:
            continue
        begin, end = max(0, found.start() - NEAR), found.end() + NEAR
        around = text[begin:end]
        if BIRTH.search(around) and (any(names_in(around)) or INITIALS.search(around)):
            yield Spot(found.start(), "privacy-birth-date", found[0])


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates near the words for a birth; elsewhere nothing needs to be looked for."""
    end = 0
    for birth in BIRTH.finditer(text):
        begin = max(end, birth.start() - NEAR - _LONGEST)
        reach = birth.end() + NEAR + _LONGEST
        for found in DATE.finditer(text, begin, reach):
            yield found
            end = found.end()
        end = max(end, reach - _LONGEST)


_LONGEST: Final = 40
"""Characters of a date, and more."""
