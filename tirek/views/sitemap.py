"""Sitemap of both languages, where the site has an address."""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

from tirek import urls

MAX_URLS: Final = 20_000
"""Pages in one sitemap file, well under the protocol's 50,000 and 50 MB."""

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap_files(site_url: str, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap files over the pages among ``paths``; none where there is no address.

    Source: https://www.sitemaps.org/protocol.html
    """
    if not site_url:
        return
    pages = sorted(p for p in paths if p.endswith(".html") and p.rpartition("/")[2] != "404.html")
    known = set(pages)
    parts = [pages[start : start + MAX_URLS] for start in range(0, len(pages), MAX_URLS)]
    names = (
        ["sitemap.xml"] if len(parts) == 1 else [f"sitemap-{i + 1}.xml" for i in range(len(parts))]
    )
    for name, part in zip(names, parts, strict=True):
        rows = "".join(_row(site_url, page, known) for page in part)
        yield name, f"{_HEAD}<urlset {_SPACE} {_XHTML}>\n{rows}</urlset>\n".encode()
    if len(parts) > 1:
        rows = "".join(
            f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in names
        )
        yield "sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n".encode()


def _row(site_url: str, page: str, known: set[str]) -> str:
    pair = [page, urls.twin(page)]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{urls.language_of(p)[0]}" '
        f'href="{escape(site_url + p)}"/>'
        for p in sorted(pair)
        if p in known
    )
    return f"<url><loc>{escape(site_url + page)}</loc>{links}</url>\n"
