"""What many tests share: the project, its catalogue and the site built from it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from firefox import Firefox

from tirek.cli import main
from tirek.model.catalogue import Catalogue
from tirek.reading.catalogue import read_catalogue

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The project's own catalogue."""
    return read_catalogue(ROOT / "catalogue")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site, built once as `tirek build` builds it."""
    target = tmp_path_factory.mktemp("built") / "site"
    result = CliRunner().invoke(main, ["--root", str(ROOT), "build", "--site", str(target)])
    assert result.exit_code == 0, result.output
    return target


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """The system's Firefox with the file rules that people have."""
    with Firefox.started() as firefox:
        yield firefox


@pytest.fixture(scope="session")
def site_data(site: Path) -> Callable[[str], list[Any]]:
    """Read one of the site's data files by its name without ``.json``."""

    def read(name: str) -> list[Any]:
        rows = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert isinstance(rows, list)
        return rows

    return read
