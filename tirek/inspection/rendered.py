"""HTML that Markdown made of a page, held against an allow-list before it becomes a page.

The last net: whatever Markdown understood otherwise than ``markdown`` did is seen here as a
browser sees it. Two parsers read the HTML, a lenient one and that of browsers (in ``nh3``,
which drops what is not allowed); they must agree on every tag, attribute and word.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Final

import nh3

from tirek.inspection.addresses import kind_of

_ANY: Final = {"id", "class"}
TAGS: Final[dict[str, set[str]]] = {
    **{name: _ANY for name in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "section")},
    **{name: _ANY for name in ("ul", "dl", "dt", "dd", "blockquote", "pre", "hr", "br")},
    **{name: set() for name in ("strong", "em", "b", "i", "thead", "tbody", "tr", "del", "ins")},
    **{name: _ANY for name in ("sub", "sup", "kbd", "code", "summary", "mark", "small")},
    "ol": {"start", *_ANY},
    "li": {"id", "class", "value"},
    "a": {"href", "title", "aria-label", *_ANY},
    "img": {"src", "alt", "title", *_ANY},
    "table": {"aria-labelledby", "aria-label", *_ANY},
    "th": {"scope", "class", "colspan", "rowspan"},
    "td": {"data-label", "class", "colspan", "rowspan"},
    "abbr": {"title"},
    "details": {"open", *_ANY},
}
"""What Markdown and its extensions make, and our tables; nothing that loads, runs or asks."""

_SCHEMES: Final = {"http", "https", "mailto", "tel", "tirek-slot"}
_ADDRESSES: Final = {("a", "href"), ("img", "src")}

Token = tuple[str, ...]


def rendered_faults(html: str) -> Iterator[str]:
    """Yield the first thing in ``html`` that is not allowed, as it stands there; or nothing."""
    found = tokens(html)
    for token in found:
        address = _outside(token)
        if address:
            yield address
            return
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes=TAGS,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
        clean_content_tags=set(),
    )
    if clean == html:  # nearly always: to read the same once more would tell nothing
        return
    for seen, allowed in zip_longest(found, tokens(clean), fillvalue=("",)):
        if seen != allowed:
            yield _shown(seen if seen != ("",) else allowed)
            return


def _outside(token: Token) -> str:
    """Return the address of a token that a browser would load from elsewhere, or run."""
    kind, *parts = token
    if kind != "tag":
        return ""
    name, *pairs = parts
    for attribute, value in zip(pairs[::2], pairs[1::2], strict=True):
        if (name, attribute) in _ADDRESSES and not value.startswith("tirek-slot:"):
            where = kind_of(value)
            if where == "dangerous" or (name == "img" and where != "inside"):
                return value
    return ""


def _shown(token: Token) -> str:
    kind, *parts = token
    if kind != "tag":
        return parts[0].strip() if parts else ""
    name, *pairs = parts
    attributes = "".join(
        f' {attribute}="{value}"' for attribute, value in zip(pairs[::2], pairs[1::2], strict=True)
    )
    return f"<{name}{attributes}>"


def tokens(html: str) -> list[Token]:
    """Return tags with their attributes, ends, texts and the rest of ``html``, in order."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # the parser's own, at a marked section of no known kind
        return [*reader.done(), ("unreadable", "<![")]
    return reader.done()


_VOID: Final = frozenset({"br", "hr", "img"})


class _Reader(HTMLParser):
    """Lists tags with their attributes, ends of tags, and text, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tokens: list[Token] = []
        self._text: list[str] = []

    def done(self) -> list[Token]:
        """Return what was read."""
        self._add_text()
        return self._tokens

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes, in the order of names."""
        self._add_text()
        given = sorted((name, value or "") for name, value in attrs)
        self._tokens.append(("tag", tag, *(part for pair in given for part in pair)))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a tag that has one."""
        if tag not in _VOID:
            self._add_text()
            self._tokens.append(("end", f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        """Gather text."""
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment: none is allowed."""
        self._tokens.append(("comment", f"<!--{data}-->"))

    def handle_decl(self, decl: str) -> None:
        """Note a declaration: none is allowed."""
        self._tokens.append(("declaration", f"<!{decl}>"))

    def handle_pi(self, data: str) -> None:
        """Note a processing instruction: none is allowed."""
        self._tokens.append(("instruction", f"<?{data}>"))

    def unknown_decl(self, data: str) -> None:
        """Note a marked section: none is allowed."""
        self._tokens.append(("section", f"<![{data}]>"))

    def _add_text(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self._tokens.append(("text", text))
