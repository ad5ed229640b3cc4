"""What an update copies when one word changes on one of 2,000 pages, and what it reads for none.

The project with so many made-up materials is built as an edition, a word of one record's summary
is changed, and it is built again; then the stick is brought up to date.

Run: PYTHONPATH=scripts python -m faults.update_cost [--pages 2000]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.project import MEMORY_DISK, make_project
from bench.synthetic import reword

from faults.report import ROOT, counted
from tirek.offline.manifest import MANIFEST, SCRIPT, SIGNATURE
from tirek.offline.seal import read_seal, source_seal
from tirek.offline.tree import files_below
from tirek.offline.updating import update
from tirek.offline.verifying import verify

MOST: int = 200_000


def built(project: Path, out: Path, day: str) -> None:
    """Build the project as an edition of ``day``."""
    command = [sys.executable, "-m", "tirek.cli", "--root", str(project), "usb", "build"]
    env = {**os.environ, "PYTHONPATH": str(project)}
    subprocess.run([*command, "--date", day, str(out)], check=True, cwd=project, env=env)


def retitled(catalogue: Path, number: int) -> None:
    """Change one word of a record's Kazakh title, which lists and search show too."""
    path = sorted((catalogue / "materials").glob("*.yml"))[number]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(title:\n  kk: )\S+", r"\1Жаңаша", text, count=1), encoding="utf-8")


def main() -> None:
    """Build, change a word, build, update."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    options = parser.parse_args()
    place = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        project, out, stick = folder / "project", folder / "out", folder / "stick"
        make_project(ROOT, project, options.pages // 2)
        built(project, out, "2026-11-26")
        pages = sum(path.endswith(".html") for path, _ in files_below(out))
        shutil.copytree(out, stick)
        with counted(f"updates at {pages} pages") as counts:
            opened: list[str] = []

            def note(event: str, arguments: tuple[object, ...]) -> None:
                if event == "open" and str(arguments[0]).startswith(f"{stick}/"):
                    opened.append(str(arguments[0]).removeprefix(f"{stick}/"))

            sys.addaudithook(note)
            done = update(out, source_seal(out), stick)
            counts["nothing changed: files copied"] = done.files
            apart = {MANIFEST, SCRIPT, SIGNATURE, "tirek-work/journal"}
            counts["! nothing changed: other files opened than manifest and seal"] = len(
                set(opened) - apart
            )
            for how, change in (("a word of a text", reword), ("a word of a title", retitled)):
                change(project / "catalogue", 7)
                built(project, out, "2026-11-26")
                before = read_seal(stick).manifest.sums
                seal = source_seal(out)
                differ = [p for p, s in seal.manifest.sums.items() if before.get(p) != s]
                sizes = {path: (out / path).stat().st_size for path in differ}
                done = update(out, seal, stick)
                counts[f"{how}: files copied"] = done.files
                counts[f"{how}: bytes copied"] = done.size
                counts[f"{how}: bytes of manifest and page data"] = done.seal_size
                for path in sorted(sizes, key=lambda path: -sizes[path])[:8]:
                    print(f"{sizes[path]:>12,}  {path}")
                counts[f"! {how}: stick not whole"] = not verify(stick).is_whole
                if how == "a word of a text":
                    counts[f"! {how}: more than {MOST} bytes"] = done.size > MOST


if __name__ == "__main__":
    main()
