"""The sample texts as documents, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import project

from tirek.documents.make import made_files
from tirek.documents.manuscript import read_manuscripts

Files = dict[str, bytes]


def make(root: Path) -> Files:
    """Make all files of a project: their names and contents."""
    made = made_files(read_manuscripts(root / "catalogue"), root)
    return {one.path.name: one.content for one in made}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return make(project(tmp_path_factory.mktemp("documents") / "first", fresh=True))


@pytest.fixture(scope="session")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return make(project(tmp_path_factory.mktemp("elsewhere") / "second", fresh=True))
