"""One number of materials: built cold, after one change, and after none."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.hugo_peer import Tools, compare_pages, forget_peer, make_peer, peer_command
from bench.measure import Taken, measured
from bench.output import Changes, Output, changes, figures, snapshot
from bench.project import build_command, forget, make_project
from bench.synthetic import reword

PAGE_LIMIT: Final = 100 * 1024
"""Bytes of HTML that a page other than a material's may have."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A build over an earlier one."""

    taken: Taken
    changes: Changes


@dataclass(frozen=True, slots=True)
class Peer:
    """The same pages by Hugo."""

    runs: tuple[Taken, ...]
    pages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Trial:
    """All that was found of one number of materials."""

    count: int
    runs: tuple[Taken, ...]
    """Cold builds."""
    output: Output
    peer: Peer | None
    reworded: Rebuilt
    """After one word of one summary has changed."""
    unchanged: Rebuilt
    """After nothing has changed."""

    @property
    def seconds(self) -> float:
        """Median of the cold builds."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def time_ratio(self) -> float:
        """Median time, to Hugo's."""
        assert self.peer is not None
        return self.seconds / statistics.median(run.seconds for run in self.peer.runs)

    @property
    def best_ratio(self) -> float:
        """Shortest time, to Hugo's shortest: what others on the machine disturb less."""
        assert self.peer is not None
        own = min(run.seconds for run in self.runs)
        return own / min(run.seconds for run in self.peer.runs)

    @property
    def cpu_ratio(self) -> float:
        """Median of processor time, to Hugo's: what a loaded machine distorts least."""
        assert self.peer is not None
        own = statistics.median(run.cpu_seconds for run in self.runs)
        return own / statistics.median(run.cpu_seconds for run in self.peer.runs)

    @property
    def memory_ratio(self) -> float:
        """Median peak of the process tree, to Hugo's."""
        assert self.peer is not None
        return _memory(self.runs) / _memory(self.peer.runs)


def _memory(runs: tuple[Taken, ...]) -> float:
    return statistics.median(run.tree_mib or run.largest_mib for run in runs)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and by what trials are made."""

    root: Path
    """The project."""
    folder: Path
    """For copies, sites and logs."""
    runs: int
    """Cold builds of each, in turns."""
    python: str
    """Interpreter that measures."""
    tools: Tools | None
    """With them, Hugo builds the peer."""

    def trial(self, count: int) -> Trial:
        """Build ``count`` materials in every way."""
        here = self.folder / str(count)
        project, peer, peer_site = here / "project", here / "peer", here / "peer-site"
        make_project(self.root, project, count)
        make_peer(peer)
        runs, peer_runs = [], []
        self._warm_up(here)
        for _ in range(self.runs):
            forget(project)
            runs.append(self._build(here))
            if self.tools:
                forget_peer(peer, peer_site)
                command = peer_command(self.tools, peer, peer_site)
                peer_runs.append(measured(command, here, here / "peer.log", self.python))
        site = project / "site"
        output = figures(site, PAGE_LIMIT)
        found = Peer(tuple(peer_runs), compare_pages(site, peer_site)) if self.tools else None
        before = snapshot(site)
        reword(project / "catalogue", count // 2)
        reworded = self._build(here)
        between = snapshot(site)
        unchanged = self._build(here)
        return Trial(
            count,
            tuple(runs),
            output,
            found,
            Rebuilt(reworded, changes(before, between)),
            Rebuilt(unchanged, changes(between, snapshot(site))),
        )

    def _build(self, here: Path) -> Taken:
        project = here / "project"
        return measured(build_command(project), project, here / "tirek.log", self.python)

    def _warm_up(self, here: Path) -> None:
        """Start each program once, so that the first run does not pay for a cold disk."""
        project, log = here / "project", here / "warm-up.log"
        command = build_command(project)
        measured([*command[:-1], "check"], project, log, self.python)
        measured([*command[:1], "-m", "mkdocs", "--version"], project, log, self.python)
        if self.tools:
            measured([self.tools.hugo, "version"], here, log, self.python)
