"""What files are made from, as hashes: a file is made again when its key changes."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from tirek.model.catalogue import Catalogue
from tirek.place import Place
from tirek.views.pages import digest, key_of


def common_key(catalogue: Catalogue, place: Place) -> bytes:
    """Return a hash of what every page depends on: code, templates, words, settings."""
    settings = f"{place.settings} {place.this_year}".encode()
    return key_of(words_key(catalogue), settings)


def whole_key(catalogue: Catalogue, common: bytes) -> bytes:
    """Return a hash of what is ``common`` to all pages and of all records."""
    dead = repr(sorted(catalogue.dead_links.items())).encode()
    return key_of(common, digest(catalogue, sorted(catalogue.digests)), dead)


def words_key(catalogue: Catalogue) -> bytes:
    """Return a hash of what every edition of a catalogue has in common: code and vocabularies."""
    vocabularies = sorted(key for key in catalogue.digests if key[0] == "vocabularies")
    return key_of(code_digest(), digest(catalogue, vocabularies))


@cache
def code_digest() -> bytes:
    """Return a hash of the package: code, templates and words."""
    state = blake2b(digest_size=16)
    for item in _files_below(files("tirek")):
        state.update(item.name.encode())
        state.update(item.read_bytes())
    return state.digest()


def _files_below(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files_below(item)
        elif item.name.endswith((".py", ".html", ".yml")):
            yield item
