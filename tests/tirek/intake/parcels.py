"""Packages for tests: as the form page saves them, and as it never would."""

from __future__ import annotations

from pathlib import Path

import yaml

from tirek.intake.difference import meaning_of
from tirek.intake.package import Package, written_package

ORGANISATION = """\
kind: school
names:
  official_2016: {{kk: "«№{n} мектеп» КММ", ru: "КГУ «Школа № {n}»"}}
short: {{kk: "№{n} мектеп, Алматы", ru: "Школа № {n}, Алматы"}}
region_2016: KZ-75
region: KZ-75
status: unconfirmed
as_of: "2016-10-01"
source:
  - document: study-2016
"""


def manifest(mode: str, about: str = "", **more: object) -> bytes:
    kind, _, name = about.partition("/")
    said: dict[str, object] = {"format": "1", "mode": mode, "language": "ru", "made": "2026-11-26"}
    if kind:
        said |= {"kind": kind, "id": name}
    return yaml.safe_dump(said | more, allow_unicode=True, default_style='"').encode()


def new_organisation(number: int, text: str = ORGANISATION) -> bytes:
    """A package with a school that the valid mini-site does not have."""
    name = f"almaty-school-{number}"
    files = {f"catalogue/organisations/{name}.yml": text.format(n=number).encode()}
    return written_package(Package(manifest("new", f"organisations/{name}"), files))


def correction(root: Path, path: str, old: str, new: str, mode: str = "correct") -> bytes:
    """A package that replaces ``old`` by ``new`` in a record, filled in from the project now."""
    before = (root / path).read_bytes()
    after = before.decode().replace(old, new)
    assert after != before.decode()
    about = path.removeprefix("catalogue/").removesuffix(".yml")
    base = {path: meaning_of(path, before)}
    told = manifest(mode, about, base=base, sender={"role": "директор", "organisation": "школа"})
    return written_package(Package(told, {path: after.encode()}))


def feedback(note: str, about: str = "") -> bytes:
    return written_package(Package(manifest("feedback", about, note=note), {}))
