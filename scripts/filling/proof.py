"""What a form's file is worth: it holds what was typed, and `tirek check` passes it unchanged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner

from tirek.cli import main
from tirek.intake.package import MANIFEST, Package, read_package
from tirek.reading.nodes import read_document

PARTS: Final = ("catalogue", "docs", "mkdocs.yml")


class Worthless(Exception):
    """The file lacks what was typed, or does not pass."""


def project(root: Path, folder: Path) -> Path:
    """Copy what is checked of the project at ``root`` into ``folder``, and check it once.

    What a check finds in files it remembers.
    """
    for name in PARTS:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy2
        folder.mkdir(parents=True, exist_ok=True)
        copy(root / name, folder / name)
    _check(folder)
    return folder


def prove(project: Path, name: str, content: bytes, due: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise Worthless where the file ``name`` is not what it should be; see ``Walk.due``."""
    if not (name.startswith("tirek-") and name.endswith(".zip")):
        raise Worthless(f"a file called {name}")
    package = read_package(content)
    files = {"": package.manifest, **package.files}
    if files.keys() != due.keys():
        raise Worthless(f"files {sorted(files)}, not {sorted(due)}")
    for path, values in due.items():
        if not values:
            continue
        data = read_document(path or MANIFEST, files[path]).data
        for dotted, value in values.items():
            found = at(data, dotted)
            if found != value:
                raise Worthless(f"{path} {dotted}: {found!r}, not {value!r}")
    with unpacked(project, package):
        _check(project)


def at(data: Any, dotted: str) -> Any:
    """Return what stands at ``files.0.format``; None where nothing does."""
    for step in dotted.split("."):
        if isinstance(data, list):
            data = data[int(step)] if int(step) < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


@contextmanager
def unpacked(project: Path, package: Package) -> Iterator[None]:
    """Lay the package's files over the project; put back after what was there."""
    before = {path: _content(project / path) for path in package.files}
    for path, content in package.files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(content)
    try:
        yield
    finally:
        for path, old in before.items():
            if old is None:
                (project / path).unlink()
            else:
                (project / path).write_bytes(old)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _check(project: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(project), "--lang", "ru", "check"])
    if result.exit_code != 0:
        raise Worthless(result.output)
