"""A built site as tests read it: pages parsed into trees, addresses resolved to files."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LANGUAGES = ("kk", "ru")
OTHER = {"kk": "ru", "ru": "kk"}


@dataclass(eq=False, slots=True)
class Node:
    """An element; the children of a ``template`` are there too, though no browser shows them."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def walk(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def texts(self) -> Iterator[tuple[Node, str]]:
        """Each run of text with the element it stands in; scripts and styles have none."""
        for child in self.children:
            if isinstance(child, str):
                yield self, child
            elif child.tag not in ("script", "style"):
                yield from child.texts()

    def find(self, *tags: str) -> Iterator[Node]:
        return (node for node in self.walk() if node.tag in tags)

    @property
    def text(self) -> str:
        return " ".join("".join(text for _, text in self.texts()).split())

    @property
    def above(self) -> Iterator[Node]:
        """The element itself and all around it, innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def inside(self, tag: str) -> bool:
        return any(node.tag == tag for node in self.above)

    @property
    def language(self) -> str:
        return next((node["lang"] for node in self.above if node.get("lang")), "")

    def __repr__(self) -> str:
        shown = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{shown}>{self.text[:60]}"


class _Reader(HTMLParser):
    """Builds the tree; our pages close what they open, and html-validate proves it."""

    def __init__(self) -> None:
        super().__init__()
        self.top = self.now = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            node = self.now.children[-1]
            assert isinstance(node, Node)
            self.now = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.now.children.append(Node(tag, given, self.now))

    def handle_endtag(self, tag: str) -> None:
        assert self.now.tag == tag, f"</{tag}> closes <{self.now.tag}> in line {self.getpos()[0]}"
        assert self.now.parent is not None
        self.now = self.now.parent

    def handle_data(self, data: str) -> None:
        self.now.children.append(data)


@dataclass(frozen=True)
class Page:
    """One page of a site."""

    uri: str
    source: str

    @cached_property
    def root(self) -> Node:
        reader = _Reader()
        reader.feed(self.source)
        reader.close()
        return reader.top

    @property
    def lang(self) -> str:
        return "ru" if self.uri.startswith("ru/") else "kk"

    @property
    def twin_uri(self) -> str:
        return self.uri.removeprefix("ru/") if self.lang == "ru" else f"ru/{self.uri}"

    @cached_property
    def nodes(self) -> list[Node]:
        return list(self.root.walk())

    def find(self, *tags: str) -> list[Node]:
        return [node for node in self.nodes if node.tag in tags]

    def one(self, tag: str) -> Node:
        (node,) = self.find(tag)
        return node

    @property
    def title(self) -> str:
        """The document's title; drawings have titles of their own."""
        (node,) = (node for node in self.find("title") if node.inside("head"))
        return node.text

    def meta(self, name: str) -> str:
        (node,) = (node for node in self.find("meta") if node.get("name") == name)
        return node["content"]

    @cached_property
    def ids(self) -> list[str]:
        return [node["id"] for node in self.nodes if "id" in node.attributes]

    def switch(self) -> Node:
        """The link in the header that changes the language."""
        (node,) = (
            node
            for node in self.nodes
            if "data-twin" in node.attributes and not node.inside("footer")
        )
        return node


@dataclass(frozen=True)
class Built:
    """A site in a folder."""

    folder: Path

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {
            uri: Page(uri, (self.folder / uri).read_text(encoding="utf-8"))
            for uri in sorted(self.files)
            if uri.endswith(".html") and not uri.startswith("files/")
        }

    def of(self, lang: str) -> list[Page]:
        """Pages of one language but the one for lost addresses, which speaks both."""
        return [p for p in self.pages.values() if p.lang == lang and p.uri != "404.html"]

    def data(self, name: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(
            (self.folder / "data" / f"{name}.json").read_text(encoding="utf-8")
        )
        return rows

    @cached_property
    def labels(self) -> dict[str, dict[str, dict[str, str]]]:
        """Label in each language, by vocabulary and concept."""
        return {
            scheme["id"]: {concept["id"]: concept["label"] for concept in scheme["concepts"]}
            for scheme in self.data("vocabularies")
        }


def target(uri: str, address: str) -> tuple[str, str]:
    """The path and fragment that a relative ``address`` on the page ``uri`` leads to."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    there = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    return (f"{there}/" if path.endswith("/") else there), unquote(parts.fragment)


def is_external(address: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))


def calls(script: str) -> Iterator[tuple[str, list[Any]]]:
    """Name and arguments of each ``tirekFacets`` call in a data file of the faceted browser."""
    for line in script.splitlines():
        match = re.fullmatch(r"tirekFacets\.(\w+)\((.*)\)", line)
        assert match, line[:80]
        yield match[1], json.loads(f"[{match[2]}]")


def none_in(pages: list[Page], problems_of: Callable[[Page], Iterator[object]]) -> None:
    """Fail with every problem of every page, each beginning with the page."""
    assert pages
    problems = [f"{page.uri}: {problem}" for page in pages for problem in problems_of(page)]
    assert not problems, f"{len(problems)} problems\n" + "\n".join(problems[:20])
