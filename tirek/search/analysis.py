"""One language's way from a text to the terms of its index."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tirek import Language
from tirek.search import kazakh, russian
from tirek.search.words import words_in

STEMMERS: Final[dict[Language, Callable[[str], str]]] = {"kk": kazakh.stem, "ru": russian.stem}


@dataclass(frozen=True, slots=True)
class Analyser:
    """Stems words, each distinct one once."""

    lang: Language
    known: dict[str, str] = field(default_factory=dict)
    """Stem by word."""
    pieces: dict[str, list[str]] = field(default_factory=dict)
    """Stems by what stands between white space."""

    def stem(self, word: str) -> str:
        """Return the stem of a folded ``word``; what holds digits stays whole."""
        found = self.known.get(word)
        if found is None:
            found = STEMMERS[self.lang](word) if word.isalpha() else word
            self.known[word] = found
        return found

    def stems(self, text: str) -> list[str]:
        """Return the stems of the words of ``text`` in order."""
        # No word spans white space, so each distinct piece is folded and cut once.
        found: list[str] = []
        pieces = self.pieces
        for piece in text.split():
            try:
                found += pieces[piece]
            except KeyError:
                pieces[piece] = [self.stem(word) for word in words_in(piece)]
                found += pieces[piece]
        return found
