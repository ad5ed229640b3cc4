"""Files that readers get, looked through by content: what they are, run, hold and tell."""

from collections.abc import Iterator
from typing import Final

from tirek.check.sources import FileSource
from tirek.inspection.films import tells_place
from tirek.inspection.sandbox import sandbox
from tirek.inspection.signatures import HEAD, SAME
from tirek.problem import Problem

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file that is looked into; a school's line takes an hour for more."""
_MEDIA: Final = frozenset({"mp3", "mp4", "webm"})
"""Sound and film: by their first bytes, and for the place; nobody's program runs from them."""


def inspected_file(file: FileSource) -> Iterator[Problem]:
    """Yield what is unsafe, private, broken or hard to read aloud in ``file``."""
    suffix = file.suffix if "." in file.path.rpartition("/")[2] else ""
    media = SAME.get(suffix, suffix) in _MEDIA
    if file.size > LARGEST and not media:
        yield file.problem("file-too-big", str(file.size // 1024 // 1024), allowed="64")
        return
    if media:
        with file.open() as film:
            if tells_place(film):
                yield file.problem("photo-place")
    content = file.read(HEAD if media else LARGEST)
    for notice in sandbox().notices(content, suffix):
        yield file.problem(notice.code, notice.value, allowed=notice.allowed, place=notice.place)
