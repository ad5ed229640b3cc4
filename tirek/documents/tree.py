"""Pandoc's tree of a document as plain JSON values: reading it, walking it, making nodes.

A node is ``{"t": kind, "c": content}``. Sources: pandoc-types, ``Text.Pandoc.Definition``.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

Node = dict[str, Any]
Nodes = list[Node]
Change = Callable[[Node], Nodes]


def changed(value: Any, change: Change) -> Any:
    """Return ``value`` with each node replaced by what ``change`` gives, innermost first."""
    if not isinstance(value, list):
        return value
    result: list[Any] = []
    for item in value:
        if isinstance(item, dict) and "t" in item:
            inner = {**item, "c": changed(item["c"], change)} if "c" in item else item
            result.extend(change(inner))
        else:
            result.append(changed(item, change))
    return result


def nodes(value: Any) -> Iterator[Node]:
    """Yield every node inside ``value``, the outer before the inner."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict) and "t" in value:
        yield value
        yield from nodes(value.get("c"))


def text_of(value: Any) -> str:
    """Return the words of a node or of nodes, without markup."""
    if isinstance(value, list):
        return "".join(map(text_of, value))
    if not isinstance(value, dict) or "t" not in value:
        return ""
    if value["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if value["t"] in ("Str", "Code"):
        return str(value["c"] if value["t"] == "Str" else value["c"][1])
    own = text_of(value.get("c"))
    return f"{own} " if value["t"] in ("Para", "Plain") else own


def string(text: str) -> Node:
    """Return text without spaces in it."""
    return {"t": "Str", "c": text}


def para(inlines: Nodes) -> Node:
    """Return a paragraph."""
    return {"t": "Para", "c": inlines}


def attributes(kind: str, **values: str) -> list[Any]:
    """Return attributes with one class and ``values``."""
    return ["", [kind], [[key, value] for key, value in values.items()]]


def div(kind: str, blocks: Nodes, **values: str) -> Node:
    """Return blocks under a class of ours."""
    return {"t": "Div", "c": [attributes(kind, **values), blocks]}


def span(kind: str, **values: str) -> Node:
    """Return an empty place in a line, under a class of ours."""
    return {"t": "Span", "c": [attributes(kind, **values), []]}


def kind_of(node: Node) -> str:
    """Return the class that ``div`` or ``span`` gave, or ""."""
    if node["t"] not in ("Div", "Span"):
        return ""
    classes = node["c"][0][1]
    return str(classes[0]) if classes else ""


def values_of(node: Node) -> dict[str, str]:
    """Return the values that ``div`` or ``span`` gave."""
    return dict(node["c"][0][2])


def raw(language: str, code: str, *, block: bool = False) -> Node:
    """Return code in the writer's own ``language``."""
    return {"t": "RawBlock" if block else "RawInline", "c": [language, code]}


def styled(style: str, blocks: Iterable[Node]) -> Node:
    """Return blocks under a named paragraph style of DOCX."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], list(blocks)]}
