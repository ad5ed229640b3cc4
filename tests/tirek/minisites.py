"""The mini-sites: a small right one, and faults to lay over it."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus import corpus

from tirek import LANGUAGES, urls
from tirek.shells import _digest as digest_of
from tirek.views.pages import PROTOTYPES

SITES = Path(__file__).resolve().parents[1] / "sites"
VALID = SITES / "valid"
BROKEN = SITES / "broken"

LONG_NAME = "a-name-of-eighty-two-letters-is-longer-than-an-old-flash-drive-can-carry-in-full-x"


SENT = (
    "author.png",
    "bomb.docx",
    "bomb.png",
    "broken.pdf",
    "changes.odt",
    "connection.xlsx",
    "dde-simple.docx",
    "drive.zip",
    "empty.pdf",
    "encrypted.zip",
    "entity.svg",
    "event.odt",
    "font-bomb.pdf",
    "formula-5.csv",
    "hidden-sheet.xlsx",
    "huge.svg",
    "macro-link.odt",
    "many.zip",
    "nested.zip",
    "no-headings.docx",
    "no-language.docx",
    "no-language.pdf",
    "not-tagged.pdf",
    "object.odt",
    "onload.svg",
    "page.txt",
    "picture-no-words.docx",
    "place.webp",
    "program.exe",
    "remark.odt",
    "rich-media.pdf",
    "script.pdf",
    "style-escape.svg",
    "xfa.pdf",
)
"""Files of the hostile corpus that stand for every code of what is inside files."""


def valid_site(target: Path) -> Path:
    """Copy the right site to ``target``."""
    shutil.copytree(VALID, target)
    return target


def broken_site(target: Path, *, sent: bool = False) -> Path:
    """Lay the planted faults over the right site; make those that git cannot hold.

    With ``sent`` files are there too whose faults lie inside them; to look into those takes time.
    """
    valid_site(target)
    shutil.copytree(BROKEN, target, dirs_exist_ok=True)
    materials, files = target / "catalogue" / "materials", target / "catalogue" / "files"
    outside = target.parent / "outside"
    outside.mkdir()
    for name in ("secret.pdf", "alphabet.pdf"):
        (outside / name).write_text("not ours to give")
    (files / "cards" / "linked.pdf").symlink_to(outside / "secret.pdf")
    (files / "linked").symlink_to(outside)
    right = (materials / "study-2016.yml").read_text(encoding="utf-8")
    (materials / "linked.yml").symlink_to(materials / "study-2016.yml")
    (materials / "2016").mkdir()
    (materials / "2016" / "lost.yml").write_text(right, encoding="utf-8")
    (materials / "huge.yml").write_text(right + "# …\n" * 2**17, encoding="utf-8")
    (materials / "карточка.yml").write_text(right, encoding="utf-8")
    (materials / f"{LONG_NAME}.yml").write_text(right, encoding="utf-8")
    if sent:
        _send(files / "hostile")
    long = right.replace("сипаттайтын", "сипаттайтын " * 700)
    (materials / "long-text.yml").write_text(long, encoding="utf-8")
    for name in ("Alphabet.txt", "alphabet.TXT", "aux.txt", "what?.txt", "long-" * 20 + ".txt"):
        (files / "cards" / name).write_text("А\n", encoding="utf-8")
    return target


def _send(folder: Path) -> None:
    folder.mkdir()
    contents = {case.name: case.content for case in corpus() if case.kind == "file"}
    for name in SENT:
        (folder / name).write_bytes(contents[name])
    with (folder / "whole-year.zip").open("wb") as large:
        large.truncate(65 * 1024 * 1024)  # takes no room on the disk


EVERY_SLOT = (
    "fact centres-2016",
    "fact share-2015",
    "bars centres-2016 cabinets-2016",
    "link unit almaty-school-1-centre",
    "link organisation almaty-fund",
    "link material study-2016",
    "link event seminar-2016",
    "link discrepancy school-2-name",
    "link clause 2.1",
    "link region KZ-75",
    "link region KZ-YUZ 2016",
    "link list needs hearing",
    "link list needs hearing 2",
    "link lists needs",
    "link file cards/alphabet.pdf",
    "link data units",
    "link schema check-report",
    "units centre",
    "units cabinet",
    "units site",
    "unit-head almaty-school-1-centre",
    "unit-facts almaty-school-1-centre",
    "unit-head shymkent-school-2-site",
    "unit-facts shymkent-school-2-site",
    "unit-head almaty-school-1-cabinet",
    "unit-facts almaty-school-1-cabinet",
    "map 2016",
    "map now",
    "organisations",
    "events",
    "facets materials",
    "facets organisations",
    "catalogue-doors",
    "catalogue-lists",
    "newest",
    "blank-tables",
    "confirm",
    "contribute",
    "glossary",
    "abbreviations",
    "acts",
    "discrepancies study-2016",
    "fields materials",
    "fields units",
    "home-doors",
    "home-needs",
    "home-figures",
    "checks",
    "left-out",
    "usb-editions",
    "usb-key",
)
"""Slots with arguments that suit the right mini-site."""

RECORD = """<!doctype html>
<html lang="{lang}"><head><title>[[title]]</title>
<meta name="description" content="[[description]]">
[[head]]
</head><body><a href="{twin}">≡</a>[[crumbs]]
<main>
[[content]]
</main></body></html>
"""
PAGE = '<!doctype html>\n<html lang="{lang}"><body>\n{slots}\n</body></html>\n'


def shells(folder: Path) -> Path:
    """Write shells to ``folder`` as another generator than MkDocs might."""
    pages = {"index.html": ("home-figures", "map 2016"), "about/slots.html": EVERY_SLOT}
    for lang in LANGUAGES:
        for uri in PROTOTYPES.values():
            here = urls.in_language(lang, uri)
            twin = urls.relative(here, urls.twin(here))
            write(folder / here, RECORD.format(lang=lang, twin=twin))
        for uri, slots in pages.items():
            filled = "\n".join(f"<p>[[{slot}]]</p>" for slot in slots)
            write(folder / urls.in_language(lang, uri), PAGE.format(lang=lang, slots=filled))
    write(folder / "404.html", PAGE.format(lang="kk", slots=""))
    write(folder / "assets" / "own.css", "main { color: black }\n")
    return folder


def write(path: Path, text: str) -> None:
    """Write a file, and the folders it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Content by path of every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def project(root: Path) -> Path:
    """Copy the right site to ``root`` as a project whose shells are made already."""
    valid_site(root)
    write(root / "mkdocs.yml", "site_name: Тірек\nsite_url: https://example.kz/\n")
    shells(root / ".cache" / f"shells-{digest_of(root)}")
    (root / "node_modules").symlink_to(SITES.parents[1] / "node_modules")
    return root
