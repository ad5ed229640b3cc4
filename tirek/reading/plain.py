"""Nodes of YAML become plain data; what YAML allows and a record does not is noted at its place."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import yaml

from tirek.problem import Problem

Plain = str | None | list["Plain"] | dict[str, "Plain"]
Loc = tuple[str | int, ...]

_TAGS: Final[dict[type[yaml.Node], str]] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_STANDARD_TAGS: Final = frozenset(_TAGS.values())
_NULLS: Final = frozenset({"", "~", "null"})


class Loader(yaml.CSafeLoader):
    """The C loader without implicit types: ``no`` stays "no" and ``010`` stays "010"."""

    yaml_implicit_resolvers: Final = {}  # type: ignore[misc]

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node by its kind: there is nothing else to go by.

        The inherited one looks for resolvers, again for each of a catalogue's nodes.
        """
        return _TAGS[kind]


def place_of(mark: Any) -> tuple[int, int]:
    """Return line and column from 1; the C loader's marks have a type of their own."""
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class PlainReader:
    """Turns the nodes of one text into plain data."""

    def __init__(self, path: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._text = text
        self._aliased = "*" in text
        """Whether there may be aliases: most texts have none, and no node comes twice."""
        self._seen: set[int] = set()

    def plain(self, node: yaml.Node, loc: Loc) -> Plain:
        """Return what ``node``, which stands at ``loc``, holds."""
        if self._aliased and self._is_alias(node, loc):
            return None
        if node.tag not in _STANDARD_TAGS:
            self._note(node, loc, "yaml-tag", node.tag.replace("tag:yaml.org,2002:", "!!"))
            return None
        if isinstance(node, yaml.ScalarNode):
            value: str = node.value
            if node.style or value not in _NULLS:  # in quotes, or a word
                return value
            self._note(node, loc, "value-missing", value)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        return [self.plain(item, (*loc, index)) for index, item in enumerate(node.value)]

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

    def _is_alias(self, node: yaml.Node, loc: Loc) -> bool:
        """Return whether ``node`` has come before; if so, note the alias, else that it has."""
        if id(node) not in self._seen:
            self._seen.add(id(node))
            return False
        # The node is the anchor's own; where the alias stands, only its event knows.
        alias = next(self._aliases)
        self._note(alias, loc, "yaml-alias", f"*{alias.anchor}")
        return True

    @cached_property
    def _aliases(self) -> Iterator[yaml.AliasEvent]:
        """Aliases in the order of the text, which is the order of reading."""
        events = yaml.parse(self._text, Loader=Loader)
        return (event for event in events if isinstance(event, yaml.AliasEvent))

    def _note(
        self, node: yaml.Node | yaml.AliasEvent, loc: Loc, code: str, value: str = ""
    ) -> None:
        field = ".".join(map(str, loc))
        self.problems.append(Problem(self._path, *place_of(node.start_mark), field, code, value))
