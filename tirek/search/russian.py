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


PARTICIPLE: Final = "ирован"
"""Ends what kept its -н: финансирование and финансированный are one."""


_PAIRS: Final = (
    # nouns that look like verbs in some of their forms
    "орга:орган материа:материал экра:экран казахста:казахстан аста:астан оралма:оралман "
    "обм:обмен нача:начал термина:терминал медиапла:медиаплан порта:портал филиа:филиал "
    "потенциа:потенциал персона:персонал журна:журнал кана:канал идеа:идеал "
    # a vowel that comes and goes
    "площадок:площадк оценок:оценк отметок:отметк ссылок:ссылк картинок:картинк ошибок:ошибк "
    "карточек:карточк папок:папк заявок:заявк справок:справк проверок:проверк закладок:закладк "
    "памяток:памятк девочек:девочк списк:список порядк:порядок подростк:подросток "
    "ребенк:ребенок рисунк:рисунок участк:участок кружк:кружок недостатк:недостаток "
    "заголовк:заголовок звонк:звонок листк:листок образц:образец "
    "денег:деньг игрушек:игрушк книжек:книжк поездок:поездк путевок:путевк дорожек:дорожк "
    "медсестер:медсестр ставок:ставк надбавок:надбавк методичек:методичк разработок:разработк "
    "стажировок:стажировк колясок:коляск прогулок:прогулк мамочек:мамочк нянечек:нянечк"
)
CUT: Final = tuple(_PAIRS.split())
"""Stems of ours that should be one, and the one: орган, органов; площадок, площадка."""
_CUT: Final = dict(pair.split(":") for pair in CUT)


def stem(word: str) -> str:
    """Return the stem of a folded ``word``."""
    found: str = _stemmer().stemWord(word)
    if found.endswith(PARTICIPLE):
        found = found[:-1]
    return word if len(found) < LEAST else _CUT.get(found, found)


def table() -> dict[str, list[str]]:
    """Return endings by table: an ending with ``+`` before it wants а or я before itself.

    ``cut`` has what `CUT` has, ``short`` what loses its last letter.
    """
    return {"cut": list(CUT), "short": [PARTICIPLE]} | {
        name: [
            ("+" if name in _AFTER_A and row.result == 1 else "") + row.s
            for row in getattr(RussianStemmer, f"a_{number}")
        ]
        for number, name in enumerate(TABLES)
    }


_AFTER_A: Final = frozenset({"gerund", "participle", "verb"})
