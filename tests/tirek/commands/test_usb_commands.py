"""``tirek usb`` and ``tirek keys`` as a person runs them: words in both languages, exit codes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from minisites import tree, valid_site, write

from tirek import LANGUAGES, Language
from tirek.cli import main
from tirek.offline.manifest import MANIFEST, SIGNATURE, About
from tirek.offline.seal import seal_folder
from tirek.wording import words_of

FILES = {"START.html": "start", "index.html": "kk" * 900, "ru/index.html": "ru" * 900}


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory: these commands write out to the device all the time."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="tirek-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def edition(folder: Path, version: str = "2026.11.26", **files: str) -> Path:
    for path, text in (FILES | files).items():
        write(folder / path, text)
    seal_folder(folder, About(version, "2026-11-26", "languages=kk,ru"))
    return folder


def run(*arguments: object, lang: Language = "ru", **env: str) -> Result:
    return CliRunner(env={"LANG": "", **env}).invoke(main, ["--lang", lang, *map(str, arguments)])


def usb(*arguments: object, lang: Language = "ru") -> Result:
    return run("usb", *arguments, lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stick_from_beginning_to_end(place: Path, lang: Language) -> None:
    out, newer = edition(place / "out"), edition(place / "new", "2026.11.27", more="new")
    sticks = [place / "one", place / "two"]
    for stick in sticks:
        stick.mkdir()
    done = usb("write", out, *sticks, lang=lang)
    assert done.exit_code == 0, done.output
    assert all(f"{stick}: " in done.stdout for stick in sticks)
    assert usb("verify", sticks[0], lang=lang).exit_code == 0
    assert usb("update", newer, sticks[0], lang=lang).exit_code == 0
    assert "2026.11.27" in usb("verify", sticks[0], lang=lang).stdout
    write(sticks[0] / "index.html", "spoilt")
    found = usb("verify", sticks[0], lang=lang)
    assert found.exit_code == 1
    named = words_of("cli")["usb_found_damaged"][lang].format(path="index.html", there="")
    assert named in found.stdout
    assert usb("repair", "--from", newer, sticks[0], lang=lang).exit_code == 0
    assert tree(sticks[0]) == tree(newer)


def test_a_stick_that_fails_does_not_stop_the_others(place: Path) -> None:
    out, right = edition(place / "out"), place / "right"
    right.mkdir()
    done = usb("write", out, place / "gone", right)
    assert done.exit_code == 1
    assert "нет такой папки" in done.stderr
    assert "Готово флешек: 1 из 2." in done.stdout
    assert tree(right) == tree(out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_refused_is_said(place: Path, lang: Language) -> None:
    old, new = edition(place / "old"), edition(place / "new", "2026.11.27")
    (place / "stick").mkdir()
    (place / "empty").mkdir()
    usb("write", new, place / "stick")
    words = words_of("cli")
    for key, arguments in {
        "usb_older": ("update", old, place / "stick"),
        "usb_has_other": ("write", old, place / "stick"),
        "usb_other_edition": ("repair", "--from", old, place / "stick"),
        "usb_no_manifest": ("verify", place / "empty"),
        "usb_unsigned": ("write", "--key", KEY, new, place / "empty"),
    }.items():
        refused = usb(*arguments, lang=lang)
        assert refused.exit_code == 1, (key, refused.output)
        assert words[key][lang].partition("{")[0] in refused.stderr, refused.stderr
        assert "Traceback" not in refused.output


KEY = "RWTy/dTxHyh8/OOJSRahrnXe/QN6ZxFu5LYPYseqW/B8Pwp3T5gHrAW1"


@pytest.mark.parametrize(
    "arguments",
    [
        ("write",),
        ("write", "OUT"),
        ("write", "OUT", "STICK", "STICK"),
        ("update", "OUT"),
        ("repair", "STICK"),
        ("verify", "--key", "nonsense", "STICK"),
        ("zip", "--address", "http://example.kz/a.zip", "OUT", "a.zip"),
        ("nothing",),
    ],
    ids=" ".join,
)
def test_wrong_use(place: Path, arguments: tuple[str, ...]) -> None:
    edition(place / "OUT")
    (place / "STICK").mkdir()
    known = {"OUT": place / "OUT", "STICK": place / "STICK"}
    assert usb(*(known.get(word, word) for word in arguments)).exit_code == 2
    assert list((place / "STICK").iterdir()) == []


def test_keys_and_signatures(place: Path) -> None:
    secret, out = place / "keys" / "usb.key", edition(place / "out")
    password = {"TIREK_KEY_PASSWORD": "құпия"}
    made = run("keys", "new", "--secret", secret, **password)
    assert made.exit_code == 0, made.output
    assert secret.stat().st_mode & 0o077 == 0
    public = secret.with_suffix(".pub")
    assert public.read_text(encoding="ascii").split("\n")[1] in made.stdout
    assert run("keys", "new", "--secret", secret, **password).exit_code == 2
    wrong = run("usb", "sign", "--secret", secret, out, TIREK_KEY_PASSWORD="other")
    assert wrong.exit_code == 1
    assert not (out / SIGNATURE).exists()
    assert run("usb", "sign", "--secret", secret, out, **password).exit_code == 0
    assert "Подпись верна" in usb("verify", "--key", public, out).stdout
    assert "Подлинность не подтверждена" in usb("verify", "--key", KEY, out).stderr
    content = (out / MANIFEST).read_bytes()
    (out / MANIFEST).write_bytes(content.replace(b"2026.11.26", b"2026.11.27"))
    assert usb("verify", "--key", public, out).exit_code == 1


def test_a_secret_key_is_not_kept_in_the_project(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "project")
    made = run("--root", root, "keys", "new", "--no-password", "--secret", root / "usb.key")
    assert made.exit_code == 2
    assert not (root / "usb.key").exists()


def test_a_zip_is_offered_on_the_website(tmp_path: Path) -> None:
    root, out = valid_site(tmp_path / "project"), edition(tmp_path / "out")
    arguments = [
        "zip",
        "--publish",
        "--address",
        "https://example.kz/t.zip",
        out,
        tmp_path / "t.zip",
    ]
    done = run("--root", root, "usb", *arguments)
    assert done.exit_code == 0, done.output
    [offer] = yaml.safe_load((root / "editions.yml").read_text(encoding="utf-8"))["editions"]
    assert offer["sha256"] in done.stdout
    assert offer["bytes"] == (tmp_path / "t.zip").stat().st_size
    assert offer["address"] == "https://example.kz/t.zip"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--region", "almati"), "almaty"),
        (("--need", "nothing-such"), "Бывают:"),
        (("--budget", "much"), "непонятный размер"),
        (("--date", "26.11.2026"), "непонятная дата"),
        (("--version", "new"), "непонятная версия"),
        (("--without", "pictures"), "pictures"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_choice_that_is_none(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    root = valid_site(tmp_path / "project")
    refused = run("--root", root, "usb", "build", *options, tmp_path / "out")
    assert refused.exit_code == 2, refused.output
    assert said in refused.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["build", "sign", "zip", "write", "update", "verify", "repair"])
def test_every_command_is_described_in_both_guides(command: str) -> None:
    root = Path(__file__).resolve().parents[3]
    for lang in LANGUAGES:
        guide = (root / "docs" / lang / "guides" / "usb.md").read_text(encoding="utf-8")
        assert f"tirek --lang {lang} usb {command} " in guide
        assert f"tirek --lang {lang} keys new" in guide
