"""Files of terms, of all languages together: a query asks each language for the same letters.

Terms are divided by their first letters, further where there are many: which file a term is in
follows from the terms around it alone, so one changed document moves few files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from zlib import crc32

from tirek import LANGUAGES, Language
from tirek.search.codes import postings, written
from tirek.search.concepts import is_concept
from tirek.search.index import Postings
from tirek.search.shards import File, ascii_name

FULL: Final = 6_500
"""Characters from which a file of terms is divided."""
OWN: Final = 1_300
"""Characters from which the next letter gets a file of its own."""
LONG: Final = 1_200
"""Characters from which a list is a file of its own."""
DEEPEST: Final = 5
"""Letters at most that name a file of terms."""
TAILS: Final = 64
"""Files of stems by last letters."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What one language's index says of its terms."""

    documents: int = 0
    lists: Mapping[str, str] = field(default_factory=dict)
    """By term: its list, or ``=`` and how many documents it has where the list is apart."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By term: the phrases that begin with it."""


def terms_of(
    lang: Language, lists: Postings, notes: Mapping[str, str], documents: int
) -> tuple[Terms, Sequence[File]]:
    """Return what an index of ``documents`` says of its terms, and the files of long lists."""
    found: dict[str, str] = {}
    apart: list[File] = []
    for term, places in lists.items():
        text = postings(places)
        # A concept is asked for because its list is wanted: a file more would be a wait more.
        if len(text) > LONG and not is_concept(term):
            apart.append((f"{lang}/l-{ascii_name(term)}", text))
            text = f"={len(places)}"
        found[term] = text
    return Terms(documents, found, notes), apart


Entry = tuple[str, str]
"""A term, and with blanks between: its list in each language, its phrases in each language."""


def gathered(known: Mapping[Language, Terms]) -> list[Entry]:
    """Return what is said of each term of all languages, in order."""
    every = _in_order(known)
    columns = [terms.lists for terms in every] + [terms.notes for terms in every]
    return [
        (term, " ".join(column.get(term, "") for column in columns).rstrip())
        for term in sorted(set().union(*columns))
    ]


def _in_order(known: Mapping[Language, Terms]) -> list[Terms]:
    """Return the terms of every language; of one that an edition does without, none."""
    return [known.get(lang, Terms()) for lang in LANGUAGES]


def term_files(divisions: Iterable[tuple[str, Sequence[Entry]]]) -> Iterator[File]:
    """Yield the files of terms, by the letters that they begin with."""
    for prefix, members in divisions:
        yield f"t-{ascii_name(prefix)}", listed(members)


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


def stem_files(known: Mapping[Language, Terms]) -> Iterator[File]:
    """Yield the stems that may be meant by their first letter, and by their last three.

    Each file has a line for each language. These are stems that have a list, and synonyms of
    one word: documents may not hold them, but what they name. Empty files too: one for each
    letter that any term begins with, and all of the latter.
    """
    every = _in_order(known)
    first = {term[0] for terms in every for term in (*terms.lists, *terms.notes)}
    begun: dict[str, list[list[str]]] = {
        letter: [[] for _ in every] for letter in sorted(first) if letter.isalpha()
    }
    ended: dict[int, list[list[str]]] = {number: [[] for _ in every] for number in range(TAILS)}
    for line, terms in enumerate(every):
        for stem in sorted(_meant(terms)):
            begun[stem[0]][line].append(stem)
            if len(stem) > 2:
                ended[crc32(stem[-3:].encode()) % TAILS][line].append(stem)
    for letter, lines in begun.items():
        yield f"h-{ascii_name(letter)}", _lines(lines)
    for number, lines in ended.items():
        yield f"w-{number}", _lines(lines)


def _meant(terms: Terms) -> set[str]:
    """Return the stems that a misspelt word may stand for."""
    synonyms = {
        term for term, note in terms.notes.items() if any(p[-1] == ":" for p in note.split("|"))
    }
    return {stem for stem in terms.lists.keys() | synonyms if len(stem) > 1 and stem.isalpha()}


def _lines(lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(map(" ".join, lines))
