"""The mini-sites: a small right one, and faults to lay over it."""

from __future__ import annotations

import shutil
from pathlib import Path

SITES = Path(__file__).resolve().parents[1] / "sites"
VALID = SITES / "valid"
BROKEN = SITES / "broken"

LONG_NAME = "a-name-of-eighty-two-letters-is-longer-than-an-old-flash-drive-can-carry-in-full-x"


def valid_site(target: Path) -> Path:
    """Copy the right site to ``target``."""
    shutil.copytree(VALID, target)
    return target


def broken_site(target: Path) -> Path:
    """Lay the planted faults over the right site; make those that git cannot hold."""
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
    return target
