"""YAML as nodes with places: every scalar a string, no tags, aliases or duplicate keys."""

import re
from dataclasses import dataclass
from typing import Final

import yaml

from tirek.problem import Problem
from tirek.reading.plain import Loader, Loc, Plain, PlainReader, place_of

MAX_BYTES: Final = 256 * 1024
"""A record's YAML is a page or two; anything larger is a mistake or an attack."""

MAX_DEPTH: Final = 16
"""Deepest nesting of a record in the model is 5."""


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
            place, node = place_of(blamed.start_mark), pair[1]
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
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        return Document(path, None, (_ungrammatical(path, text, error),), None)
    except yaml.YAMLError as error:
        return Document(path, None, (_unreadable(path, text, error),), None)
    except _TooDeep as error:
        return Document(path, None, (error.problem,), None)
    if root is None:
        return Document(path, None, (Problem(path, 1, 1, "", "file-empty"),), None)
    reader = PlainReader(path, text)
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
    line, column = place_of(mark)
    lines = text.splitlines()
    shown = lines[line - 1].strip() if line <= len(lines) else ""
    return Problem(path, line, column, "", "yaml-syntax", shown)


def _unreadable(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem of a character that YAML forbids; such an error has no mark.

    Its position counts bytes.
    """
    before = text.encode()[: getattr(error, "position", None) or 0]
    return Problem(path, *_end_of(before.decode(errors="ignore")), "", "yaml-character")


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
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _TooDeep(Problem(path, *place_of(event.start_mark), "", "yaml-too-deep"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
