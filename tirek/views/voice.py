"""How pages say things in one language: words, labels, dates, numbers, sizes."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, overload

from markupsafe import Markup, escape

from tirek import Language
from tirek.model.catalogue import Catalogue
from tirek.model.translation import OTHER, is_lent
from tirek.model.values import Both, BothLists
from tirek.text import plural_form
from tirek.wording import words_of

NO_BREAK: Final = "\u00a0"

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "kk": (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}
"""Month names as they stand after a day."""

MONTHS_ALONE: Final = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
"""Russian month names as they stand without a day; Kazakh has one form."""

MONTHS_IN: Final[Mapping[Language, tuple[str, ...]]] = {
    "kk": (
        "қаңтарда",
        "ақпанда",
        "наурызда",
        "сәуірде",
        "мамырда",
        "маусымда",
        "шілдеде",
        "тамызда",
        "қыркүйекте",
        "қазанда",
        "қарашада",
        "желтоқсанда",
    ),
    "ru": (
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре",
    ),
}
"""Month names as they say when."""

_SIZES: Final = (("КБ", 1024), ("МБ", 1024**2), ("ГБ", 1024**3))


class Foreign(str):
    """A text in the other language, which stands where this one's is not written yet.

    As HTML it says which language it is in; as a plain string it is only the text.
    """

    lang: Language

    def __new__(cls, text: str, lang: Language) -> "Foreign":
        """Return ``text``, which is in ``lang``."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made

    def __html__(self) -> str:
        """Return the text in an element of its own, escaped."""
        return str(Markup('<span lang="{}">{}</span>').format(self.lang, str(self)))


@dataclass(frozen=True)
class Voice:
    """One language's way of saying things; its methods are the templates' functions."""

    lang: Language
    catalogue: Catalogue

    def t(self, key: str, **values: object) -> str | Markup:
        """Return the interface string ``key`` with ``{name}`` places filled.

        A value that is markup makes the whole string markup.
        """
        words: str = words_of("interface")[key][self.lang]
        if not values:
            return words
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(words).format(**values))
        return words.format(**values)

    def n(self, key: str, count: int, **values: object) -> str:
        """Return the string ``key`` for ``count`` things, in the right plural form."""
        words = words_of("interface")[key][self.lang]
        if not isinstance(words, str):
            words = words[plural_form(self.lang, count)]
        filled: str = words.format(n=self.number(count), **values)
        return filled

    def forms(self, key: str) -> str | dict[str, str]:
        """Return the string ``key`` in every plural form, for scripts that count by themselves."""
        words: str | dict[str, str] = words_of("interface")[key][self.lang]
        return words

    @overload
    def text(self, both: Both) -> str: ...

    @overload
    def text(self, both: BothLists) -> tuple[str, ...]: ...

    def text(self, both: Both | BothLists) -> str | tuple[str, ...]:
        """Return a text, or a list of texts, in this language; what is lent tells its own."""
        found = both.kk if self.lang == "kk" else both.ru
        if type(found) is str or not is_lent(found):  # nearly all are plain
            return found
        other = OTHER[self.lang]
        if isinstance(found, str):
            return Foreign(found, other)
        return tuple(Foreign(text, other) for text in found)

    def label(self, scheme: str, name: str) -> str:
        """Return the preferred label of a concept."""
        known = self._labels.get((scheme, name))
        if known is None:
            known = self.text(self.catalogue.concepts[scheme][name].label)
            self._labels[scheme, name] = known
        return known

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        return {}

    def short(self, scheme: str, name: str) -> str:
        """Return a concept's first other name, which is the shorter, or its label."""
        alt = self.text(self.catalogue.concepts[scheme][name].alt)
        return alt[0] if alt else self.label(scheme, name)

    def date(self, value: str) -> str:
        """Return ``2016-10-01`` as «1 қазан 2016 ж.» / «1 октября 2016 г.», partial dates too."""
        year, *rest = value.split("-")
        mark = "ж." if self.lang == "kk" else "г."
        if not rest:
            return f"{year}{NO_BREAK}{mark}"
        month = int(rest[0]) - 1
        if len(rest) == 2:
            name = MONTHS[self.lang][month]
            return f"{int(rest[1])}{NO_BREAK}{name} {year}{NO_BREAK}{mark}"
        alone = MONTHS["kk"][month] if self.lang == "kk" else MONTHS_ALONE[month]
        # Kazakh names the year first when there is no day: «2016 ж. наурыз».
        return (
            f"{year}{NO_BREAK}{mark} {alone}"
            if self.lang == "kk"
            else f"{alone} {year}{NO_BREAK}{mark}"
        )

    def when(self, value: str) -> str:
        """Return ``2016`` as «2016 жылы» / «в 2016 году», for use within a sentence."""
        year, *rest = value.split("-")
        if not rest:
            return f"{year}{NO_BREAK}жылы" if self.lang == "kk" else f"в {year}{NO_BREAK}году"
        month = int(rest[0]) - 1
        inside = MONTHS_IN[self.lang][month]
        if len(rest) == 1:
            kk = f"{year}{NO_BREAK}жылғы {inside}"
            return kk if self.lang == "kk" else f"в {inside} {year}{NO_BREAK}года"
        day = int(rest[1])
        if self.lang == "kk":
            return f"{year}{NO_BREAK}жылғы {day}{NO_BREAK}{inside}"
        return f"{day}{NO_BREAK}{MONTHS['ru'][month]} {year}{NO_BREAK}года"

    def number(self, value: float) -> str:
        """Return a number with a decimal comma and no-break spaces between thousands."""
        whole, _, part = format(Decimal(str(value)), "f").partition(".")
        sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
        if len(digits) > 4:
            digits = f"{int(digits):,}".replace(",", NO_BREAK)
        return sign + digits + (f",{part}" if part else "")

    def size(self, bytes_: int) -> str:
        """Return a file size in units of 1,024 bytes, one decimal below ten."""
        unit, step = _SIZES[0]
        for name, factor in _SIZES:
            if bytes_ >= factor:
                unit, step = name, factor
        amount = bytes_ / step
        shown = max(0.1, round(amount, 1)) if amount < 10 else round(amount)
        return f"{self.number(int(shown) if shown == int(shown) else shown)}{NO_BREAK}{unit}"

    def functions(self) -> dict[str, Any]:
        """Return what templates call, by name."""
        names = ("t", "n", "text", "label", "short", "date", "when", "number", "size")
        return {name: getattr(self, name) for name in names} | {"lang": self.lang}
