"""The index as classic scripts, which a page may load from any folder, also by double-click.

Each file hands its content and the content's CRC-32 to ``tirekSearch.put``, so that a flipped
bit does not go unnoticed. A wait for a file costs more than its bytes, so both languages share
what every query needs of both:

- ``start.js``: what all queries need, with the names of the files of terms;
- ``t-…js``: terms that begin with the letters of the name, each with its lists, in order;
- ``h-…js`` and ``w-…js``: stems by their first letter and by their last ones, for typing errors:
  whoever looks for the word meant needs many terms and hardly a list.

`tirek.search.terms` makes these. Files of one language lie in its folder:

- ``l-…js``: one long list, so that looking up a rare neighbour does not pay for it;
- ``c-…js``: cards of documents with neighbouring numbers.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final
from zlib import crc32

from tirek.search.document import Document

CARDS: Final = 6
"""Cards in a file."""

File = tuple[str, str]
"""Name of a file below ``search/`` without ``.js``, and its content."""


def script(name: str, content: str) -> bytes:
    """Return the classic script that hands over ``content``."""
    check = f"{crc32(content.encode()):08x}"
    text = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
    # Line separators end a string in browsers from before 2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'tirekSearch.put("{name}","{check}",{text})\n'.encode()


def ascii_name(term: str) -> str:
    """Return an ASCII name for letters: Latin ones and digits stay, Cyrillic take two signs."""
    return "".join(
        c
        if c.isascii() and c.isalnum()
        else f"_{ord(c) - 0x400:02x}"
        if c > "\u0400"
        else f"-{ord(c):x}"
        for c in term
    )


def card_files(lang: str, documents: Mapping[int, Document]) -> Iterator[File]:
    """Yield what results show, by number."""
    chunks: dict[int, list[str]] = {}
    for number in sorted(documents):
        chunks.setdefault(number // CARDS, []).append(card(number, documents[number]))
    for chunk, cards in chunks.items():
        yield f"{lang}/c-{chunk}", "\n".join(cards)


def card(number: int, document: Document) -> str:
    """Return one card, its parts separated by tabs."""
    shown = (document.title, document.line, document.text)
    return "\t".join(
        (
            str(number % CARDS),
            document.kind,
            document.id,
            document.uri,
            *(" ".join(s.split()) for s in shown),
            *filter(None, (document.told_in,)),
        )
    )
