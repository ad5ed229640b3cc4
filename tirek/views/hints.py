"""Hints: the first mention of a term or abbreviation on a page leads to what it means.

Without scripts a hint is a link to the glossary or the list of abbreviations; with them
``overrides/assets/hints.js`` opens the meaning in place, by mouse, touch or keyboard.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from tirek import Language
from tirek.model.catalogue import Catalogue
from tirek.views.links import Links
from tirek.views.voice import Voice

MOST: Final = 12
"""Hints on one page: more would make a text hard to read."""

PAGES: Final = {"abbreviations": "abbreviations.html", "glossary": "glossary.html"}
"""Vocabularies whose terms are hinted at, and the page of each."""

_TAG: Final = re.compile(r"(<[^>]*>)")
_NAME: Final = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_NO_HINTS_IN: Final = frozenset(
    {
        *("a", "abbr", "button", "label", "summary", "details"),
        *("h1", "h2", "h3", "h4", "th", "caption", "figcaption", "title", "nav", "dfn"),
        *("code", "pre", "script", "style", "svg"),
    }
)
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_BODY: Final = re.compile(r'(<div class="prose[^"]*">)(.*?)(</main>)', re.DOTALL)

_KAZAKH_ENDING: Final = "[-'’]?[а-яәғқңөұүһі]{0,8}"
_RUSSIAN_ENDING: Final = "[а-яё]{0,3}"


def _forms(word: str, lang: Language) -> str:
    """Return a pattern of ``word`` as it stands in a sentence.

    Kazakh adds case and possession at the very end; in Russian every word of a term may
    change its ending. Abbreviations in Russian stay as they are.
    """
    if lang == "kk":
        return re.escape(word) + _KAZAKH_ENDING
    if " " not in word:
        return re.escape(word)
    stems = (part.rstrip("аеёиоуыэюяйь") or part for part in word.split())
    return r"\s".join(re.escape(stem) + _RUSSIAN_ENDING for stem in stems)


@dataclass(frozen=True, slots=True)
class _Term:
    uri: str
    """Page and anchor of its meaning."""
    meaning: str
    """What the hint says."""


class Hints:
    """Finds terms in the text of one language's pages."""

    def __init__(self, catalogue: Catalogue, voice: Voice) -> None:
        # Longer terms first, so that «ресурстық орталық» is not taken apart.
        found = sorted(_terms(catalogue, voice), key=lambda pair: (-len(pair[0]), pair[0]))
        self._terms = [term for _, term in found]
        forms = "|".join(f"({_forms(word, voice.lang)})" for word, _ in found)
        # A set of first letters is quick to look for; a hundred forms at each letter are not.
        first = re.escape("".join(sorted({word[0] for word, _ in found}))) or " "
        self._pattern = re.compile(rf"(?=[{first}])(?<![\w-])(?:{forms})(?![\w-])")

    def added(self, html: str, links: Links) -> str:
        """Return a whole page with hints in the body of its text.

        Headings, links, tables' heads and everything that is itself a control stay as they are.
        """
        if not self._terms:
            return html
        return _BODY.sub(lambda m: m[1] + self._in_body(m[2], links) + m[3], html, count=1)

    def _in_body(self, body: str, links: Links) -> str:
        closed: list[str] = []
        used: set[str] = set()
        pieces = []
        for piece in _TAG.split(body):
            if piece.startswith("<"):
                _step(piece, closed)
            pieces.append(self._in_text(piece, links, used) if _is_text(piece, closed) else piece)
        return "".join(pieces)

    def _in_text(self, text: str, links: Links, used: set[str]) -> str:
        def hint(match: re.Match[str]) -> str:
            term = self._terms[(match.lastindex or 1) - 1]
            if term.uri in used or len(used) >= MOST:
                return match[0]
            used.add(term.uri)
            return str(
                Markup('<a class="hint" href="{}" data-hint="{}">{}</a>').format(
                    links.uri(term.uri), term.meaning, Markup(match[0])
                )
            )

        return self._pattern.sub(hint, text)


def _is_text(piece: str, closed: list[str]) -> bool:
    return not piece.startswith("<") and not closed and bool(piece.strip())


def _step(tag: str, closed: list[str]) -> None:
    """Note whether the text after ``tag`` lies inside something that takes no hints."""
    match = _NAME.match(tag)
    if match is None:
        return
    name = match[1].lower()
    if name not in _NO_HINTS_IN or name in _VOID or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        if name in closed:
            closed.remove(name)
    else:
        closed.append(name)


def _terms(catalogue: Catalogue, voice: Voice) -> Iterator[tuple[str, _Term]]:
    """Yield each word to hint at, as it stands in HTML, and what it leads to."""
    for scheme, page in PAGES.items():
        vocabulary = catalogue.vocabularies.get(scheme)
        for concept in vocabulary.concepts if vocabulary else ():
            word = voice.text(concept.label)
            if concept.note is None or not _worth_a_hint(scheme, word):
                continue
            uri = f"{page}#{concept.id}"
            term = _Term(uri, voice.text(concept.note))
            yield str(escape(word)), term


def _worth_a_hint(scheme: str, word: str) -> bool:
    """Return whether ``word`` is an abbreviation, or a term of more than one word."""
    if scheme == "abbreviations":
        capitals = sum(letter.isupper() for letter in word)
        return capitals >= 2 and " " not in word
    return " " in word
