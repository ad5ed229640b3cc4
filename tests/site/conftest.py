"""Sites to look at, a server for them, and the system's Chromium to look with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from audit.browser import chromium as system_chromium
from audit.server import served as serving
from built import Built
from click.testing import CliRunner
from playwright.sync_api import Browser
from projects import crowded
from visits import Opener, Visit

from tirek.cli import main


@pytest.fixture(scope="session")
def built(site: Path) -> Built:
    """The project's own site."""
    return Built(site)


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project's site with a hundred invented materials besides its own."""
    root = crowded(tmp_path_factory.mktemp("crowded"))
    result = CliRunner().invoke(main, ["--root", str(root), "build"])
    assert result.exit_code == 0, result.output
    return Built(root / "site")


@pytest.fixture(scope="session")
def served(crowded_site: Built) -> Iterator[str]:
    """Address of the crowded site over http, with a slash at the end."""
    with serving(crowded_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(served: str, crowded_site: Built) -> dict[str, str]:
    """Where the crowded site begins, by scheme."""
    return {"http": served, "file": f"{crowded_site.folder.as_uri()}/"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with system_chromium() as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser, addresses: dict[str, str]) -> Iterator[Callable[..., Visit]]:
    """Open a visit to the site; at the end none may have met a problem."""
    opener = Opener(chromium, addresses)
    yield opener.visit
    opener.close()
