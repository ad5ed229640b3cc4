"""One hostile case, and what cases have in common."""

from __future__ import annotations

from dataclasses import dataclass, field

RUN = "alert('ran')"
"""What hostile cases try to run; the tests watch for it."""
ELSEWHERE = "https://elsewhere.example/hostile"
"""Where hostile cases try to ask."""


def valid_number(first: str) -> str:
    """Eleven invented digits with their check digit, worked out apart from the core."""
    weights = list(range(1, 12))
    rest = sum(w * int(d) for w, d in zip(weights, first, strict=True)) % 11
    if rest == 10:
        weights = weights[2:] + weights[:2]
        rest = sum(w * int(d) for w, d in zip(weights, first, strict=True)) % 11
    assert rest < 10
    return first + str(rest)


NUMBER = valid_number("15051250012")
CHILDREN = ("Асанов Асан Асанович", "Беркутова Дана Маратовна", "Иванов Пётр Петрович")


@dataclass(frozen=True)
class Case:
    """One thing sent."""

    name: str
    """File name below ``catalogue/files``, or what a page or record is about."""
    content: bytes
    codes: frozenset[str] = field(default=frozenset())
    """What it is refused or flagged for; none: it is harmless."""
    kind: str = "file"
    """``file``, ``page``, ``record`` or ``path``."""
    warned: bool = False
    """Flagged only: readers get it all the same."""

    def __str__(self) -> str:
        return f"{self.kind}-{self.name}"


def of(name: str, content: bytes, *codes: str, warned: bool = False) -> Case:
    return Case(name, content, frozenset(codes), "file", warned)
