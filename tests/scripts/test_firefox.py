"""Firefox as people have it: it reads scripts from a folder, and no page reads another file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from firefox import Firefox, Refused, Tab

PAGE = """<!doctype html><html lang="kk"><meta charset="utf-8"><title>Бет</title>
<link rel="icon" href="data:,">
<script src="beside.js"></script>
<label>Сөз <input id="word"></label> <button id="go" type="button">Табу</button>
<input type="file" id="file" multiple>
<p id="said"></p>"""

SCRIPT = """
document.addEventListener('DOMContentLoaded', () => {
  const said = document.querySelector('#said');
  document.querySelector('#go').addEventListener('click', () => { said.textContent = 'басылды'; });
  document.addEventListener('keydown', event => {
    if (event.key === 'Tab') said.textContent = `Tab ${event.shiftKey}`;
  });
});
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "beside.js").write_text(SCRIPT, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    return (folder / "page.html").as_uri()


@pytest.fixture
def tab(firefox: Firefox, page: str) -> Iterator[Tab]:
    with firefox.tab(width=640) as tab:
        tab.open(page)
        yield tab


def test_a_page_cannot_read_the_file_beside_it(tab: Tab) -> None:
    read = "fetch('beside.js').then(() => 'read', () => 'refused')"
    assert tab.evaluate(read) == "refused"
    assert any("beside.js" in problem for problem in tab.problems())


def test_a_reader_types_clicks_and_moves(tab: Tab) -> None:
    tab.type("#word", "мұғалім")
    assert tab.evaluate("document.querySelector('#word').value") == "мұғалім"
    tab.press("Backspace", "Shift+Tab")
    assert tab.evaluate("[document.querySelector('#word').value, innerWidth]") == ["мұғалі", 640]
    assert tab.evaluate("document.querySelector('#said').textContent") == "Tab true"
    tab.click("#go")
    tab.wait_for("document.querySelector('#said').textContent === 'басылды'")
    assert tab.problems() == []


def test_files_are_chosen_and_a_picture_is_taken(tab: Tab, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    tab.choose_files("#file", [tmp_path / "a.txt", tmp_path / "b.txt"])
    names = tab.evaluate("Array.from(document.querySelector('#file').files, file => file.name)")
    assert names == ["a.txt", "b.txt"]
    tab.screenshot(tmp_path / "page.png")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_what_goes_wrong_is_told(tab: Tab) -> None:
    tab.evaluate("console.warn('байқаңыз')")
    assert tab.problems() == ["warn: байқаңыз"]
    with pytest.raises(Refused, match="жоқ"):
        tab.evaluate("(() => { throw new Error('жоқ'); })()")
    with pytest.raises(Refused, match="#nowhere"):
        tab.click("#nowhere")
    with pytest.raises(TimeoutError):
        tab.wait_for("false", patience=0.1)
