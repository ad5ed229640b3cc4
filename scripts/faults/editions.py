"""Made-up editions to copy and spoil; the same numbers give the same bytes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from tirek.offline.manifest import SCRIPT, SIGNATURE, About, script
from tirek.offline.seal import Seal, read_seal, seal_folder
from tirek.offline.signature import SecretKey, signed

KEY = SecretKey(b"faults-1", bytes(range(32)))
OTHER_KEY = SecretKey(b"faults-2", bytes(range(1, 33)))


def contents(files: int, seed: int, largest: int = 40_000) -> dict[str, bytes]:
    """Return content by path of ``files`` made-up files in a few folders."""
    draw = random.Random(seed)
    found = {"START.html": b"<p>start</p>"}
    for number in range(files - 1):
        folder = draw.choice(("", "ru/", "catalogue/", "ru/catalogue/", "files/plans/", "data/"))
        size = min(largest, int(draw.paretovariate(1.1) * 600))
        found[f"{folder}page-{number}.html"] = draw.randbytes(size)
    return found


def changed(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """Return ``files`` as a later edition might have them: some changed, gone and new."""
    draw = random.Random(seed)
    later = dict(files)
    paths = [path for path in sorted(files) if path != "START.html"]
    for path in draw.sample(paths, max(2, len(paths) // 4)):
        later[path] = draw.randbytes(len(files[path]) + draw.randrange(50))
    for path in draw.sample(paths, max(1, len(paths) // 10)):
        later.pop(path, None)
    for number in range(max(1, len(paths) // 10)):
        later[f"new/{draw.randrange(5)}/page-{number}.html"] = draw.randbytes(900)
    return later


def made(folder: Path, files: Mapping[str, bytes], version: str, key: SecretKey = KEY) -> Seal:
    """Write ``files`` to ``folder`` as a signed edition."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    seal_folder(folder, About(version, "2026-11-26", "languages=kk,ru"))
    sign(folder, key)
    return read_seal(folder)


def sign(folder: Path, key: SecretKey) -> None:
    """Sign the edition in ``folder``."""
    seal = read_seal(folder)
    comment = seal.manifest.about.comment
    (folder / SIGNATURE).write_text(signed(seal.content, comment, key), encoding="ascii")
    (folder / SCRIPT).write_bytes(script(seal.content, key.public.line))
