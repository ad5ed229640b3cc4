"""No pattern of ours takes long over any text: none tries the same places over and over."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import tirek.check
import tirek.inspection
import tirek.model
import tirek.reading

LENGTH = 1_500
"""Signs of a hostile text; what grows with the square still takes some hundredths of a second."""
LONGEST = 0.4
"""Seconds for one text; what backtracks without end never comes back."""

PIECES = (
    *(
        "a",
        "1",
        "А",
        "а",
        " ",
        "\t",
        "\n",
        "-",
        ".",
        "<",
        "<a ",
        "<!--",
        "[",
        "](",
        "![",
        "{",
        "{:",
    ),
    *(
        "`",
        "``",
        "| ",
        "Аа ",
        "Аа-",
        "Иванов ",
        "1 ",
        "1-",
        "+7 ",
        "8(",
        "@",
        "a@a.",
        "on",
        "=",
        "\\",
    ),
    *("javascript:", "url(", "http:", "&#", "<a\n", "19.", "01.01.", "аутизм ", "А. ", "- ", "> "),
    *("/", "//", "%", "'", '"', "([", "((", "a=", "a:", "\u00a0", "\u200b", "🙂", "ё", "́"),
)


def patterns() -> list[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Every compiled pattern of the packages that read what comes in."""
    found = []
    for package in (tirek.check, tirek.inspection, tirek.model, tirek.reading):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if module.name.endswith(".child"):
                continue
            values = vars(importlib.import_module(module.name))
            found += [
                (f"{module.name}.{name}", value)
                for name, value in values.items()
                if isinstance(value, re.Pattern)
            ]
    return found


PATTERNS = patterns()


def texts() -> list[str]:
    """Texts of one piece over and over, alone and before what fits no pattern."""
    repeated = [(piece * LENGTH)[:LENGTH] for piece in PIECES]
    return [*repeated, *(text + "\x01!" for text in repeated)]


TEXTS = texts()


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 60


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_a_pattern_is_quick_over_every_text(name: str, pattern: re.Pattern[str]) -> None:
    is_bytes = isinstance(pattern.pattern, bytes)
    for text in TEXTS:
        began = time.process_time()
        given = text.encode() if is_bytes else text
        list(pattern.finditer(given))  # type: ignore[arg-type]
        pattern.fullmatch(given)  # type: ignore[arg-type]
        took = time.process_time() - began
        assert took < LONGEST, (name, text[:30], took)
