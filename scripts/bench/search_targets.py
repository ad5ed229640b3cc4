"""What the search must reach, and whether it does."""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.search_build import Built
from bench.search_cost import Cost, Weight
from bench.search_quality import Quality
from bench.targets import KIB, LARGE, Verdict

RECALL: Final = {"kk": 0.90, "ru": 0.94}
RANK: Final = {"kk": 0.95, "ru": 0.96}
RECALL_OF_CLASS: Final = {
    "inflected": 0.88,
    "plain": 0.88,
    "typo": 0.96,
    "prefix": 0.92,
    "synonym": 0.85,
}
"""In Kazakh."""
RECALL_IN_NOISE: Final = {"kk": 0.80, "ru": 0.85}
WITHOUT_ANSWER: Final = 0.02

INDEX_OF_PAGEFIND: Final = 0.4
WHOLE_OF_HUGO: Final = 0.35

ENGINE: Final = 15 * KIB
FIRST_QUERY: Final = 60 * KIB
FIRST_QUERY_P95: Final = 110 * KIB
COLD: Final = {"Chromium, file://": 150.0, "Chromium, file://, 6 times slower": 650.0}
"""Milliseconds, 95th percentile."""
WARM_KEY: Final = 30.0
"""Milliseconds, 95th percentile, on this machine's own processor."""


def of_quality(found: Quality) -> Iterator[Verdict]:
    """Yield verdicts on the search's own scores without noise."""
    for score in found.scores:
        name = f"{score.lang} {score.cls}"
        if score.cls == "all":
            yield _least(f"{name} recall@5", score.recall, RECALL[score.lang])
            yield _least(f"{name} MRR", score.mrr, RANK[score.lang])
            yield _most(f"{score.lang} without answer", score.zero, WITHOUT_ANSWER, "", 3)
        elif score.lang == "kk" and score.cls in RECALL_OF_CLASS:
            yield _least(f"{name} recall@5", score.recall, RECALL_OF_CLASS[score.cls])


def of_noise(found: Quality) -> Iterator[Verdict]:
    """Yield verdicts on the search's own scores in noise."""
    for lang, least in RECALL_IN_NOISE.items():
        score = found.overall(lang)
        if score:
            yield _least(f"{lang} all recall@5 in noise", score.recall, least)


def of_build(built: Built) -> Iterator[Verdict]:
    """Yield verdicts on the time of builds; with a few materials, start-up is all there is."""
    if built.count >= LARGE:
        yield _most("index, to Pagefind's time", built.index_ratio, INDEX_OF_PAGEFIND)
        yield _most("whole build, to Hugo and Pagefind", built.whole_ratio, WHOLE_OF_HUGO)


def of_weight(weight: Weight) -> Iterator[Verdict]:
    """Yield verdicts on what a first query moves."""
    yield _most("engine, gzip", weight.engine / KIB, ENGINE / KIB, " KiB", 1)
    yield _most("first query, median", weight.bytes.median / KIB, FIRST_QUERY / KIB, " KiB", 1)
    yield _most("first query, p95", weight.bytes.p95 / KIB, FIRST_QUERY_P95 / KIB, " KiB", 1)


def of_costs(costs: Sequence[Cost]) -> Iterator[Verdict]:
    """Yield verdicts on time in browsers."""
    for cost in costs:
        if cost.way in COLD:
            yield _most(f"{cost.way}: cold, p95", cost.cold.p95, COLD[cost.way], " ms", 0)
            if cost.warm and cost.way == "Chromium, file://":
                yield _most(f"{cost.way}: warm key, p95", cost.warm.p95, WARM_KEY, " ms", 1)


def _least(target: str, found: float, limit: float) -> Verdict:
    return Verdict(f"{target} ≥ {limit:.2f}", found >= limit, f"{found:.3f}")


def _most(target: str, found: float, limit: float, unit: str = "", digits: int = 2) -> Verdict:
    return Verdict(f"{target} ≤ {limit:g}{unit}", found <= limit, f"{found:.{digits}f}{unit}")
