"""Texts: what is taken, what is refused, and what is proposed instead."""

from __future__ import annotations

import pytest
from validated import refused, taken

from tirek.model.values import Name, Text, WebAddress


@pytest.mark.parametrize(
    "value", ["https://example.kz/", "http://example.kz/a?b=c#d", "https://мысал.қаз/бет"]
)
def test_web_addresses(value: str) -> None:
    assert taken(WebAddress, value) == value


@pytest.mark.parametrize(
    "value",
    [
        "www.example.kz",
        "javascript:alert(1)",
        "//example.kz",
        "ftp://example.kz",
        "https://",
        'https://example.kz/"onclick=x',
        "https://example.kz/<b>",
        "https://example.kz/a b",
    ],
)
def test_no_web_addresses(value: str) -> None:
    assert refused(WebAddress, value) == ("value-not-web-address", "")


@pytest.mark.parametrize("value", ["KZ-75", "4.2.3", "cc-by-sa-4.0", "not_met", "noSoundHazard"])
def test_names(value: str) -> None:
    assert taken(Name, value) == value


@pytest.mark.parametrize(
    ("value", "nearest"),
    [
        ("../x", "x"),
        ("a b", "a-b"),
        ("a/b", "a-b"),
        ("есту", ""),
        ("a..b", "a-b"),
        (".a", "a"),
        ("x" * 81, "x" * 80),
    ],
)
def test_no_names(value: str, nearest: str) -> None:
    assert refused(Name, value) == ("name-form", nearest)


def test_a_text_is_one_line_in_one_normal_form() -> None:
    assert taken(Text, "  Ай\n и\u0306 ") == "Ай й"
    assert refused(Text, " \n ") == ("value-missing", "")
    assert refused(Text, ["Ай"]) == ("value-not-text", "")
