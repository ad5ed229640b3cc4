"""What is wrong with what came in, at its place, in words a person can act on.

The only module that words an error. The words themselves are in ``wording/problems.yml``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from tirek import Language
from tirek.text import fold
from tirek.wording import words_of

MAX_SHOWN: Final = 60
"""Longest value, in characters, that a message repeats."""


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
    """Stable name of the kind of problem; a key of ``wording/problems.yml``."""
    value: str = ""
    """What stands there now."""
    nearest: str = ""
    """The nearest allowed value, where there is one."""
    allowed: str = ""
    """What would be allowed, in short, where it can be said."""

    def say(self, lang: Language) -> str:
        """Return the message: place, what is wrong, the nearest right value, the cure."""
        words = words_of("problems")[self.code]
        shown = {
            "field": self.field,
            "value": shortened(self.value),
            "nearest": self.nearest,
            "allowed": self.allowed,
        }
        frame = words_of("problems")["frame"]
        lines = [f"{self.path}:{self.line}:{self.column}: {words['wrong'][lang]}"]
        if self.field:
            lines.append(f"  {frame['field'][lang]}: {self.field}")
        if shown["value"]:
            lines.append(f"  {frame['value'][lang]}: {{value}}")
        if self.nearest:
            lines.append(f"  {frame['nearest'][lang]}: {{nearest}}")
        if self.allowed and "{allowed}" not in words["mend"][lang]:
            lines.append(f"  {frame['allowed'][lang]}: {{allowed}}")
        lines.append(f"  {frame['mend'][lang]}: {words['mend'][lang]}")
        return "\n".join(_filled(line, shown) for line in lines) + f" [{self.code}]"


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
