"""Titles and summaries that are too long to read in a list, or too short to tell anything."""

from collections.abc import Iterator
from typing import Final

from tirek.check.sources import PageSource, RecordSource
from tirek.problem import Problem

TITLE: Final = (5, 160)
"""Fewest and most characters of the title of a material or event."""
SUMMARY: Final = (40, 600)
"""Of the summary of a material."""
PAGE_TITLE: Final = (3, 100)
"""Of the title of a page."""
DESCRIPTION: Final = (30, 160)
"""Of what search engines and previews show of a page."""

_LIMITS: Final = {
    "materials": {"title": TITLE, "summary": SUMMARY},
    "events": {"title": TITLE},
}


def of_record(record: RecordSource) -> Iterator[Problem]:
    """Yield each title and summary of unfit length."""
    limits = _LIMITS.get(record.folder, {})
    for words in record.words:
        if len(words.loc) == 2 and words.loc[0] in limits and words.lang:
            code = _code(words.text, limits[str(words.loc[0])])
            if code and words.text.strip():
                yield record.problem(words.loc, code[0], allowed=code[1])


def of_page(page: PageSource) -> Iterator[Problem]:
    """Yield a problem if title or description of a page is of unfit length."""
    data = page.matter.data if page.matter else None
    if not isinstance(data, dict) or page.uri.rpartition("/")[2].startswith("_"):
        return
    for field, limits in (("title", PAGE_TITLE), ("description", DESCRIPTION)):
        text = data.get(field)
        code = _code(text, limits) if isinstance(text, str) and text else None
        if code:
            yield page.matter_problem(field, code[0], allowed=code[1])


def _code(text: str, limits: tuple[int, int]) -> tuple[str, str] | None:
    """Return the code of a text of unfit length, with its own length and what fits."""
    length, (fewest, most) = len(" ".join(text.split())), limits
    told = f"{fewest}–{most}"
    if length < fewest:
        code = "words-too-short"
    elif length > most:
        code = "words-too-long"
    else:
        return None
    return code, f"{told} ({length})"
