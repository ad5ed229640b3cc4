"""A rendered page as sections: what a reader sees under each heading that has an anchor."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_UNSEEN: Final = frozenset({"script", "style", "svg", "nav", "button", "form", "template", "head"})
_ASIDE: Final = frozenset({"headerlink", "source", "note"})
"""Classes of what belongs to the page and not to its subject: «confirmed by nobody since»."""
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_INLINE: Final = frozenset(
    "a abbr b bdi cite code data del dfn em i ins kbd mark q s small span strong sub sup time u".split()  # noqa: E501, SIM905
)

_APART: Final = "\x1f"
"""Stands in a section's text where one block ends and another begins."""
_ENDS: Final = ".!?…:;,"
"""Signs that need no dot after them."""


@dataclass(slots=True)
class Section:
    """A heading and the text below it."""

    anchor: str
    """"" for what stands before the first heading with an anchor."""
    title: str = ""
    text: str = ""
    """One line."""


def sections(html: str, anchors: frozenset[str]) -> list[Section]:
    """Return the sections of the main part of a page; the first bears the page's own heading.

    Headings without one of ``anchors`` are text of the section they stand in.
    """
    parser = _Parser(anchors)
    # Navigation around the main part is as long again, and nothing of it is a section.
    _, main, after = html.partition("<main")
    parser.feed(main + after.partition("</main>")[0])
    parser.close()
    for section in parser.found:
        section.text = _run_on(section.text)
    return parser.found


def _run_on(text: str) -> str:
    """Return pieces that stand apart on the page as one line, with a dot between."""
    line = ""
    for piece in filter(None, (" ".join(piece.split()) for piece in text.split(_APART))):
        if line:
            line += " " if line[-1] in _ENDS else " · "
        line += piece
    return line


@dataclass
class _Parser(HTMLParser):
    anchors: frozenset[str]
    found: list[Section] = field(default_factory=lambda: [Section("")])
    main: bool = False
    hidden: list[str] = field(default_factory=list)
    heading: str = ""
    after_span: bool = False
    """The last thing was the end of a span."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.main = True
        if self.main and tag == "br" and not self.hidden:
            self._add(" ")
        if not self.main or tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden or tag in _UNSEEN or not _ASIDE.isdisjoint(classes):
            self.hidden.append(tag)
            return
        if tag in _HEADINGS:
            anchor = dict(attrs).get("id")
            if tag == "h1":
                self.heading = tag
            elif anchor in self.anchors:
                self.heading = tag
                self.found.append(Section(anchor or ""))
        # Small things that follow each other without a blank stand apart on the page too.
        if tag not in _INLINE or (tag == "span" and self.after_span):
            self._add(_APART)
        self.after_span = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.main = False
        if self.hidden:
            if tag in self.hidden:
                while self.hidden.pop() != tag:
                    pass
            return
        if tag == self.heading:
            self.heading = ""
        if tag not in _INLINE:
            self._add(_APART)
        self.after_span = tag == "span"

    def handle_data(self, data: str) -> None:
        self.after_span = False
        if self.main and not self.hidden:
            self._add(data)

    def _add(self, data: str) -> None:
        section = self.found[-1]
        if self.heading:
            titled = self.found[0] if self.heading == "h1" else section
            titled.title += " " if data == _APART else data
        else:
            section.text += data
