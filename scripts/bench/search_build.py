"""What an index of thousands of materials takes to build, beside Pagefind and Hugo."""

import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import pagefind_peer
from bench.hugo_peer import Tools, compare_pages, forget_peer, make_peer, peer_command
from bench.measure import Taken, measured
from bench.project import build_command, forget, make_project
from bench.search_index import index_command


@dataclass(frozen=True, slots=True)
class Built:
    """Builds of the same records, in turns."""

    count: int
    """Made-up materials."""
    tirek: tuple[Taken, ...]
    """The whole site, the search included."""
    hugo: tuple[Taken, ...]
    """The same pages by Hugo, without a search."""
    hugo_index: tuple[Taken, ...]
    """Pagefind on Hugo's pages."""
    index: tuple[Taken, ...]
    """Our index alone, of the pages that Tirek built."""
    pagefind: tuple[Taken, ...]
    """Pagefind on the same pages."""

    @property
    def index_ratio(self) -> float:
        """Median time of our index, to Pagefind's on the same pages."""
        return _median(self.index) / _median(self.pagefind)

    @property
    def whole_ratio(self) -> float:
        """Median time of the whole site with its search, to Hugo's and Pagefind's together."""
        return _median(self.tirek) / (_median(self.hugo) + _median(self.hugo_index))


def _median(runs: Sequence[Taken]) -> float:
    return statistics.median(run.seconds for run in runs)


@dataclass(frozen=True, slots=True)
class Yard:
    """Where the builds are made, and by what."""

    root: Path
    """The project."""
    folder: Path
    tools: Tools
    """Hugo, and an interpreter that sees a whole process tree."""
    pagefind: Path
    """Pagefind's program."""

    @property
    def site(self) -> Path:
        """The site that Tirek builds."""
        return self.folder / "project" / "site"

    def build(self, count: int, texts: Path | None, runs: int) -> Built:
        """Build ``count`` materials with sentences of ``texts``, each way ``runs`` times."""
        project, peer, peer_site = (self.folder / n for n in ("project", "peer", "peer-site"))
        make_project(self.root, project, count, texts)
        make_peer(peer)
        taken: dict[str, list[Taken]] = {
            name: [] for name in ("tirek", "hugo", "hugo_index", "index", "pagefind")
        }
        for _ in range(runs):
            forget(project)
            taken["tirek"].append(self._run(build_command(project), project))
            forget_peer(peer, peer_site)
            taken["hugo"].append(self._run(peer_command(self.tools, peer, peer_site), peer))
            taken["hugo_index"].append(self._pagefind(peer_site))
            taken["index"].append(self._run(index_command(project), project))
            taken["pagefind"].append(self._pagefind(self.site))
        compare_pages(self.site, peer_site)
        return Built(count, **{name: tuple(found) for name, found in taken.items()})

    def _run(self, command: list[str], folder: Path) -> Taken:
        return measured(command, folder, self.folder / "log.txt", self.tools.python)

    def _pagefind(self, site: Path) -> Taken:
        shutil.rmtree(site / "pagefind", ignore_errors=True)
        command = pagefind_peer.command(self.pagefind, site, pagefind_peer.PAGES)
        taken = self._run(command, site)
        shutil.rmtree(site / "pagefind")
        return taken
