"""Names of children beside a diagnosis, in Kazakh and Russian."""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.persons import INITIALS, names_in
from tirek.inspection.spots import Spot

NEAR: Final = 110
"""Characters within which a name stands beside a diagnosis."""

_BEGINNINGS: Final = """
диагноз аути даун эпилеп церебрал отстал ақыл-ой задержк психикалық тугоух нашар
керең слабовид незряч зағип шизофрен инвалид мүгедек олигофрен дебил имбецил гиперактив
дислекс дисграф алали заикани тұтығ кекеш слабоуми глух слеп нарушени диабет туберкул лейкоз
саңырау соқыр мылқау естімейтін көрмейтін бұзыл қояншық ақыл-ес
"""
_STEMS: Final = tuple(_BEGINNINGS.split())
"""What diagnoses in words begin with: looked for first, since most texts have none."""
_IN_WORDS: Final = re.compile(
    r"\bдиагноз\w*|аутис|аутизм|синдром\w* дауна|даун синдром|эпилеп|церебрал|умственн\w+ отстал"
    r"|слабоуми|ақыл-(?:ой|ес)[ыі]?(?:ның|нің)? (?:кем|арт|даму)"
    r"|задержк\w+ (?:псих|речев|развит)|психикалық даму\w* (?:теж|кеш)"
    r"|тугоух|нашар ест|керең|слабовид|нашар көр|незряч|зағип"
    r"|шизофрен|инвалидност|инвалид\b|мүгедек|олигофрен|дебил|имбецил|гиперактив|дислекс|дисграф"
    r"|алали[яей]|заикани|тұтығ|кекеш|сахарн\w+ диабет|қант диабет|туберкул|лейкоз|қояншық"
    r"|нарушени\w+ (?:слуха|зрения|речи|интеллект|опорно)"
    r"|(?:есту|көру|сөйлеу|зият\w{0,4}|интеллект\w{0,4})(?: қабілет\w{0,6}| тіл\w{0,5})? бұзыл"
    r"|глухонем|(?:глух|слеп)(?:ой|ая|ого|ую)\b|саңырау|соқыр|мылқау"
    r"|(?:естімейтін|көрмейтін) (?:бала|оқушы)"
)
_IN_LETTERS: Final = re.compile(
    r"\b(?:ДЦП|БЦП|БЦС|РАС|АСБ|АСД|ЗПР|ЗРР|ЗПРР|ПДТ|ПДК|ОНР|ТНР|ФФН|ТМНР|УО|СДВГ|[FG]\d\d(?:\.\d)?)\b"
)
"""Abbreviations, and codes of the International Classification of Diseases."""
_LETTERS_BEGIN: Final = re.compile(r"[FGАБДЗОПРСТУФ][\dА-Я]")
"""What each of these begins with: a set of first signs is quick to look for."""
_CHILD: Final = (
    r"ученик\w*|ученица|ученицы|ученице|учащ\w+|воспитанни\w+|реб[её]н\w+|мальчик\w*|девочк\w+"
    r"|сын\w*|доч\w+|внук\w*|внучк\w+|школьник\w*"
    r"|оқушы\w*|тәрбиеленуші\w*|шәкірт\w*|бүлдіршін\w*|бала(?:м|сы|мыз|ңыз)?(?:ның)?"
    r"|(?:ұл|қыз)(?:ы|ым|ымыз|ыңыз)(?:ның)?|(?:ұл|қыз) бала(?:сы)?|немере\w*|пациент\w*"
    r"|емделуші\w*"
)
_CHILD_BEFORE: Final = re.compile(rf"(?:{_CHILD})[ \u00a0,:«(–-]{{1,4}}\Z", re.IGNORECASE)
_AGE: Final = re.compile(
    r"\b\d{1,2}[ \u00a0](?:лет|года?|жас\w*|жасар|класс\w*|сынып\w*)\b"
    r"|\b\d{1,2}[ ]?[«\"]?[А-ЯӘ][»\"]?[ ](?:класс|сынып)|\bг\.[ ]?р\.|\bж\.[ ]?т\."
    r"|\b(?:диагноз\w*)\s{0,2}[:–-]",
    re.IGNORECASE,
)
_PROFESSION: Final = re.compile(
    r"автор|әдіскер|методист|методик|әдістеме|педагог|мұғалім|учител|логопед|дефектолог|психолог"
    r"|директор|басшы|маман"
    r"|специалист|профессор|доктор|доцент|кандидат|ғалым|учен(?:ый|ого|ые|ая)\b|құрастыр"
    r"|составител|редактор|рецензент|атындағы"
    r"|имени\b|\bим\.|тәрбиеші|воспитател|тьютор|координатор|министр|президент|основател|негізін"
    r"|зертте|исследов|шкала|тест\b"
    r"|синдром[ ](?!дауна)|врач|дәрігер|терапевт|изда|баспа|книг|кітап|университет|институт"
    r"|академи|лауреат|писател|жазушы|ақын"
    r"|поэт|учёны|қор(?:ы|дың)\b|фонд",
    re.IGNORECASE,
)

_FAMOUS: Final = re.compile(
    r"выготск|лури[яией]|монтессори|брайл|ушинск|макаренко|сухомлинск|алтынсарин|құнанба|кунанба"
    r"|байтұрсын|байтурсын|жұмабаев"
    r"|жумабаев|аймауыт|певзнер|рубинштейн|эльконин|давыдов|леонтьев|занков|назарбаев|тоқаев"
    r"|токаев|гагарин",
    re.IGNORECASE,
)
"""Scholars, founders and heads of state, whom books name beside anything."""


def named_diagnoses(text: str) -> Iterator[Spot]:
    """Yield each name of a person beside a diagnosis.

    People who work with children are named beside diagnoses too, and so are schools after
    people. A name passes there, unless the text calls it a child's or gives an age or class.
    """
    told = -1
    for found in _diagnoses(text):
        begin, end = _sentence(text, found.start(), found.end())
        around = text[begin:end]
        for start, name, whole in _people(around):
            if _FAMOUS.search(name):
                continue
            if begin + start > told and _is_child(around, start, start + len(name), whole):
                told = begin + start
                yield Spot(told, "privacy-diagnosis", name)


def may_name_diagnoses(text: str) -> bool:
    """Return whether ``text`` or a part of it may name a diagnosis: a quick look."""
    lower = text.lower()
    if any(map(lower.__contains__, _STEMS)):
        return True
    return _LETTERS_BEGIN.search(text) is not None and _IN_LETTERS.search(text) is not None


def _diagnoses(text: str) -> list[re.Match[str]]:
    found = list(_IN_LETTERS.finditer(text)) if _LETTERS_BEGIN.search(text) else []
    lower = text.lower()
    if any(map(lower.__contains__, _STEMS)) and len(lower) == len(text):
        found += _IN_WORDS.finditer(lower)
    return sorted(found, key=re.Match.start)


def _people(text: str) -> Iterator[tuple[int, str, bool]]:
    for name in names_in(text):
        yield name.start, text[name.start : name.end], name.whole
    for found in INITIALS.finditer(text):
        yield found.start(), found[0], False


def _sentence(text: str, begin: int, end: int) -> tuple[int, int]:
    """Return the paragraph's part around a place, at most NEAR characters to each side."""
    first = max(text.rfind("\n", 0, begin) + 1, begin - NEAR)
    last = text.find("\n", end)
    return first, min(len(text) if last < 0 else last, end + NEAR)


def _is_child(text: str, start: int, end: int, whole: bool) -> bool:
    if _CHILD_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    if _AGE.search(text[max(0, start - 30) : end + 45]):
        return not _PROFESSION.search(text[max(0, start - 25) : start])
    return whole and not _PROFESSION.search(text)
