"""Measure the site as its readers meet it, in real browsers, and print what was found.

Shape: ``python scripts/audit_site.py [PART …] [--site DIR]``. Parts: axe, contrast, keyboard,
lighthouse, old, quiet, reflow, shift, weight; all of them without an argument. The site is
built into a temporary folder unless ``--site`` gives one.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from audit import axe, contrast, keyboard, lighthouse, old, quiet, reflow, shift, weight
from audit.browser import chromium
from audit.server import served
from bench.project import commit_of, this_machine
from playwright.sync_api import Browser

ROOT: Final = Path(__file__).resolve().parent.parent

Report = Callable[[Browser, str, Path], Iterator[str]]

PARTS: Final[dict[str, Report]] = {
    "quiet": quiet.report,
    "contrast": contrast.report,
    "reflow": reflow.report,
    "weight": weight.report,
    "shift": shift.report,
    "keyboard": keyboard.report,
    "axe": axe.report,
}


def main() -> None:
    """Measure what was asked for."""
    names = [*PARTS, "old", "lighthouse"]
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("parts", nargs="*", choices=[*names, []], metavar="PART")
    options.add_argument("--site", type=Path)
    chosen = options.parse_args()
    wanted = chosen.parts or names
    machine = this_machine()
    print(f"machine {machine}\ncommit  {commit_of(ROOT)}")
    with tempfile.TemporaryDirectory() as temporary:
        site: Path = chosen.site or Path(temporary) / "site"
        if not chosen.site:
            command = [sys.executable, "-m", "tirek.cli", "build", "--site", str(site)]
            subprocess.run(command, cwd=ROOT, check=True)
        with served(site) as base:
            if set(wanted) & PARTS.keys():
                with chromium() as browser:
                    for name in wanted:
                        if name in PARTS:
                            _print(name, PARTS[name](browser, base, site))
            if "old" in wanted:
                _print("old", old.report(site))
            if "lighthouse" in wanted:
                _print("lighthouse", lighthouse.report(ROOT, base))


def _print(name: str, lines: Iterator[str]) -> None:
    print(f"\n== {name}")
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
