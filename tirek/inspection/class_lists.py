"""Lists of children: several full names, a row each or in a row."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.births import DATE
from tirek.inspection.persons import INITIALS, names_in
from tirek.inspection.spots import Spot

FEWEST: Final = 3
"""Names that make a list, where the text speaks of children."""
MANY: Final = 6
"""Names in rows that make a list by themselves."""
BEFORE: Final = 300
"""Characters before a list in which it is called one of children."""

_ROW: Final = re.compile(r"[ \t|>*+•–-]*(?:№?[ ]?\d{1,3}[.)|,;\t ]{1,4})?[ \t|]*")
_CHILDREN: Final = re.compile(
    r"оқушы|балалар|тәрбиеленуші|сынып|класс|ученик|учащ|воспитанник|дети\b|детей|список|тізім"
    r"|топ(?:\b|тың)|группа|\bФИО\b|аты-жөні|ТАӘ"
    r"|ата-ана|родител",
    re.IGNORECASE,
)
_HINTS: Final = (
    *("оқушы", "балалар", "тәрбиеленуші", "сынып", "класс", "ученик", "учащ", "воспитанник"),
    *("дети", "детей", "список", "тізім", "топ", "группа", "фио", "аты-жөні", "таә", "ата-ана"),
    "родител",
)
"""One of these, in small letters, is in all that _CHILDREN finds; to look for them is quick."""
_CAPITAL: Final = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_SECOND: Final = re.compile(r"[ \u00a0\t](?<=\w.)[ \u00a0\t]{0,2}[А-ЯЁӘҒҚҢӨҰҮҺІ]")
"""Where a word in capitals follows another word with nothing but blanks between: once in each
whole name, and seldom elsewhere. The blank comes first, for it is quick to look for."""
_GROWN: Final = re.compile(
    r"автор|әдіскер|методист|педагог|мұғалім|учител|логопед|дефектолог|психолог|директор|басшы"
    r"|маман|специалист|профессор|доктор"
    r"|доцент|кандидат|құрастыр|составител|редактор|рецензент|тәрбиеші|воспитател[ьяи]|тьютор"
    r"|координатор|министр|комисси|кеңес"
    r"|член|мүше|төраға|председател|секретар|эксперт|сарапшы|серіктес|эксперт|автор",
    re.IGNORECASE,
)


def class_lists(text: str) -> Iterator[Spot]:
    """Yield the beginning of every list of children's names."""
    # Names of a list have two words in capitals each, or a letter and a word: most texts have not.
    if len(_CAPITAL.findall(text)) < 2 * FEWEST:
        return
    if text.count("\n") >= FEWEST - 1:
        yield from _in_rows(text)
    if text.count(",") + text.count(";") >= FEWEST - 1:
        yield from _in_one_line(text)


def _in_rows(text: str) -> Iterator[Spot]:
    rows: list[tuple[int, str, str]] = []
    gaps = 0
    position = 0
    for line in (*text.split("\n"), "", "", ""):
        name = _row_name(line)
        if name is not None:
            rows.append((position + name[0], name[1], line))
            gaps = 0
        else:
            gaps += 1
            if gaps > 2:  # table rules and blank lines stand between rows
                yield from _list(text, rows)
                rows = []
        position += len(line) + 1


def _row_name(line: str) -> tuple[int, str] | None:
    """Return the name that a row begins with, and how far in it stands."""
    if len(line) > 400 or not line.strip():
        return None
    begin = _ROW.match(line)
    at = begin.end() if begin else 0
    for name in names_in(line[:200]):
        if name.start <= at + 1 and name.whole:
            return name.start, line[name.start : name.end]
        break
    found = INITIALS.match(line, at)
    return (at, found[0]) if found else None


def _list(text: str, rows: list[tuple[int, str, str]]) -> Iterator[Spot]:
    if len(rows) < FEWEST:
        return
    grown = sum(bool(_GROWN.search(line)) for _, _, line in rows)
    start = rows[0][0]
    before = text[max(0, start - BEFORE) : start]
    dated = sum(bool(DATE.search(line)) for _, _, line in rows)
    children = bool(_CHILDREN.search(before)) and not _GROWN.search(before[-120:])
    if grown * 2 < len(rows) and (children or dated * 2 >= len(rows) or _are_whole(rows)):
        yield Spot(start, "privacy-class-list", rows[0][1])


def _are_whole(rows: list[tuple[int, str, str]]) -> bool:
    """Return whether there are many names, written out and without anything beside them."""
    bare = sum(1 for _, name, line in rows if "." not in name and len(line.split()) <= 6)
    return bare >= MANY


def _in_one_line(text: str) -> Iterator[Spot]:
    position = 0
    for line in text.split("\n"):
        if (
            line.count(",") + line.count(";") >= FEWEST - 1
            and len(_SECOND.findall(line)) >= FEWEST
            and any(map(line.lower().__contains__, _HINTS))
            and _CHILDREN.search(line)
        ):
            whole = [name for name in names_in(line[:3000]) if name.whole]
            if len(whole) >= FEWEST and not _GROWN.search(line):
                first = whole[0]
                yield Spot(
                    position + first.start, "privacy-class-list", line[first.start : first.end]
                )
        position += len(line) + 1
