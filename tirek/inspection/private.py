"""Everything private that a text may hold, by one call."""

from collections.abc import Iterator
from typing import Final

from tirek.inspection.births import birth_dates
from tirek.inspection.class_lists import class_lists
from tirek.inspection.contacts import FEWEST_DIGITS, private_mails, private_phones
from tirek.inspection.diagnoses import may_name_diagnoses, named_diagnoses
from tirek.inspection.identification import identification_numbers
from tirek.inspection.spots import Spot, TextInspector, has_digits

OF_CHILDREN: Final[tuple[TextInspector, ...]] = (
    identification_numbers,
    birth_dates,
    named_diagnoses,
    class_lists,
)
"""What never belongs on the site, in whatever field or file."""

OF_ANYBODY: Final[tuple[TextInspector, ...]] = (private_phones, private_mails)
"""What belongs in the fields of contacts only."""


def inspectors_for(text: str) -> tuple[TextInspector, ...]:
    """Return who may find something in parts of ``text``; most need not look at each of them."""
    numbers = has_digits(text, FEWEST_DIGITS)
    return tuple(
        inspector
        for inspector in (*OF_CHILDREN, *OF_ANYBODY)
        if (numbers or inspector not in _OF_NUMBERS)
        and (inspector is not named_diagnoses or may_name_diagnoses(text))
    )


_OF_NUMBERS: Final = frozenset({identification_numbers, private_phones})


def private_spots(text: str, *, contacts: bool = False) -> Iterator[Spot]:
    """Yield what is private in ``text``; in fields of ``contacts`` a phone and a mail are not."""
    for inspector in OF_CHILDREN if contacts else (*OF_CHILDREN, *OF_ANYBODY):
        yield from inspector(text)
