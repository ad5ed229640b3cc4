"""Many packages at once: which go in, which wait for a word, which cannot.

What is decided does not depend on the order in which they came: packages that say different
things of one file are in conflict with each other, all of them, and what the checks find is
laid to whoever sent the file it is in.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tirek.intake.arrival import CHANGE, CONFLICT, FAULTY, NEW, SAME, Arrival
from tirek.problem import Problem
from tirek.reading.project import check_project, check_tree

LAYERS = ("catalogue/files/", "catalogue/organisations/", "catalogue/units/", "catalogue/", "docs/")
"""What refers to something is put in after it, so that a cut leaves nothing that leads nowhere."""


def sorted_out(root: Path, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Settle the state of every arrival; return them by name, one of several alike.

    Args:
        root: The project.
        arrivals: As ``arrival_of`` made them.
    """
    once: dict[str, Arrival] = {}
    for arrival in sorted(arrivals, key=lambda one: (one.name, one.digest)):
        once.setdefault(arrival.digest, arrival)
    _disagreements(once.values())
    _checked(root, list(once.values()))
    return sorted(once.values(), key=lambda one: (one.name, one.digest))


def waiting(arrivals: Iterable[Arrival]) -> list[Arrival]:
    """Return the arrivals that would change the project."""
    return [arrival for arrival in arrivals if arrival.state in (NEW, CHANGE)]


def _disagreements(arrivals: Iterable[Arrival]) -> None:
    """Put those into conflict that say different things of one file; one of equals goes in."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    candidates = waiting(arrivals)
    for arrival in candidates:
        for change in arrival.changes:
            said[change.path].add(change.meaning)
    disputed = {path for path, meanings in said.items() if len(meanings) > 1}
    given: set[str] = set()
    for arrival in candidates:
        paths = [change.path for change in arrival.changes]
        if found := disputed.intersection(paths):
            arrival.state, arrival.reason = CONFLICT, min(found)
            continue
        # Files that two packages bring alike need to be put only once.
        arrival.changes = tuple(c for c in arrival.changes if c.path not in given)
        given.update(paths)
        if not arrival.changes:
            arrival.state = SAME


def _checked(root: Path, arrivals: Sequence[Arrival]) -> None:
    """Check all that would change together; what is at fault is taken out and the rest again."""
    if not waiting(arrivals):
        return
    before = {_key(problem) for problem in check_project(root).errors}
    while candidates := waiting(arrivals):
        over = {c.path: c.new for arrival in candidates for c in arrival.changes}
        found = check_tree(root, over).problems
        own: defaultdict[str, list[Problem]] = defaultdict(list)
        elsewhere = []
        for problem in found:
            if problem.path in over:
                own[problem.path].append(problem)
            elif problem.level == "error" and _key(problem) not in before:
                elsewhere.append(problem)
        at_fault = False
        for arrival in candidates:
            mine = [p for change in arrival.changes for p in own[change.path]]
            arrival.problems = tuple(mine or elsewhere)
            if any(problem.level == "error" for problem in arrival.problems):
                arrival.state, at_fault = FAULTY, True
        if not at_fault:
            return


def _key(problem: Problem) -> tuple[str, str, str, str]:
    return problem.path, problem.field, problem.code, problem.value


def in_order(arrivals: Iterable[Arrival]) -> dict[str, bytes]:
    """Return the files that ``arrivals`` put, by path, in an order safe to be cut anywhere."""
    files = {change.path: change.new for arrival in arrivals for change in arrival.changes}

    def layer(path: str) -> int:
        return next(n for n, start in enumerate(LAYERS) if path.startswith(start))

    return {path: files[path] for path in sorted(files, key=lambda path: (layer(path), path))}
