"""Shells: what MkDocs makes of hand-written pages and templates, kept while they stay the same."""

import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tirek.settings import read_settings

SHELLS_ONLY: Final = "TIREK_SHELLS_ONLY"
"""Environment variable that tells the hooks to leave the shells as they are."""

INPUTS: Final = ("docs", "overrides", "hooks", "mkdocs.yml", "requirements/site.txt")
"""What shells are made from, besides the interface's words and the code of hooks."""


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


def shells_of(root: Path) -> Shells:
    """Return the shells of the project at ``root``; MkDocs runs only if something changed.

    Raises:
        ShellError: MkDocs found an error.
    """
    cache = root / ".cache"
    folder = cache / "shells"
    stamp = cache / "shells.digest"
    digest = _digest(root)
    if not folder.is_dir() or not stamp.is_file() or stamp.read_text() != digest:
        stamp.unlink(missing_ok=True)
        _run_mkdocs(root, folder)
        stamp.write_text(digest)
    return Shells(folder, cache)


def _run_mkdocs(root: Path, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(folder)]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, SHELLS_ONLY: "1", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ShellError((done.stdout + done.stderr).strip())


def _digest(root: Path) -> str:
    """Return a hash of everything that shells are made from."""
    # Pages name their own address, which may come from the environment.
    state = blake2b(read_settings(root).site_url.encode(), digest_size=16)
    here = Path(__file__).parent
    own = (here / "wording" / "interface.yml", here / "markup.py")
    for path in (*(root / name for name in INPUTS), *own):
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            if file.is_file() and "__pycache__" not in file.parts:
                state.update(f"{file}\0".encode())
                state.update(file.read_bytes())
    return state.hexdigest()
