"""What Markdown leaves out of HTML: tables that say what they are and what their headers head."""

import re
from html import escape
from typing import Final

_PARTS: Final = re.compile(r'<h[1-6] id="(?P<heading>[^"]+)"|<(?P<tag>table|th)>')


def named_tables(html: str, title: str) -> str:
    """Return ``html`` with each table named after the heading above it, or else ``title``.

    Markdown writes headers over columns only, so each gets that scope. A table or header
    that was written as HTML with attributes of its own stays as it is.
    """
    heading = ""

    def completed(part: re.Match[str]) -> str:
        nonlocal heading
        if part["heading"]:
            heading = part["heading"]
            return part[0]
        if part["tag"] == "th":
            return '<th scope="col">'
        name = f'aria-labelledby="{heading}"' if heading else f'aria-label="{escape(title)}"'
        return f"<table {name}>"

    return _PARTS.sub(completed, html)
