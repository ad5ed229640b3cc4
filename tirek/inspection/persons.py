"""Names of people in Kazakh and Russian text.

A name counts where it is written out: a patronymic, or a given name beside a family name.
Initials with a family name are a weaker sign: so authors and officials are named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tirek.inspection.given_names import is_given_name
from tirek.text import fold

_UP: Final = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_LOW: Final = "а-яёәғқңөұүһі"
_WORD: Final = rf"[{_UP}](?:[{_LOW}]{{1,24}}|[{_UP}]{{1,24}})(?:-[{_UP}][{_UP}{_LOW}]{{1,24}})?"
_RUN: Final = re.compile(
    rf"(?<![\w«-]){_WORD}(?:[ \u00a0\t]{{1,3}}{_WORD}){{0,7}}(?:[ ](?:ұлы|улы|қызы|кызы))?(?![\w-])"
)
_PATRONYMIC: Final = re.compile(
    r"\w{2,30}(?:ович|евич|ьич|мич|тич|кич|овн|евн|ьичн|инич?н|ичн|ұлы|улы|қызы|кызы|гызы|ғызы)"
    r"(?:а|у|ем|ом|е|ой|ы|ю|на|ның|нің|ға|ге|мен)?",
    re.IGNORECASE,
)
_FAMILY: Final = re.compile(
    r"\w{2,30}(?:[оеё]в|ин|ын|ск(?:ий|ого|ому|им|ом)|цк(?:ий|ого|ому|им|ом)|[оеё]ва|ина|ына|ская"
    r"|ской|скую|цкая|цкой"
    r"|[оеё]вой|иной|ыной|[оеё]ву|ину|енко|чук|щук|юк|ян|дзе|ли|[иы]х|бай|бек|хан|бекова?|баева?)"
    r"(?:а|у|ым|ом|е|ы|тың|тің|ның|нің|дың|дің|қа|ке|ға|ге|пен|мен|бен)?",
    re.IGNORECASE,
)
_CHILD_OF: Final = ("ұлы", "улы", "қызы", "кызы")
_WORDS_TOO: Final = """
Алматы Мақсат Мақсаты Мақсатқа Мақсаттан Мақсатты Кеңес Кеңесті Кеңеске Кіру Әділет Әділеттік Абай
Жамбыл Болат Дархан Алтынай Дана Дара Бақыт Береке Дидар Үміт Серік Еңбек Вера Надежда Любовь
Роман Рахат Маржан Жұлдыз Арман Бақыты Лев Куат Қуат Нур Нұр Мир Арай Аян Аяна Дина Тараз Астана
Ислам Рамазан Дастан Есен Манас Махаббат Роза Толқын Сауран Қасиет Ақтоты Абзал Шұғыла Шапағат
Қымбат Шырын Балауса Қарлығаш Аманат Клим Лада Назар
"""
_ALSO_WORDS: Final = frozenset(fold(word) for word in _WORDS_TOO.split())
"""Given names that are also words or places; one of them alone is no person."""
INITIALS: Final = re.compile(
    rf"(?<!\w)(?:{_WORD}[ \u00a0]{{1,2}}[{_UP}]\.(?:[ \u00a0]?[{_UP}]\.)?"
    rf"|[{_UP}]\.[ \u00a0]?(?:[{_UP}]\.[ \u00a0]?)?{_WORD})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a text."""

    start: int
    """Characters before it."""
    end: int
    """Characters before what follows it."""
    whole: bool
    """Whether family name and given name are both there."""


def names_in(text: str) -> Iterator[Name]:
    """Yield names that are written out, in order."""
    for run in _RUN.finditer(text):
        found = _name_in(run[0])
        if found is not None:
            start, end, whole = found
            yield Name(run.start() + start, run.start() + end, whole)


def _name_in(run: str) -> tuple[int, int, bool] | None:
    """Return where in a run of words in capitals a name begins and ends, and if it is whole."""
    words = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[\w-]+", run)]
    if len(words) > 2 and words[-1][2] in _CHILD_OF:
        return words[max(0, len(words) - 4)][0], words[-1][1], True
    for at, (start, end, word) in enumerate(words):
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if _PATRONYMIC.fullmatch(word) and before is not None:
            first = words[at - 2] if at > 1 else before
            whole = at > 1 or (after is not None and bool(_FAMILY.fullmatch(after[2])))
            return first[0], after[1] if whole and at == 1 and after else end, whole
        if is_given_name(word):
            if before is not None and _FAMILY.fullmatch(before[2]):
                return before[0], end if after is None else _with_patronymic(after, end), True
            if after is not None and _FAMILY.fullmatch(after[2]):
                return start, after[1], True
    for start, end, word in words:
        if is_given_name(word) and fold(word) not in _ALSO_WORDS:
            return start, end, False
    return None


def _with_patronymic(word: tuple[int, int, str], end: int) -> int:
    return word[1] if _PATRONYMIC.fullmatch(word[2]) else end
