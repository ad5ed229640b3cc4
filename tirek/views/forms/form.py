"""One form as data: the model's types, the words beside each field, the steps.

``overrides/assets/forms/`` draws it; what it checks while somebody types is what the model says.
"""

from collections.abc import Iterator
from typing import Any, Final

from tirek.model.kinds import KINDS
from tirek.model.shape import Shape, types_within
from tirek.views.forms.choices import among, choices
from tirek.views.voice import Voice
from tirek.wording import example_of, words_of

FORMS: Final = ("units", "organisations", "materials", "events")
"""Kinds of records that have a form, by folder."""


def form_of(voice: Voice, folder: str) -> dict[str, Any]:
    """Return the form of a kind of record in the language of ``voice``."""
    record = next(kind.record for kind in KINDS if kind.folder == folder)
    types = types_within(record)
    words = words_of("forms")
    return {
        "kind": folder,
        "root": record.__name__,
        "types": types,
        "steps": [_step(voice, name, step) for name, step in words["steps"][folder].items()],
        "confirming": words["confirming"].get(folder, []),
        "wanted": {name: said[voice.lang] for name, said in words["wanted"][folder].items()},
        "said": {key: _said(voice, key, shape) for key, shape in _fields(types)},
        "schemes": {target: choices(voice, target) for target in sorted(_schemes(types))},
    }


def _step(voice: Voice, name: str, step: dict[str, Any]) -> dict[str, Any]:
    intro = step.get("intro")
    return {
        "id": name,
        "title": step["title"][voice.lang],
        "intro": intro[voice.lang] if intro else "",
        "fields": step["fields"],
    }


def _fields(types: dict[str, Shape]) -> Iterator[tuple[str, Shape]]:
    for name, told in types.items():
        for field in told["fields"]:
            yield f"{name}.{field['name']}", field["shape"]


def _said(voice: Voice, key: str, shape: Shape) -> dict[str, Any]:
    """Return the words beside one field, and how large its box is."""
    words, fields = words_of("forms"), words_of("fields")[key]
    said: dict[str, Any] = {
        "label": fields["label"][voice.lang],
        "help": words["fields"].get(key, fields["help"])[voice.lang],
    }
    example = _example(voice, example_of(fields["example"]), shape)
    if example:
        said["example"] = example
    if key in words["rows"]:
        said["rows"] = words["rows"][key]
    if key in words["private"]:
        said["private"] = True
    only = among(voice.catalogue, key)
    if only:
        said["only"] = only
    return said


def _example(voice: Voice, example: Any, shape: Shape) -> str | dict[str, str]:
    """Return the example of a field that is typed, not chosen."""
    if shape["t"] in ("text", "number") and isinstance(example, str):
        return example
    if shape["t"] == "both" and isinstance(example, dict):
        return {lang: str(text) for lang, text in example.items()}
    return ""


def _schemes(types: dict[str, Shape]) -> set[str]:
    """Return the vocabularies that fields of ``types`` choose from."""
    found = set()
    for _, shape in _fields(types):
        inside: Any = shape
        while isinstance(inside, dict):
            if inside["t"] == "ref" and inside["to"].startswith("vocabularies/"):
                found.add(inside["to"])
            inside = inside.get("of")
    return found
