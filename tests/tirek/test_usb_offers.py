"""Ready USB copies: what the command writes, the website shows; what is not so is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from minisites import write

from tirek.model.offer import Offer
from tirek.model.selection import Selection
from tirek.offers import FILE, OffersError, offered, read_offers

WHOLE = Offer(
    file="tirek.zip",
    version="2026.11.26",
    date="2026-11-26",
    selection="languages=kk,ru",
    bytes=6_065_404,
    sha256="ab" * 32,
    fingerprint="cd" * 32,
    key="0123456789ABCDEF",
    address="https://example.kz/tirek.zip",
)
PART = replace(WHOLE, file="part.zip", selection="languages=kk,ru regions=KZ-75", address="")


def test_nothing_is_offered_at_first(tmp_path: Path) -> None:
    assert read_offers(tmp_path) == ()


def test_what_is_offered_is_read(tmp_path: Path) -> None:
    offered(tmp_path, PART)
    offered(tmp_path, WHOLE)
    assert read_offers(tmp_path) == (WHOLE, PART)


def test_a_newer_copy_takes_the_place_of_the_older(tmp_path: Path) -> None:
    offered(tmp_path, WHOLE)
    newer = replace(WHOLE, version="2026.12.1", sha256="ef" * 32)
    offered(tmp_path, newer)
    assert read_offers(tmp_path) == (newer,)


@pytest.mark.parametrize(
    "text",
    [
        "editions: 3\n",
        "editions: [{file: a.zip}]\n",
        "- a\n",
        "editions: [\n",
        "editions: [{file: a, version: 1, date: d, selection: s, bytes: x, sha256: y, "
        "fingerprint: z}]\n",
        "editions: [{file: a, version: 1, date: d, selection: s, bytes: 1, sha256: y, "
        "fingerprint: z, address: 'javascript:1'}]\n",
    ],
)
def test_what_is_not_so_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path / FILE, text)
    with pytest.raises(OffersError):
        read_offers(tmp_path)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(regions=("KZ-35", "KZ-75"), needs=("hearing",), without=("video",)),
        Selection(languages=("kk",), types=("worksheet",), budget=4_000_000_000, cluster=32768),
    ],
    ids=["whole", "part", "budget"],
)
def test_a_selection_is_read_back_from_its_text(selection: Selection) -> None:
    assert Selection.of_text(selection.text) == selection
