"""Which files of a project have changed since a revision, as git tells it."""

import os
import subprocess
from pathlib import Path


class UnknownRevision(Exception):
    """Git knows no such revision here, or there is no git."""


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Return paths below ``root``, with "/", that differ from where ``revision`` branched off.

    Also those not committed yet, and new ones that git does not ignore.

    Raises:
        UnknownRevision: ``revision`` names no commit of the repository that ``root`` is in.
    """
    # After --end-of-options nothing is an option, whatever it begins with.
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^0")
    try:
        base = _git(root, "merge-base", commit, "HEAD")
    except UnknownRevision:  # a shallow clone may not reach it; the commit itself will do
        base = commit
    told = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative")
    differ = _git(root, "diff", *told, base, "--", ".")
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    return frozenset(name for name in (*differ.split("\0"), *new.split("\0")) if name)


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints; it asks nothing and takes no lock."""
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments]
    env = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise UnknownRevision(str(error)) from None
    return done.stdout.decode("utf-8", "surrogateescape").strip("\n")
