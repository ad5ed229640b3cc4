"""What the tests of the core share: the small right site, and what its pages are made with."""

from __future__ import annotations

import pytest
from hypothesis import settings
from minisites import VALID

from tirek.model.catalogue import Catalogue
from tirek.reading.catalogue import read_catalogue

settings.register_profile("tirek", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("tirek")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of the right mini-site."""
    return read_catalogue(VALID / "catalogue")
