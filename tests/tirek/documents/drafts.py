"""Small projects with texts to make documents from."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests" / "cases" / "documents"


def project(folder: Path, *, fresh: bool = False) -> Path:
    """Make a project with the sample texts and the packages of this one.

    Where it is not to be ``fresh``, it has this one's cache too: cutting fonts takes a second.
    """
    (folder / "catalogue").mkdir(parents=True)
    shutil.copytree(SAMPLES, folder / "catalogue" / "texts")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    if not fresh:
        (ROOT / ".cache").mkdir(exist_ok=True)
        (folder / ".cache").symlink_to(ROOT / ".cache")
    return folder


def text(folder: Path, name: str, content: str) -> Path:
    """Put one text more into a project."""
    path = folder / "catalogue" / "texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
