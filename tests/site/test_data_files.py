"""The data files: what the model says, in JSON's own types, and nothing that pages contradict."""

from __future__ import annotations

import json
import os
import re
import types
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from built import LANGUAGES, Built
from projects import ROOT

from tirek import Language, urls
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS
from tirek.tables.columns import FOLDERS as TABLES
from tirek.tables.template import template

FOLDERS = [kind.folder for kind in KINDS]
SLOT = re.compile(r"\[\[fact ([a-z0-9-]+)\]\]")


def misfits(value: Any, annotation: Any, where: str) -> list[str]:
    """Every place in the JSON ``value`` that is not as the model's ``annotation`` has it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return misfits(value, inner[0], where)
    if origin in (Union, types.UnionType):
        tried = [misfits(value, each, where) for each in inner]
        return min(tried, key=len)
    if origin is Literal:
        return [] if value in inner else [f"{where}: {value!r}"]
    if origin is tuple:
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        each = [inner[0]] * len(value) if inner[1:] == (Ellipsis,) else list(inner)
        if len(each) != len(value):
            return [f"{where}: {value!r} has not {len(each)} items"]
        pairs = enumerate(zip(value, each, strict=True))
        return [m for i, (v, a) in pairs for m in misfits(v, a, f"{where}.{i}")]
    if origin is dict:
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no object"]
        return [m for k, v in value.items() for m in misfits(v, inner[1], f"{where}.{k}")]
    if is_dataclass(annotation):
        hints = get_type_hints(annotation, include_extras=True)
        wanted = {field.name.rstrip("_"): hints[field.name] for field in fields(annotation)}
        if not isinstance(value, dict) or list(value) != list(wanted):
            return [f"{where}: {value!r} has not the fields {', '.join(wanted)}"]
        return [m for k, a in wanted.items() for m in misfits(value[k], a, f"{where}.{k}")]
    # In Python a bool is an int; in JSON it is not.
    fits = type(value) is annotation or (annotation is float and type(value) is int)
    return [] if fits else [f"{where}: {value!r} is no {annotation}"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_data_file_is_an_array_sorted_by_id(built: Built, folder: str) -> None:
    ids = [row["id"] for row in built.data(folder)]
    own = [path.stem for path in (ROOT / "catalogue" / folder).glob("*.yml")]
    assert len(set(ids)) == len(ids)
    if folder == "facts":
        # After the facts themselves come the figures of units, named <unit>.<figure>.
        dotted = [name for name in ids if "." in name]
        assert ids == [*sorted(own), *sorted(dotted)]
        assert dotted
    else:
        assert ids == sorted(own)


@pytest.mark.parametrize("kind", KINDS, ids=FOLDERS)
def test_records_have_the_fields_and_types_of_the_model(
    built: Built, crowded_site: Built, kind: Any
) -> None:
    rows = [*built.data(kind.folder), *crowded_site.data(kind.folder)]
    assert rows
    assert not [m for row in rows for m in misfits(told_whole(row), kind.record, row["id"])]


def told_whole(row: dict[str, Any]) -> dict[str, Any]:
    """``row`` with a text for each that its mark says is not translated yet; such are null."""
    lang = row.get("not_translated")

    def whole(value: Any) -> Any:
        if isinstance(value, list):
            return [whole(item) for item in value]
        if not isinstance(value, dict):
            return value
        lacking = lang in value and value[lang] is None
        return {
            k: whole(value["ru" if lang == "kk" else "kk"] if k == lang and lacking else v)
            for k, v in value.items()
        }

    return dict(whole(row)) if lang else row


@pytest.mark.parametrize("folder", FOLDERS)
def test_data_files_are_plain_utf_8_with_a_record_a_line(built: Built, folder: str) -> None:
    text = (built.folder / "data" / f"{folder}.json").read_bytes().decode("utf-8")
    lines = text.splitlines()
    assert text.endswith("\n")
    assert (lines[0], lines[-1]) == ("[", "]")
    assert [json.loads(line.removesuffix(",")) for line in lines[1:-1]] == built.data(folder)
    assert "\\u" not in text


def test_types_are_told_apart(built: Built) -> None:
    """The check above would pass a number written as text only if it had no teeth."""
    unit = next(kind for kind in KINDS if kind.folder == "units")
    row = next(row for row in built.data("units") if row["figures"])
    assert not misfits(row, unit.record, "unit")
    figure = row["figures"][0]
    for wrong in (str(figure["value"]), True, None):
        spoilt = row | {"figures": [figure | {"value": wrong}]}
        assert misfits(spoilt, unit.record, "unit"), wrong
    assert misfits({**row, "unknown": None}, unit.record, "unit")
    assert misfits({k: v for k, v in row.items() if k != "region"}, unit.record, "unit")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_on_pages_are_facts(built: Built, lang: str) -> None:
    """Hand-written pages quote figures by id: each shows the value that the data file has."""
    facts = {row["id"]: row for row in built.data("facts")}
    checked = 0
    for source in sorted((ROOT / "docs" / lang).rglob("*.md")):
        quoted = SLOT.findall(source.read_text(encoding="utf-8"))
        if not quoted:
            continue
        uri = source.relative_to(ROOT / "docs" / lang).with_suffix(".html").as_posix()
        page = built.pages[uri if lang == "kk" else f"{lang}/{uri}"]
        shown = Counter(node["value"] for node in page.find("data"))
        wanted = Counter(str(facts[name]["value"]) for name in quoted)
        assert wanted <= shown, f"{uri}: {wanted - shown}"
        checked += len(quoted)
    assert checked > 2


def test_every_figure_of_every_page_is_a_fact_written_for_readers(built: Built) -> None:
    values = {str(row["value"]) for row in built.data("facts")}
    shown = [node for page in built.pages.values() for node in page.find("data")]
    assert shown
    for node in shown:
        assert node["value"] in values, node
        written = re.sub(r"[\s%]", "", node.text).replace(",", ".").replace("−", "-")
        assert written == node["value"], node


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", TABLES)
def test_a_blank_table_is_offered(
    built: Built, catalogue: Catalogue, folder: str, lang: Language
) -> None:
    path = built.folder / urls.table_uri(folder, lang)
    content = path.read_bytes()
    assert content == template(catalogue, folder, lang)
    assert len(content) < 20_000, "the page says so"
    for own in LANGUAGES:
        page = built.folder / urls.in_language(own, "contribute.html")
        link = os.path.relpath(path, page.parent)
        assert f'href="{link}" download' in page.read_text(encoding="utf-8")
