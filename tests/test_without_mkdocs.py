"""The core outlives MkDocs: its tests pass where MkDocs cannot be imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no_mkdocs", "-p", "no:cacheprovider"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(TESTS), "PYTEST_ADDOPTS": ""}
    return subprocess.run(
        [*PYTEST, *arguments],
        cwd=TESTS.parent,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


CORE = ("model", "reading", "views", "test_cli.py", "test_edition.py", "test_shells.py")
"""What makes a site; what stands beside that way imports nothing more, says test_layering."""


def test_the_tests_of_the_core_pass() -> None:
    done = run("--hypothesis-profile=quick", *(f"tests/tirek/{part}" for part in CORE))
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr
    assert " passed" in done.stdout


@pytest.mark.parametrize("module", ["mkdocs.config", "material", "mkdocs_static_i18n"])
def test_the_plugin_blocks(tmp_path: Path, module: str) -> None:
    """Else the test above would prove nothing."""
    (tmp_path / "test_one.py").write_text(f"def test_one():\n    import {module}\n")
    done = run(f"--rootdir={tmp_path}", str(tmp_path))
    assert done.returncode == 1
    assert f"ImportError: {module.partition('.')[0]}" in done.stdout
    assert "is blocked" in done.stdout
