"""Records and stories that are written in one language are shown in both, and say so."""

from __future__ import annotations

import pytest
from built import OTHER, Built, Node, target
from projects import ONE_LANGUAGE, ROOM, ROOM_SIZE, UNTOLD, UNTOLD_EVENTS
from visits import in_language

NOTE = {"kk": "Қазақшаға әлі аударылмаған.", "ru": "Ещё не переведено на русский."}


def page(site: Built, lang: str, uri: str) -> Node:
    return site.pages[in_language(lang, uri)].root


@pytest.mark.parametrize(("unit", "lacks"), UNTOLD.items())
def test_a_story_stands_in_the_other_language(crowded_site: Built, unit: str, lacks: str) -> None:
    uri = f"network/centres/{unit}.html"
    told, shown = page(crowded_site, OTHER[lacks], uri), page(crowded_site, lacks, uri)
    [own], [heading] = told.find("h1"), shown.find("h1")
    assert heading.text == own.text
    assert (own.language, heading.language) == (OTHER[lacks], OTHER[lacks])
    [story] = [node for node in shown.find("div") if node.get("class") == "prose story"]
    assert story.text
    assert story.language == OTHER[lacks]
    assert next(shown.find("html"))["lang"] == lacks
    assert NOTE[lacks] in shown.text
    assert NOTE[lacks] not in told.text


@pytest.mark.parametrize(("unit", "lacks"), UNTOLD.items())
def test_a_picture_comes_with_the_story(crowded_site: Built, unit: str, lacks: str) -> None:
    uri = in_language(lacks, f"network/centres/{unit}.html")
    [picture] = [node for node in crowded_site.pages[uri].find("img")]
    width, height = map(str, ROOM_SIZE)
    assert (picture["alt"], picture["width"], picture["height"]) == (
        ROOM[OTHER[lacks]],
        width,
        height,
    )
    address, _ = target(uri, picture["src"])
    assert address in crowded_site.files


@pytest.mark.parametrize(("number", "lacks"), ONE_LANGUAGE.items())
def test_a_material_says_its_language_in_lists_too(
    crowded_site: Built, number: int, lacks: str
) -> None:
    name = f"example-{number:03}.html"
    assert NOTE[lacks] in page(crowded_site, lacks, f"catalogue/{name}").text
    listed = page(crowded_site, lacks, f"lists/added/2026-{1 + number % 9:02}.html")
    [link] = [node for node in listed.find("a") if (node.get("href") or "").endswith(name)]
    [title] = link.find("span")
    assert title.language == OTHER[lacks]


@pytest.mark.parametrize(("event", "lacks"), UNTOLD_EVENTS.items())
def test_links_of_an_event_say_the_language_of_its_title(
    crowded_site: Built, event: str, lacks: str
) -> None:
    [row] = [
        node
        for node in page(crowded_site, lacks, "events/index.html").find("li")
        if node.get("id") == event
    ]
    [title] = [node for node in row.find("p") if node.get("class") == "event-title"]
    [own, *_] = title.find("span")
    links = [node for node in row.find("a") if event in (node.get("href") or "")]
    assert len(links) == 2
    for link in links:
        assert [node.language for node, text in link.texts() if text == own.text] == [OTHER[lacks]]


@pytest.mark.parametrize("lacks", OTHER)
def test_nothing_lent_is_in_an_attribute_of_another_language(
    crowded_site: Built, lacks: str
) -> None:
    """What only assistive technology says is said in the language that the element is in."""
    lent = {
        node.text
        for one in crowded_site.of(lacks)
        for node in one.find("span")
        if node.get("lang") == OTHER[lacks] and len(node.text) > 20
    }
    assert len(lent) > 3
    assert [
        f"{one.uri}: {name} of {node}"
        for one in crowded_site.of(lacks)
        for node in one.nodes
        for name in ("aria-label", "aria-description", "alt", "title", "placeholder")
        if node.language == lacks and any(text in (node.get(name) or "") for text in lent)
    ] == []
