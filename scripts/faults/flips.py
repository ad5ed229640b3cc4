"""Flipped bits, truncation, zeroes, swaps, deletion, extra files, case: is each found and named?

Run: PYTHONPATH=scripts python -m faults.flips [--flips 10000]
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from faults.editions import contents, made
from faults.report import counted
from tirek.offline.fault import UsbError
from tirek.offline.manifest import APART, MANIFEST
from tirek.offline.tree import files_below
from tirek.offline.verifying import Finding, verify

FILES = 40


def findings(stick: Path) -> list[Finding]:
    """Return what a check finds; a manifest that is refused counts as named."""
    try:
        return verify(stick).findings
    except UsbError as error:
        refused = error.code in ("usb_manifest_form", "usb_no_manifest")
        return [Finding("damaged" if refused else error.code, MANIFEST)]


def flip(content: bytes, draw: random.Random) -> bytes:
    """Return ``content`` with one bit flipped."""
    changed = bytearray(content)
    changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


SPOIL: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "bit flipped": flip,
    "truncated": lambda content, draw: content[: draw.randrange(len(content))],
    "zeroed": lambda content, draw: bytes(len(content)),
    "swapped for another of its size": lambda content, draw: draw.randbytes(len(content)),
    "a byte longer": lambda content, draw: content + b"\n",
}


def main() -> None:
    """Spoil one file at a time, check, and put it right again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=10_000)
    options = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        stick, draw = Path(name) / "stick", random.Random(1)
        made(stick, contents(FILES, seed=3, largest=4000), "2026.11.26")
        # A file is as likely to be hit as its bytes, and the seal's three files as often as ten.
        paths = [path for path, size in files_below(stick) if size]
        paths += [path for path in APART for _ in range(3)]
        with counted(f"damage to {FILES} files and the seal, one at a time") as counts:
            counts["! not found"] = counts["! found and not named"] = 0
            for number in range(options.flips + 4 * (options.flips // 20)):
                how = "bit flipped" if number < options.flips else draw.choice(list(SPOIL)[1:])
                target = stick / draw.choice(paths)
                right = target.read_bytes()
                spoilt = SPOIL[how](right, draw)
                if spoilt == right:
                    continue
                target.write_bytes(spoilt)
                counts[how] += 1
                judge(counts, stick, ("damaged", target.relative_to(stick).as_posix(), ""))
                target.write_bytes(right)
            for path in paths:
                gone_and_renamed(counts, stick, path)
            (stick / "files/autorun.exe").write_bytes(b"MZ")
            counts["extra file"] += 1
            judge(counts, stick, ("extra", "files/autorun.exe", ""))


def gone_and_renamed(counts: dict[str, int], stick: Path, path: str) -> None:
    """Take a file away, then give it a name of another case."""
    target = stick / path
    away = stick.parent / "away"
    target.rename(away)
    counts["deleted"] = counts.get("deleted", 0) + 1
    judge(counts, stick, ("damaged" if path == MANIFEST else "missing", path, ""))
    if path not in APART:
        other = target.with_name(target.name.swapcase())
        away.rename(other)
        counts["case changed"] = counts.get("case changed", 0) + 1
        judge(counts, stick, ("renamed", path, other.relative_to(stick).as_posix()))
        other.rename(away)
    away.rename(target)


def judge(counts: dict[str, int], stick: Path, expected: tuple[str, str, str]) -> None:
    """Count what a check did not find, or called by another name.

    A damaged manifest is named first; what it then says of files may be wrong as well.
    """
    found = [(f.kind, f.path, f.there) for f in findings(stick)]
    if not found:
        counts["! not found"] += 1
        print("not found:", expected)
    elif expected not in found or (len(found) > 1 and expected[1] != MANIFEST):
        counts["! found and not named"] += 1
        print("expected", expected, "found", found)


if __name__ == "__main__":
    main()
