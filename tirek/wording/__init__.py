"""Words in Kazakh and Russian, as data: interface, fields of records, problems."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml


@cache
def words_of(name: str) -> dict[str, Any]:
    """Return words as nested dicts with kk and ru leaves.

    They stand in ``wording/<name>.yml``, and those of one part of Tirek in a file of its own
    in ``wording/<name>/``.

    Raises:
        TypeError: a file does not hold a mapping, or two files hold one key.
    """
    words: dict[str, Any] = {}
    for source in _sources(name):
        found = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if not isinstance(found, dict):
            raise TypeError(f"wording/{name}: {source.name} must hold a mapping")
        if repeated := words.keys() & found.keys():
            raise TypeError(f"wording/{name}: {source.name} repeats {sorted(repeated)}")
        words |= found
    return words


def _sources(name: str) -> Iterator[Traversable]:
    here = files("tirek.wording")
    whole, parts = here / f"{name}.yml", here / name
    if whole.is_file():
        yield whole
    if parts.is_dir():
        yield from sorted(parts.iterdir(), key=lambda part: part.name)


def example_of(written: str) -> Any:
    """Return an example of ``fields.yml`` as plain data; every scalar is a string."""
    return yaml.load(written, Loader=yaml.CBaseLoader)
