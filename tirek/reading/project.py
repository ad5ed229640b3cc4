"""The whole project, catalogue and hand-written pages, read and checked in one go."""

from pathlib import Path

from tirek.check.pages import page_problems
from tirek.model.catalogue import Catalogue
from tirek.problem import CatalogueError
from tirek.reading.catalogue import read_all


def read_project(root: Path) -> Catalogue:
    """Return the catalogue below ``root`` if it and the pages of ``docs/`` are right.

    Raises:
        CatalogueError: with all problems of both, in one run.
    """
    catalogue, ids, problems = read_all(root / "catalogue", root / ".cache")
    problems += page_problems(root / "docs", ids)
    if problems:
        raise CatalogueError(problems)
    return catalogue
