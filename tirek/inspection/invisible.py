"""Signs that a reader does not see and that change what is read: bidirectional, invisible.

A soft hyphen and a zero-width joiner have their uses and pass there: between letters, inside
an emoji or between letters of the Arabic script, in which Kazakh is written too.
"""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.spots import Spot

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff\ue000-\uf8ff\U000f0000-\U0010ffff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"
)
_BETWEEN_LETTERS: Final = "\u00ad"
_JOINERS: Final = "\u200c\u200d"
_EMOJI: Final = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")


def invisible_signs(text: str) -> Iterator[Spot]:
    """Yield every invisible sign, named by its code point."""
    for found in _INVISIBLE.finditer(text):
        at = found.start()
        if not _has_its_use(text[at - 1 : at], found[0], text[at + 1 : at + 2]):
            yield Spot(at, "safety-invisible", f"U+{ord(found[0]):04X}")


def _has_its_use(before: str, sign: str, after: str) -> bool:
    if sign == _BETWEEN_LETTERS:
        return before.isalpha() and after.isalpha()
    if sign not in _JOINERS:
        return False
    return any(script.match(before) and script.match(after) for script in (_EMOJI, _ARABIC))
