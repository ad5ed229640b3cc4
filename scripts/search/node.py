"""The browser's engine in Node."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tirek.joined import joined

ROOT: Final = Path(__file__).resolve().parents[2]
OVERRIDES: Final = ROOT / "overrides"
NODE: Final = ROOT / ".venv" / "bin" / "node"

ENGINE: Final = OVERRIDES / "assets" / "search" / "engine"
"""Scripts that the engine is joined from."""

Ask = tuple[str, str, Mapping[str, Any]]
"""Language of the page, query, options of ``find``."""


def asked(index: Path, queries: Sequence[Ask]) -> list[Any]:
    """Return the engine's answers to ``queries`` on the index in the folder ``index``.

    Raises:
        subprocess.CalledProcessError: Node or the engine failed.
    """
    lines = [
        json.dumps({"lang": lang, "query": query, "options": options}, ensure_ascii=False)
        for lang, query, options in queries
    ]
    with tempfile.NamedTemporaryFile(suffix=".js") as engine:
        engine.write(joined("assets/search/engine.js", OVERRIDES))
        engine.flush()
        command = [str(NODE), str(ROOT / "scripts" / "search" / "run.js"), engine.name, str(index)]
        done = subprocess.run(
            command, input="\n".join(lines), capture_output=True, text=True, check=True
        )
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_node(script: Path, given: Any) -> Any:
    """Return what ``script`` makes of ``given`` with parts of the engine; both go as JSON.

    Raises:
        subprocess.CalledProcessError: Node or the script failed.
    """
    command = [str(NODE), str(script), str(ENGINE)]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)
