"""Texts that look like markup, scripts or slots stay texts, wherever a site shows them."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from minisites import shells, tree, valid_site

from tirek import LANGUAGES, edition
from tirek.edition import publish
from tirek.place import Place
from tirek.reading import fresh as reading
from tirek.reading.catalogue import read_catalogue
from tirek.settings import Settings
from tirek.stamp import slots_of

EVIL = "</title></script><script>alert(1)</script><b/onclick=x>\"'&amp;[[newest]]{{7*7}}"
"""No white space and no hyphen: names are cut there to fit the map."""

FREE_TEXTS = frozenset({"authors", "number", "source", "phone", "mail"})
"""Fields that hold words outside kk and ru, where they are plain."""

NO_RECORDS = frozenset({"404.html", "lists/added/index.html", "ru/lists/added/index.html"})
"""Pages that show nothing of a record but its dates."""

Site = dict[str, bytes]


def spoiled(value: Any, words: bool = False) -> Any:
    """Put EVIL before every text that a person would read, and leave ids and dates alone."""
    if isinstance(value, dict):
        return {
            key: spoiled(item, words or key in LANGUAGES or (key in FREE_TEXTS and plain(item)))
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [spoiled(item, words) for item in value]
    return EVIL + value if words and isinstance(value, str) else value


def plain(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(item, str) for item in items)


def built(root: Path, spoil: bool) -> Site:
    valid_site(root)
    shells(root / "shells")
    if spoil:
        for path in (root / "catalogue").rglob("*.yml"):
            data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
            text = yaml.safe_dump(spoiled(data), allow_unicode=True, sort_keys=False)
            path.write_text(text, encoding="utf-8")
    place = Place(root, root / "shells", root / "site", root / "state", Settings(), 2026)
    publish(read_catalogue(root / "catalogue"), place)
    return tree(root / "site")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The mini-site as it is, and with every text spoiled."""
    top = tmp_path_factory.mktemp("escaping")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(edition, "asset_files", lambda root: [])
        # Such texts are refused as unsafe; here they come in all the same.
        patched.setattr(reading, "RECORDS", ())
        return built(top / "fair", spoil=False), built(top / "foul", spoil=True)


class Shape(HTMLParser):
    """Elements with the names of their attributes, and the scripts inside a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.scripts: list[str] = []
        self.texts: list[str] = []
        self._open = ""
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, *(name for name, _ in attrs))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self.note(f"/{tag}")
        self._open = ""

    def note(self, tag: str, *attributes: str) -> None:
        """Lines of a picture's label are left out: a longer text has more of them."""
        if not tag.endswith("tspan"):
            self.elements.append((tag, *attributes))

    def handle_data(self, data: str) -> None:
        (self.scripts if self._open == "script" else self.texts).append(data)


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    for path, content in site.items():
        if path.endswith(".html") and path not in NO_RECORDS:
            yield path, content


def test_spoiled_texts_are_everywhere(sites: tuple[Site, Site]) -> None:
    """Else the tests below would look at nothing."""
    _, foul = sites
    for path, content in pages(foul):
        assert html.escape("<script>alert(1)</script>") in content.decode(), path
    assert sum(content.decode().count("&lt;script&gt;") for _, content in pages(foul)) > 1000


def test_spoiled_texts_change_no_element(sites: tuple[Site, Site]) -> None:
    fair, foul = sites
    # Which files the index of search is cut into depends on the words.
    plain = [{path for path in site if not path.startswith("search/")} for site in sites]
    assert plain[0] == plain[1]
    for path, content in pages(foul):
        assert Shape(content).elements == Shape(fair[path]).elements, path


def test_a_spoiled_text_is_read_as_it_was_written(sites: tuple[Site, Site]) -> None:
    _, foul = sites
    texts = Shape(foul["catalogue/alphabet-cards.html"]).texts
    assert f"{EVIL}Әліпби карточкалары" in texts
    assert f"{EVIL}Әріптер мен суреттер – әр әріпке жеке сурет." in texts
    assert any(EVIL + "А. Үлгі" in text for text in texts)


def test_no_file_holds_the_tag_as_it_was_written(sites: tuple[Site, Site]) -> None:
    _, foul = sites
    for path, content in foul.items():
        if not path.startswith(("data/", "schema/")) or path.startswith("data/facets/"):
            assert b"<script>alert" not in content, path
            assert b"<b/onclick" not in content, path


def test_slots_and_templates_in_texts_are_not_filled(sites: tuple[Site, Site]) -> None:
    fair, foul = sites
    for path, content in pages(foul):
        text = content.decode()
        assert "[[newest]]{{7*7}}" in text, path
        assert {slot.name for _, slot in slots_of(text)} <= {"newest"}, path
        assert text.count('<ul class="cards">') == fair[path].decode().count('<ul class="cards">')


def test_json_ld_is_json_and_says_what_was_written(sites: tuple[Site, Site]) -> None:
    _, foul = sites
    for lang, folder in (("kk", ""), ("ru", "ru/")):
        [script] = Shape(foul[f"{folder}catalogue/alphabet-cards.html"]).scripts
        data = json.loads(script)
        title = {"kk": "Әліпби карточкалары", "ru": "Карточки с алфавитом"}[lang]
        assert data["name"] == EVIL + title
        assert data["author"][0]["name"] == f"{EVIL}А. Үлгі"
        assert "<" not in script


def test_facet_scripts_hand_over_what_was_written(sites: tuple[Site, Site]) -> None:
    _, foul = sites
    scripts = [path for path in foul if path.startswith("data/facets/")]
    assert len(scripts) > 10
    for path in scripts:
        text = foul[path].decode()
        assert "<" not in text, path
        arguments = text.partition("(")[2].rpartition(")")[0]
        assert text.startswith("tirekFacets.")
        values = json.loads(f"[{arguments}]")
        if "/cards-0" in path:
            assert all(EVIL in card[1] for card in values[1]), path


def test_data_files_are_json_and_say_what_was_written(sites: tuple[Site, Site]) -> None:
    _, foul = sites
    for folder in ("materials", "organisations", "units", "events"):
        rows = json.loads(foul[f"data/{folder}.json"])
        assert len(rows) >= 2
    titles = {row["id"]: row["title"] for row in json.loads(foul["data/materials.json"])}
    assert titles["alphabet-cards"]["ru"] == f"{EVIL}Карточки с алфавитом"
