"""Manifests with a byte changed, wrong keys, old versions, mixed editions: all must be refused.

Run: PYTHONPATH=scripts python -m faults.tamper [--step 1]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from faults.editions import KEY, OTHER_KEY, changed, contents, made, sign
from faults.report import counted
from tirek.offline.fault import UsbError
from tirek.offline.manifest import APART, MANIFEST, SCRIPT, SIGNATURE, About, script
from tirek.offline.seal import read_seal, seal_folder, source_seal
from tirek.offline.updating import update
from tirek.offline.verifying import verify


def code_of(call: Callable[[], object]) -> str:
    """Return the code of the error that ``call`` ends with, "" where it is let pass."""
    try:
        call()
    except UsbError as error:
        return error.code
    return ""


def trusted(folder: Path) -> bool:
    """Whether the edition in ``folder`` passes for whole and genuine."""
    if code_of(lambda: source_seal(folder, KEY.public)):
        return False
    verdict = verify(folder)
    return verdict.is_whole and verdict.seal.distrust(KEY.public) is None


def main() -> None:
    """Tamper in every way there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="bytes between two that are changed")
    options = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        folder = Path(name)
        old, new, out = folder / "old", folder / "new", folder / "out"
        files = contents(12, seed=5, largest=900)
        made(old, files, "2026.11.26")
        made(new, changed(files, seed=6), "2026.11.27")
        assert trusted(old)
        assert trusted(new)
        with counted("tampering with what is signed") as counts:
            counts["! let pass"] = 0

            def judge(how: str, passed: bool) -> None:
                counts[how] += 1
                counts["! let pass"] += passed

            for path in (MANIFEST, SIGNATURE, SCRIPT):
                right = (old / path).read_bytes()
                for place in range(0, len(right), options.step):
                    spoilt = bytearray(right)
                    spoilt[place] ^= 1 << (place % 8)
                    (old / path).write_bytes(spoilt)
                    judge(f"byte of {path} changed", trusted(old))
                    # The forger also puts the page data right, which anybody can.
                    if path == MANIFEST:
                        was = (old / SCRIPT).read_bytes()
                        if not code_of(partial(script, bytes(spoilt))):
                            (old / SCRIPT).write_bytes(script(bytes(spoilt), KEY.public.line))
                        judge("byte of manifest changed, page data forged too", trusted(old))
                        (old / SCRIPT).write_bytes(was)
                (old / path).write_bytes(right)
            for chosen in range(1, 2 ** len(APART) - 1):
                shutil.rmtree(out, ignore_errors=True)
                shutil.copytree(old, out)
                for bit, path in enumerate(sorted(APART)):
                    if chosen >> bit & 1:
                        shutil.copyfile(new / path, out / path)
                judge("seals of two editions mixed", trusted(out))
            for path in (*files, *APART):
                if (old / path).is_file() and (new / path).is_file():
                    shutil.rmtree(out, ignore_errors=True)
                    shutil.copytree(old, out)
                    if (new / path).read_bytes() != (out / path).read_bytes():
                        shutil.copyfile(new / path, out / path)
                        judge("a file of another edition", trusted(out))
            shutil.rmtree(out)
            shutil.copytree(new, out)
            (out / "index.html").write_bytes(b"forged")
            seal_folder(out, read_seal(new).manifest.about)
            judge("made anew without a key", trusted(out))
            sign(out, OTHER_KEY)
            judge("made anew, signed by another key", trusted(out))
            seal_folder(out, About("2027.1.1", "2027-01-01", "languages=kk,ru"))
            shutil.copyfile(new / SIGNATURE, out / SIGNATURE)
            judge("newer version claimed, old signature", trusted(out))
            stick = folder / "stick"
            shutil.copytree(new, stick)
            seal = source_seal(old, KEY.public)
            judge("older edition over a newer one", code_of(lambda: update(old, seal, stick)) == "")
            judge("older edition is there after that", read_seal(stick).content == seal.content)


if __name__ == "__main__":
    main()
