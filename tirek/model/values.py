"""Kinds of values that fields hold: texts in one language or two, of any form or of one.

A validator here raises ``PydanticCustomError`` whose type is a problem code; the reader
turns it into a Problem at its place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic.dataclasses import dataclass as record_dataclass
from pydantic_core import PydanticCustomError

from tirek.text import normal

CONFIG: Final = ConfigDict(extra="forbid")
"""Of every record: a field nobody knows is a problem, not a silent loss."""


def wrong(code: str, **context: object) -> PydanticCustomError:
    """Return the error that becomes a Problem of ``code``.

    Keys of ``context`` understood by the reader: ``value``, ``nearest``, ``allowed``,
    ``beside`` (the field to blame, where it is a neighbour of the one checked) and ``item``
    (the item to blame, by number, where a whole list was checked).
    """
    # The class wants a literal to stop format-string mistakes; codes are checked by a test.
    return PydanticCustomError(code, "{code}", {"code": code, **context})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("value-missing" if value is None else "value-not-text")
    text = normal(value)
    if not text:
        raise wrong("value-missing")
    return text


Text = Annotated[str, BeforeValidator(_text)]
"""One line of words: NFC, single spaces, not empty."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class Both:
    """One text in both languages, each written for its reader."""

    kk: Text
    """Kazakh."""
    ru: Text
    """Russian."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class EitherOrBoth:
    """A text of which one language may not be known, such as a name found in one source."""

    kk: Text | None = None
    """Kazakh, or None."""
    ru: Text | None = None
    """Russian, or None."""


@record_dataclass(frozen=True, slots=True, config=CONFIG)
class BothLists:
    """Two lists of texts, one a language; they need not be of one length."""

    kk: tuple[Text, ...] = ()
    """Kazakh."""
    ru: tuple[Text, ...] = ()
    """Russian."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of one form, whole; the expression means the same in Python and in JavaScript."""

    code: str
    """Problem code of a text of another form."""
    expression: str
    longest: int = 0
    """Characters it may have, or 0 for any number."""
    repair: Callable[[str], str] | None = None
    """Makes the nearest right text."""

    def __call__(self, value: str) -> str:
        """Return ``value`` if it has the form.

        Raises:
            PydanticCustomError: of type ``code``.
        """
        long = bool(self.longest) and len(value) > self.longest
        if long or not re.fullmatch(self.expression, value):
            raise wrong(self.code, nearest=self.repair(value) if self.repair else "")
        return value


WebAddress = Annotated[
    Text,
    AfterValidator(Pattern("value-not-web-address", r"""https?://[^\s"'<>\\{}|^`]+""")),
]
"""An absolute http or https address."""


MAX_NAME: Final = 80
"""Characters of a name that becomes part of an address."""


def _name_repaired(value: str) -> str:
    return "-".join(re.findall("[A-Za-z0-9]+", value))[:MAX_NAME].strip("-")


Name = Annotated[
    Text,
    AfterValidator(
        Pattern("name-form", r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*", MAX_NAME, _name_repaired)
    ),
]
"""A name inside a record: of a concept, a figure. It becomes part of addresses."""
