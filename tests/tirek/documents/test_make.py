"""The same text makes the same bytes; the command keeps files and says which are stale."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from drafts import ROOT, project, text

from tirek.cli import main
from tirek.documents.make import Made

FILES = ["sample.kk.docx", "sample.kk.pdf", "sample.ru.docx", "sample.ru.pdf"]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "ru", "--root", str(root), "files", *arguments])


def kept(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((root / "catalogue" / "files").rglob("*.*"))}


def test_the_same_bytes_in_another_folder(
    made: dict[str, bytes], made_again: dict[str, bytes]
) -> None:
    assert sorted(made) == FILES
    assert made == made_again


def test_the_same_bytes_in_another_time_zone_and_language(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    root = project(tmp_path / "p")
    environment = {"TZ": "Asia/Almaty", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PATH": "/nowhere"}
    command = [sys.executable, "-m", "tirek.cli", "--root", str(root), "files"]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)
    assert kept(root) == made


def test_times_in_a_docx_are_not_those_of_today(made: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(made["sample.kk.docx"])) as package:
        times = {part.date_time[:3] for part in package.infolist()}
    assert times <= {(2026, 11, 22), (1980, 1, 1)}


def test_check_names_what_is_missing_and_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    result = run(root, "--check")
    assert result.exit_code == 1
    for name in FILES:
        assert name in result.output
    assert "make files" in result.output
    assert not (root / "catalogue" / "files").exists()


def test_files_are_made_once(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    assert run(root).exit_code == 0
    assert sorted(kept(root)) == FILES
    assert (root / "catalogue" / "files" / "sample" / "sample.kk.pdf").is_file()
    assert run(root, "--check").exit_code == 0
    again = run(root)
    assert "новых 0" in again.output


def test_a_changed_text_is_noticed(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    run(root)
    path = root / "catalogue" / "texts" / "sample.ru.md"
    path.write_text(path.read_text(encoding="utf-8").replace("один разговор", "одна беседа"))
    result = run(root, "--check")
    assert result.exit_code == 1
    assert "sample.ru.docx" in result.output
    assert "sample.ru.pdf" in result.output
    assert "sample.kk" not in result.output


def test_only_the_material_asked_for(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    text(root, "other.ru.md", "---\ntitle: Другой\ndate: 2026-11-22\n---\nТекст.")
    assert run(root, "other").exit_code == 0
    assert sorted(kept(root)) == ["other.ru.docx", "other.ru.pdf"]
    unknown = run(root, "othr")
    assert unknown.exit_code == 2
    assert "othr" in unknown.output


def test_a_fault_is_told_and_right_texts_are_made(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    text(root, "bad.kk.md", "---\ntitle: Бет\ndate: 2026-11-22\n---\n<b>Мәтін</b>")
    result = run(root)
    assert result.exit_code == 1
    assert "catalogue/texts/bad.kk.md:5:1" in result.output
    assert "[text-html]" in result.output
    assert sorted(kept(root)) == FILES


def test_a_docx_packed_otherwise_is_the_same(made: dict[str, bytes], tmp_path: Path) -> None:
    loose = io.BytesIO()
    tight = made["sample.kk.docx"]
    with zipfile.ZipFile(io.BytesIO(tight)) as old, zipfile.ZipFile(loose, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
    path = tmp_path / "sample.kk.docx"
    path.write_bytes(loose.getvalue())
    assert Made(path, tight).is_kept()
    assert not Made(path, made["sample.ru.docx"]).is_kept()
    path.write_bytes(b"no zip")
    assert not Made(path, tight).is_kept()


@pytest.mark.skipif(not (ROOT / "catalogue" / "texts").is_dir(), reason="no texts yet")
def test_the_kept_files_are_those_that_the_texts_make() -> None:
    result = run(ROOT, "--check")
    assert result.exit_code == 0, result.output


def test_the_core_goes_without_what_makes_documents() -> None:
    code = (
        "import sys; import tirek.cli, tirek.documents.make; "
        "assert not {'docx', 'typst', 'pypandoc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
