"""Pagefind from npm: its index of a site, and what it finds there in a browser."""

import functools
import html
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser

from bench.measure import Taken, measured

NPM: Final = Path(__file__).parent / "npm"
"""What benchmarks alone need from npm, and its lock."""

PAGE: Final = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""

PAGES: Final = "**/{catalogue,clauses,events,guides,network,organisations,regulation,study}/*.html"
"""Pages worth finding: those of records and texts. Lists of them are left out, as ours are."""

SEARCH: Final = """async ([base, texts, limit]) => {
  const pagefind = await import(base + 'pagefind/pagefind.js');
  await pagefind.options({ baseUrl: '/' });
  const found = [];
  for (const text of texts) {
    const answer = await pagefind.search(text);
    const shown = await Promise.all(answer.results.slice(0, limit).map(one => one.data()));
    found.push(shown.map(page => page.url));
  }
  return found;
}"""


def install(root: Path, folder: Path) -> Path:
    """Install what the lock in NPM holds into ``folder``, unless it is there.

    Returns:
        Pagefind's program for this machine.
    """
    digest = sha256((NPM / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / ".lock"
    if not stamp.is_file() or stamp.read_text() != digest:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for path in (NPM / "package.json", NPM / "package-lock.json", root / ".npmrc"):
            shutil.copy2(path, folder)
        subprocess.run(["npm", "ci"], cwd=folder, check=True, stdout=sys.stderr)
        stamp.write_text(digest)
    name = "pagefind_extended" + (".exe" if os.name == "nt" else "")
    (program,) = (folder / "node_modules" / "@pagefind").glob(f"*/bin/{name}")
    return program


def command(program: Path, site: Path, glob: str = "**/*.html") -> list[str]:
    """Return the command that indexes the pages of ``site`` below their ``main``."""
    options = ["--root-selector", "main", "--glob", glob, "--quiet"]
    return [str(program), "--site", str(site), *options]


def index(
    program: Path, site: Path, log: Path, python: str = sys.executable, glob: str = "**/*.html"
) -> Taken:
    """Let Pagefind index the pages of ``site``; return what it took."""
    return measured(command(program, site, glob), site, log, python)


def write_pages(site: Path, documents: Iterable[Mapping[str, str]]) -> None:
    """Write a plain page for each document, at ``<lang>/<id>.html``."""
    for document in documents:
        page = site / address(document)
        page.parent.mkdir(parents=True, exist_ok=True)
        shown = {name: html.escape(document[name]) for name in ("lang", "title", "text")}
        page.write_text(PAGE.format_map(shown), encoding="utf-8")


def address(document: Mapping[str, str]) -> str:
    """Return the path of a document's page from the root of the site."""
    return f"{document['lang']}/{document['id'].replace('#', '--')}.html"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` over http on this machine; yield its address with a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def find(
    chromium: Browser, site: Path, lang: str, texts: Sequence[str], limit: int
) -> list[list[str]]:
    """Return, for each text, the paths of the pages that Pagefind finds from a page in ``lang``."""
    start = site / f"start-{lang}.html"
    start.write_text(PAGE.format(lang=lang, title="", text=""), encoding="utf-8")
    with served(site) as base:
        page = chromium.new_page()
        page.goto(base + start.name)
        found: list[list[str]] = page.evaluate(SEARCH, [base, list(texts), limit])
        page.close()
    return [[url.removeprefix("/") for url in urls] for urls in found]
