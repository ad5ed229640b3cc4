"""What a changed file says otherwise than the project's, for a person to judge."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from tirek.model.plain import Value, digest_of, page_digest, settled
from tirek.reading.nodes import read_document

CONTEXT: Final = 1
"""Unchanged lines shown around a change of a page."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs."""

    place: str
    """Field of a record (``names.today.kk``), "" for lines of a page."""
    old: str
    """What stands there now, "" where nothing does."""
    new: str
    """What would stand there."""


def meaning_of(path: str, content: bytes) -> str:
    """Return a digest of what a file says: 32 hex digits.

    Of a record its data, whatever its comments and quotes; of a page its text whatever its
    line ends; of any other file its bytes.
    """
    if path.endswith(".md"):
        return page_digest(content.decode("utf-8", "replace"))
    if path.endswith(".yml"):
        return digest_of(plain_record(path, content))
    return digest_of(content.hex())


def plain_record(path: str, content: bytes) -> Value:
    """Return a record's data as its YAML would hold it; its text where that is no mapping."""
    folder, name = path.split("/")[-2:]
    data: Any = read_document(path, content).data
    if not isinstance(data, dict):
        return content.decode("utf-8", "replace")
    return settled(folder, name.removesuffix(".yml"), data)


def differences(path: str, old: bytes, new: bytes) -> Iterator[Difference]:
    """Yield what differs between two states of the file at ``path``."""
    if path.endswith(".yml"):
        yield from _of_values("", plain_record(path, old), plain_record(path, new))
    elif path.endswith(".md"):
        before, after = (
            content.decode("utf-8", "replace").replace("\r\n", "\n").splitlines()
            for content in (old, new)
        )
        lines = list(difflib.unified_diff(before, after, lineterm="", n=CONTEXT))[2:]
        yield Difference("", "", "\n".join(lines))
    else:
        yield Difference("", f"{len(old)} B", f"{len(new)} B")


def _of_values(place: str, old: Value | None, new: Value | None) -> Iterator[Difference]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            inside = f"{place}.{name}" if place else name
            yield from _of_values(inside, old.get(name), new.get(name))
    elif old != new:
        yield Difference(place, _shown(old), _shown(new))


def _shown(value: Value | None) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value)
    return value or ""
