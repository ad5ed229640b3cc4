"""The findings about the search in words."""

import statistics
from collections.abc import Iterator, Sequence

from bench.measure import Taken
from bench.search_build import Built
from bench.search_cost import Cost, Weight
from bench.search_quality import Quality


def of_build(built: Built) -> Iterator[str]:
    """Yield what builds took."""
    yield ""
    count, runs = f"{built.count:,}", len(built.tirek)
    yield f"{count} made-up materials in two languages, seconds (medians of {runs})"
    yield "  index alone, of the same pages"
    yield f"    Tirek              {_taken(built.index)}"
    yield f"    Pagefind           {_taken(built.pagefind)}"
    yield f"    ratio              {built.index_ratio:.2f}"
    yield "  the whole site with its search"
    yield f"    Tirek              {_taken(built.tirek)}"
    yield f"    Hugo               {_taken(built.hugo)}"
    yield f"    + Pagefind         {_taken(built.hugo_index)}"
    yield f"    ratio              {built.whole_ratio:.2f}"


def _taken(runs: Sequence[Taken]) -> str:
    seconds = statistics.median(run.seconds for run in runs)
    processor = statistics.median(run.cpu_seconds for run in runs)
    return f"{seconds:.2f} (CPU {processor:.2f})"


def of_weight(weight: Weight) -> Iterator[str]:
    """Yield what a first query moves."""
    moved, requests = weight.bytes, weight.requests
    yield ""
    yield f"engine                {weight.engine:>9,} bytes in gzip"
    yield f"index                 {weight.index:>9,} bytes in {weight.files:,} files"
    yield (
        f"first query           {moved.median:>9,.0f} bytes in gzip, p95 {moved.p95:,.0f}; "
        f"requests {requests.median:.0f}, p95 {requests.p95:.0f}; "
        f"results shown {weight.shown:.1f}; the engine included"
    )


def of_costs(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield what a search costs in browsers."""
    yield ""
    yield f"{'milliseconds':<40} {'queries':>7} {'cold p50':>11} {'p95':>5}" + (
        f" | {'key p50':>7} {'p95':>5} | {'warm key p50':>12} {'p95':>5}"
    )
    for cost in costs:
        row = f"  {cost.way:<38} {cost.queries:>7} {cost.cold.median:>11.0f} {cost.cold.p95:>5.0f}"
        if cost.first and cost.warm:
            row += f" | {cost.first.median:>7.1f} {cost.first.p95:>5.1f}"
            row += f" | {cost.warm.median:>12.1f} {cost.warm.p95:>5.1f}"
        yield row


def of_qualities(qualities: Sequence[Quality]) -> Iterator[str]:
    """Yield the scores of all systems side by side."""
    yield ""
    yield f"the project's own judged queries over {qualities[0].documents:,} texts"
    yield "(a regression benchmark: the same hands wrote content, synonyms and queries)"
    yield "recall@5 / MRR / without answer".ljust(34) + "".join(
        f"{q.system:<22}" for q in qualities
    )
    for row in zip(*(q.scores for q in qualities), strict=True):
        name = f"  {row[0].lang} {row[0].cls} ({row[0].count})"
        cells = (f"{s.recall:.3f} / {s.mrr:.3f} / {s.zero:.3f}" for s in row)
        yield f"{name:<34}" + "".join(f"{cell:<22}" for cell in cells)


def of_noise(found: Quality) -> Iterator[str]:
    """Yield the scores in noise."""
    yield ""
    yield f"the same queries among {found.documents:,} texts"
    for score in found.scores:
        name = f"  {score.lang} {score.cls}"
        yield f"{name} recall@5={score.recall:.3f} mrr={score.mrr:.3f} zero={score.zero:.3f}"
