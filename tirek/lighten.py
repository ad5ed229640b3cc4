"""Styles and scripts as readers get them: without what only their authors read."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rcssmin import cssmin
from rjsmin import jsmin

_DARK: Final = re.compile(r":root\[data-scheme=\"?dark\"?\](\{[^{}]*\})")


def lightened(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file; of styles and scripts without comments and spaces."""
    for path, content in files:
        if path.endswith(".css"):
            yield path, style(content.decode()).encode()
        elif path.endswith(".js"):
            yield path, script(content.decode()).encode()
        else:
            yield path, content


def style(css: str) -> str:
    """Return ``css`` made small, the dark scheme also for a system that is dark.

    The scheme is written once, for the reader's own choice: ``:root[data-scheme="dark"]``.
    """
    small: str = cssmin(css)
    by_system = r"@media (prefers-color-scheme:dark){:root:not([data-scheme])\1}"
    return _DARK.sub(rf"\g<0>{by_system}", small)


def script(code: str) -> str:
    """Return ``code`` without comments and needless spaces; names stay as they are."""
    small: str = jsmin(code)
    return small
