"""Data of the form page: every field has a place, words and a way back to its record."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS
from tirek.model.plain import digest_of, plain_of
from tirek.model.shape import types_within
from tirek.text import collation_key
from tirek.views.forms.choices import MANY, records
from tirek.views.forms.files import form_files
from tirek.views.forms.form import FORMS, form_of
from tirek.views.forms.prefill import IN_SHARD, prefilled, shard_of, sharded, shards_of
from tirek.views.renderer import Renderer
from tirek.views.voice import Voice
from tirek.wording import words_of

WORDS = words_of("forms")


@pytest.mark.parametrize("folder", FORMS)
def test_every_field_stands_in_one_step(folder: str) -> None:
    record = next(kind.record for kind in KINDS if kind.folder == folder)
    fields = [field["name"] for field in types_within(record)[record.__name__]["fields"]]
    asked = [name for step in WORDS["steps"][folder].values() for name in step["fields"]]
    assert sorted(asked) == sorted(fields)
    assert WORDS["wanted"][folder].keys() <= set(fields)
    assert set(WORDS["confirming"].get(folder, [])) <= WORDS["steps"][folder].keys()


def test_words_beside_fields_are_of_fields() -> None:
    known = {
        f"{name}.{field['name']}"
        for folder in FORMS
        for name, told in types_within(
            next(kind.record for kind in KINDS if kind.folder == folder)
        ).items()
        for field in told["fields"]
    }
    assert WORDS["fields"].keys() <= known
    assert WORDS["rows"].keys() <= known
    assert set(WORDS["private"]) <= known


def leaves(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        return [value]
    inside = value.values() if isinstance(value, dict) else ()
    return [leaf for one in inside for leaf in leaves(one)]


def test_words_are_in_both_languages() -> None:
    said = leaves(WORDS)
    assert len(said) > 200
    for leaf in said:
        places = [sorted(re.findall(r"%[a-z]+", leaf[lang])) for lang in LANGUAGES]
        assert places[0] == places[1], leaf
        assert all(leaf[lang].strip() for lang in LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", FORMS)
def test_a_form_is_data(catalogue: Catalogue, lang: Language, folder: str) -> None:
    form = form_of(Voice(lang, catalogue), folder)
    assert json.loads(json.dumps(form)) == form
    assert len(form["said"]) >= len(form["types"][form["root"]]["fields"])
    for target, rows in form["schemes"].items():
        labels = [row[1] for row in rows]
        if len(rows) > MANY and target != "vocabularies/clauses":  # these stand by number
            assert labels == sorted(labels, key=collation_key)


@pytest.mark.parametrize("folder", FORMS)
def test_records_are_chosen_by_name_in_order(catalogue: Catalogue, folder: str) -> None:
    rows = records(Voice("kk", catalogue), folder)
    assert {row[0] for row in rows} == catalogue.of_kind(folder).keys()
    labels = [row[1] for row in rows]
    assert labels == sorted(labels, key=collation_key)


@pytest.mark.parametrize("folder", FORMS)
def test_every_record_is_in_one_shard(catalogue: Catalogue, folder: str) -> None:
    groups = dict(sharded(catalogue, folder))
    names = [name for group in groups.values() for name in group]
    assert sorted(names) == sorted(catalogue.of_kind(folder))
    assert all(shard_of(n, len(groups)) == number for number, g in groups.items() for n in g)


@given(st.integers(0, 100_000))
def test_shards_stay_small(count: int) -> None:
    shards = shards_of(count)
    assert shards & (shards - 1) == 0
    assert count <= shards * IN_SHARD
    assert shards == 1 or count > shards * IN_SHARD // 2


def test_a_form_begins_with_what_the_record_says(catalogue: Catalogue) -> None:
    name = "almaty-school-10-centre"
    begun = prefilled(catalogue, "units", name, {})
    plain = plain_of(catalogue.units[name])
    assert begun["plain"] == plain
    assert begun["base"] == {f"catalogue/units/{name}.yml": digest_of(plain)}
    assert begun["page"] == f"network/centres/{name}.html"
    assert "story" not in begun


def test_no_text_of_a_record_is_a_tag(small: Catalogue) -> None:
    renderer = Renderer(small, "kk", 2026)
    made = {path: make() for path, _, make in form_files(renderer, b"", {})}
    assert {f"data/forms/kk/{folder}.js" for folder in FORMS} <= made.keys()
    for path, content in made.items():
        assert content.startswith(b"tirekForms."), path
        assert b"<" not in content, path
