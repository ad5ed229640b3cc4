"""What is wrong with what came in, at its place, in words a person can act on.

The only module that words an error. The words themselves are in ``wording/problems/``, and
beside them what is no matter of wording: ``level`` and ``private``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final, Literal

from tirek import Language
from tirek.text import fold
from tirek.wording import words_of

MAX_SHOWN: Final = 60
"""Longest value, in characters, that a message repeats."""

Level = Literal["error", "warning"]
"""An error stops a build; a warning is told, and the build goes on."""

MASK: Final = "•"
"""Stands for a sign of a private value that no message repeats."""

_LONG_NUMBER: Final = re.compile(r"\d(?:[ \u00a0-]?\d){9,}")
"""Ten digits and more: a phone, an identification number, a card."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend."""

    path: str
    """File, with "/", as the sender knows it."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    field: str
    """Dotted path of the field inside the record, "" for the whole file."""
    code: str
    """Stable name of the kind of problem; a key of ``wording/problems/``."""
    value: str = ""
    """What stands there now; of a private value only the first signs, never the whole."""
    nearest: str = ""
    """The nearest allowed value, where there is one."""
    allowed: str = ""
    """What would be allowed, in short, where it can be said."""

    def __post_init__(self) -> None:
        """Mask a private value as soon as there is a problem with it: no output can hold it."""
        if self.value:
            private = words_of("problems").get(self.code, {}).get("private", False)
            object.__setattr__(self, "value", (masked if private else unnumbered)(self.value))

    @property
    def level(self) -> Level:
        """Whether it stops a build."""
        level: Level = words_of("problems")[self.code].get("level", "error")
        return level

    @property
    def shown(self) -> str:
        """The value as messages repeat it: on one line, short."""
        return shortened(self.value)

    def wrong(self, lang: Language) -> str:
        """Return what is wrong, in one sentence."""
        return self._filled(words_of("problems")[self.code]["wrong"][lang])

    def general(self, lang: Language) -> str:
        """Return what is wrong without what stands in this place."""
        return general_words(self.code, lang)

    def mend(self, lang: Language) -> str:
        """Return how to mend it."""
        return self._filled(words_of("problems")[self.code]["mend"][lang])

    def lines(self, lang: Language, place: str = "") -> list[str]:
        """Return what is wrong and its code, then the details; for whoever says where it stands."""
        first = f"{place}{self.wrong(lang)} [{self.code}]"
        return [first, *(f"  {line}" for line in self.details(lang))]

    def details(self, lang: Language) -> list[str]:
        """Return the lines below the first: field, value, nearest and allowed values, cure.

        What a sentence of the message says already is not said again.
        """
        frame, words = words_of("problems")["frame"], words_of("problems")[self.code]
        said = words["wrong"][lang] + words["mend"][lang]
        told = {
            "field": self.field,
            "value": self.shown,
            "nearest": self.nearest,
            "allowed": self.allowed,
        }
        # Of what is sent whole, the field is a place inside, and nobody wrote the value.
        names = {} if self.path.endswith(_WRITTEN) else {"field": "place", "value": "found"}
        lines = [
            f"{frame[names.get(name, name)][lang]}: {value}"
            for name, value in told.items()
            if value and f"{{{name}}}" not in said
        ]
        return [*lines, f"{frame['mend'][lang]}: {self.mend(lang)}"]

    def say(self, lang: Language) -> str:
        """Return the message: place, what is wrong, the nearest right value, the cure."""
        level = words_of("problems")["frame"]["level"][lang] if self.level == "warning" else ""
        first = f"{self.path}:{self.line}:{self.column}: {level}{self.wrong(lang)}"
        return "\n  ".join((first, *self.details(lang))) + f" [{self.code}]"

    def _filled(self, template: str) -> str:
        shown = {
            "field": self.field,
            "value": self.shown,
            "nearest": self.nearest,
            "allowed": self.allowed,
        }
        return _filled(template, shown)


_WRITTEN: Final = (".yml", ".yaml", ".md")
"""Ends of names of what people write as text."""


def general_words(code: str, lang: Language) -> str:
    """Return what ``code`` means, in words that name no value and no field."""
    sentence: str = words_of("problems")[code]["wrong"][lang]
    return _NAMED.sub("", sentence)


_NAMED: Final = re.compile(r": «?\{\w+\}.*$")
"""What a sentence ends with where it shows a value or a field."""


def _filled(template: str, shown: Mapping[str, str]) -> str:
    """Put ``shown`` into ``template`` in one pass, so that a value cannot hold a slot."""
    result: list[str] = []
    rest = template
    while True:
        before, brace, after = rest.partition("{")
        name, closed, tail = after.partition("}")
        if not brace or not closed:
            return "".join((*result, rest))
        if name in shown:
            result += [before, shown[name]]
            rest = tail
        else:
            result.append(before + brace)
            rest = after


def shortened(value: str) -> str:
    """Return ``value`` on one line, printable, at most MAX_SHOWN characters."""
    visible = "".join(c if c.isprintable() else "�" for c in " ".join(value.split()))
    return visible if len(visible) <= MAX_SHOWN else visible[: MAX_SHOWN - 1] + "…"


def masked(value: str) -> str:
    """Return the first two signs of ``value`` and a mask for the rest; of a short one, none.

    Masking twice changes nothing.
    """
    kept = 2 if len(value) > 5 else 0
    return value[:kept] + MASK * max(3, min(len(value) - kept, 10))


def unnumbered(value: str) -> str:
    """Return ``value`` with every long number in it masked, whatever it was blamed for."""
    return _LONG_NUMBER.sub(lambda number: masked(number[0]), value)


def nearest(value: str, allowed: Iterable[str]) -> str:
    """Return the allowed word closest to ``value``, or "" where none is close."""
    folded = {fold(word): word for word in sorted(allowed, reverse=True)}
    found = get_close_matches(fold(value), folded, n=1, cutoff=0.5)
    return folded[found[0]] if found else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """Return ``words`` in order as one text, at most ``most`` of them."""
    ordered = sorted(words)
    return ", ".join(ordered[:most]) + (" …" if len(ordered) > most else "")


@cache
def codes() -> frozenset[str]:
    """Return every problem code there is."""
    return frozenset(words_of("problems")) - {"frame"}


class CatalogueError(Exception):
    """The catalogue has problems; the build stops before anything is written.

    Shows itself as all of them, in the order of files and lines.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems")

    def say(self, lang: Language) -> str:
        """Return every message and their count."""
        return "\n\n".join(problem.say(lang) for problem in self.problems)
