"""The npm packages that only measuring needs: Lighthouse, and old builds of Chromium."""

import subprocess
from pathlib import Path
from typing import Final

FOLDER: Final = "scripts/audit/npm"


def packages(root: Path) -> Path:
    """Return the folder of the packages, installed from their lock where they are missing.

    Raises:
        CalledProcessError: npm failed.
    """
    folder = root / FOLDER
    installed = folder / "node_modules"
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    stamp = installed / ".lock"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != lock:
        # The old Chromium asks for an old driver as a peer; it is driven without one.
        tools = [str(root / ".venv/bin" / name) for name in ("node", "npm")]
        command = [*tools, "ci", "--legacy-peer-deps"]
        subprocess.run(command, cwd=folder, check=True)
        stamp.write_text(lock, encoding="utf-8")
    return installed
