"""Which changes are ordinary from outside, and which a maintainer must look at first."""

import re
from collections.abc import Iterable
from typing import Final

_ORDINARY: Final = re.compile(
    r"docs/(?:kk|ru)/network/(?:[\w-]+/)*[\w-]+\.md"
    r"|catalogue/(?:materials|units|organisations|events)/[\w-]+\.yml"
    r"|catalogue/files/(?:[\w-][\w.-]*/)*[\w-][\w.-]*",
    re.ASCII,
)
"""Pages of units, records and their files; vocabularies, facts and code are not."""


def unusual(paths: Iterable[str]) -> list[str]:
    """Return the paths outside the places where a centre writes."""
    return [path for path in paths if _ORDINARY.fullmatch(path) is None]
