"""Files of the form page: scripts that hand it data, since nothing else loads from a folder."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from tirek.intake.package import FORMAT, MANIFEST
from tirek.text import RUSSIAN_KEYBOARD
from tirek.urls import UNIT_FOLDERS
from tirek.views.forms.choices import is_listed, records
from tirek.views.forms.form import FORMS, form_of
from tirek.views.forms.prefill import Stories, prefilled, sharded, shards_of
from tirek.views.forms.shown import shown_words
from tirek.views.pages import digest, key_of
from tirek.views.renderer import Renderer
from tirek.views.voice import MONTHS, MONTHS_ALONE, MONTHS_IN, Voice
from tirek.wording import words_of

BASE: Final = "data/forms"
"""Folder of the data on the site."""

Make = Callable[[], bytes]


def form_files(
    renderer: Renderer, common: bytes, stories: Stories
) -> Iterator[tuple[str, bytes, Make]]:
    """Yield path, key and maker of every file of one language; records with the last."""
    voice, catalogue = renderer.voice, renderer.catalogue
    here = f"{BASE}/{voice.lang}"
    whole = digest(catalogue, sorted(catalogue.digests))
    yield f"{here}/words.js", key_of(common, whole), lambda: _call("words", _words(voice))
    for folder in FORMS:
        of_kind = digest(catalogue, sorted(key for key in catalogue.digests if key[0] == folder))
        yield (
            f"{here}/{folder}.js",
            key_of(common, b"form"),
            lambda folder=folder: _call("form", form_of(voice, folder)),  # type: ignore[misc]
        )
        # A unit is called by its host's name.
        hosts = digest(catalogue, sorted(k for k in catalogue.digests if k[0] == "organisations"))
        if is_listed(catalogue, folder):
            yield (
                f"{here}/list-{folder}.js",
                key_of(common, of_kind, hosts),
                lambda folder=folder: _call("list", folder, records(voice, folder)),  # type: ignore[misc]
            )
        if voice.lang == catalogue.languages[-1]:
            yield from _shards(renderer, common, folder, stories)


def _shards(
    renderer: Renderer, common: bytes, folder: str, stories: Stories
) -> Iterator[tuple[str, bytes, Make]]:
    catalogue = renderer.catalogue
    for number, names in sharded(catalogue, folder):
        told = [
            stories[lang, name].text
            for name in names
            for lang in ("kk", "ru")
            if (lang, name) in stories
        ]
        hosts = {catalogue.units[name].host for name in names} if folder == "units" else set()
        of_hosts = [("organisations", host) for host in sorted(hosts)]
        key = key_of(
            common,
            digest(catalogue, [*((folder, name) for name in names), *of_hosts]),
            "\0".join(told).encode(),
        )
        yield (
            f"{BASE}/records/{folder}-{number}.js",
            key,
            lambda names=names: _call(  # type: ignore[misc]
                "records",
                folder,
                {name: prefilled(catalogue, folder, name, stories) for name in names},
            ),
        )


def _words(voice: Voice) -> dict[str, Any]:
    words, lang = words_of("forms"), voice.lang
    return {
        "words": {key: said[lang] for key, said in words["words"].items()},
        "problems": {code: said[lang] for code, said in words["problems"].items()},
        "shown": shown_words(voice),
        "months": list(MONTHS[lang]),
        "alone": list(MONTHS_ALONE if lang == "ru" else MONTHS[lang]),
        "inside": list(MONTHS_IN[lang]),
        "fold": [chr(letter) for letter in RUSSIAN_KEYBOARD]
        + [chr(letter) for letter in RUSSIAN_KEYBOARD.values()],
        "format": FORMAT,
        "manifest": MANIFEST,
        "folders": UNIT_FOLDERS,
        "slugs": {
            concept.id: concept.slug
            for concept in voice.catalogue.vocabularies["regions"].concepts
            if concept.slug
        },
        "listed": [folder for folder in FORMS if is_listed(voice.catalogue, folder)],
        "shards": {folder: shards_of(len(voice.catalogue.of_kind(folder))) for folder in FORMS},
        "titles": {
            lang: {
                kind.id: (kind.label.kk if lang == "kk" else kind.label.ru)
                for kind in voice.catalogue.vocabularies["unit-kinds"].concepts
            }
            for lang in ("kk", "ru")
        },
    }


def _call(name: str, *arguments: Any) -> bytes:
    """Return a script that hands ``arguments`` to the page's code."""
    shown = ",".join(
        json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments
    )
    # "<" is escaped so that no record's text is a tag, wherever the script's text may get.
    return f"tirekForms.{name}({shown})\n".replace("<", "\\u003c").encode()
