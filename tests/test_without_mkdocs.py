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


def test_the_tests_of_the_core_pass() -> None:
    # Documents are made apart from the site, in their own time; test_layering looks at theirs.
    done = run("--hypothesis-profile=quick", "--ignore=tests/tirek/documents", "tests/tirek")
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
