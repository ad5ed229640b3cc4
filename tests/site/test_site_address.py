"""What pages and the sitemap say of their address, where the site has one and where it has not."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from built import Built
from projects import copied, finished, start

ADDRESS = "https://tirek.example/under/"
SPACE = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("addressed"))


def building(project: Path, address: str) -> Built:
    finished(start(project, "tirek.cli", "build", SITE_URL=address))
    return Built(project / "site")


@pytest.fixture(scope="module")
def addressed(project: Path) -> Built:
    """A site with an address, built where one without was built before."""
    building(project, "")
    return building(project, ADDRESS.removesuffix("/"))


def links(site: Built, uri: str) -> list[tuple[str, str, str]]:
    """The document's own links to itself and its twin: rel, language, address."""
    return [
        (node["rel"], node.get("hreflang") or "", node["href"])
        for node in site.pages[uri].find("link")
        if node.get("rel") in ("canonical", "alternate")
    ]


def test_pages_name_their_address_and_their_twins(addressed: Built) -> None:
    pages = [*addressed.of("kk"), *addressed.of("ru")]
    for page in pages:
        kk = page.uri.removeprefix("ru/")
        assert sorted(links(addressed, page.uri)) == [
            ("alternate", "kk", f"{ADDRESS}{kk}"),
            ("alternate", "ru", f"{ADDRESS}ru/{kk}"),
            ("alternate", "x-default", f"{ADDRESS}{kk}"),
            ("canonical", "", f"{ADDRESS}{page.uri}"),
        ]


def test_sitemap_holds_every_page_with_its_twin(addressed: Built) -> None:
    root = ElementTree.fromstring((addressed.folder / "sitemap.xml").read_bytes())
    found = {
        url.findtext("s:loc", namespaces=SPACE): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", SPACE)
        }
        for url in root.findall("s:url", SPACE)
    }
    pages = [*addressed.of("kk"), *addressed.of("ru")]
    assert found == {
        f"{ADDRESS}{page.uri}": {
            "kk": ADDRESS + page.uri.removeprefix("ru/"),
            "ru": f"{ADDRESS}ru/" + page.uri.removeprefix("ru/"),
        }
        for page in pages
    }


def test_the_lost_page_begins_at_the_address_and_claims_none(addressed: Built) -> None:
    assert not links(addressed, "404.html")
    addresses = [node["href"] for node in addressed.pages["404.html"].find("a", "link")]
    outside = [a for a in addresses if not a.startswith(("/under/", "#"))]
    assert addresses
    assert not outside


def test_without_an_address_nothing_speaks_of_one(built: Built) -> None:
    assert not [uri for uri in built.pages if links(built, uri)]
    assert not [path for path in built.files if "sitemap" in path]


def test_an_address_leaves_no_trace_when_it_is_gone(project: Path, addressed: Built) -> None:
    assert "sitemap.xml" in addressed.files
    bare = building(project, "")
    assert not [uri for uri in bare.pages if links(bare, uri)]
    assert "sitemap.xml" not in bare.files
