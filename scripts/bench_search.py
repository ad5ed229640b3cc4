"""Measure the search: what it costs to build and to use, and how well it finds.

Shape: ``python scripts/bench_search.py [PART …] [--count N] [--runs K] [--texts TEXTS.jsonl]
[--queries Q.json] [--workdir DIR] [--json]``.

Parts, all of them if none is named:

- ``build``: N made-up materials in two languages built from cold, K times in turns with Hugo;
  our index alone and Pagefind's of the same pages;
- ``cost``: bytes, requests and milliseconds of a query on that site in real browsers;
- ``quality``: the judged queries over the project's own content, beside Material's own search
  and Pagefind on the same texts;
- ``noise``: the same among N documents a language about nothing.

With ``--texts`` made-up records and noise are sentences of that file (see `make_noise`), which
have the words of a language; without it they are strings of a few words.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

from bench import search_report as report
from bench import search_targets as targets
from bench.hugo_peer import install_tools
from bench.judged import Query, read_queries
from bench.pagefind_peer import install
from bench.project import MEMORY_DISK, commit_of, room_in_memory, this_machine
from bench.report import heading, of_verdicts
from bench.search_build import Yard
from bench.search_cost import costs, weight
from bench.search_quality import of_tirek, qualities, quality, with_noise
from bench.targets import Verdict
from firefox import Firefox
from playwright.sync_api import Browser, sync_playwright
from search.content import content

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "cases" / "search" / "queries.json"
PARTS = ("build", "cost", "quality", "noise")


def main() -> None:
    """Measure the parts asked for and print what was found."""
    options = _options()
    given: Path | None = options.workdir
    folder = given.resolve() if given else _temporary(options.count)
    folder.mkdir(parents=True, exist_ok=True)
    bench = _Bench(options, folder)
    try:
        bench.run()
    finally:
        if not given:
            shutil.rmtree(folder, ignore_errors=True)


class _Bench:
    """Runs parts, prints or gathers their findings."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self._options = options
        self._folder = folder
        self._queries: tuple[Query, ...] = read_queries(options.queries)
        self._verdicts: list[Verdict] = []
        self._found: dict[str, Any] = {}

    def run(self) -> None:
        """Measure and print."""
        machine, commit = this_machine(), commit_of(ROOT)
        self._print(heading(machine, commit, str(self._folder)))
        wanted = self._options.parts or PARTS
        with _chromium() as chromium:
            if {"build", "cost"} & set(wanted):
                self._build("cost" in wanted, chromium)
            if "quality" in wanted:
                self._quality(chromium)
            if "noise" in wanted:
                self._noise()
        self._print(of_verdicts(self._verdicts))
        if self._options.json:
            found = {"machine": asdict(machine), "commit": commit, **self._found}
            found["verdicts"] = [asdict(verdict) for verdict in self._verdicts]
            print(json.dumps(found, ensure_ascii=False, indent=2))

    def _build(self, used: bool, chromium: Browser) -> None:
        tools = install_tools(ROOT, ROOT / ".cache" / "bench-tools")
        yard = Yard(ROOT, self._folder, tools, self._pagefind)
        built = yard.build(self._options.count, self._options.texts, self._options.runs)
        self._found["build"] = asdict(built)
        self._print(report.of_build(built))
        self._verdicts += targets.of_build(built)
        if used:
            self._cost(yard.site, chromium)

    def _cost(self, site: Path, chromium: Browser) -> None:
        with Firefox.started() as firefox:
            measured = list(costs(chromium, firefox, site, self._queries))
        moved = weight(site, measured[0][1])
        found = [cost for cost, _ in measured]
        self._found["weight"] = asdict(moved)
        self._found["costs"] = [asdict(cost) for cost in found]
        self._print(report.of_weight(moved))
        self._print(report.of_costs(found))
        self._verdicts += [*targets.of_weight(moved), *targets.of_costs(found)]

    def _quality(self, chromium: Browser) -> None:
        found = list(qualities(self._content, self._queries, chromium, self._pagefind))
        self._found["quality"] = [asdict(one) for one in found]
        self._print(report.of_qualities(found))
        self._verdicts += targets.of_quality(found[0])

    def _noise(self) -> None:
        documents = with_noise(self._content, self._options.texts, self._options.count)
        found = quality("Tirek", documents, self._queries, of_tirek(documents, self._queries))
        self._found["noise"] = asdict(found)
        self._print(report.of_noise(found))
        self._verdicts += targets.of_noise(found)

    @cached_property
    def _content(self) -> Sequence[Mapping[str, str]]:
        """The project's own content, from its site built anew."""
        site = self._folder / "own-site"
        command = [sys.executable, "-m", "tirek.cli", "--root", str(ROOT), "build"]
        subprocess.run([*command, "--site", str(site)], check=True, stdout=sys.stderr)
        return list(content(ROOT, site))

    @property
    def _pagefind(self) -> Path:
        return install(ROOT, ROOT / ".cache" / "bench-npm")

    def _print(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(line, file=sys.stderr if self._options.json else sys.stdout, flush=True)


@contextmanager
def _chromium() -> Iterator[Browser]:
    command = shutil.which("chromium")
    if command is None:
        raise FileNotFoundError("Chromium is missing: `make test` installs it")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=command, args=arguments)
        yield browser
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", metavar="PART", nargs="*", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--count", type=int, default=10_000, help="materials, noise documents")
    parser.add_argument("--runs", type=int, default=1, help="builds of each, in turns")
    parser.add_argument("--texts", type=Path, help="texts to take sentences from, JSON Lines")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="judged queries")
    parser.add_argument("--workdir", type=Path, help="folder to work in, kept afterwards")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return options


def _temporary(count: int) -> Path:
    place = MEMORY_DISK if room_in_memory(count) else None
    return Path(tempfile.mkdtemp(prefix="tirek-bench-", dir=place))


if __name__ == "__main__":
    main()
