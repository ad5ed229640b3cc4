"""Individual identification numbers (ЖСН, ИИН) in text.

Twelve digits: birth date ``YYMMDD``, century and sex (3-6: the 20th and 21st centuries),
four digits of order, check digit. Source of the form and of the check: Government decree
No. 1211 of 2007-10-12 on numbers of individuals. A business number (БСН, БИН) has 4-6 in
place of the day's tens, so it is no date and passes.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from tirek.inspection.spots import Spot, has_digits

_GAP: Final = r"[ \u00a0\u2007\u2009\u202f./_–-]?"
_TWELVE: Final = re.compile(rf"(?<!\d)(?<!\d[ \u00a0./_–-])(\d(?:{_GAP}\d){{11}})(?!{_GAP}\d)")
_NEXT: Final = r"[ \u00a0\"]{0,3}[;,|\t][ \u00a0\"]{0,3}"
_HALVES: Final = re.compile(rf"(?<!\d)(?=(\d{{6}}{_NEXT}\d{{6}})(?!\d))")
_SINGLE: Final = re.compile(
    rf"(?<!\d)(?<!\d[;,|\t])(?<!\d [;,|\t])(\d(?:{_NEXT}\d){{11}})(?!\d)(?!{_NEXT}\d(?!\d))"
)
"""Split over cells of a row as forms split it: in halves, or a digit a cell."""
_FORMS: Final = (_TWELVE, _HALVES, _SINGLE)
_LABELLED: Final = re.compile(r"\b(?:ЖСН|ИИН|IIN)\b[^\d\n]{0,12}\Z", re.IGNORECASE)

_WEIGHTS: Final = (
    (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2),
)
"""Of the first pass, and of the second where the first gives ten."""


def identification_numbers(text: str) -> Iterator[Spot]:
    """Yield every number that can be a person's.

    One whose check digit is wrong passes, unless the text calls it by its name.
    """
    if not has_digits(text, 12):
        return
    for found in chain(*(form.finditer(text) for form in _FORMS)):
        digits = "".join(str(int(sign)) for sign in found[1] if sign.isdigit())
        named = _LABELLED.search(text, max(0, found.start() - 24), found.start())
        if _is_dated(digits) and (named or _check_digit(digits[:11]) == int(digits[11])):
            yield Spot(found.start(), "privacy-number", found[1])


def _is_dated(digits: str) -> bool:
    century = {"3": 1900, "4": 1900, "5": 2000, "6": 2000}.get(digits[6])
    if century is None:
        return False
    year, month, day = (int(digits[at : at + 2]) for at in (0, 2, 4))
    try:
        date(century + year, month, day)
    except ValueError:
        return False
    return True


def _check_digit(first: str) -> int | None:
    """Return the check digit of eleven digits, or None where no number has them."""
    for weights in _WEIGHTS:
        rest = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True)) % 11
        if rest < 10:
            return rest
    return None
