"""What a check found, and in how much."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from tirek.model.catalogue import Catalogue
from tirek.problem import Problem
from tirek.reading.known import Known


@dataclass(frozen=True, slots=True)
class Counted:
    """How much was read."""

    records: int
    pages: int
    """Pages of ``docs/`` and texts of documents."""
    files: int
    """Files that readers get."""


@dataclass(frozen=True)
class Report:
    """Every problem of a project, or of a part of it, in the order of files and lines."""

    problems: tuple[Problem, ...]
    counted: Counted
    catalogue: Catalogue
    """What could be typed."""
    known: Known
    """What records may refer to."""
    elsewhere: int = 0
    """Errors in files that were not asked about."""

    @cached_property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that do not."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    def only(self, told: Callable[[str], bool]) -> "Report":
        """Return the report without the problems of files whose path is not ``told``."""
        kept = tuple(p for p in self.problems if told(p.path))
        others = sum(p.level == "error" and not told(p.path) for p in self.problems)
        return replace(self, problems=kept, elsewhere=self.elsewhere + others)

    def within(self, uris: tuple[str, ...]) -> "Report":
        """Return the report of files that are one of ``uris``, or below one that is a folder."""
        wanted = tuple(PurePosixPath(uri) for uri in uris)
        return self.only(lambda path: any(PurePosixPath(path).is_relative_to(w) for w in wanted))
