"""A rendered page with slots, filled over and over.

MkDocs renders a page once; where a value belongs it leaves ``[[name argument …]]``.
A paragraph that holds nothing but a slot gives way to what fills it. Filling joins
bytes: 10,000 pages cost seconds, where rendering each through MkDocs cost minutes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_BARE: Final = r"\[\[([a-z][a-z0-9-]*)((?: [^\[\]\s<>]+)*)\]\]"
_CODE: Final = r"<(?:code|pre)\b[^>]*>.*?</(?:code|pre)>"
"""What is quoted as code is shown as it is, so that a page can explain slots."""
_SLOT: Final = re.compile(f"{_CODE}|<p>{_BARE}</p>|{_BARE}", re.DOTALL)


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

    def stamp(self, values: Mapping[str, str]) -> bytes:
        """Return the page with the HTML that ``values`` has by slot; names suffice there."""
        pieces = [self.literals[0]]
        for slot, literal in zip(self.slots, self.literals[1:], strict=True):
            pieces += (values[slot.name].encode(), literal)
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
    for begin, end, slot in _found(html):
        literals.append(html[start:begin].encode())
        slots.append(slot)
        start = end
    literals.append(html[start:].encode())
    return Shell(tuple(literals), tuple(slots))


def slots_of(text: str) -> list[tuple[int, Slot]]:
    """Return each slot in ``text`` with its character position."""
    return [(begin, slot) for begin, _, slot in _found(text)]


def _found(text: str) -> Iterator[tuple[int, int, Slot]]:
    """Yield beginning, end and slot, but no slot inside code."""
    for match in _SLOT.finditer(text):
        name = match[1] or match[3]
        if name:
            arguments = tuple((match[2] or match[4] or "").split())
            yield match.start(), match.end(), Slot(name, arguments)
