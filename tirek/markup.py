"""What Markdown leaves out of HTML: what tables are, what headers head, how large images are."""

import re
from collections.abc import Callable
from html import escape
from typing import Final
from urllib.parse import quote, unquote

_SLOT_AS_ADDRESS: Final = re.compile(r"\]\((\[\[[^\[\]()]+\]\])\)")
_HIDDEN: Final = re.compile(r'"tirek-slot:([^"]*)"')

_PARTS: Final = re.compile(
    r'<h[1-6] id="(?P<heading>[^"]+)"|<table>(?P<table>.*?)</table>', re.DOTALL
)
_ROW: Final = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_ALIGNED: Final = re.compile(r'<(t[hd]) style="text-align: (left|center|right);">')
_HEADER: Final = re.compile(r'<th(?: class="[^"]*")?>(.*?)</th>', re.DOTALL)
_CELL: Final = re.compile(r"<td(?=[ >])")
_IMAGE: Final = re.compile(r'<img ((?:[^>]*? )?src="([^"]+)"[^>]*>)')
_TAG: Final = re.compile(r"<[^>]*>")


def hidden_slots(markdown: str) -> str:
    """Return ``markdown`` with slots that stand for addresses made addresses of their own kind.

    MkDocs takes ``[[link clause 4.2.4]]`` for a path and warns that there is no such page.
    """
    return _SLOT_AS_ADDRESS.sub(lambda slot: f"](tirek-slot:{quote(slot[1])})", markdown)


def shown_slots(html: str) -> str:
    """Return ``html`` with the slots back that ``hidden_slots`` hid."""
    return _HIDDEN.sub(lambda slot: f'"{unquote(slot[1])}"', html)


def named_tables(html: str, title: str) -> str:
    """Return ``html`` with each table named after the heading above it, or else ``title``.

    Markdown writes headers over columns only, so each gets that scope; and each cell bears
    its column's words, which a narrow screen shows in place of the headers. What Markdown
    aligns by a style, which the pages' policy forbids, is aligned by a class. A table that
    was written as HTML with attributes of its own stays as it is.
    """
    heading = ""

    def completed(part: re.Match[str]) -> str:
        nonlocal heading
        if part["heading"]:
            heading = part["heading"]
            return part[0]
        name = f'aria-labelledby="{heading}"' if heading else f'aria-label="{escape(title)}"'
        return f"<table {name}>{_labelled(part['table'])}</table>"

    return _PARTS.sub(completed, html)


def sized_images(html: str, size_of: Callable[[str], tuple[int, int] | None]) -> str:
    """Return ``html`` whose images keep their place before they come, and come when they are near.

    Args:
        html: A page's content.
        size_of: Gives width and height in pixels of the image at a relative address, or None
            where that is not known.
    """

    def sized(image: re.Match[str]) -> str:
        size = size_of(unquote(image[2]))
        if size is None or " width=" in image[0]:
            return image[0]
        width, height = size
        more = f'width="{width}" height="{height}" loading="lazy" decoding="async"'
        # Markdown ends it as XML does; HTML needs no slash.
        return f"<img {more} {image[1]}".replace(" />", ">")

    return _IMAGE.sub(sized, html)


def _labelled(table: str) -> str:
    """Return the inside of a Markdown table with scopes and each cell's column."""
    table = _ALIGNED.sub(r'<\1 class="to-\2">', table)
    labels = [_TAG.sub("", header).replace('"', "&quot;") for header in _HEADER.findall(table)]

    def row(cells: re.Match[str]) -> str:
        column = iter(labels)
        return _CELL.sub(lambda _: f'<td data-label="{next(column, "")}"', cells[0])

    return re.sub(r"<th(?=[ >])", '<th scope="col"', _ROW.sub(row, table))
