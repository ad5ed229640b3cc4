"""Every form of the site, filled in by keyboard alone: browsers × languages × schemes, as a table.

Each file that comes out must hold what was typed and pass `tirek check` unchanged.

Run after `make site`: python scripts/fill_forms.py [BROWSER …] [--site SITE] [--form NAME] [--axe]
Browsers: chromium firefox (both where none is named), chromium-109 chromium-80.
With --axe axe looks at each step once it is filled in, and at the first with what it refuses.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from audit.axe import violations
from audit.server import served
from faults.report import ROOT, counted
from faults.tabs import Tab, opened, until
from filling.hand import Hand
from filling.proof import project, prove
from filling.walks import PLAN, PLAN_NAME, WALKS, Walk

LANGUAGES: Final = {"kk": "", "ru": "ru/"}


@dataclass(slots=True)
class Looks:
    """What axe found at the steps of the forms."""

    counts: Counter[str]
    found: list[str] = field(default_factory=list)

    def look(self, tab: Tab, where: str) -> None:
        """Let axe look at the step that is open."""
        step = tab.evaluate("location.hash")
        self.counts["steps that axe looked at"] += 1
        self.found += [f"  {where} {step}: {one}" for one in violations(tab.evaluate)]


@contextmanager
def addresses(site: Path) -> Iterator[Mapping[str, str]]:
    """Yield where the site begins, by scheme."""
    with served(site) as http:
        yield {"http": http, "file": f"{site.resolve().as_uri()}/"}


def begin(walk: Walk, tab: Tab, base: str, lang: str) -> None:
    """Open the page where a form is begun, with nothing kept from before."""
    # Firefox keeps what a page of a folder stores for this page alone.
    tab.open(f"{base}{LANGUAGES[lang]}contribute.html")
    tab.evaluate("(localStorage.clear(), true)")
    tab.open("about:blank")
    tab.open(f"{base}{LANGUAGES[lang]}{walk.page}")
    if "contribute" in walk.page:
        until(tab, "document.querySelector('.step-title')")


def filled(
    walk: Walk, tab: Tab, base: str, lang: str, plan: Path, looks: Looks | None = None
) -> tuple[str, bytes]:
    """Fill in a form, with ``looks`` at each step; return name and content of the saved file."""
    hand = Hand(tab, lang, plan)
    begin(walk, tab, base, lang)
    if looks:
        hand.look = lambda: looks.look(tab, f"{walk.name} {lang}")
        if "contribute" in walk.page:
            hand.refused()
            begin(walk, tab, base, lang)
    walk.fill(hand)
    return hand.save()


def main() -> None:
    """Fill in what is asked for and print a line a form."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("browsers", nargs="*", metavar="BROWSER")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--form", help="part of a form's name")
    parser.add_argument("--axe", action="store_true", help="let axe look at each step")
    options = parser.parse_args()
    if not (options.site / "contribute.html").is_file():
        sys.exit(f"{options.site}: no site; run `make site`")
    walks = [walk for walk in WALKS if (options.form or "") in walk.name]
    cases = [(lang, scheme) for lang in LANGUAGES for scheme in ("http", "file")]
    with (
        counted("forms filled in by keyboard alone") as counts,
        tempfile.TemporaryDirectory() as made,
        addresses(options.site) as bases,
    ):
        counts["! forms that fail"] = 0
        checked = project(ROOT, Path(made) / "project")
        plan = Path(made) / PLAN_NAME
        plan.write_text(PLAN, encoding="utf-8")
        looks = Looks(counts) if options.axe else None
        for browser in options.browsers or ("chromium", "firefox"):
            with opened(browser, network=True) as tab:
                said = tab.evaluate("navigator.userAgent").rpartition(") ")[2]
                print(f"\n{browser}: {said}")
                print(f"{'seconds':28}" + "".join(f"{' '.join(case):>9}" for case in cases))
                for walk in walks:
                    _row(walk, tab, cases, bases, checked, plan, counts, looks)
                _heard(tab, counts)
        if looks:
            counts["! violations that axe found"] = len(looks.found)
            print(*looks.found, sep="\n")


def _row(
    walk: Walk,
    tab: Tab,
    cases: list[tuple[str, str]],
    bases: Mapping[str, str],
    checked: Path,
    plan: Path,
    counts: Counter[str],
    looks: Looks | None,
) -> None:
    print(f"{walk.name:28}", end="", flush=True)
    failed = []
    for lang, scheme in cases:
        began = time.monotonic()
        try:
            name, content = filled(walk, tab, bases[scheme], lang, plan, looks)
            took = time.monotonic() - began
            prove(checked, name, content, walk.due)
            counts["forms filled in, saved and passed"] += 1
            print(f"{took:>9.1f}", end="", flush=True)
        except Exception as error:  # whatever it is, nobody gets through here
            counts["! forms that fail"] += 1
            failed.append(f"  {lang} {scheme}: {type(error).__name__}: {str(error)[:600]}")
            print(f"{'FAILS':>9}", end="", flush=True)
    print()
    for line in failed:
        print(line)


def _heard(tab: Tab, counts: Counter[str]) -> None:
    said = list(tab.problems())
    counts["! messages in the console"] += len(said)
    for one in said:
        print(f"  {one[:300]}")


if __name__ == "__main__":
    main()
