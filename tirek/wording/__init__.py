"""Words in Kazakh and Russian, as data: interface, fields of records, problems."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words_of(name: str) -> dict[str, Any]:
    """Return the words of ``wording/<name>.yml`` as nested dicts with kk and ru leaves."""
    text = files("tirek.wording").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(words, dict):
        raise TypeError(f"wording/{name}.yml must hold a mapping")
    return words
