"""SIGKILL at random moments of `tirek inbox` and `tirek import`.

After each kill every file of the project must be what it was or what it becomes, whole; running
again must end as a run that nobody cut. A third of the kills come while files are staged, more
than a third while they are renamed into place.

Run: PYTHONPATH=scripts python -m faults.intake [--kills 200] [--records 80]
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from faults.report import ROOT, counted
from tirek.offline.manifest import WORK

RECORD = """\
kind: school
names: {{}}
short: {{kk: "№{n} мектеп, Алматы", ru: "Школа № {n}, Алматы"}}
region: KZ-75
status: unconfirmed
as_of: "2016-10-01"
source:
  - document: study-2016
"""
MANIFEST = """\
format: "1"
mode: new
kind: organisations
id: {name}
language: ru
made: 2026-11-26
"""
HEADS = "id;kind;short.kk;short.ru;region;status;as_of;source.1.document"
ROW = (
    "{name};school;№{n} мектеп, Алматы;Школа № {n}, Алматы;KZ-75;unconfirmed;2016-10-01;study-2016"
)


class Bench:
    """A small right project, and what is sent to it."""

    def __init__(self, folder: Path, records: int) -> None:
        self.root, self.sent = folder / "project", folder / "sent"
        self.sent.mkdir()
        names = [(f"almaty-school-{1000 + n}", n) for n in range(records)]
        for name, n in names:
            (self.sent / f"{name}.zip").write_bytes(_package(name, n))
        lines = [HEADS, *(ROW.format(name=name, n=n) for name, n in names)]
        (self.sent / "table.csv").write_text("\n".join(lines), encoding="utf-8")
        self.spans: dict[str, float] = {}
        self.ready()
        self.before = self.files()
        self.due = {work: self._finished(work) for work in ("inbox", "import")}

    def ready(self) -> None:
        """Make the project as it is before anything came in."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(ROOT / "tests" / "sites" / "valid", self.root)

    def command(self, work: str) -> list[str]:
        """Return the command line of ``work``."""
        line = [sys.executable, "-m", "tirek.cli", "--root", str(self.root), work]
        if work == "import":
            return [*line, str(self.sent / "table.csv"), "--kind", "organisations"]
        return [*line, *map(str, sorted(self.sent.glob("*.zip")))]

    def files(self) -> dict[str, bytes]:
        """Return every file of the project by path, caches and what is staged aside."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and not {".cache", WORK} & set(path.relative_to(self.root).parts)
        }

    def _finished(self, work: str) -> dict[str, bytes]:
        self.ready()
        process = subprocess.Popen(self.command(work), stdout=subprocess.DEVNULL)
        while process.poll() is None and not (self.root / WORK).exists():
            time.sleep(0.001)
        began = time.monotonic()
        if process.wait():
            raise RuntimeError(f"{work} ended with {process.returncode}")
        self.spans[work] = time.monotonic() - began
        return self.files()


def _package(name: str, number: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("tirek.yml", MANIFEST.format(name=name))
        archive.writestr(f"catalogue/organisations/{name}.yml", RECORD.format(n=number))
    return target.getvalue()


def tried(bench: Bench, work: str, draw: random.Random, counts: Counter[str]) -> bool:
    """Kill one run and look, then run again; return whether the kill came in time."""
    bench.ready()
    process = subprocess.Popen(
        bench.command(work), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    moment = draw.random()
    if moment < 0.25:
        time.sleep(draw.uniform(0, 1.5))
    else:
        renaming = moment > 0.6  # quick beside the staging, so it is waited for
        mark = bench.root / WORK / "journal" if renaming else bench.root / WORK
        while process.poll() is None and not mark.exists():
            time.sleep(0.0005)
        time.sleep(draw.uniform(0, 0.02 if renaming else bench.spans[work]))
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGKILL)
    process.wait()
    whole = {path: {bench.before.get(path), bench.due[work].get(path)} for path in bench.due[work]}
    now = bench.files()
    for path, content in now.items():
        if content not in whole.get(path, set()):
            counts["! files half-written"] += 1
    counts["! files lost"] += len(bench.before.keys() - now.keys())
    added = len(now) - len(bench.before)
    counts["kills with some files in place"] += 0 < added < len(bench.due[work]) - len(bench.before)
    counts["kills with a journal"] += (bench.root / WORK / "journal").exists()
    counts["kills with nothing in place yet"] += not added
    again = subprocess.run(bench.command(work), capture_output=True, text=True, check=False)
    if again.returncode or bench.files() != bench.due[work]:
        counts["! second runs that ended otherwise"] += 1
    if (bench.root / WORK).exists():
        counts["! second runs that left something"] += 1
    return True


def main() -> None:
    """Try it as often as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--records", type=int, default=80)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="intake-") as name:
        bench, draw = Bench(Path(name), options.records), random.Random(options.kills)
        title = f"SIGKILL at {options.kills} moments of inbox and import, {options.records} records"
        with counted(title) as counts:
            for key in ("half-written", "lost"):
                counts[f"! files {key}"] = 0
            for key in ("ended otherwise", "left something"):
                counts[f"! second runs that {key}"] = 0
            killed = 0
            while killed < options.kills:
                work = ("inbox", "import")[killed % 2]
                if tried(bench, work, draw, counts):
                    killed += 1
                    counts[f"kills of {work}"] += 1


if __name__ == "__main__":
    main()
