"""YAML as nodes with places: every scalar a string, no tags, aliases or duplicate keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import yaml

from tirek.problem import Problem

MAX_BYTES: Final = 256 * 1024
"""A record's YAML is a page or two; anything larger is a mistake or an attack."""

MAX_DEPTH: Final = 16
"""Deepest nesting of a record in the model is 5."""

Plain = str | None | list["Plain"] | dict[str, "Plain"]
Loc = tuple[str | int, ...]

_TAGS: Final[dict[type[yaml.Node], str]] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_STANDARD_TAGS: Final = frozenset(_TAGS.values())
_NULLS: Final = frozenset({"", "~", "null"})


class _Loader(yaml.CSafeLoader):
    """The C loader without implicit types: ``no`` stays "no" and ``010`` stays "010"."""

    yaml_implicit_resolvers: Final = {}  # type: ignore[misc]

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node by its kind: there is nothing else to go by.

        The inherited one looks for resolvers, again for each of a catalogue's nodes.
        """
        return _TAGS[kind]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its values as plain data, and where each of them stands."""

    path: str
    """Path as shown to people, with "/"."""
    data: Plain
    """Dicts, lists, strings and None."""
    problems: tuple[Problem, ...]
    root: yaml.Node | None
    text: str = ""
    """What the file holds."""

    def mark(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Return line and column (from 1) of the value at ``loc``, or of its key.

        Where ``loc`` leads past what the file holds, the nearest enclosing place is given.
        """
        node, place = self.root, (1, 1)
        for step in loc:
            pair = _child(node, step)
            if pair is None:
                return place
            blamed = pair[0] if key and pair[0] is not None else pair[1]
            place, node = _place(blamed.start_mark), pair[1]
        return place

    def place_of(self, loc: Loc, part: str) -> tuple[int, int]:
        """Return line and column (from 1) of ``part`` within the scalar at ``loc``.

        Words of it may stand on two lines of a folded text. Where the file spells it in
        another way (an escape), the place of the scalar is given.
        """
        node = self._node(loc)
        if node is None or not part.strip():
            return self.mark(loc)
        begin, end = node.start_mark.index, node.end_mark.index
        found = re.search(r"\s+".join(map(re.escape, part.split())), self.text[begin:end])
        return _end_of(self.text[: begin + found.start()]) if found else self.mark(loc)

    def text_at(self, loc: Loc) -> str:
        """Return the scalar at ``loc`` as written, or "" where there is none."""
        node = self._node(loc)
        return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

    def holds(self, loc: Loc) -> bool:
        """Return whether the file says something at ``loc``."""
        return self._node(loc) is not None

    def _node(self, loc: Loc) -> yaml.Node | None:
        node = self.root
        for step in loc:
            pair = _child(node, step)
            if pair is None:
                return None
            node = pair[1]
        return node


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read_document(path: str, content: bytes) -> Document:
    """Read YAML ``content``; what is wrong with it is in the document's ``problems``."""
    if len(content) > MAX_BYTES:
        found = Problem(path, 1, 1, "", "file-too-large", str(len(content)))
        return Document(path, None, (found,), None)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Document(path, None, (not_utf8(path, error),), None)
    try:
        _refuse_depth(path, text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(path, None, (_ungrammatical(path, text, error),), None)
    except yaml.YAMLError as error:
        return Document(path, None, (_unreadable(path, text, error),), None)
    except _TooDeep as error:
        return Document(path, None, (error.problem,), None)
    if root is None:
        return Document(path, None, (Problem(path, 1, 1, "", "file-empty"),), None)
    reader = _Reader(path, text)
    data = reader.plain(root, ())
    return Document(path, data, tuple(reader.problems), root, text)


def not_utf8(path: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file in another encoding, at the first byte that shows it."""
    return Problem(
        path, *_end_of(error.object[: error.start].decode("utf-8-sig")), "", "file-not-utf8"
    )


def _end_of(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of what comes after the text ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


_OPENED: Final = ("flow", "quoted scalar")
"""What YAML was reading when something that opened was not closed; blame its beginning."""


def _ungrammatical(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem of text that is no YAML, with the line where it went wrong.

    What is left open is noticed lines later, or at the end: there the beginning is given.
    """
    opened = any(word in (error.context or "") for word in _OPENED)
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = _place(mark)
    lines = text.splitlines()
    shown = lines[line - 1].strip() if line <= len(lines) else ""
    return Problem(path, line, column, "", "yaml-syntax", shown)


def _unreadable(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem of a character that YAML forbids; such an error has no mark.

    Its position counts bytes.
    """
    before = text.encode()[: getattr(error, "position", None) or 0]
    return Problem(path, *_end_of(before.decode(errors="ignore")), "", "yaml-character")


def _place(mark: Any) -> tuple[int, int]:
    """Return line and column from 1; the C loader's marks have a type of their own."""
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class _TooDeep(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _refuse_depth(path: str, text: str) -> None:
    """Raise where nesting passes MAX_DEPTH, before the recursive composer sees it.

    The event parser does not recurse; it only runs where the text could be that deep.
    """
    if text.count("[") + text.count("{") + text.count("- - ") + text.count("? ") < MAX_DEPTH and (
        " " * MAX_DEPTH * 2 not in text
    ):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _TooDeep(Problem(path, *_place(event.start_mark), "", "yaml-too-deep"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Reader:
    """Turns nodes into plain data and notes what YAML allows and a record does not."""

    def __init__(self, path: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._text = text
        self._seen: set[int] = set()

    def plain(self, node: yaml.Node, loc: Loc) -> Plain:
        if id(node) in self._seen:
            # The node is the anchor's own; where the alias stands, only its event knows.
            alias = next(self._aliases)
            self._note(alias, loc, "yaml-alias", f"*{alias.anchor}")
            return None
        self._seen.add(id(node))
        if node.tag not in _STANDARD_TAGS:
            self._note(node, loc, "yaml-tag", node.tag.replace("tag:yaml.org,2002:", "!!"))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*loc, index)) for index, item in enumerate(node.value)]
        value = str(node.value)
        if value in _NULLS and not getattr(node, "style", None):  # without quotes
            self._note(node, loc, "value-missing", value)
            return None
        return value

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> Plain:
        result: dict[str, Plain] = {}
        for key, value in node.value:
            if id(key) in self._seen:
                self._note(next(self._aliases), loc, "yaml-alias", str(key.value))
            elif not isinstance(key, yaml.ScalarNode):
                self._note(key, loc, "yaml-key")
            elif key.value in result:
                self._note(key, (*loc, key.value), "key-repeated", key.value)
                self.plain(value, (*loc, key.value))
            else:
                result[key.value] = self.plain(value, (*loc, key.value))
        return result

    @cached_property
    def _aliases(self) -> Iterator[yaml.AliasEvent]:
        """Aliases in the order of the text, which is the order of reading."""
        events = yaml.parse(self._text, Loader=_Loader)
        return (event for event in events if isinstance(event, yaml.AliasEvent))

    def _note(
        self, node: yaml.Node | yaml.AliasEvent, loc: Loc, code: str, value: str = ""
    ) -> None:
        field = ".".join(map(str, loc))
        place = _place(node.start_mark)
        self.problems.append(Problem(self._path, *place, field, code, value))
