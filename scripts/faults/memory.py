"""Peak memory of every command that copies or checks, from 100 MB up to what the disk holds.

Editions of few large and many small files; the large ones are sparse, so that the source takes
no room; the stick takes all of it.

Run: PYTHONPATH=scripts python -m faults.memory [--megabytes 100 1000 20000] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bench.measure import measured

from faults.report import counted
from tirek.offline.manifest import About
from tirek.offline.seal import seal_folder

MOST = 64.0
"""MiB."""

LARGE = 900_000_000
"""Bytes of one large file: a film of an hour."""


def made(folder: Path, megabytes: int, files: int) -> None:
    """Make an edition of so many megabytes: many pages, and films for the rest."""
    folder.mkdir()
    (folder / "START.html").write_text("start", encoding="ascii")
    for number in range(files):
        target = folder / f"catalogue/{number % 50}/page-{number}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(str(number).encode() * 900)
    left, number = megabytes * 1_000_000 - files * 4000, 0
    while left > 0:
        target = folder / f"files/film-{number}.mp4"
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as stream:
            stream.write(str(number).encode())
            stream.truncate(min(left, LARGE))
        left, number = left - LARGE, number + 1
    seal_folder(folder, About("2026.11.26", "2026-11-26", "languages=kk,ru"))


def main() -> None:
    """Measure each command at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="+", default=[100, 1000, 20_000])
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--folder", type=Path, help="where sticks lie")
    options = parser.parse_args()
    with counted(f"peak memory in MiB, {options.files} small files besides large ones") as counts:
        counts[f"! more than {MOST:.0f} MiB"] = 0
        for megabytes in options.megabytes:
            with tempfile.TemporaryDirectory(dir=options.folder) as name:
                folder = Path(name)
                out, stick, newer = folder / "out", folder / "stick", folder / "newer"
                made(out, megabytes, options.files)
                stick.mkdir()
                free = shutil.disk_usage(folder).free
                if free < megabytes * 1_000_000 + 5_000_000_000:
                    counts[f"{megabytes} MB: no room on this disk"] = 1
                    continue
                newer.mkdir()
                (newer / "START.html").write_text("newer", encoding="ascii")
                for path in sorted(out.rglob("*")):
                    target = newer / path.relative_to(out)
                    if path.is_file() and not target.exists():
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.hardlink_to(path)
                for name_ in ("tirek.sha256", "edition.js"):
                    (newer / name_).unlink()
                seal_folder(newer, About("2026.11.27", "2026-11-27", "languages=kk,ru"))
                steps = {
                    "write": ["write", str(out), str(stick)],
                    "verify": ["verify", str(stick)],
                    "repair": ["repair", "--from", str(out), str(stick)],
                    "update": ["update", str(newer), str(stick)],
                }
                for step, arguments in steps.items():
                    if step == "repair":
                        (stick / "START.html").write_text("spoilt", encoding="ascii")
                        film = stick / "files/film-0.mp4"
                        film.write_bytes(b"spoilt")
                    command = [sys.executable, "-m", "tirek.cli", "usb", *arguments]
                    taken = measured(command, folder, folder / "log")
                    shown = f"{megabytes:>6} MB {step:<7} {taken.largest_mib:6.1f} MiB"
                    print(f"{shown} {taken.seconds:8.1f} s", flush=True)
                    counts[f"! more than {MOST:.0f} MiB"] += taken.largest_mib > MOST
                    counts["commands measured"] += 1


if __name__ == "__main__":
    main()
