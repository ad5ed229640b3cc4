"""The index as classic scripts, which a page may load from any folder, also by double-click.

Each file hands its content and the content's CRC-32 to ``tirekSearch.put``, so that a flipped
bit does not go unnoticed. Files of one language lie in its folder:

- ``terms.js``: how many documents, and which files of terms there are;
- ``t-…js``: terms that begin with the letters of the name, each with its list, in order;
- ``l-…js``: one long list, so that looking up a rare neighbour does not pay for it;
- ``h-…js`` and ``w-…js``: stems by their first letter and by their last ones, for typing errors:
  whoever looks for the word meant needs many terms and hardly a list;
- ``c-…js``: cards of documents with neighbouring numbers.

Terms are divided by their first letters, further where there are many: which file a term is in
follows from the terms around it alone, so one changed document moves few files.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from zlib import crc32

from tirek.search.codes import postings, written
from tirek.search.concepts import is_concept
from tirek.search.document import Document
from tirek.search.index import Postings

FULL: Final = 5_000
"""Characters from which a file of terms is divided."""
OWN: Final = 1_000
"""Characters from which the next letter gets a file of its own."""
LONG: Final = 1_200
"""Characters from which a list is a file of its own."""
DEEPEST: Final = 5
"""Letters at most that name a file of terms."""
TAILS: Final = 64
"""Files of stems by last letters."""
CARDS: Final = 6
"""Cards in a file."""

Entry = tuple[str, str]
"""A term and what is said of it: its list, or ``=`` and how many documents it has where the list
is apart; then, after a space, the phrases that begin with it."""
File = tuple[str, str]
"""Name of a file below ``search/`` without ``.js``, and its content."""


def script(name: str, content: str) -> bytes:
    """Return the classic script that hands over ``content``."""
    check = f"{crc32(content.encode()):08x}"
    text = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
    # Line separators end a string in browsers from before 2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'tirekSearch.put("{name}","{check}",{text})\n'.encode()


def term_files(
    lang: str, lists: Postings, notes: Mapping[str, str], documents: int
) -> Iterator[File]:
    """Yield the files of terms and of long lists, and ``terms``: how many documents and files."""
    entries: list[Entry] = []
    for term in sorted({**lists, **notes}):
        found = postings(lists.get(term, ()))
        # A concept is asked for because its list is wanted: a file more would be a wait more.
        if len(found) > LONG and not is_concept(term):
            yield f"{lang}/l-{ascii_name(term)}", found
            found = f"={len(lists[term])}"
        note = notes.get(term)
        entries.append((term, f"{found} {note}" if note else found))
    names = [str(documents)]
    for prefix, members in divided("", entries):
        names.append(prefix)
        yield f"{lang}/t-{ascii_name(prefix)}", listed(members)
    yield f"{lang}/terms", " ".join(names)


def divided(prefix: str, entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Yield groups of neighbouring entries with the letters that they begin with.

    A group keeps what has no group of its own further down.
    """
    size = sum(len(term) + len(found) + 2 for term, found in entries)
    if prefix and (size <= FULL or len(prefix) >= DEEPEST):
        yield prefix, entries
        return
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry[0][: len(prefix) + 1], []).append(entry)
    rest: list[Entry] = []
    for longer, members in groups.items():
        own = sum(len(term) + len(found) + 2 for term, found in members)
        if longer == prefix or (prefix and own < OWN):
            rest += members
        else:
            yield from divided(longer, members)
    if rest:
        yield prefix, rest


def listed(entries: Iterable[Entry]) -> str:
    """Return entries as text: letters shared with the one before, the others, space, list."""
    lines, before = [], ""
    for term, found in entries:
        shared = 0
        for a, b in zip(before, term, strict=False):
            if a != b:
                break
            shared += 1
        lines.append(f"{written(shared)}{term[shared:]} {found}")
        before = term
    return "\n".join(lines)


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


def stem_files(lang: str, lists: Iterable[str], notes: Mapping[str, str]) -> Iterator[File]:
    """Yield the stems that may be meant by their first letter, and by their last three.

    These are stems that have ``lists``, and synonyms of one word: documents may not hold them,
    but what they name. Empty files too: one for each letter that any term begins with, and all
    of the latter.
    """
    names = (term for term, note in notes.items() if any(p[-1] == ":" for p in note.split("|")))
    stems = [term for term in sorted({*lists, *names}) if len(term) > 1 and term.isalpha()]
    begun: dict[str, list[str]] = {term[0]: [] for term in sorted({*lists, *notes})}
    ended: dict[int, list[str]] = {number: [] for number in range(TAILS)}
    for stem in stems:
        begun[stem[0]].append(stem)
        if len(stem) > 2:
            ended[crc32(stem[-3:].encode()) % TAILS].append(stem)
    for letter, members in begun.items():
        if letter.isalpha():
            yield f"{lang}/h-{ascii_name(letter)}", " ".join(members)
    for number, members in ended.items():
        yield f"{lang}/w-{number}", " ".join(members)


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
