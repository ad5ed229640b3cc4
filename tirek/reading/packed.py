"""What was read of records as bytes: for the process that asked for it, and for the next run.

Packed once, these bytes go from one process to the other and then, as they are, into the file
that is kept. By themselves dataclasses tell pickle their fields one by one, found anew for
each object, which takes twice as long.
"""

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final

from tirek.model.kinds import Record
from tirek.problem import Problem
from tirek.reading.records import Refs

CHUNK: Final = 100
"""Records packed together: half a tenth of a second of reading, and a part of a megabyte."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is known of one record by itself."""

    digest: bytes
    """Of its file."""
    record: Record | None
    """None where it could not be typed."""
    refs: Refs
    problems: tuple[Problem, ...]
    rough: frozenset[str] = frozenset()
    """Concepts of a vocabulary that has errors, as far as they show."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Records that are packed together."""

    keys: Sequence[tuple[str, str]]
    """Kind and name of each."""
    content: bytes
    found: Sequence[Fresh]
    """What ``content`` holds, in the same order."""

    @classmethod
    def of(cls, keys: Sequence[tuple[str, str]], content: bytes) -> "Bundle":
        """Return what ``packed`` has made of the records ``keys``."""
        return cls(keys, content, pickle.loads(content))


def packed(found: Sequence[Fresh]) -> bytes:
    """Return ``found`` as bytes."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _WAYS
    pickler.dump(found)
    return stream.getvalue()


class _Ways(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """By class, what makes of an object a function and its arguments that give it again."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        if not is_dataclass(kind) or "__slots__" not in vars(kind):
            raise KeyError(kind)  # pickle has its own way
        names = tuple(field.name for field in fields(kind))
        values = attrgetter(*names)  # of one name it gives the value, of more a tuple
        if len(names) > 1:
            self[kind] = lambda record: (_unpacked, (kind, *values(record)))
        else:
            self[kind] = lambda record: (_unpacked, (kind, values(record)))
        return self[kind]


_WAYS: Final = _Ways()


def _unpacked(kind: type, *values: Any) -> Any:
    made: Any = object.__new__(kind)
    for put, value in zip(_places(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _places(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Return what puts each field into an object; frozen is what it is for everyone else."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
