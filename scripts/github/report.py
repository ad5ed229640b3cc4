"""The report of a proposal's check, read as if its sender had written it: they could have.

The job that made it ran the sender's code. So nothing in it is trusted: not its size, its shape,
its paths or its words. Only data of the published shape come through, in small numbers.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tirek import LANGUAGES

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_PROBLEMS: Final = 500
"""More than anybody mends in one go; how many there are is told all the same."""

_CODE: Final = re.compile(r"[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,6}")
_PATH: Final = re.compile(r"[^\x00-\x1f\x7f\\:*?\"<>|]{1,300}")


class NotAReport(Exception):
    """What came is no report of `tirek check`."""


@dataclass(frozen=True, slots=True)
class Told:
    """One problem as the sender's job told it."""

    path: str
    line: int
    column: int
    level: str
    """``error`` or ``warning``."""
    code: str
    value: str
    wrong: dict[str, str]
    """By language."""
    mend: dict[str, str]
    """By language."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came through."""

    problems: tuple[Told, ...]
    errors: int
    warnings: int
    elsewhere: int
    records: int


def read_report(path: Path) -> Received:
    """Return the report in the file at ``path``.

    Raises:
        NotAReport: it is too large, no JSON, or of another shape.
    """
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise NotAReport("no plain file of a fitting size")
        data = json.loads(path.read_bytes().decode("utf-8"))
        counted = data["counted"]
        if data["version"] != 1 or not isinstance(data["problems"], list):
            raise NotAReport("another version")
        return Received(
            tuple(map(_told, data["problems"][:MAX_PROBLEMS])),
            *(_number(counted[name]) for name in ("errors", "warnings", "elsewhere", "records")),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAReport(type(error).__name__) from None


def _told(row: Any) -> Told:
    code, level, path = _text(row["code"], 80), row["level"], row["path"]
    if not _CODE.fullmatch(code) or level not in ("error", "warning"):
        raise NotAReport("an unknown code or level")
    if not isinstance(path, str) or not _PATH.fullmatch(path) or path.startswith("/"):
        raise NotAReport("a strange path")
    if ".." in path.split("/"):
        raise NotAReport("a path that leads out")
    return Told(
        path,
        max(1, _number(row["line"])),
        max(1, _number(row["column"])),
        level,
        code,
        _text(row["value"], 80),
        {lang: _text(row[lang]["wrong"], 400) for lang in LANGUAGES},
        {lang: _text(row[lang]["mend"], 600) for lang in LANGUAGES},
    )


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 10_000_000:
        raise NotAReport("no number")
    return value


def _text(value: Any, most: int) -> str:
    """Return ``value`` on one line, without signs that are not seen."""
    if not isinstance(value, str):
        raise NotAReport("no text")
    seen = "".join(sign for sign in value[: most * 2] if sign.isprintable())
    return seen if len(seen) <= most else seen[: most - 1] + "…"
