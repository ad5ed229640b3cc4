"""Shells: what MkDocs makes of hand-written pages and templates, kept while they stay the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final, NoReturn

from tirek.settings import read_settings

SHELLS_ONLY: Final = "TIREK_SHELLS_ONLY"
"""Environment variable that tells the hooks to leave the shells as they are."""

INPUTS: Final = ("docs", "overrides", "hooks", "mkdocs.yml", "requirements/site.txt")
"""What shells are made from, besides the interface's words and the code of hooks."""


KEPT: Final = 6
"""Sets of shells that stay in the cache: going back to an earlier state is then free, and so are
the website, the whole USB copy and those of one language side by side."""

STICK: Final = "TIREK_STICK"
"""Environment variable that says the languages of a USB copy to MkDocs."""


class ShellError(Exception):
    """MkDocs failed; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class Shells:
    """A folder of shells."""

    folder: Path
    """Rendered pages with slots, prototypes, styles and scripts."""
    cache: Path
    """The project's cache."""

    def state_of(self, site: Path) -> Path:
        """Return the file that remembers what was put into ``site``."""
        name = blake2b(str(site).encode(), digest_size=8).hexdigest()
        return self.cache / f"site-{name}.pickle"


def shells_of(root: Path, stick: str = "") -> Shells:
    """Return the shells of the project at ``root``; MkDocs runs only if something changed.

    Args:
        root: The project.
        stick: Languages of a USB copy (``kk ru``, ``kk``, ``ru``), "" for the website.

    Raises:
        ShellError: MkDocs found an error.
    """
    with begun_shells(root, stick) as finished:
        return finished()


@contextmanager
def begun_shells(root: Path, stick: str = "") -> Iterator[Callable[[], Shells]]:
    """Let MkDocs begin, in a process of its own; yield what waits for it.

    Whoever leaves without waiting stops it. The arguments and errors are those of ``shells_of``.
    """
    cache = root / ".cache"
    try:
        folder = cache / f"shells-{_digest(root, stick)}"
    except OSError as error:
        unreadable = ShellError(str(error))
        yield lambda: _raised(unreadable)
        return
    if folder.is_dir():
        yield lambda: Shells(folder, cache)
        return
    # Rendered into a folder of this process, then given its name: another build may run at the
    # same time, and a broken one leaves nothing under the name.
    part = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _mkdocs(root, part, stick) as process:
            try:
                yield lambda: _finished(process, part, Shells(folder, cache))
            finally:
                process.kill()
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _raised(error: ShellError) -> NoReturn:
    raise error


def _finished(process: subprocess.Popen[str], part: Path, shells: Shells) -> Shells:
    out, err = process.communicate()
    if process.returncode:
        raise ShellError((out + err).strip())
    with suppress(OSError):  # the other build was faster, with the same result
        part.rename(shells.folder)
    older = sorted(shells.cache.glob("shells-*"), key=lambda kept: kept.stat().st_mtime)
    for kept in older[:-KEPT]:
        shutil.rmtree(kept, ignore_errors=True)
    return shells


def _mkdocs(root: Path, folder: Path, stick: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(folder)]
    return subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, SHELLS_ONLY: "1", STICK: stick, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _digest(root: Path, stick: str = "") -> str:
    """Return a hash of everything that shells are made from."""
    # Pages name their own address, which may come from the environment.
    state = blake2b(f"{read_settings(root).site_url} {stick}".encode(), digest_size=16)
    here = Path(__file__).parent
    words = here / "wording"
    own = (words / "interface.yml", words / "interface", here / "markup.py")
    for path in (*(root / name for name in INPUTS), *own):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            if file.is_file() and "__pycache__" not in file.parts:
                state.update(f"{file}\0".encode())
                state.update(file.read_bytes())
    return state.hexdigest()
