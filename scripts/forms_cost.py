"""What forms load in catalogues of different sizes: bytes as a host sends them, and requests.

Run: python scripts/forms_cost.py [COUNT …]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from audit.browser import chromium
from audit.server import compressed, served
from bench.project import MEMORY_DISK, build_command, make_project, room_in_memory
from bench.synthetic import record_id
from faults.report import ROOT, machine
from playwright.sync_api import Browser, Page

COUNTS: Final = (100, 1000, 10_000)


def _typed(page: Page, box: str, text: str) -> None:
    page.locator(box).press_sequentially(text, delay=20)
    page.locator(f"{box}-list [role=option]").first.wait_for()


def _looked_up(page: Page) -> None:
    _typed(page, "#f-main-related", "план урока")


def _found(page: Page) -> None:
    _typed(page, "#find", "план урока")


def _corrected(page: Page) -> None:
    page.locator("[data-preview]").wait_for()


VISITS: Final[tuple[tuple[str, str, Callable[[Page], None]], ...]] = (
    ("a new material, one related looked up", "new=materials&step=access", _looked_up),
    ("a material to correct, up to its preview", "correct=materials/{last}&step=send", _corrected),
    ("a record of any kind looked up", "find", _found),
)


def cost(browser: Browser, base: str, site: Path, address: str, act: Callable[[Page], None]) -> str:
    """Return kilobytes and requests of the form's data and of the search it asks."""
    asked: set[str] = set()
    page = browser.new_page()
    page.on("request", lambda request: asked.add(unquote(urlsplit(request.url).path)))
    page.goto(f"{base}ru/contribute.html#{address}")
    act(page)
    page.close()
    data = [path for path in asked if path.startswith(("/data/", "/search/"))]
    sizes = [len(compressed(site / path.lstrip("/"))) for path in data]
    return f"{sum(sizes) / 1024:.0f} KiB, {len(data)} files, largest {max(sizes) / 1024:.0f} KiB"


def main() -> None:
    """Build a site of each size and print a line a visit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=COUNTS)
    options = parser.parse_args()
    print(f"{machine()}\ndata and search index that a form loads, gzip level 6")
    memory = MEMORY_DISK if room_in_memory(max(options.counts)) else None
    for count in options.counts:
        with tempfile.TemporaryDirectory(dir=memory) as made, chromium() as browser:
            folder = Path(made) / "project"
            make_project(ROOT, folder, count)
            subprocess.run(build_command(folder), cwd=folder, check=True, capture_output=True)
            site = folder / "site"
            print(f"\n{count:,} made-up materials besides the catalogue's own")
            with served(site) as base:
                for name, address, act in VISITS:
                    where = address.format(last=record_id(count - 1))
                    print(f"  {name}: {cost(browser, base, site, where, act)}", flush=True)
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
