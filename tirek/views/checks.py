"""The guide to checks: every code, a real example and its cure: ``[[checks]]``."""

from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup, escape

from tirek.problem import Problem, codes
from tirek.views.here import Here
from tirek.wording import words_of

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("privacy", ("privacy-", "photo-", "file-author")),
    ("values", ("field-", "value-", "list-", "concept-unknown", "reference-")),
    ("languages", ("language-", "translation-", "mark-")),
    ("yaml", ("yaml-", "key-", "file-empty", "file-not-mapping", "file-not-utf8")),
    ("words", ("words-", "letters-", "picture-no-", "picture-empty-")),
    ("pages", ("page-no-twin", "page-title-", "page-front-", "slot-", "unit-no-page")),
    ("safety", ("safety-", "svg-", "page-unsafe", "xml-", "path-")),
    ("office", ("office-", "sheet-", "docx-", "pdf-")),
    ("texts", ("text-",)),
    ("files", ("file-", "format-", "archive-", "picture-", "place-", "id-", "name-", "video-")),
    ("records", ("",)),
)
"""Groups in the order of the page, and how the codes of each begin; the first that fits counts."""


def checks(here: Here) -> str:
    """Return every code in its group."""
    lang = here.voice.lang
    examples = words_of("examples")
    groups: dict[str, list[dict[str, Any]]] = {key: [] for key, _ in GROUPS}
    for code in sorted(codes()):
        example = examples[code]
        told = Problem(
            *(example["path"], 1, 1, example.get("field", ""), code),
            *(example.get(name, "") for name in ("value", "nearest", "allowed")),
        )
        row = {
            "code": code,
            "warns": told.level == "warning",
            "wrong": _begun(told.general(lang)),
            "path": example["path"],
            "line": _quoted(example["line"] or told.shown),
            "mend": _quoted(_begun(told.mend(lang))),
        }
        groups[group_of(code)].append(row)
    return here.render("checks.html", groups=list(_filled(groups)))


def _begun(sentence: str) -> str:
    """Return ``sentence`` with a capital, unless a name of a file or field begins it."""
    return sentence if sentence[:1].isascii() else sentence[:1].upper() + sentence[1:]


def _quoted(text: str) -> Markup:
    """Return ``text`` for HTML; a slot or template code in it is shown, not filled."""
    return Markup(str(escape(text)).translate(_BRACKETS))


_BRACKETS: Final = str.maketrans({sign: f"&#{ord(sign)};" for sign in "[]{}"})


def group_of(code: str) -> str:
    """Return the group that a code stands in."""
    return next(key for key, begun in GROUPS if code.startswith(begun))


def _filled(groups: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    return ((key, rows) for key, rows in groups.items() if rows)
