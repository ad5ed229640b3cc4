"""What the tests of the core share: the small right site, and what its pages are made with."""

from __future__ import annotations

import pytest
from minisites import VALID

from tirek.model.catalogue import Catalogue
from tirek.reading.catalogue import read_catalogue


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of the right mini-site."""
    return read_catalogue(VALID / "catalogue")
