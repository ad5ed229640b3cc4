"""A typed record as YAML would hold it: dicts, lists and strings, nothing that is not said.

What forms are filled with beforehand, and what is compared when a changed record comes in:
comments, order of keys and the style of quoting do not count.
"""

import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from tirek.model.kinds import KINDS
from tirek.model.schema import written_name
from tirek.model.translation import is_lent, typed

Value = str | list["Value"] | dict[str, "Value"]
"""What a record's YAML is made of once it is read."""

_NOT_WRITTEN: Final = ("id",)
"""Of a whole record: it comes from the file's name."""


def plain_of(record: Any) -> dict[str, Value]:
    """Return ``record`` as its YAML would hold it, in the order of the model's fields.

    What has its default value is left out, as if the file had not said it; reading the
    result gives an equal record.
    """
    shown = _fields(record)
    for name in _NOT_WRITTEN:
        shown.pop(name, None)
    return shown


def settled(folder: str, name: str, data: Any) -> Value:
    """Return the plain data of a record so that equal records have equal data.

    Args:
        folder: Kind of the record: ``units``.
        name: Its id.
        data: What its YAML holds; given back as it is where it cannot be typed.
    """
    kind = next(kind for kind in KINDS if kind.folder == folder)
    try:
        return plain_of(typed(kind, name, data))
    except (TypeError, ValueError):
        return data if isinstance(data, dict) else str(data)


def digest_of(plain: Value) -> str:
    """Return a hash of plain data that does not depend on the order of keys: 32 hex digits."""
    written = _IN_ORDER.encode(plain)
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


_IN_ORDER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def page_digest(text: str) -> str:
    """Return the hash by which a page is told from another state of itself: 32 hex digits."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).hexdigest()


def _fields(record: Any) -> dict[str, Value]:
    shown: dict[str, Value] = {}
    kind: Any = type(record)
    for name, written, default in _written(kind):
        value = getattr(record, name)
        if type(value) is str:  # most are, and what is lent is of a class of its own
            if value != default:
                shown[written] = value
        elif value is not None and value != default and not is_lent(value):
            shown[written] = _plain(value)
    return shown


@cache
def _written(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """Return name, name in YAML and default of each field of ``kind`` that a file can say."""
    said = (field for field in fields(kind) if field.init)
    return tuple((field.name, written_name(field.name), _default(field)) for field in said)


def _default(field: Any) -> Any:
    """Return a field's default; pydantic may have put it into a FieldInfo of its own."""
    default = field.default
    if default is MISSING:
        return MISSING if field.default_factory is MISSING else field.default_factory()
    if type(default).__name__ == "FieldInfo":
        return MISSING if default.is_required() else default.default
    return default


def _plain(value: Any) -> Value:
    if isinstance(value, tuple):
        return [item if type(item) is str else _plain(item) for item in value]
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, "f").rstrip("0").rstrip(".")
    return str(value)
