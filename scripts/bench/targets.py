"""What a build may cost, and whether it keeps to that."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.trial import PAGE_LIMIT, Trial

KIB: Final = 1024

LARGE: Final = 10_000
"""Materials from which a build is compared with Hugo's; with a few, start-up is all there is."""

TIME_OF_HUGO: Final = 0.6
MEMORY_OF_HUGO: Final = 0.25
GROWTH: Final = 6.0
"""Time of ten times as many materials, in times."""
ONE_RECORD: Final = 4.0
"""Seconds to build again after one record has changed."""
MATERIAL_PAGE: Final = 24 * KIB
COLUMNS: Final = 60 * KIB


@dataclass(frozen=True, slots=True)
class Verdict:
    """One target and what became of it."""

    target: str
    reached: bool
    found: str


def verdicts(trials: list[Trial]) -> Iterator[Verdict]:
    """Yield a verdict on every target that the trials can tell of."""
    for trial in trials:
        n = f"{trial.count:,} materials: "
        if trial.peer is not None and trial.count >= LARGE:
            yield _at_most(f"{n}time, to Hugo's", trial.time_ratio, TIME_OF_HUGO, "")
            yield _at_most(f"{n}memory, to Hugo's", trial.memory_ratio, MEMORY_OF_HUGO, "")
        seconds = trial.reworded.taken.seconds
        yield _at_most(f"{n}one record changed, seconds", seconds, ONE_RECORD, " s")
        for name, rebuilt in (("one record", trial.reworded), ("nothing", trial.unchanged)):
            vain = len(rebuilt.changes.in_vain)
            target = f"{n}{name} changed, no file rewritten in vain"
            yield Verdict(target, vain == 0, f"{vain} were")
        count = len(trial.unchanged.changes.rewritten)
        yield Verdict(f"{n}nothing changed, nothing written", count == 0, f"{count} files")
        made = trial.output
        yield _size(f"{n}largest material page", made.largest_material.bytes, MATERIAL_PAGE)
        yield _size(f"{n}largest other page", made.largest_others[0].bytes, PAGE_LIMIT)
        yield _size(f"{n}facet columns, gzip", made.columns_gz, COLUMNS)
    if len(trials) > 1:
        first, last = trials[0], trials[-1]
        growth = last.seconds / first.seconds
        name = f"time of {last.count:,}, to that of {first.count:,}"
        yield _at_most(name, growth, GROWTH, "")


def _at_most(target: str, found: float, limit: float, unit: str) -> Verdict:
    return Verdict(f"{target} ≤ {limit:g}{unit}", found <= limit, f"{found:.2f}{unit}")


def _size(target: str, found: int, limit: int) -> Verdict:
    return Verdict(f"{target} ≤ {limit // KIB} KiB", found <= limit, f"{found / KIB:.1f} KiB")
