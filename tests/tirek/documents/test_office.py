"""The documents open in a real office suite, with all their pages and words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

FILES = Path(__file__).resolve().parents[3] / "catalogue" / "files"
DOCUMENTS = sorted(FILES.glob("*/*.docx"))


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document as LibreOffice reads it, written out again as plain text."""
    office = shutil.which("soffice")
    assert office, "scripts/system_packages.txt names the package"
    folder = tmp_path_factory.mktemp("office")
    subprocess.run(
        [
            office,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)),
            *map(str, DOCUMENTS),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder


def test_there_are_documents_in_both_languages() -> None:
    assert len(DOCUMENTS) >= 40
    assert {path.suffixes[0] for path in DOCUMENTS} == {".kk", ".ru"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_opens_whole(opened: Path, document: Path) -> None:
    text = (opened / f"{document.stem}.txt").read_text(encoding="utf-8-sig")
    words = set(re.findall(r"\w+", text))
    ours = PdfReader(document.with_suffix(".pdf"))
    wanted = {word for page in ours.pages for word in page.extract_text().split() if word.isalpha()}
    # The page header and the words that the PDF hyphenates are not in the text of the DOCX.
    assert len(wanted) > 50
    assert len(wanted & words) >= 0.95 * len(wanted)
