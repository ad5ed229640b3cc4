"""The page that checks a stick: it names what is wrong, and says what it cannot know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from built import LANGUAGES
from playwright.sync_api import Page
from visits import Visit, in_language

from tirek.offline.manifest import MANIFEST, SCRIPT, About, fingerprint
from tirek.offline.seal import seal_folder
from tirek.wording import words_of

Visits = Callable[..., Visit]

WORDS = words_of("interface")
FILES = {
    "START.html": b"<!doctype html>",
    "index.html": b"<p>one</p>",
    "catalogue/a.html": b"<p>two</p>",
    "files/a/plan.pdf": b"%PDF-1.7 " + bytes(5000),
    "files/a/empty.txt": b"",
}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    root = tmp_path / "STICK"
    for path, content in FILES.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    seal_folder(root, About("2026.11.26", "2026-11-26", "languages=kk,ru"))
    return root


def verdict(page: Page, stick: Path) -> str:
    page.locator("[data-folder]").set_input_files(stick)
    page.locator("[data-verdict]").wait_for()
    return page.locator("[data-verdict]").inner_text()


def findings(page: Page) -> set[str]:
    return set(page.locator("[data-findings] li").all_inner_texts())


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_stick_is_whole(visit: Visits, stick: Path, lang: str, scheme: str) -> None:
    (stick / "System Volume Information").mkdir()
    (stick / "System Volume Information" / "x").write_bytes(b"x")
    (stick / "files" / "Thumbs.db").write_bytes(b"x")
    page = visit(scheme).open(in_language(lang, "verify.html"))
    said = verdict(page, stick)
    assert said == WORDS["verify_whole"][lang].replace("%n", str(len(FILES)))
    assert findings(page) == set()
    assert page.evaluate("document.activeElement.matches('[data-verdict]')")
    spelled = page.locator("[data-about] code").inner_text().replace("-", "").lower()
    assert spelled == fingerprint((stick / MANIFEST).read_bytes())


def test_every_kind_of_damage_is_named(visit: Visits, stick: Path) -> None:
    pdf = stick / "files/a/plan.pdf"
    content = bytearray(pdf.read_bytes())
    content[3000] ^= 1
    pdf.write_bytes(content)
    (stick / "index.html").unlink()
    (stick / "catalogue/a.html").rename(stick / "catalogue/A.html")
    (stick / "virus.exe").write_bytes(b"MZ")
    page = visit().open("ru/verify.html")
    assert verdict(page, stick) == WORDS["verify_wrong"]["ru"].replace("%n", "4")
    assert findings(page) == {
        "повреждён files/a/plan.pdf",
        "нет файла index.html",
        "переименован catalogue/a.html → catalogue/A.html",
        "лишний virus.exe",
    }
    assert page.locator("[data-mend]").is_visible()


def test_a_mended_stick_is_whole_again(visit: Visits, stick: Path) -> None:
    (stick / "index.html").write_bytes(b"<p>One</p>")
    page = visit().open("verify.html")
    assert "1" in verdict(page, stick)
    (stick / "index.html").write_bytes(FILES["index.html"])
    page.locator("[data-folder]").set_input_files(stick)
    page.locator("[data-verdict][data-state=whole]").wait_for()
    assert findings(page) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "blamed"),
    [
        (SCRIPT, b'"files":5', b'"files":6', SCRIPT),
        (MANIFEST, b"# date: 2026-11-26", b"# date: 2026-11-27", MANIFEST),
    ],
)
def test_the_seal_is_checked(
    visit: Visits, stick: Path, name: str, old: bytes, new: bytes, blamed: str
) -> None:
    content = (stick / name).read_bytes()
    assert old in content
    (stick / name).write_bytes(content.replace(old, new))
    page = visit().open("ru/verify.html")
    verdict(page, stick)
    assert findings(page) == {f"повреждён {blamed}"}


def test_a_manifest_out_of_form_and_a_folder_without_one_are_told(
    visit: Visits, stick: Path
) -> None:
    page = visit().open("ru/verify.html")
    manifest = stick / MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:-30])
    assert verdict(page, stick) == WORDS["verify_broken"]["ru"]
    manifest.unlink()
    page.locator("[data-folder]").set_input_files(stick)
    none = WORDS["verify_none"]["ru"]
    page.wait_for_function(
        "words => document.querySelector('[data-verdict]').textContent === words", arg=none
    )


def test_the_fingerprint_from_elsewhere_is_compared(visit: Visits, stick: Path) -> None:
    page = visit().open("ru/verify.html")
    verdict(page, stick)
    whole = fingerprint((stick / MANIFEST).read_bytes())
    typed, said = page.locator("[data-typed]"), page.locator("[data-compared]")
    by_fours = "-".join(whole[n : n + 4] for n in range(0, 16, 4)).upper()
    look_alike = by_fours.translate(str.maketrans("ABCE", "АВСЕ"))
    for text in (whole, by_fours, look_alike, by_fours.lower().replace("-", " ")):
        typed.fill(text)
        assert said.inner_text() == WORDS["verify_same"]["ru"], text
    other = ("0" if whole[0] != "0" else "1") + whole[1:]
    typed.fill(other)
    assert said.inner_text() == WORDS["verify_other"]["ru"]
    typed.fill("12-34")
    assert said.inner_text() == WORDS["verify_unclear"]["ru"]
    typed.fill("")
    assert said.inner_text() == ""


def test_without_scripts_the_commands_are_there(visit: Visits) -> None:
    page = visit(java_script_enabled=False).open("ru/verify.html")
    assert page.get_by_text("sha256sum -c --quiet tirek.sha256").is_visible()
    assert not page.locator("[data-verify]").is_visible()
    assert page.get_by_text(WORDS["verify_noscript"]["ru"]).is_visible()


def test_large_files_are_hashed_in_pieces(visit: Visits) -> None:
    """The library's sums piece by piece are WebCrypto's at once."""
    page = visit().open("verify.html")
    same = page.evaluate(
        """async () => {
            const bytes = crypto.getRandomValues(new Uint8Array(60000));
            const hex = data => [...new Uint8Array(data)]
                .map(one => one.toString(16).padStart(2, '0')).join('');
            const state = sha256.create();
            for (let at = 0; at < bytes.length; at += 7001)
                state.update(bytes.slice(at, at + 7001).buffer);
            return state.hex() === hex(await crypto.subtle.digest('SHA-256', bytes));
        }"""
    )
    assert same


@pytest.mark.parametrize("can", [True, False])
def test_only_a_browser_that_takes_no_folders_is_told_so(visit: Visits, can: bool) -> None:
    at = visit()
    if not can:
        at.page.add_init_script("delete HTMLInputElement.prototype.webkitdirectory")
    page = at.open("verify.html")
    note = page.get_by_text(WORDS["verify_cannot"]["kk"])
    assert note.is_visible() is not can
    assert (page.locator("[data-folder]").count() > 0) is can
