"""Who may import whom, and which module alone knows what."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "tirek" / "views" / "templates"

ALLOWED = {
    # layer: (layers and modules of ours it may import, packages from outside)
    "tirek.text": ("tirek", ""),
    "tirek.wording": ("", "yaml"),
    "tirek.problem": ("tirek tirek.text tirek.wording", ""),
    "tirek.model": ("tirek tirek.text", "pydantic pydantic_core annotated_types"),
    "tirek.urls": ("tirek tirek.text tirek.model tirek.offline.names", ""),
    "tirek.search": ("tirek tirek.text", "snowballstemmer"),
    "tirek.stamp": ("", ""),
    "tirek.kept": ("", ""),
    "tirek.garbage": ("", ""),
    "tirek.publish": ("tirek.kept", ""),
    "tirek.markup": ("", ""),
    "tirek.offers": ("tirek.model", "yaml"),
    "tirek.settings": ("tirek.model tirek.offers", "yaml"),
    "tirek.shells": ("tirek.settings", ""),
    "tirek.assets": ("", "fontTools"),
    "tirek.joined": ("", ""),
    "tirek.lighten": ("", "rcssmin rjsmin"),
    "tirek.offline": ("", "cryptography"),
    "tirek.inspection": (
        "tirek tirek.text tirek.problem tirek.check.sources tirek.reading.nodes"
        " tirek.reading.plain",
        "nh3 defusedxml PIL pypdf pypdfium2",
    ),
    "tirek.reading": (
        "tirek tirek.kept tirek.text tirek.problem tirek.model tirek.check tirek.inspection"
        " tirek.urls",
        "yaml pydantic",
    ),
    "tirek.check": (
        "tirek tirek.text tirek.problem tirek.model tirek.stamp tirek.reading.nodes"
        " tirek.reading.plain",
        "rapidfuzz",
    ),
    "tirek.intake": (
        "tirek tirek.text tirek.urls tirek.problem tirek.model tirek.reading tirek.check"
        " tirek.offline.journal tirek.offline.manifest tirek.offline.solid",
        "yaml",
    ),
    "tirek.tables": (
        "tirek tirek.text tirek.wording tirek.problem tirek.model tirek.reading"
        " tirek.inspection.sandbox tirek.intake.difference",
        "openpyxl yaml",
    ),
    "tirek.linkcheck": ("tirek tirek.model", ""),
    "tirek.reporting": ("tirek tirek.urls tirek.problem tirek.reading.report", ""),
    "tirek.views": (
        "tirek tirek.text tirek.urls tirek.model tirek.search tirek.stamp tirek.wording "
        "tirek.problem tirek.intake.package",
        "jinja2 markupsafe pydantic",
    ),
}
"""Layers from the ground up; a layer may also import itself. What is not here is above them."""

ABOVE = {
    "tirek.edition",
    "tirek.one_language",
    "tirek.rendered",
    "tirek.keys",
    "tirek.place",
    "tirek.searching",
    "tirek.weighed",
    "tirek.stick",
    "tirek.cli",
    "tirek.commands",
    "tirek.documents",
}
"""What puts the layers together; nothing below imports these."""


def modules() -> dict[str, Path]:
    """Path by dotted name of every module of the core and of the hooks."""
    found = {}
    for top in ("tirek", "hooks"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imported(module: str) -> frozenset[str]:
    """Dotted names of every module that ``module`` imports, at any depth of its code."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            parent = node.module or ""
            names = {f"{parent}.{alias.name}" for alias in node.names}
            inside = names & MODULES.keys()
            found |= inside | ({parent} if names - inside else set())
    return frozenset(found)


def layer_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def is_in(module: str, layers: str) -> bool:
    """Whether ``module`` is one of ``layers`` or inside one; ``tirek`` is only itself."""
    return any(
        module == layer or (layer != "tirek" and module.startswith(f"{layer}."))
        for layer in layers.split()
    )


def test_every_module_has_a_layer() -> None:
    layers = {layer_of(module) for module in MODULES if module.startswith("tirek.")}
    assert layers - ABOVE == ALLOWED.keys()


@pytest.mark.parametrize("module", sorted(m for m in MODULES if layer_of(m) in ALLOWED))
def test_a_layer_imports_only_what_is_below_it(module: str) -> None:
    ours, outside = ALLOWED[layer_of(module)]
    for name in imported(module):
        if name.split(".")[0] in ("tirek", "hooks"):
            assert is_in(name, f"{ours} {layer_of(module)}"), name
        else:
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or top in outside.split(), name


@pytest.mark.parametrize("module", sorted(m for m in MODULES if m.startswith("tirek")))
def test_the_core_knows_neither_mkdocs_nor_the_hooks(module: str) -> None:
    tops = {name.split(".")[0] for name in imported(module)}
    assert not tops & {"mkdocs", "material", "mkdocs_static_i18n", "pymdownx", "markdown"}
    assert not tops & {"hooks", "scripts", "tests"}


def test_nothing_imports_the_hooks() -> None:
    for module in MODULES:
        assert not any(name.split(".")[0] == "hooks" for name in imported(module)), module


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module: imported(module) & MODULES.keys() - {module} for module in MODULES}
    try:
        assert list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_only_the_entry_points_are_imported_by_nothing() -> None:
    """A module that nothing imports is dead, unless it is where the world comes in."""
    used = frozenset().union(*(imported(module) for module in MODULES))
    used |= {name.rpartition(".")[0] for name in used}
    idle = {module for module in MODULES if module not in used}
    # What signs copies is still being written.
    begun = {"tirek.offline.signature"}
    assert idle <= {"tirek.cli", "tirek.inspection.child", "hooks.tirek_hooks", "hooks"} | begun


# What one module alone knows.


def calls_of_words(module: str) -> Iterator[str]:
    """The words that ``module`` asks for by name."""
    calls = [node for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "words_of":
            [name] = call.args
            assert isinstance(name, ast.Constant), f"{module}: name the words"
            yield str(name.value)


def test_each_file_of_words_is_read_where_it_belongs() -> None:
    readers: dict[str, set[str]] = {}
    for module in MODULES:
        for name in calls_of_words(module):
            readers.setdefault(name, set()).add(module)
    assert readers["problems"] == {"tirek.problem"}
    assert readers["cli"] == {"tirek.commands.session"}
    assert readers["fields"] == {
        "tirek.tables.columns",
        "tirek.views.forms.form",
        "tirek.views.json_schema",
        "tirek.views.reference",
    }
    assert readers["forms"] == {"tirek.views.forms.form", "tirek.views.forms.files"}
    assert readers["interface"] == {"tirek.views.voice", "hooks.tirek_hooks"}
    wording = ROOT / "tirek" / "wording"
    written = {path.stem for path in wording.glob("*.yml")}
    written |= {path.parent.name for path in wording.glob("*/*.yml")}
    assert readers.keys() == written


def test_a_view_calls_no_file_system() -> None:
    """Views get records and give pages; only templates are read, as part of the package."""
    for module in MODULES:
        if layer_of(module) == "tirek.views":
            assert not imported(module) & {"os", "pathlib", "io", "shutil"}, module


def strings_in_parts(module: str) -> Iterator[str]:
    """Pieces of text that are put together: in f-strings, with ``+``, ``%`` or ``format``."""
    for node in ast.walk(tree(module)):
        pieces: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr) and len(node.values) > 1:
            pieces = node.values
        elif isinstance(node, ast.BinOp):
            pieces = [node.left, node.right]
        elif isinstance(node, ast.Attribute) and node.attr in ("format", "join"):
            pieces = [node.value]
        for piece in pieces:
            if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                yield piece.value


@pytest.mark.parametrize("module", sorted(m for m in MODULES if m.startswith("tirek.")))
def test_only_urls_puts_addresses_of_pages_together(module: str) -> None:
    """Others may name a hand-written page as a whole; its file in docs/ has that name."""
    built = [text for text in strings_in_parts(module) if ".html" in text]
    assert bool(built) == (module == "tirek.urls"), built


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_no_template_puts_addresses_of_pages_together(path: Path) -> None:
    """Templates ask ``href`` for pages of records, ``href_uri`` for a page they name as a whole."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"~\s*'[^']*\.html[^']*'|'[^']*\.html[^']*'\s*~", text) == []
    for uri in re.findall(r"href_uri\(['\"]([^'\"]+)['\"]\)", text):
        name = uri.removesuffix(".html")
        assert (ROOT / "docs" / "kk" / f"{name}.md").is_file(), uri


def test_only_text_knows_the_letters() -> None:
    """Folding, order and plural forms are in one place: nobody else sorts letters or folds."""
    for module in MODULES:
        if module.startswith("tirek.") and not module.startswith("tirek.documents"):
            names = {n.attr for n in ast.walk(tree(module)) if isinstance(n, ast.Attribute)}
            assert module == "tirek.text" or "normalize" not in names, module
            assert module == "tirek.text" or "unicodedata" not in imported(module), module
