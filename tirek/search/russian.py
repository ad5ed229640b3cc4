"""Russian stems: Snowball's algorithm, and its tables for the browser.

The tables are read from the installed ``snowballstemmer``, whose output is the measure: the
browser's interpreter (``overrides/assets/search/engine/russian.js``) gets them with the index
and agrees word for word, which a test checks.
"""

from functools import cache
from typing import Any, Final

import snowballstemmer
from snowballstemmer.russian_stemmer import RussianStemmer

TABLES: Final = ("gerund", "adjective", "participle", "reflexive", "verb", "noun")
"""Names of the algorithm's first tables of endings, in the order of the package's."""


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("russian")


LEAST: Final = 3
"""Letters of a stem; with fewer a word stays whole: НАО is not the preposition на."""


def stem(word: str) -> str:
    """Return the stem of a folded ``word``."""
    found: str = _stemmer().stemWord(word)
    return found if len(found) >= LEAST else word


def table() -> dict[str, list[str]]:
    """Return endings by table: an ending with ``+`` before it wants а or я before itself."""
    return {
        name: [
            ("+" if name in _AFTER_A and row.result == 1 else "") + row.s
            for row in getattr(RussianStemmer, f"a_{number}")
        ]
        for number, name in enumerate(TABLES)
    }


_AFTER_A: Final = frozenset({"gerund", "participle", "verb"})
