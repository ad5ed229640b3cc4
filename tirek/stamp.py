"""A rendered page with slots, filled over and over.

MkDocs renders a page once; where a value belongs it leaves ``[[name argument …]]``.
A paragraph that holds nothing but a slot gives way to what fills it. Filling joins
bytes: 10,000 pages cost seconds, where rendering each through MkDocs cost minutes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_BARE: Final = r"\[\[([a-z][a-z0-9-]*)((?: [^\[\]\s<>]+)*)\]\]"
_SLOT: Final = re.compile(f"<p>{_BARE}</p>|{_BARE}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a page that a view fills."""

    name: str
    """Which view."""
    arguments: tuple[str, ...] = ()
    """What the view is asked for."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page split at its slots: one literal more than slots."""

    literals: tuple[bytes, ...]
    slots: tuple[Slot, ...]

    def fill(self, value_of: Callable[[Slot], str]) -> bytes:
        """Return the page with each slot's HTML in its place."""
        pieces = [self.literals[0]]
        for slot, literal in zip(self.slots, self.literals[1:], strict=True):
            pieces += (value_of(slot).encode(), literal)
        return b"".join(pieces)


def split(html: str, own: str = "") -> Shell:
    """Split ``html`` at its slots.

    Args:
        html: A rendered page.
        own: The page's uri, if it is a prototype (``lists/any/_list.html``): the last two
            steps and the name alone become the slots ``own-path`` and ``own-name``, so that
            links to the page itself follow the stamped page.
    """
    if own:
        folder, _, name = own.rpartition("/")
        path = f"{folder.rpartition('/')[2]}/{name}"
        html = html.replace(path, "[[own-path]]").replace(name, "[[own-name]]")
    literals, slots, start = [], [], 0
    for match in _SLOT.finditer(html):
        literals.append(html[start : match.start()].encode())
        slots.append(Slot(match[1] or match[3], tuple((match[2] or match[4] or "").split())))
        start = match.end()
    literals.append(html[start:].encode())
    return Shell(tuple(literals), tuple(slots))


def slots_of(text: str) -> list[tuple[int, Slot]]:
    """Return each slot in ``text`` with its character position."""
    return [
        (m.start(), Slot(m[1] or m[3], tuple((m[2] or m[4] or "").split())))
        for m in _SLOT.finditer(text)
    ]
