"""Small projects with texts to make documents from."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "tests" / "cases" / "documents"


def project(folder: Path, texts: Path = SAMPLES) -> Path:
    """Make a project with these texts, and with the packages of this one."""
    (folder / "catalogue").mkdir(parents=True)
    shutil.copytree(texts, folder / "catalogue" / "texts")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def text(folder: Path, name: str, content: str) -> Path:
    """Put one text more into a project."""
    path = folder / "catalogue" / "texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
