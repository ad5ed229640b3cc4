"""Kazakh stems: one table of endings, read here and by the browser.

A Kazakh word is a root and a chain of endings in a fixed order: number, possession, case,
person; after a verb's root voice, denial, tense. The chain is taken off from its end; a state
says which endings may stand before the one just taken. An ending's sounds follow the root's:
its vowel is back or front as the root's last vowel, its first consonant goes with the root's
last sound. Both are checked, which is what keeps ``адам`` and ``ұстаз`` whole.

Words are folded first, so that ``қыздардың`` and ``кыздардын`` are one word; vowels that fold
together (о ө, у ұ ү, и і) agree with both kinds of endings.

`table` gives the browser the same rules as data: the two cannot differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tirek.search.kazakh_endings import CLASSES, ENDINGS, PLACES, ROOTS, SHORT, WEAK
from tirek.text import fold

OPEN: Final = "аеыиоэюя"
"""Vowels that end no root of two letters, but for those of `SHORT`."""

VOWELS: Final = frozenset("аеыоуиэюя")


@dataclass(frozen=True, slots=True)
class Rule:
    """When an ending may be taken off, and what may stand before it."""

    last: str
    """Letters that may be the last of what remains."""
    second: str
    """Letters that may be the one before it; "" for all."""
    least: int
    """Letters that must remain."""
    state: str
    """Where to go on; "" ends."""
    back: bool | None
    """Whether its first vowel is back or front; None where it does not follow the root."""


Rules = Mapping[str, Mapping[str, Sequence[Rule]]]


def _rules() -> Rules:
    rules: dict[str, dict[str, list[Rule]]] = {name: {} for row in ENDINGS for name in row[0]}
    for states, patterns, least, state, last, second in ENDINGS:
        for pattern in patterns.split():
            for ending, after, harmony in _spellings(pattern):
                letters = "".join(c for c in after if not last or c in last)
                rule = Rule(letters, second, least, state, harmony)
                for name in states:
                    rules[name].setdefault(ending, []).append(rule)
    return rules


def _spellings(pattern: str) -> Iterator[tuple[str, str, bool | None]]:
    """Yield each spelling of an ending, the letters after which it stands, and its harmony.

    Capitals stand for sounds that follow the root; see `kazakh_endings`.
    """
    classes = CLASSES.get(pattern[0])
    heads = classes.items() if classes else [("", EVERY)]
    rest = pattern[1:] if classes else pattern
    for head, after in heads:
        if "A" in rest or "Y" in rest:
            yield head + rest.replace("A", "а").replace("Y", "ы"), after, True
            yield head + rest.replace("A", "е").replace("Y", "и"), after, False
        else:
            yield head + rest, after, None


EVERY: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
RULES: Final = _rules()
LONGEST: Final = max(len(ending) for rules in RULES.values() for ending in rules)


_ROOTS: Final = frozenset(fold(ROOTS + PLACES).split())
_SHORT: Final = frozenset(SHORT.split())
_WEAK: Final = dict(pair.split(":") for pair in fold(WEAK).split())


def stem(word: str) -> str:
    """Return the stem of a folded ``word``."""
    state = "w"
    while state and word not in _ROOTS:
        taken = _taken(word, RULES[state])
        if taken is None:
            break
        length, state = taken
        word = word[:-length]
    return _WEAK.get(word) or _plain(word)


def _taken(word: str, rules: Mapping[str, Sequence[Rule]]) -> tuple[int, str] | None:
    """Return length and next state of the ending to take off: the longest that fits.

    One that leaves a known root comes first, the longest root of all.
    """
    lengths = range(min(LONGEST, len(word) - 2), 0, -1)
    found = root = None
    for length in lengths:
        for rule in rules.get(word[-length:], ()):
            rest = word[:-length]
            if _fits(rule, rest):
                if rest in _ROOTS:
                    root = length, rule.state
                found = found or (length, rule.state)
                break
    return root or found


def _fits(rule: Rule, rest: str) -> bool:
    if len(rest) < rule.least or rest[-1] not in rule.last:
        return False
    if len(rest) == 2 and rest[-1] in OPEN and rest not in _SHORT:
        return False
    if rule.second and rest[-2] not in rule.second:
        return False
    vowels = [c for c in rest if c in VOWELS]
    if not vowels:
        return False
    if rule.back is None:
        return True
    last = vowels[-1]
    if last in "ыа":
        # ә folds into а, and stands in the last syllable of short words only.
        return rule.back or (last == "а" and len(vowels) == 1)
    return not rule.back if last in "еэ" else True


def _plain(word: str) -> str:
    """Return the root as it is spelled alone: п and к soften before vowels."""
    if len(word) > 2 and word[-1] in "бг" and word[-2] in VOWELS:
        return word[:-1] + ("п" if word[-1] == "б" else "к")
    return word


def table() -> dict[str, Any]:
    """Return the rules as plain data for the browser's interpreter."""
    return {
        "rules": {
            state: {
                ending: [[r.last, r.second, r.least, r.state, r.back] for r in found]
                for ending, found in rules.items()
            }
            for state, rules in RULES.items()
        },
        "roots": sorted(_ROOTS),
        "short": sorted(_SHORT),
        "longest": LONGEST,
        "weak": _WEAK,
    }
