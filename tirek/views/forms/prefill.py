"""Records that a form begins with: as plain data, in shards, with the digests they had.

A reader who corrects one record loads one shard, not the catalogue. Which one, the browser works
out from the id, as ``shard_of`` does.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tirek import LANGUAGES, urls
from tirek.model.catalogue import Catalogue
from tirek.model.plain import digest_of, page_digest, plain_of
from tirek.model.story import Story
from tirek.model.unit import Unit
from tirek.views.forms.choices import called
from tirek.views.voice import Voice

Stories = Mapping[tuple[str, str], Story]
"""Hand-written stories of units by language and id."""

IN_SHARD: Final = 8
"""Records in a shard, about: a few kilobytes for a slow line."""

_PRIME: Final = 65521


def shards_of(count: int) -> int:
    """Return into how many shards ``count`` records go: a power of two."""
    shards = 1
    while shards * IN_SHARD < count:
        shards *= 2
    return shards


def shard_of(name: str, shards: int) -> int:
    """Return the shard of the record ``name``; ``forms/base/data.js`` counts the same."""
    number = 0
    for letter in name:
        number = (number * 31 + ord(letter)) % _PRIME
    return number % shards


def sharded(catalogue: Catalogue, folder: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each shard of a kind of record, with the ids in it."""
    names = catalogue.of_kind(folder)
    shards = shards_of(len(names))
    groups: dict[int, list[str]] = {number: [] for number in range(shards)}
    for name in names:
        groups[shard_of(name, shards)].append(name)
    yield from groups.items()


def prefilled(catalogue: Catalogue, folder: str, name: str, stories: Stories) -> dict[str, Any]:
    """Return what the form of one record begins with."""
    record = catalogue.of_kind(folder)[name]
    plain = plain_of(record)
    begun: dict[str, Any] = {
        "plain": plain,
        "base": {f"catalogue/{folder}/{name}.yml": digest_of(plain)},
    }
    if isinstance(record, Unit):
        begun["page"] = urls.unit_uri(record)
        begun["name"] = {lang: called(Voice(lang, catalogue), record) for lang in LANGUAGES}
        for lang in LANGUAGES:
            story = stories.get((lang, name))
            if story is not None:
                begun.setdefault("story", {})[lang] = {**story.matter, "body": story.body}
                begun["base"][story.path] = page_digest(story.text)
    elif folder == "organisations":
        begun["page"] = urls.organisation_uri(name)
    elif folder == "materials":
        begun["page"] = urls.material_uri(name)
    else:
        begun["page"] = urls.event_uri(name)
    return begun
