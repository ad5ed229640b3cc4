"""The repository as a whole: what no file may hold, and what belongs together."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tirek import LANGUAGES
from tirek.model.selection import MEDIA
from tirek.urls import UNIT_FOLDERS
from tirek.views.checks import GROUPS
from tirek.views.forms.form import FORMS
from tirek.views.listed import DOORS, FACETS
from tirek.wording import words_of

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "tirek" / "views" / "templates"
OVERRIDES = ROOT / "overrides"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is tracked, or would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def test_the_project_has_files() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in project_files()}
    assert {"README.md", "tirek/text.py", "docs/ru/index.md", "package-lock.json"} <= names
    assert not [name for name in names if name.startswith(("site/", ".cache/", "node_modules/"))]


# Where packages come from is for each machine to say.

HOSTS = (
    ("registry", "npmjs", "org"),
    ("registry", "npmjs", "com"),
    ("registry", "yarnpkg", "com"),
    ("npm", "pkg", "github", "com"),
    ("npmmirror", "com"),
    ("pypi", "org"),
    ("pypi", "python", "org"),
    ("files", "pythonhosted", "org"),
    ("index", "crates", "io"),
    ("proxy", "golang", "org"),
    ("repo", "maven", "apache", "org"),
    ("archive", "ubuntu", "com"),
    ("deb", "debian", "org"),
)
"""Registries, in parts: this file is looked through as well."""


def test_no_file_names_a_registry() -> None:
    wanted = re.compile("|".join(re.escape(".".join(parts)) for parts in HOSTS).encode())
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in project_files()
        for match in wanted.finditer(path.read_bytes())
    ]
    assert not found


def test_python_packages_are_locked_by_hash() -> None:
    for name in ("site", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "index-url" not in text
        pinned = re.findall(r"^[a-z0-9][^\n]*", text, re.MULTILINE)
        assert len(pinned) > 10
        assert all("==" in line and line.rstrip().endswith("\\") for line in pinned)
        assert text.count("--hash=sha256:") >= len(pinned)


@pytest.fixture(scope="module")
def lock() -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    return lock


@pytest.mark.parametrize("folder", ["", "scripts/bench/npm"])
def test_the_lock_of_packages_holds_hashes_and_no_addresses(folder: str) -> None:
    text = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: about for name, about in json.loads(text)["packages"].items() if name}
    assert packages
    for name, about in packages.items():
        assert about["integrity"].startswith("sha512-"), name
        assert "resolved" not in about, name


def test_the_lock_is_of_the_packages_asked_for(lock: dict[str, Any]) -> None:
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    for group in ("dependencies", "devDependencies"):
        assert lock["packages"][""][group] == asked[group]
        for name, version in asked[group].items():
            assert lock["packages"][f"node_modules/{name}"]["version"] == version


@pytest.mark.parametrize("system", ["darwin", "linux", "win32"])
@pytest.mark.parametrize("machine", ["arm64", "x64"])
def test_checks_run_on_every_system(lock: dict[str, Any], system: str, machine: str) -> None:
    name = f"node_modules/@biomejs/cli-{system}-{machine}"
    about = lock["packages"][name]
    assert about["os"] == [system]
    assert about["cpu"] == [machine]
    assert about["version"] == lock["packages"]["node_modules/@biomejs/biome"]["version"]


def test_the_site_says_the_version_of_the_package() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f'\n  version: "{package["project"]["version"]}"\n' in site


# The oldest browser is Chromium 80, on PCs that nobody updates.

TOO_NEW = {
    ".js": r"\?\?=|\|\|=|&&=|\.(?:replaceChildren|replaceAll|findLast|at|toSorted)\("
    r"|structuredClone|Object\.hasOwn\b|Promise\.any|AggregateError",
    ".css": r"(?:^|[\s{;])(?:inset|(?:margin|padding|border|inset)-(?:inline|block)):"
    r"|:(?:is|where|has)\(|@layer|@container|color-mix\(|light-dark\(",
}
"""What came later, by kind of file, and would stop a script or drop a rule there."""


@pytest.mark.parametrize("suffix", sorted(TOO_NEW))
def test_what_readers_load_keeps_to_chromium_80(suffix: str) -> None:
    found = []
    for path in sorted((OVERRIDES / "assets").rglob(f"*{suffix}")):
        text = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        found += [
            f"{path.name}: {match[0].strip()}" for match in re.finditer(TOO_NEW[suffix], text)
        ]
    assert not found


# Pages in two languages.


def pages(lang: str) -> set[str]:
    folder = ROOT / "docs" / lang
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


def test_every_page_has_its_twin() -> None:
    assert pages("kk") == pages("ru")
    assert len(pages("kk")) > 10


def test_pages_are_in_the_folders_of_languages() -> None:
    strays = [path for path in (ROOT / "docs").rglob("*.md") if path.parts[-2] == "docs"]
    folders = {path.name for path in (ROOT / "docs").iterdir() if path.is_dir()}
    assert not strays
    assert folders == set(LANGUAGES)


# Words of the interface.

INTERFACE = words_of("interface")

KINDS = tuple(UNIT_FOLDERS)
MAPS = ("2016", "now")
DATASETS = ("materials", "organisations")
THEN = ("", "_then")
FOUND = ("material", "organisation", "event", "term", "clause", "page")

CHOSEN = {
    # key, * where a value is put in: the values
    "map_title_*": MAPS,
    "map_note_*": MAPS,
    "map_table_*": MAPS,
    "region_kind_*": MAPS,
    "region_units_none_*": MAPS,
    "region_title_*": MAPS,
    "region_description_*": MAPS,
    "unit_*": KINDS,
    "units_*": KINDS,
    "unit_is_**": tuple(kind + then for kind in KINDS for then in THEN),
    "unit_helps*": THEN,
    "helps*": THEN,
    "directions*": THEN,
    "figure_*": KINDS,
    "left_out_by_*": ("regions", "needs", "types", "without", "language"),
    "left_out_*": ("units", "organisations", "materials", *MEDIA),
    "title_from_*": LANGUAGES,
    "text_*": (*LANGUAGES, "both"),
    "door_by_*": DOORS,
    "door_*": ("teacher", "parent", "coordinator", "department"),
    "door_*_what": ("teacher", "parent", "coordinator", "department"),
    "facets_title_*": DATASETS,
    "facets_count_*": DATASETS,
    "order_note_*": DATASETS,
    "contribute_table_*": (*FORMS, *LANGUAGES),
    "checks_group_*": tuple(key for key, _ in GROUPS),
    "search_kind_*": (*KINDS, *FOUND),
    "search_example_*": ("centre", *FOUND),
    "facet_*": (*FACETS, "organisation-kinds", "regions-2016", "unit-kinds", "statuses"),
}
"""Words chosen by a value: each key that templates and views put together."""

TEMPLATE_CALL = re.compile(r"\b[tn]\(\s*((?:'[^']*'|[\w.]+)(?:\s*~\s*(?:'[^']*'|[\w.]+))*)\s*[,)]")
OVERRIDE_NAME = re.compile(r"\b(?:w|v|words\.(?:kk|ru))\.(\w+)")
OVERRIDE_CHOICE = re.compile(r"\bw\[('[^']*'\s*~[^\]]*)\]")


def spelled(expression: str) -> str:
    """``'door_' ~ who ~ '_what'`` as ``door_*_what``."""
    parts = [part.strip() for part in expression.split("~")]
    return "".join(part.strip("'") if part.startswith("'") else "*" for part in parts)


def asked_by_templates() -> Iterator[tuple[str, str]]:
    """Where and which key: of the core's templates and of the theme's."""
    for path in sorted(TEMPLATES.glob("*.html")):
        for call in TEMPLATE_CALL.finditer(path.read_text(encoding="utf-8")):
            yield path.name, spelled(call[1])
    for path in sorted(OVERRIDES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for name in OVERRIDE_NAME.findall(text):
            yield path.name, name
        for choice in OVERRIDE_CHOICE.findall(text):
            yield path.name, spelled(re.sub(r"\w+\[[^\]]*$", "x", choice))


def asked_by_views() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tirek" / "views").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in ("t", "n", "forms") and node.args:
                    yield from ((path.name, key) for key in keys_in(node.args[0]))
            elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
                uri, key = node.elts
                if isinstance(uri, ast.Constant) and str(uri.value).endswith(".html"):
                    yield from ((path.name, key) for key in keys_in(key))


def keys_in(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant):
        yield str(argument.value)
    elif isinstance(argument, ast.IfExp):
        yield from keys_in(argument.body)
        yield from keys_in(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        parts = argument.values
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)


ASKED = sorted({*asked_by_templates(), *asked_by_views()})


def keys(asked: str) -> set[str]:
    """The keys that one asked for may turn out to be."""
    if "*" not in asked:
        return {asked}
    return {re.sub(r"\*+", value, asked) for value in CHOSEN[asked]}


def test_words_are_asked_for() -> None:
    assert len(ASKED) > 200


def test_every_choice_of_words_is_known_here() -> None:
    chosen = {asked for _, asked in ASKED if "*" in asked and asked != "*"}
    assert chosen == CHOSEN.keys()


def test_every_word_that_is_asked_for_is_there() -> None:
    missing = [
        f"{where}: {key}"
        for where, asked in ASKED
        if asked != "*"
        for key in sorted(keys(asked) - INTERFACE.keys())
    ]
    assert not missing


def test_every_word_is_asked_for() -> None:
    used = set().union(*(keys(asked) for _, asked in ASKED if asked != "*"))
    assert sorted(INTERFACE.keys() - used) == []


@pytest.mark.parametrize("key", sorted(INTERFACE))
def test_words_are_in_both_languages(key: str) -> None:
    words = INTERFACE[key]
    assert set(words) == set(LANGUAGES)
    kk, ru = words["kk"], words["ru"]
    assert isinstance(kk, str)
    assert kk.strip()
    forms = [ru] if isinstance(ru, str) else [ru["one"], ru["few"], ru["many"]]
    assert isinstance(ru, str) or set(ru) == {"one", "few", "many"}
    for form in forms:
        assert form.strip()
        assert sorted(re.findall(r"\{\w+\}|%\w+", form)) == sorted(re.findall(r"\{\w+\}|%\w+", kk))


def test_words_that_count_have_plural_forms() -> None:
    """``n`` fills in a number, ``t`` does not, ``forms`` leaves it to a script."""
    counted = set()
    for path in (ROOT / "tirek" / "views").glob("*.py"):
        counted |= set(re.findall(r"\.forms\(\"(\w+)\"\)", path.read_text(encoding="utf-8")))
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        for call in re.finditer(r"\bn\(\s*('[^']*'(?:\s*~\s*[\w.]+)?)", text):
            counted |= keys(spelled(call[1]))
    with_forms = {key for key, words in INTERFACE.items() if not isinstance(words["ru"], str)}
    assert with_forms == counted


@pytest.mark.parametrize("name", ["cli", "documents"])
def test_other_words_are_in_both_languages(name: str) -> None:
    for key, words in words_of(name).items():
        assert set(words) == set(LANGUAGES), key
        places = [sorted(re.findall(r"\{\w+\}", words[lang])) for lang in LANGUAGES]
        assert places[0] == places[1], key
