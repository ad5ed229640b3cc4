"""A reader's whole way through a stick, in four browsers, from a folder and without a network.

From START.html: search typed without Kazakh letters, marks, facets, a download, the panel for
weak sight, the other language, the form, the page that checks the stick, the line of the edition.

Run: PYTHONPATH=scripts python -m faults.tour [--edition FOLDER] [BROWSER …]
Browsers: chromium chromium-109 chromium-80 firefox.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from faults.report import ROOT, counted
from faults.tabs import OWN, Tab, opened, until
from tirek.offline.manifest import MANIFEST
from tirek.offline.tree import files_below

BROWSERS: Final = ("chromium", "chromium-109", "chromium-80", "firefox")

QUERY: Final = "окушы"
"""«оқушы» (pupil) as it is typed on a keyboard without Kazakh letters."""

ELSEWHERE: Final = "http://tirek.invalid/picture.png"
"""Nowhere, by RFC 2606."""

YELLOW: Final = "rgb(0, 0, 0)"
"""The ground of yellow letters on black."""

GROUND: Final = "getComputedStyle(document.body).backgroundColor"

CHOOSE: Final = """
    (() => {
        const names = %s;
        const taken = new DataTransfer();
        [...document.querySelector('#tour').files].forEach((file, at) => {
            Object.defineProperty(file, 'webkitRelativePath', {value: names[at]});
            taken.items.add(file);
        });
        const input = document.querySelector('[data-folder]');
        Object.defineProperty(input, 'files', {value: taken.files, configurable: true});
        Object.defineProperty(input, 'value', {value: '', writable: true, configurable: true});
        input.dispatchEvent(new Event('change'));
        return taken.files.length;
    })()
"""
"""Hands over files as a folder's chooser would: for a driver that can choose files alone."""


class Wrong(Exception):
    """What a reader would see is not there."""


def expect(holds: object, said: str) -> None:
    """Raise Wrong where something does not hold."""
    if not holds:
        raise Wrong(said)


@dataclass(slots=True)
class Tour:
    """One reader, one browser, one edition's folder."""

    tab: Tab
    folder: Path
    name: str
    picked: bool = True
    """Whether the driver can choose a folder, as people do."""

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield name and deed of each step, in a reader's order; a deed says what it saw."""
        yield "START.html leads into Kazakh", self.start
        yield "search without Kazakh letters", self.search
        yield "a hit opens with marks", self.marks
        yield "facets of the catalogue", self.facets
        yield "a material's file is in the folder", self.download
        yield "colours for weak sight, kept on the next page", self.sight
        yield "the other language", self.language
        yield "the form takes what is typed", self.form
        yield "the stick is whole", self.whole
        yield "one flipped bit is named", self.flipped
        yield "version, date and fingerprint in the footer", self.footer

    def open(self, uri: str) -> None:
        """Go to a page of the edition."""
        self.tab.open(f"{self.folder.as_uri()}/{uri}")

    def at(self, end: str) -> None:
        """Wait for a page by the end of its path."""
        loaded = "document.readyState === 'complete'"
        until(self.tab, f"location.pathname.endsWith({json.dumps(end)}) && {loaded}")

    def start(self) -> str:
        """Both languages are there, and the Kazakh door opens."""
        self.open("START.html")
        doors = self.tab.evaluate(
            "[...document.querySelectorAll('main a.door')].map(a => a.lang || a.hreflang)"
        )
        expect(doors == ["kk", "ru"], f"doors: {doors}")
        self.tab.click("main a.door[hreflang=kk]")
        self.at("/index.html")
        expect(self.tab.evaluate("document.documentElement.lang") == "kk", "not Kazakh")
        return "two doors"

    def search(self) -> str:
        """Letters typed into the box of the first page find pages that spell them in Kazakh."""
        self.tab.click("header a[data-search-door]")
        until(self.tab, "document.querySelector('header .search-field')")
        self.tab.type("header .search-field", QUERY)
        self.tab.press("Enter")
        self.at("/search.html")
        until(self.tab, "document.querySelector('[data-cards] > li')")
        said: str = self.tab.evaluate("document.querySelector('[data-count]').textContent")
        text = self.tab.evaluate("document.querySelector('[data-cards]').textContent")
        expect("оқушы" in text.lower(), "no Kazakh spelling among the hits")
        return f"{QUERY}: {said.split('.')[0]}"

    def marks(self) -> str:
        """The first hit, opened, shows where the words are."""
        self.tab.click("[data-cards] > li h3 a")
        until(self.tab, "document.querySelector('mark.search-mark')")
        return f"{self.tab.evaluate('document.querySelectorAll(`mark.search-mark`).length')} marks"

    def facets(self) -> str:
        """A choice narrows the list and is told."""
        self.open("catalogue/index.html")
        until(self.tab, "document.querySelector('[data-panel] > summary')")
        if not self.tab.evaluate("document.querySelector('[data-panel]').open"):
            self.tab.click("[data-panel] > summary")
        until(self.tab, "document.querySelector('[data-choices] input')")
        line = "document.querySelector('p[data-count]').firstChild.textContent.trim()"
        before = self.tab.evaluate(line)
        self.tab.click("[data-choices] label:not(.is-none) input")
        until(self.tab, "document.querySelector('[data-applied] button')")
        until(self.tab, "document.querySelector('[data-cards] > li')")
        after = self.tab.evaluate(line)
        expect(before != after, f"still {after}")
        return f"{before} → {after}"

    def download(self) -> str:
        """The link to a material's file leads to a file of the edition."""
        page = next(
            path
            for path in sorted((self.folder / "catalogue").glob("*.html"))
            if re.search(r'href="\.\./files/[^"]+"', path.read_text(encoding="utf-8"))
        )
        self.open(f"catalogue/{page.name}")
        link = self.tab.evaluate("document.querySelector('main a[href*=\"../files/\"]').href")
        file = Path(unquote(urlsplit(link).path))
        expect(file.is_relative_to(self.folder) and file.is_file(), f"no file {file}")
        return f"{file.relative_to(self.folder)}, {file.stat().st_size} bytes"

    def sight(self) -> str:
        """Colours chosen on one page hold on the next that a link leads to."""
        self.open("about.html")
        self.tab.click("header [data-sight-open]")
        until(self.tab, "document.querySelector('#sight input[value=yellow-on-black]')")
        self.tab.evaluate("document.querySelector('#sight input[value=yellow-on-black]').click()")
        until(self.tab, f"{GROUND} === '{YELLOW}'")
        self.tab.press("Escape")
        self.tab.evaluate("document.querySelector('header a.brand').click()")
        self.at("/index.html")
        kept = self.tab.evaluate(GROUND) == YELLOW
        self.tab.evaluate("localStorage.clear()")
        if self.name != "firefox":
            expect(kept, "forgotten on the next page")
        self.open("about.html")
        self.tab.evaluate("localStorage.clear()")
        return "kept" if kept else "set; on the next page forgotten (storage of its own per file)"

    def language(self) -> str:
        """The switch leads to the same page in Russian, and back."""
        self.open("knowledge/index.html")
        self.tab.click("header a[data-twin]")
        self.at("/ru/knowledge/index.html")
        expect(self.tab.evaluate("document.documentElement.lang") == "ru", "not Russian")
        self.tab.click("header a[data-twin]")
        until(self.tab, "document.documentElement.lang === 'kk'")
        return "there and back"

    def form(self) -> str:
        """A field of the form for a new unit takes a word and offers organisations for it."""
        self.open("contribute.html#new=units")
        until(self.tab, "document.querySelector('#f-main-host')")
        self.tab.type("#f-main-host", "алматы")
        until(self.tab, "document.querySelector('#f-main-host-list [role=option]')")
        count = "document.querySelectorAll('#f-main-host-list [role=option]').length"
        return f"{self.tab.evaluate(count)} organisations offered"

    def whole(self) -> str:
        """The page that checks sticks says of the edition's own folder that it is whole."""
        self.open("verify.html")
        state, said = self.verdict()
        expect(state == "whole", said)
        return said + ("" if self.picked else " (files handed over: no folder by this driver)")

    def flipped(self) -> str:
        """One bit flipped in one file: that file and no other is named."""
        path = next(path for path, size in files_below(self.folder) if path.endswith(".woff2"))
        target = self.folder / path
        content = target.read_bytes()
        spoilt = bytearray(content)
        spoilt[len(spoilt) // 2] ^= 1
        target.write_bytes(spoilt)
        try:
            self.open("ru/verify.html")
            state, _ = self.verdict()
            found = self.tab.evaluate(
                "[...document.querySelectorAll('[data-findings] li')].map(li => li.textContent)"
            )
        finally:
            target.write_bytes(content)
        expect(state == "wrong" and found == [f"повреждён {path}"], f"{state} {found}")
        return str(found[0])

    def verdict(self) -> tuple[str, str]:
        """Let the page look through the edition's folder; return its state and words."""
        until(self.tab, "document.querySelector('[data-folder]')")
        if self.picked:
            self.tab.choose_files("[data-folder]", [self.folder])
        else:
            paths = [path for path, _ in files_below(self.folder)]
            self.tab.evaluate(
                "document.querySelector('[data-verify]').insertAdjacentHTML('beforeend',"
                " '<input type=file multiple id=tour>')"
            )
            self.tab.choose_files("#tour", [self.folder / path for path in paths])
            names = [f"{self.folder.name}/{path}" for path in paths]
            self.tab.evaluate(CHOOSE % json.dumps(names))
        until(self.tab, "document.querySelector('[data-verdict][data-state]')", 180)
        line = "document.querySelector('[data-verdict]')"
        state: str = self.tab.evaluate(f"{line}.getAttribute('data-state')")
        said: str = self.tab.evaluate(f"{line}.textContent")
        return state, said

    def footer(self) -> str:
        """The footer tells the edition that the manifest is of, and leads to the check."""
        self.open("ru/index.html")
        expect(
            self.tab.evaluate("document.querySelector('.foot a[href$=\"verify.html\"]') !== null"),
            "no way to the check",
        )
        until(self.tab, "document.querySelector('.foot [data-edition]').textContent")
        said: str = self.tab.evaluate("document.querySelector('.foot [data-edition]').textContent")
        head = (self.folder / MANIFEST).read_text(encoding="ascii")
        for key in ("version", "date"):
            found = re.search(rf"^# {key}: (.+)$", head, re.MULTILINE)
            expect(found and found[1] in said, f"no {key} in: {said}")
        expect(re.search(r"(?:[0-9A-F]{4}-){3}[0-9A-F]{4}", said), f"no fingerprint in: {said}")
        return said


def walk(tour: Tour, counts: Counter[str]) -> None:
    """Take every step, print it and count; a step that fails does not keep from the next."""
    for name, deed in tour.steps():
        try:
            said = deed()
            counts["steps that hold"] += 1
        except Exception as error:  # whatever it is, the reader is stuck here
            said = f"FAILS: {type(error).__name__}: {str(error)[:400]}"
            counts["! steps that fail"] += 1
        print(f"  {name}: {said}", flush=True)
    heard = list(tour.tab.problems())
    outside = [url for url in tour.tab.asked if not url.startswith(OWN)]
    counts["! messages in the console"] += len(heard)
    counts["! outside requests"] += len(outside)
    counts["requests within the folder"] += len(tour.tab.asked) - len(outside)
    for one in [*heard, *outside]:
        print(f"  {one[:300]}")


def sees_outside(tab: Tab) -> bool:
    """Whether a request outside would have been counted: an empty page makes one."""
    tab.open("about:blank")
    tab.evaluate(f"(new Image().src = '{ELSEWHERE}', true)")
    for _ in range(20):
        tab.problems()
        if ELSEWHERE in tab.asked:
            return True
    return False


@contextmanager
def edition(folder: Path | None) -> Iterator[Path]:
    """Yield ``folder``, or an edition of everything, just made."""
    if folder:
        yield folder.resolve()
        return
    with tempfile.TemporaryDirectory() as made:
        target = Path(made).resolve() / "tirek"
        command = [
            str(Path(sys.executable).with_name("tirek")),
            "--root",
            str(ROOT),
            "--lang",
            "ru",
        ]
        subprocess.run([*command, "usb", "build", str(target)], check=True)
        yield target


def main() -> None:
    """Take the tour in each browser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("browsers", nargs="*", metavar="BROWSER")
    parser.add_argument("--edition", type=Path)
    options = parser.parse_args()
    with counted("the tour of a stick on file://, without a network") as counts:
        for bad in ("steps that fail", "messages in the console", "outside requests"):
            counts[f"! {bad}"] = 0
        with edition(options.edition) as folder:
            for name in options.browsers or BROWSERS:
                with opened(name) as tab:
                    said = tab.evaluate("navigator.userAgent").rpartition(") ")[2]
                    print(f"{name}: {said}", flush=True)
                    walk(Tour(tab, folder, name, picked=name == "chromium"), counts)
                    counts["! browsers where an outside request goes unseen"] += not sees_outside(
                        tab
                    )


if __name__ == "__main__":
    main()
