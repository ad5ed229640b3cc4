"""A command that was written wrong is told of in the reader's language, with what is nearest."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tirek import LANGUAGES, Language
from tirek.cli import main

FOLDER = Path(__file__).parent


def run(lang: Language, *words: object) -> Result:
    return CliRunner().invoke(main, ["--lang", lang, *map(str, words)], prog_name="tirek")


WRONG: dict[str, tuple[tuple[object, ...], tuple[str, ...]]] = {
    "command": (("uzb",), ("uzb", "usb", "tirek --help")),
    "command of a group": (("usb", "wrte"), ("wrte", "write", "tirek usb --help")),
    "option": (("usb", "build", "--regio", "x", "out"), ("--regio", "--region")),
    "argument": (("usb", "build"), ("OUT", "tirek usb build --help")),
    "value": (("usb", "build", "--region"), ("--region",)),
    "word too many": (("usb", "zip", FOLDER, "a.zip", "b.zip"), ("b.zip",)),
    "path": (("usb", "write", FOLDER / "none", FOLDER), (str(FOLDER / "none"),)),
    "file for a folder": (("usb", "write", __file__, FOLDER), (__file__,)),
    "choice": (("usb", "build", "--lang", "en", "out"), ("--lang", "en", "kk, ru")),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("what", WRONG)
def test_wrong_use_is_told_with_what_is_wrong(what: str, lang: Language) -> None:
    words, named = WRONG[what]
    result = run(lang, *words)
    assert result.exit_code == 2
    for name in named:
        assert name in result.output
    for foreign in ("Usage", "Error", "Try", "No such", "Missing", "Invalid", "does not"):
        assert foreign not in result.output
    assert ("қ" in result.output or "ұ" in result.output or "ө" in result.output) == (lang == "kk")


def test_what_our_commands_say_stays_as_it_is(tmp_path: Path) -> None:
    result = run("ru", "--root", tmp_path, "check")
    assert result.exit_code == 2
    assert result.output.startswith(f"в {tmp_path} нет папки catalogue/")
