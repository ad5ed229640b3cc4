"""Measure what building the site takes, with thousands of made-up materials.

Shape: ``python scripts/bench_build.py N [N …] [--vs-hugo] [--runs K] [--workdir DIR] [--json]``.

Every N is built from cold, then after one record has changed, then after nothing has. With
``--vs-hugo`` Hugo builds the same pages of the same records, in turns with Tirek. With two N
the growth of time is told too.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bench.hugo_peer import install_tools, tools_in
from bench.project import MEMORY_DISK, commit_of, room_in_memory, this_machine
from bench.report import heading, of_trial, of_verdicts
from bench.targets import verdicts
from bench.trial import Bench

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run the trials and print what was found."""
    options = _options()
    tools_folder = ROOT / ".cache" / "bench-tools"
    tools = install_tools(ROOT, tools_folder) if options.vs_hugo else tools_in(tools_folder)
    python = tools.python if tools else sys.executable
    given: Path | None = options.workdir
    folder = given.resolve() if given else _temporary(max(options.counts))
    folder.mkdir(parents=True, exist_ok=True)
    machine, commit = this_machine(), commit_of(ROOT)
    bench = Bench(ROOT, folder, options.runs, python, tools if options.vs_hugo else None)
    try:
        if not options.json:
            _print(heading(machine, commit, str(folder)))
        trials = []
        for count in sorted(options.counts):
            trial = bench.trial(count)
            trials.append(trial)
            if not options.json:
                _print(of_trial(trial))
            if not given:
                shutil.rmtree(folder / str(count))
    finally:
        if not given:
            shutil.rmtree(folder, ignore_errors=True)
    found = list(verdicts(trials))
    if options.json:
        whole = {
            "machine": asdict(machine),
            "commit": commit,
            "trials": [asdict(trial) for trial in trials],
            "verdicts": [asdict(verdict) for verdict in found],
        }
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        _print(of_verdicts(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", metavar="N", type=int, nargs="+", help="materials to make")
    parser.add_argument("--vs-hugo", action="store_true", help="let Hugo build the same pages")
    parser.add_argument("--runs", type=int, default=1, help="cold builds of each, in turns")
    parser.add_argument("--workdir", type=Path, help="folder to work in, kept afterwards")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def _temporary(largest: int) -> Path:
    place = MEMORY_DISK if room_in_memory(largest) else None
    return Path(tempfile.mkdtemp(prefix="tirek-bench-", dir=place))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
