"""Files that are made from others are as they should be; schemas accept what the reader accepts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from generate import generated
from github.code_owners import Owners, code_owners

from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind
from tirek.reading.catalogue import read_catalogue
from tirek.views.json_schema import schema_files, schema_of

ROOT = Path(__file__).resolve().parents[2]
VALID = ROOT / "tests" / "sites" / "valid"
BROKEN = ROOT / "tests" / "sites" / "broken"


def test_kept_files_are_up_to_date() -> None:
    stale = [str(p) for p, content in generated(ROOT) if (ROOT / p).read_bytes() != content]
    assert not stale, "run `make generate`"


def test_the_editor_knows_a_schema_for_every_kind() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f".vscode/schema/{kind.folder}.json": f"catalogue/{kind.folder}/*.yml" for kind in KINDS
    }
    for path in settings["yaml.schemas"]:
        assert (ROOT / path).is_file()


# Schemas.


class Core(yaml.CSafeLoader):
    """YAML 1.2's own types, as editors read them: no dates, no «yes»."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[0-9]+$"), list("0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[0-9]+\.[0-9]+$"), list("0123456789")
)
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("null|~|$"), ["n", "~", ""])


def records(root: Path, kind: Kind, loader: Any) -> dict[str, Any]:
    found = {}
    for path in sorted((root / "catalogue" / kind.folder).glob("*.yml")):
        try:
            text = path.read_text(encoding="utf-8-sig")
            found[path.name] = yaml.load(text, Loader=loader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
@pytest.mark.parametrize("loader", [Core, yaml.CBaseLoader])
@pytest.mark.parametrize("root", [ROOT, VALID], ids=["own", "mini"])
def test_right_records_pass(kind: Kind, loader: Any, root: Path) -> None:
    schema = schema_of(kind, read_catalogue(root / "catalogue"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    found = records(root, kind, loader)
    assert found
    for name, data in found.items():
        assert not [(name, e.json_path, e.message) for e in validator.iter_errors(data)]


TOLD = {
    "field-unknown",
    "field-missing",
    "language-missing",
    "value-not-list",
    "value-not-mapping",
    "value-not-date",
    "value-not-year",
    "value-not-number",
    "value-not-whole-number",
    "value-not-yes-no",
    "value-not-web-address",
    "concept-unknown",
    "list-too-short",
}
"""Problems that a schema can tell of."""


def test_planted_faults_are_refused() -> None:
    """Wherever the checker blames the shape of a field, an editor underlines something too."""
    catalogue = read_catalogue(VALID / "catalogue")
    schemas = {kind.folder: schema_of(kind, catalogue) for kind in KINDS}
    cases = yaml.load(
        (ROOT / "tests/cases/faults.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    tried = 0
    for kind in KINDS:
        data = records(BROKEN, kind, Core)
        for name, record in data.items():
            codes = {row[3] for row in cases.get(f"catalogue/{kind.folder}/{name}", ())}
            if isinstance(record, dict) and codes & TOLD and kind.folder != "vocabularies":
                validator = jsonschema.Draft7Validator(schemas[kind.folder])
                assert not validator.is_valid(record), (name, codes)
                tried += 1
    assert tried >= 12


def test_fields_have_words_and_vocabularies_their_labels() -> None:
    files = dict(schema_files(read_catalogue(VALID / "catalogue")))
    material = json.loads(files["schema/materials.json"])
    title = material["properties"]["title"]
    assert " / " in title["title"]
    assert title["description"].count("\n\n") == 1
    needs = material["properties"]["needs"]["items"]
    assert len(needs["enum"]) == len(needs["enumDescriptions"]) >= 3
    assert "unknown" in material["properties"]["licence"]["enum"]


# Owners.


@pytest.fixture(scope="module")
def small() -> Catalogue:
    return read_catalogue(VALID / "catalogue")


def test_owners_of_a_region_are_asked_about_its_units(small: Catalogue) -> None:
    owners = Owners("@o/team", {"KZ-75": ("@aigerim", "@o/almaty")})
    lines = code_owners(small, owners).splitlines()
    assert "* @o/team" in lines
    assert "/catalogue/units/almaty-school-1-centre.yml @aigerim @o/almaty" in lines
    page = "/docs/ru/network/centres/almaty-school-1-centre.md @aigerim @o/almaty"
    assert page in lines
    others = [line for line in lines if line.startswith("/") and "shymkent" in line]
    assert others
    assert all(line.endswith(" @o/team") for line in others)
    assert len(lines) == len(set(lines) - {""}) + lines.count("")


def test_a_unit_without_a_sure_region_is_its_region_of_2016s(small: Catalogue) -> None:
    unit = small.units["almaty-school-1-centre"]
    unsure = replace(small, units={unit.id: replace(unit, region=None)})
    text = code_owners(unsure, Owners("@o/team", {unit.region_2016: ("@then",)}))
    assert f"/catalogue/units/{unit.id}.yml @then" in text


def test_no_person_is_made_up() -> None:
    text = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    named = set(re.findall(r"@\S+", text))
    owners = yaml.safe_load((ROOT / ".github/owners.yml").read_text(encoding="utf-8"))
    listed = {name for names in (owners["regions"] or {}).values() for name in names or ()}
    assert named <= listed | {owners["maintainers"]}
