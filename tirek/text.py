"""Letters of Kazakh and Russian: folding, order, plural forms.

The only module that knows them; search, lists and messages call it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, Literal, TypeVar

from tirek import Language

T = TypeVar("T")
PluralForm = Literal["one", "few", "many"]

KAZAKH_ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The Kazakh Cyrillic alphabet; Russian letters keep their order inside it."""

RUSSIAN_KEYBOARD: Final = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
_DIGITS: Final = re.compile(r"\d+")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_SOUNDS: Final = (
    "a a b v g g d e yo zh z i y k q l m n n o o p r s t u u u f h kh ts ch sh shch - y i - e yu ya"
)
_LATIN_OF: Final = {
    letter: sound.replace("-", "")
    for letter, sound in zip(KAZAKH_ALPHABET, _SOUNDS.split(), strict=True)
}
"""Latin letters of each Cyrillic one; the hard and soft signs are silent."""
_SHELF: Final = {
    **{code: " " for code in range(0x80) if not chr(code).isalnum()},
    **{ord(mark): None for mark in "\"'`´’‘ʼ«»“”„(){}[].,;:!?…№#*_"},
    **{ord(dash): " " for dash in "-‐‑–—/\\|+&\u00a0"},
    **{ord(letter): chr(0x3A + rank) for rank, letter in enumerate(KAZAKH_ALPHABET + _LATIN)},
}
"""Code points that sort by plain comparison: blank, digits, Cyrillic, Latin, others.

Ours take the places from "9" up to 0x7D, which nothing else uses; others keep their own.
"""


def normal(text: str) -> str:
    """Return ``text`` in NFC with runs of white space made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return ``text`` as a Russian keyboard without Kazakh letters would type it.

    Lower case, NFC, ё as е, Kazakh letters as their Russian look-alikes. й stays й.
    Folding twice changes nothing.
    """
    # Decomposed before case is folded, as Unicode asks (chapter 3.13, D145): ᾳ has two spellings.
    folded = unicodedata.normalize("NFD", text).casefold()
    folded = unicodedata.normalize("NFC", folded).translate(RUSSIAN_KEYBOARD)
    # A look-alike may join a mark that its letter could not: и from і takes a breve, й.
    return folded if folded == text else fold(folded)


def latin(text: str) -> str:
    """Return ``text`` in lower-case Latin letters, digits and single hyphens, for names of files.

    Each letter by sound, as road signs and passports do; what has none is a hyphen.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    spelled = "".join(_LATIN_OF.get(letter, letter) for letter in lowered)
    return "-".join(re.findall(r"[a-z0-9]+", spelled))


def collation_key(text: str) -> tuple[str, str]:
    """Return a sort key: Kazakh alphabet order, numbers by value, punctuation ignored.

    Digits come before Cyrillic letters and these before all others, as on a Kazakh
    library shelf. Equal keys fall back to the text itself, so the order is total.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    padded = _DIGITS.sub(lambda run: run[0].zfill(12), lowered)
    return " ".join(padded.translate(_SHELF).split()), text


def collated(items: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """Return ``items`` sorted by the text that ``key`` gives, as Kazakh sorts."""
    return sorted(items, key=lambda item: collation_key(key(item)))


_IN_LATIN: Final = {
    **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziyklmnoprstufhye", strict=True)),
    **dict(zip("әғқңөұүһі", "agqnouuhi", strict=True)),
    **{"ё": "yo", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"},
    **{"ъ": "", "ь": ""},
}


def plain_name(text: str) -> str:
    """Return ``text`` as a name of small Latin letters, digits and "-", "x" where none is left.

    For names of files only: it is no transliteration that any standard knows.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    latin = "".join(_IN_LATIN.get(letter, letter) for letter in lowered)
    return "-".join(re.findall("[a-z0-9]+", latin)) or "x"


def plural_form(lang: Language, number: int) -> PluralForm:
    """Return the CLDR plural category of a whole ``number``.

    Kazakh nouns keep the singular after a numeral, so there it is always ``one``.
    Source: Unicode CLDR, plural rules of kk (as a counted noun) and ru.
    """
    if lang == "kk":
        return "one"
    tens, ones = abs(number) % 100, abs(number) % 10
    if ones == 1 and tens != 11:
        return "one"
    if ones in (2, 3, 4) and tens not in (12, 13, 14):
        return "few"
    return "many"
