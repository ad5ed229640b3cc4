"""Names of files and folders that some system cannot hold: FAT, Windows, old ZIP programs.

What FAT and Windows forbid: Microsoft, "Naming Files, Paths, and Namespaces".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tirek.problem import Problem
from tirek.text import normal

MAX_NAME: Final = 100
"""Characters of one name; FAT takes 255, but a stick's path has to stay under 260."""
MAX_PATH: Final = 180
"""Characters of a path below the project."""

_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"}
)
_SAFE: Final = re.compile(r"\w|[.,()«»№+ –-]")
"""Letters, digits and a few signs; no quotes, colons, stars, and nothing invisible."""


def name_problems(uris: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the names in paths of files, and names that differ too little.

    Args:
        uris: Paths below the project: ``catalogue/files/cards/alphabet.pdf``.
    """
    seen: dict[str, str] = {}
    for uri in sorted(uris):
        code, step = path_fault(uri)
        if code:
            yield Problem(uri, 1, 1, "", code, step, safe_name(step))
        twin = seen.setdefault(_as_fat(uri), uri)
        if twin != uri:
            yield Problem(uri, 1, 1, "", "safety-name-twin", uri, twin)


def path_fault(path_uri: str) -> tuple[str, str]:
    """Return the first fault of a path as its code and the step at fault, or two empty strings."""
    for step in path_uri.split("/"):
        code = name_fault(step)
        if code:
            return code, step
    code = "safety-name-long" if len(path_uri) > MAX_PATH else ""
    return code, path_uri if code else ""


def name_fault(name: str) -> str:
    """Return why one step of a path cannot be held everywhere, as a code, or ""."""
    code = ""
    if name.partition(".")[0].rstrip(" ").casefold() in _DEVICES:
        code = "safety-name-device"
    elif (
        not name.strip(". ")
        or name != name.strip(" ")
        or name.endswith(".")
        or name.startswith(("-", "~"))
        or not all(_SAFE.match(sign) for sign in name)
    ):
        code = "safety-name"
    elif len(name) > MAX_NAME:
        code = "safety-name-long"
    return code


def safe_name(name: str) -> str:
    """Return a name like ``name`` that every system can hold, or "" where nothing is left."""
    kept = "".join(sign if _SAFE.match(sign) else "-" for sign in normal(name))
    kept = re.sub(r"[ -]*-[ -]*", "-", kept).strip(" .-~")[:MAX_NAME].rstrip(" .-")
    stem, dot, suffix = kept.partition(".")
    if stem.casefold() in _DEVICES:
        kept = f"{stem}-1{dot}{suffix}"
    return kept if kept and not name_fault(kept) else ""


def _as_fat(path: str) -> str:
    """Return ``path`` as FAT compares names: case and spelling of letters do not matter."""
    return "/".join(normal(step).upper().rstrip(" .") for step in path.split("/"))
