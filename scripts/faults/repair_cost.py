"""How much a repair copies, beside the sizes of the files that were damaged.

Run: PYTHONPATH=scripts python -m faults.repair_cost [--rounds 200]
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from pathlib import Path

from faults.editions import contents, made
from faults.report import counted
from tirek.offline.manifest import APART
from tirek.offline.repairing import repair
from tirek.offline.tree import files_below
from tirek.offline.verifying import verify


def main() -> None:
    """Damage some files, repair, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        source, stick, draw = Path(name) / "source", Path(name) / "stick", random.Random(1)
        seal = made(source, contents(200, seed=12), "2026.11.26")
        shutil.copytree(source, stick)
        sizes = {path: size for path, size in files_below(source) if size}
        worst, copied, damaged = 0.0, 0, 0
        with counted(f"{options.rounds} repairs of 1 to 40 damaged files of 200") as counts:
            counts["! more than 1.05 times"] = counts["! not whole afterwards"] = 0
            for _ in range(options.rounds):
                paths = draw.sample(sorted(sizes.keys() - APART), draw.randint(1, 40))
                # With all three of the seal gone nobody knows which edition it was.
                if draw.random() < 0.2:
                    paths.append(draw.choice(sorted(APART)))
                before = {path: (stick / path).stat().st_mtime_ns for path in sizes}
                for path in paths:
                    target = stick / path
                    if draw.random() < 0.3 and path not in APART:
                        target.unlink()
                    else:
                        target.write_bytes(draw.randbytes(draw.choice((1, sizes[path]))))
                done = repair(stick, source, seal)
                counts["files damaged"] += len(paths)
                due = sum(sizes[path] for path in paths)
                copied, damaged = copied + done.size, damaged + due
                worst = max(worst, done.size / due)
                counts["! more than 1.05 times"] += done.size > 1.05 * due
                counts["! not whole afterwards"] += not verify(stick).is_whole
                others = [path for path in sizes if path not in paths]
                counts["! other files touched"] += sum(
                    (stick / path).stat().st_mtime_ns != before[path] for path in others
                )
            counts["bytes damaged"], counts["bytes copied"] = damaged, copied
        print(f"copied at most {worst:.3f} times, {copied / damaged:.3f} on average")


if __name__ == "__main__":
    main()
