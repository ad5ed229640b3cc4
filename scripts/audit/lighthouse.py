"""Lighthouse, mobile, on the main kinds of page; its npm package is fetched for this alone."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final

from audit.npm import packages
from audit.pages import KINDS, LIGHTHOUSE

CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
LEAST: Final[Mapping[str, int]] = {
    "performance": 97,
    "accessibility": 100,
    "best-practices": 100,
    "seo": 100,
}
RUNS: Final = 3
"""Runs of each page; medians are shown, since one run on a shared machine says little."""

_FLAGS: Final = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


def scores(root: Path, url: str) -> tuple[dict[str, int], list[str]]:
    """Return each category's score (0-100) and the ids of audits that failed.

    Raises:
        RuntimeError: Lighthouse failed; the text is what it printed.
    """
    cli = packages(root) / "lighthouse" / "cli" / "index.js"
    command = [str(root / ".venv/bin/node"), str(cli), url, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={_FLAGS}"]
    chrome = shutil.which("chromium") or "chromium"
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chrome},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout)
    result = {name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES}
    weighty = {
        ref["id"]
        for name in CATEGORIES
        for ref in found["categories"][name]["auditRefs"]
        if ref["weight"]
    }
    failed = [
        name
        for name, audit in found["audits"].items()
        if name in weighty and audit["score"] is not None and audit["score"] < 0.9
    ]
    return result, failed


def report(root: Path, base: str) -> Iterator[str]:
    """Yield a row a page: the median of each category, then what failed."""
    yield f"{'page':12} lang  " + "  ".join(f"{name:>14}" for name in CATEGORIES)
    short = 0
    for kind in LIGHTHOUSE:
        for lang, prefix in (("kk", ""), ("ru", "ru/")):
            rows, failed = [], set()
            for _ in range(RUNS):
                row, wrong = scores(root, base + prefix + KINDS[kind])
                rows.append(row)
                failed |= set(wrong)
            middle = {name: round(median(row[name] for row in rows)) for name in CATEGORIES}
            short += sum(middle[name] < LEAST[name] for name in CATEGORIES)
            shown = "  ".join(f"{middle[name]:14}" for name in CATEGORIES)
            yield f"{kind:12} {lang}    {shown}  {', '.join(sorted(failed))}"
    yield f"lighthouse: {short} scores below {', '.join(f'{k} {v}' for k, v in LEAST.items())}"
