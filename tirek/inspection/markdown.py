"""What a hand-written page may not hold: HTML, attributes, addresses of a dangerous kind.

The allow-list is as small as the project's own pages let it be. What slips through a
difference between this reading and Markdown's is stopped at ``rendered``, when the page is made.
"""

import re
from collections.abc import Iterator
from typing import Final

from tirek.inspection.addresses import kind_in_markdown
from tirek.inspection.code import without_code
from tirek.inspection.spots import Spot
from tirek.inspection.template_code import includes, template_code

ALLOWED_TAGS: Final = ("code", "br")
"""HTML that pages and texts may hold, without attributes."""

_TAG: Final = re.compile(r"<[A-Za-z/!?][^<>\n]{0,200}>?")
_ALLOWED: Final = re.compile(rf"</?(?:{'|'.join(ALLOWED_TAGS)})>")
_AUTOMATIC_LINK: Final = re.compile(
    r"<(?:https?://[^<>\s\"'`]{1,200}|[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9.-]{1,80})>"
)

_ID: Final = re.compile(r":?[ ]*#[a-z0-9][a-z0-9-]{0,78}[ ]*")
_BRACES: Final = re.compile(r"\{(?![{%!])([^\n]{0,300}?)\}(?P<end>[ ]*(?=\||$))?", re.MULTILINE)
_LIKE_ATTRIBUTES: Final = re.compile(r"[ ]*[:.#]|[^\n=]{1,60}=")
_TAKES_ATTRIBUTES: Final = re.compile(r"[ ]*(?:[#|:>*+-]|\d{1,9}\.)|[^|\n]{1,300}\|")
"""A line whose end may hold attributes: a heading, a cell, an item, a definition."""
_AFTER_ELEMENT: Final = re.compile(r"[)\]*_`>\"]\Z")

_INLINE_LINK: Final = re.compile(r"\]\([ \t\n]{0,20}<?([^)\"'>]{0,300})")
_DEFINITION: Final = re.compile(
    r"^[ ]{0,3}\[([^\[\]^][^\[\]]{0,200})\]:[ ]*\n?[ ]*<?([^\s>]{1,300})", re.MULTILINE
)
_PICTURE_BY_NAME: Final = re.compile(r"!\[([^\[\]]{0,200})\](?![(:])(?:[ ]?\[([^\[\]]{0,200})\])?")


def markdown_spots(text: str) -> Iterator[Spot]:
    """Yield every place of the Markdown ``text`` that is not allowed, in no order."""
    prose, spots = without_code(text)
    yield from spots
    yield from template_code(prose)
    yield from includes(text)  # snippets are put in before Markdown knows what is code
    yield from _html(prose)
    yield from _attributes(prose)
    yield from _links(prose)


def _html(prose: str) -> Iterator[Spot]:
    for found in _TAG.finditer(prose):
        allowed = _ALLOWED.fullmatch(found[0]) or _AUTOMATIC_LINK.fullmatch(found[0])
        of_link = prose[max(0, found.start() - 2) : found.start()] == "]("
        if not allowed and not of_link:
            names = ", ".join(f"<{name}>" for name in ALLOWED_TAGS)
            yield Spot(found.start(), "safety-html", found[0], allowed=names)


def _attributes(prose: str) -> Iterator[Spot]:
    """Yield attribute lists but ``{ #id }``: they set any attribute, also ``onclick``."""
    for found in _BRACES.finditer(prose):
        inside, at = found[1], found.start()
        line = prose[prose.rfind("\n", 0, at) + 1 : at]
        placed = (
            _AFTER_ELEMENT.search(line)
            or not line.strip()
            or (found["end"] is not None and _TAKES_ATTRIBUTES.match(line))
        )
        if not _ID.fullmatch(inside) and (placed or _LIKE_ATTRIBUTES.match(inside)):
            yield Spot(at, "safety-attribute", found[0].rstrip(), allowed="{ #id }")


def _links(prose: str) -> Iterator[Spot]:
    for found in _INLINE_LINK.finditer(prose):
        picture = _is_picture(prose, found.start())
        yield from _address(found[1].rstrip(), found.start(1), picture)
    pictures = {_name(m[2] or m[1]) for m in _PICTURE_BY_NAME.finditer(prose)}
    for found in _DEFINITION.finditer(prose):
        yield from _address(found[2], found.start(2), _name(found[1]) in pictures)


def _address(address: str, position: int, picture: bool) -> Iterator[Spot]:
    kind = kind_in_markdown(address)
    if kind == "dangerous":
        yield Spot(position, "safety-address", address)
    elif picture and kind != "inside":
        yield Spot(position, "safety-outside", address)


def _name(reference: str) -> str:
    return " ".join(reference.split()).casefold()


def _is_picture(prose: str, closing: int) -> bool:
    """Return whether the bracket that ``closing`` closes has ``!`` before it."""
    depth = 0
    for at in range(closing, max(-1, closing - 600), -1):
        if prose[at] == "]":
            depth += 1
        elif prose[at] == "[":
            depth -= 1
            if depth == 0:
                return at > 0 and prose[at - 1] == "!"
    return True  # too far away to see: the stricter rule holds
