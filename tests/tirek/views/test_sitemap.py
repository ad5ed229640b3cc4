"""The sitemap: every page once, with its twin, in files that are not too long."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from tirek.views.sitemap import sitemap_files

SITE = "https://example.kz/"
PAGES = ["index.html", "ru/index.html", "a.html", "404.html", "data/x.json", "assets/a.js"]


def files(paths: list[str]) -> dict[str, str]:
    return {name: content.decode() for name, content in sitemap_files(SITE, paths)}


def listed(text: str) -> list[str]:
    return re.findall("<loc>(.*?)</loc>", text)


def test_without_an_address_there_is_no_sitemap() -> None:
    assert list(sitemap_files("", PAGES)) == []


def test_pages_and_twins() -> None:
    [(name, text)] = files(PAGES).items()
    assert name == "sitemap.xml"
    assert listed(text) == [f"{SITE}a.html", f"{SITE}index.html", f"{SITE}ru/index.html"]
    twins = re.findall('hreflang="(..)" href="([^"]*)"', text)
    both = [("kk", f"{SITE}index.html"), ("ru", f"{SITE}ru/index.html")]
    assert twins == [("kk", f"{SITE}a.html"), *both, *both]
    assert ElementTree.fromstring(text).tag.endswith("urlset")


def test_long_ones_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tirek.views.sitemap.MAX_URLS", 2)
    parts = files(PAGES)
    assert list(parts) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert listed(parts["sitemap.xml"]) == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert len(listed(parts["sitemap-1.xml"]) + listed(parts["sitemap-2.xml"])) == 3


def test_addresses_are_escaped() -> None:
    [(_, content)] = sitemap_files("https://example.kz/?a&b=", ["index.html"])
    assert ElementTree.fromstring(content)[0][0].text == "https://example.kz/?a&b=index.html"
