"""A rendered page as sections: what a reader sees under each heading that has an anchor."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_UNSEEN: Final = frozenset({"script", "style", "svg", "nav", "button", "form", "template", "head"})
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_INLINE: Final = frozenset(
    "a abbr b bdi cite code dfn em i mark s small span strong sub sup u".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Section:
    """A heading and the text below it."""

    anchor: str
    """"" for what stands before the first heading with an anchor."""
    title: str = ""
    text: str = ""
    """White space as it comes."""


def sections(html: str, anchors: frozenset[str]) -> list[Section]:
    """Return the sections of the main part of a page; the first bears the page's own heading.

    Headings without one of ``anchors`` are text of the section they stand in.
    """
    parser = _Parser(anchors)
    parser.feed(html)
    parser.close()
    return parser.found


@dataclass
class _Parser(HTMLParser):
    anchors: frozenset[str]
    found: list[Section] = field(default_factory=lambda: [Section("")])
    main: bool = False
    hidden: list[str] = field(default_factory=list)
    heading: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.main = True
        if not self.main or tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden or tag in _UNSEEN or "headerlink" in classes or "source" in classes:
            self.hidden.append(tag)
            return
        if tag in _HEADINGS:
            anchor = dict(attrs).get("id")
            if tag == "h1":
                self.heading = tag
            elif anchor in self.anchors:
                self.heading = tag
                self.found.append(Section(anchor or ""))
        if tag not in _INLINE:
            self._add(" ")

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
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if self.main and not self.hidden:
            self._add(data)

    def _add(self, data: str) -> None:
        section = self.found[-1]
        if self.heading == "h1":
            self.found[0].title += data
        elif self.heading:
            section.title += data
        else:
            section.text += data
