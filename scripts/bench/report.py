"""The benchmark's findings in words."""

from collections.abc import Iterator

from bench.measure import Taken
from bench.output import Changes
from bench.project import Machine
from bench.targets import Verdict
from bench.trial import Rebuilt, Trial

SHOWN = 12
"""Rewritten files that are named."""


def heading(machine: Machine, commit: str, folder: str) -> Iterator[str]:
    """Yield where and of what the figures are."""
    yield f"machine    {machine.processor}, {machine.cores} cores, {machine.memory_gib} GiB"
    yield f"           {machine.system}, Python {machine.python}, load {machine.load}"
    yield f"commit     {commit}"
    yield f"work in    {folder}"
    if float(machine.load.split()[0]) > machine.cores / 2:
        yield "           others are at work here: trust CPU seconds more than time"


def of_trial(trial: Trial) -> Iterator[str]:
    """Yield all about one number of materials."""
    yield ""
    yield f"{trial.count:,} materials, built from cold"
    for number, run in enumerate(trial.runs, start=1):
        yield f"  tirek {number}  {_taken(run)}"
        if trial.peer:
            yield f"  hugo  {number}  {_taken(trial.peer.runs[number - 1])}"
    if trial.peer:
        yield (
            f"  tirek / hugo, medians: time {trial.time_ratio:.2f}, "
            f"CPU {trial.cpu_ratio:.2f}, memory of the tree {trial.memory_ratio:.2f}; "
            f"best runs: time {trial.best_ratio:.2f}"
        )
        pages = ", ".join(f"{name} {count:,}" for name, count in trial.peer.pages.items())
        yield f"  hugo has: {pages}"
    made = trial.output
    yield (
        f"  pages {made.pages:,} (materials {made.material_pages:,}, lists {made.list_pages:,}), "
        f"files {made.files:,}, bytes {made.bytes:,}"
    )
    largest = made.largest_material
    yield f"  largest material page   {largest.bytes:>9,} bytes  {largest.path}"
    for page in made.largest_others:
        yield f"  largest other pages     {page.bytes:>9,} bytes  {page.path}"
    yield f"  other pages over the limit: {made.others_over_limit:,}"
    yield f"  gzip: facet columns {made.columns_gz:,} bytes, facet index {made.index_gz:,} bytes"
    yield from _rebuilt("one word of one record changed", trial.reworded)
    yield from _rebuilt("nothing changed", trial.unchanged)


def _taken(taken: Taken) -> str:
    tree = "not sampled" if taken.tree_mib is None else f"{taken.tree_mib:,.0f} MiB"
    once = "" if taken.shared_once_mib is None else f" (shared once {taken.shared_once_mib:,.0f})"
    return (
        f"{taken.seconds:7.2f} s, CPU {taken.cpu_seconds:7.2f} s, "
        f"tree {tree}{once}, largest process {taken.largest_mib:,.0f} MiB"
    )


def _rebuilt(name: str, rebuilt: Rebuilt) -> Iterator[str]:
    found: Changes = rebuilt.changes
    yield f"{name}, built again"
    yield f"  tirek    {_taken(rebuilt.taken)}"
    yield (
        f"  rewritten {len(found.rewritten)}, of them in vain {len(found.in_vain)}, "
        f"removed {len(found.removed)}"
    )
    for path in (*found.rewritten, *found.in_vain, *found.removed)[:SHOWN]:
        yield f"    {path}"


def of_verdicts(verdicts: list[Verdict]) -> Iterator[str]:
    """Yield what was reached and what was not."""
    yield ""
    for word, wanted in (("reached", True), ("not reached", False)):
        yield word
        for verdict in verdicts:
            if verdict.reached is wanted:
                yield f"  {verdict.target}: {verdict.found}"
