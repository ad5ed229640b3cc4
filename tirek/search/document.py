"""What is searched: one document a record, or section of a page, and language."""

from dataclasses import dataclass
from typing import Final

from tirek import Language


@dataclass(frozen=True, slots=True)
class Document:
    """A thing that a result leads to, in one language."""

    id: str
    """``materials/x``, ``pages/study/method.html#how``; the same in both languages."""
    uri: str
    """Page and anchor, without language."""
    lang: Language
    kind: str
    """``material``, ``unit``, ``organisation``, ``event``, ``clause``, ``term`` or ``page``."""
    title: str
    line: str = ""
    """What it is, in a few words; shown."""
    text: str = ""
    """The passage that is shown, and searched."""
    more: str = ""
    """Keywords, labels and names it is found by, which are not shown."""
    rest: str = ""
    """Text past the passage."""
    told_in: Language | None = None
    """The language of title and texts, where it is not ``lang``: what is not translated yet."""


PASSAGE: Final = 440
"""Characters that a result may show from."""


def cut(text: str) -> tuple[str, str]:
    """Return the passage of ``text`` and the rest, cut between words."""
    text = " ".join(text.split())
    if len(text) <= PASSAGE:
        return text, ""
    end = text.rfind(" ", 0, PASSAGE)
    return (text[:end], text[end + 1 :]) if end > 0 else (text, "")
