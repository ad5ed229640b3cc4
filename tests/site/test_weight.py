"""What a visit weighs, as a host that compresses sends it; fonts, pictures, what nobody used."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from built import LANGUAGES, Built
from visits import KINDS, Visit, in_language

Visits = Callable[..., Visit]

FIRST, LATER = 85_000, 15_000
"""Bytes: the first page of a visit with fonts, and a page after it."""


def weight(built: Built, uri: str) -> int:
    content = (built.folder / uri).read_bytes()
    return len(content) if uri.endswith(".woff2") else len(gzip.compress(content))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_visit_is_light(visit: Visits, crowded_site: Built, lang: str) -> None:
    reader = visit()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.removeprefix(reader.base)))
    kinds = ["material with files", "material elsewhere", "centre", "clauses", "home", "catalogue"]
    seen: set[str] = set()
    for kind in kinds:
        asked.clear()
        reader.open(in_language(lang, KINDS[kind])).wait_for_load_state("networkidle")
        new = set(asked) - seen
        total = sum(weight(crowded_site, uri) for uri in new)
        assert 3_000 < total < (LATER if seen else FIRST), (kind, sorted(new))
        seen |= new
    assert any(uri.endswith(".woff2") for uri in seen)
    assert not [uri for uri in seen if "/search/" in uri or "/sight/" in uri]


@pytest.mark.parametrize(("scheme", "family"), [("http", "Golos"), ("file", "Golos of the folder")])
def test_the_face_comes_once_and_whole(visit: Visits, scheme: str, family: str) -> None:
    """Over http lines never jump for it; from a folder no page does without."""
    page = visit(scheme).open("about.html")
    faces = page.evaluate(
        """() => document.fonts.ready.then(() => [...document.fonts]
            .filter(face => face.status === 'loaded')
            .map(face => [face.family.replace(/"/g, ''), face.display]))"""
    )
    assert len(faces) == 3
    assert {name for name, _ in faces} == {family}
    assert {display for _, display in faces} == {"optional" if scheme == "http" else "swap"}


def test_pictures_have_their_place_and_wait(built: Built) -> None:
    pictures = [(page.uri, one) for page in built.pages.values() for one in page.find("img")]
    assert pictures
    for uri, picture in pictures:
        assert int(picture["width"]), uri
        assert int(picture["height"]), uri
        assert picture["loading"] == "lazy", uri
        assert picture["alt"], uri
