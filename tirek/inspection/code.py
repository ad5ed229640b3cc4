"""Which parts of a Markdown page are quoted as code, and so shown and not obeyed.

Where Markdown might see it another way, a part counts as no code: fences that are not closed,
backticks over several lines, blocks that are code by indentation alone.
"""

import re
from typing import Final

from tirek.inspection.spots import Spot

_FENCE: Final = re.compile(r"([ \t]*)(`{3,}|~{3,})(.*)")
_INFO: Final = re.compile(r"[ ]?[A-Za-z0-9_+-]{0,30}[ ]*")
_INLINE: Final = re.compile(r"(?<![\\`])(`{1,9})(?!`)([^\n]{1,2000}?)(?<!`)\1(?!`)")
_NOT_LINE_END: Final = re.compile(r"[^\n]")


def without_code(text: str) -> tuple[str, list[Spot]]:
    """Return ``text`` with code made blank, so that places stay, and what fences say wrongly.

    A fence may name its language and nothing else: Markdown takes more as attributes.
    """
    lines = text.split("\n")
    spots: list[Spot] = []
    position, number = 0, 0
    while number < len(lines):
        fence = _FENCE.fullmatch(lines[number])
        end = _closing(lines, number, fence) if fence else None
        if fence and end is not None:
            if not _INFO.fullmatch(fence[3]):
                spots.append(Spot(position + fence.start(3), "safety-attribute", fence[3].strip()))
            for inside in range(number, end + 1):
                position += len(lines[inside]) + 1
                lines[inside] = " " * len(lines[inside])
            number = end + 1
        else:
            position += len(lines[number]) + 1
            lines[number] = _INLINE.sub(_blank, lines[number])
            number += 1
    return "\n".join(lines), spots


def _closing(lines: list[str], opened: int, fence: re.Match[str]) -> int | None:
    """Return the number of the line that closes the fence opened in line ``opened``."""
    sign = fence[2]
    for number in range(opened + 1, len(lines)):
        line = lines[number]
        bare = line.strip()
        if bare == sign and line.startswith(fence[1]):
            return number
        if bare and not line.startswith(fence[1]):
            return None  # what stands further left ends a list item, and the code with it
    return None


def _blank(code: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", code[0])
