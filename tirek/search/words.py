"""The words of a text, folded: what documents and queries are made of.

The twin of ``overrides/assets/search/engine/words.js``; a test compares them.
"""

import re
from typing import Final

from tirek.text import fold

_UNSEEN: Final = re.compile("[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]")
"""Stress marks, soft hyphens and other signs inside a word that are no part of it."""

_TOKEN: Final = re.compile(
    r"[0-9]+(?:[.,][0-9]+)+"  # 4.2.4
    "|[0-9a-z\u0430-\u04ff]+(?:[-\u2010\u2011'\u2019\u02bc][0-9a-z\u0430-\u04ff]+)*"
)


def folded(text: str) -> str:
    """Return ``text`` folded, without signs inside words that nobody types."""
    return _UNSEEN.sub("", fold(text))


def grouped(text: str) -> str:
    """Return ``text`` with apostrophes in numbers that are written in groups: ``94 266``."""
    return _GROUPED.sub(lambda found: found[1] + _GAP.sub("'", found[2]), text)


def words_in(text: str) -> list[str]:
    """Return the folded words of ``text`` in order.

    A word with hyphens or apostrophes gives its parts, and last the whole written as one:
    ``ата-ана`` gives ``ата``, ``ана``, ``атаана``. So does a number in groups: ``94 266``.
    Numbers of clauses stay whole: ``4.2.4``.
    """
    found = []
    for token in _TOKEN.findall(folded(grouped(text))):
        parts = _PART.findall(token)
        if len(parts) == 1:
            found += parts
        elif _NUMBER.fullmatch(token):
            found.append(token.replace(",", "."))
        else:
            found += parts
            whole = "".join(parts)
            if whole.isalpha() or (whole.isdigit() and "'" in token):
                found.append(whole)
    return found


_PART: Final = re.compile("[0-9a-z\u0430-\u04ff]+")
_NUMBER: Final = re.compile("[0-9.,]+")
_SIGN: Final = "0-9A-Za-z\u0400-\u04ff"
_GAP: Final = re.compile("[ \u00a0\u2009\u202f]")
_GROUPED: Final = re.compile(
    rf"(^|[^{_SIGN}.,])([0-9]{{1,3}}(?:{_GAP.pattern}[0-9]{{3}})+)(?![{_SIGN}]|[.,][0-9])"
)
