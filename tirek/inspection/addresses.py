"""Where a link or a picture leads to, as a browser would read it, in whatever spelling."""

import html
import re
from typing import Final, Literal

Address = Literal["inside", "outside", "mail", "dangerous"]

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):")
_UNSEEN: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_WEB: Final = frozenset({"http", "https"})
_MAIL: Final = frozenset({"mailto", "tel"})


def plain(address: str) -> str:
    """Return ``address`` without entities and signs that browsers drop, in lower case.

    Entities are read twice: a page's author may hide one in another.
    """
    read = html.unescape(html.unescape(address))
    return _UNSEEN.sub("", read).replace("\\", "/").casefold()


def kind_of(address: str) -> Address:
    """Return where ``address`` leads: inside the site, to the web, to a mail, or into danger."""
    read = plain(address)
    if read.startswith("//"):
        return "dangerous"
    scheme = _SCHEME.match(read)
    if scheme is None:
        return "inside"
    if scheme[1] in _WEB:
        return "outside"
    return "mail" if scheme[1] in _MAIL else "dangerous"


def kind_in_markdown(address: str) -> Address:
    """Return the same of an address in Markdown, where a backslash takes a sign's meaning."""
    return kind_of(_ESCAPED.sub(r"\1", address))
