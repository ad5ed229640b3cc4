"""Feedback, kept as letters beside the project: for its people, never published."""

from pathlib import Path
from typing import Final

from tirek.intake.arrival import Arrival
from tirek.intake.putting import put_all

FOLDER: Final = ".letters"
"""Below the project's root; git passes over it, since letters may name their senders."""


def letter_path(arrival: Arrival) -> str:
    """Return where a letter is kept: the same letter always at the same place."""
    assert arrival.manifest is not None
    return f"{FOLDER}/{arrival.manifest.made}-{arrival.digest[:12]}.txt"


def letter(arrival: Arrival) -> bytes:
    """Return feedback as plain text: what it is about, who sends it, what they say."""
    manifest = arrival.manifest
    assert manifest is not None
    head = [manifest.about or manifest.page, *manifest.sender.values(), manifest.made]
    return ("\n".join(line for line in head if line) + f"\n\n{manifest.note.strip()}\n").encode()


def keep_letters(root: Path, arrivals: list[Arrival]) -> list[Arrival]:
    """Keep every letter that is not kept yet; return those that are new."""
    fresh = [arrival for arrival in arrivals if not (root / letter_path(arrival)).exists()]
    put_all(root, {letter_path(arrival): letter(arrival) for arrival in fresh})
    return fresh
