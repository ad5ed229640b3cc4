"""What the core takes from ``mkdocs.yml``, read without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from minisites import write

from tirek.settings import Settings, read_settings


def read(folder: Path, text: str) -> Settings:
    write(folder / "mkdocs.yml", text)
    return read_settings(folder)


def test_nothing_set(tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: Тірек\n") == Settings("", "", "")


@pytest.mark.parametrize("written", ["https://example.kz/a", "https://example.kz/a/"])
def test_an_address_ends_with_a_slash(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"site_url: {written}\n").site_url == "https://example.kz/a/"


def test_contacts(tmp_path: Path) -> None:
    text = "extra: {repository: https://example.kz/r/, contact_mail: a@example.kz}\n"
    settings = read(tmp_path, text)
    assert settings.contacts == {
        "repository": "https://example.kz/r",
        "branch": "main",
        "contact_mail": "a@example.kz",
        "website": "",
    }


def test_a_branch_of_another_name(tmp_path: Path) -> None:
    assert read(tmp_path, "extra: {branch: trunk}\n").contacts["branch"] == "trunk"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("!ENV TIREK_ONE", "https://one.kz/"),
        ("!ENV [TIREK_ONE, 'https://none.kz/']", "https://one.kz/"),
        ("!ENV [TIREK_NONE, TIREK_ONE, '']", "https://one.kz/"),
        ("!ENV [TIREK_NONE, 'https://none.kz/']", "https://none.kz/"),
        ("!ENV [TIREK_NONE, '']", ""),
        ("!ENV TIREK_NONE", ""),
    ],
)
def test_addresses_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, found: str
) -> None:
    monkeypatch.setenv("TIREK_ONE", "https://one.kz/")
    monkeypatch.delenv("TIREK_NONE", raising=False)
    assert read(tmp_path, f"site_url: {written}\n").site_url == found


def test_tags_of_mkdocs_are_no_hindrance(tmp_path: Path) -> None:
    text = "x: !!python/name:os.system ''\ny: !relative z\nsite_url: https://example.kz/\n"
    assert read(tmp_path, text).site_url == "https://example.kz/"
