"""Sites to look at, a server for them, and the system's Chromium to look with."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from built import Built
from click.testing import CliRunner
from playwright.sync_api import Browser, sync_playwright
from projects import crowded
from visits import Opener, Visit

from tirek.cli import main

CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


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


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a web host does: what is not there gets the site's 404 page."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".woff2": "font/woff2"}

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test that fails shows the requests that matter."""


@pytest.fixture(scope="session")
def served(crowded_site: Built) -> Iterator[str]:
    """Address of the crowded site over http, with a slash at the end."""
    handler = partial(_Handler, directory=str(crowded_site.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def addresses(served: str, crowded_site: Built) -> dict[str, str]:
    """Where the crowded site begins, by scheme."""
    return {"http": served, "file": f"{crowded_site.folder.as_uri()}/"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    command = shutil.which("chromium")
    assert command, "Chromium is missing: `make test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=list(CHROMIUM_OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, addresses: dict[str, str]) -> Iterator[Callable[..., Visit]]:
    """Open a visit to the site; at the end none may have met a problem."""
    opener = Opener(chromium, addresses)
    yield opener.visit
    opener.close()
