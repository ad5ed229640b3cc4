"""One language's way from a text to the terms of its index."""

from collections.abc import Callable
from itertools import chain
from typing import Final

from tirek import Language
from tirek.search import kazakh, russian
from tirek.search.words import grouped, words_in

STEMMERS: Final[dict[Language, Callable[[str], str]]] = {"kk": kazakh.stem, "ru": russian.stem}


class _Pieces(dict[str, list[str]]):
    """Stems by what stands between white space; no word spans it, so each is cut once."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, piece: str) -> list[str]:
        found = self[piece] = [self._stem(word) for word in words_in(piece)]
        return found


class Analyser:
    """Stems words, each distinct one once."""

    def __init__(self, lang: Language) -> None:
        self.lang: Final = lang
        self._known: dict[str, str] = {}
        """Stem by word."""
        self._pieces = _Pieces(self.stem)

    def stem(self, word: str) -> str:
        """Return the stem of a folded ``word``; what holds digits stays whole."""
        found = self._known.get(word)
        if found is None:
            found = STEMMERS[self.lang](word) if word.isalpha() else word
            self._known[word] = found
        return found

    def stems(self, text: str) -> list[str]:
        """Return the stems of the words of ``text`` in order."""
        return list(chain.from_iterable(map(self._pieces.__getitem__, grouped(text).split())))
