"""Files come to the reader as they are: one by one, and all of a list at once."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from built import LANGUAGES, Built
from projects import FILES, ROOT
from visits import KINDS, Visit, in_language, wait_until

from tirek.urls import file_uri

Visits = Callable[..., Visit]

LIST = KINDS["list with files"]
NAMES = ("plan.txt", file_uri("plans/қысқа жоспар.txt").rpartition("/")[2], "plan-2.txt")
"""In the order of FILES; of two files with one name, the second is numbered."""


def files_of(site: Built) -> list[str]:
    return [p.removeprefix("files/") for p in site.files if p.startswith("files/")]


def test_files_lie_in_the_site_as_they_were_given(crowded_site: Built) -> None:
    rows = {f["path"]: f for row in crowded_site.data("materials") for f in row["files"]}
    given = {path: (ROOT / "catalogue/files" / path) for path in rows.keys() - FILES.keys()}
    contents = FILES | {path: file.read_bytes() for path, file in given.items()}
    assert rows.keys() == contents.keys()
    places = {file_uri(path).removeprefix("files/") for path in contents}
    assert places == set(files_of(crowded_site))
    for path, content in contents.items():
        assert (crowded_site.folder / file_uri(path)).read_bytes() == content
        assert rows[path]["size"] == len(content)
        assert rows[path]["sha256"] == sha256(content).hexdigest()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_files_of_a_list_come_as_one_zip(visit: Visits, tmp_path: Path, lang: str) -> None:
    reader = visit("http")
    page = reader.open(in_language(lang, LIST))
    status = page.locator("[data-status]")
    reader.tab_to("[data-start]", limit=400)
    with page.expect_download() as download:
        reader.press("Enter")
    assert download.value.suggested_filename == "tirek-formats-txt-1.zip"
    saved = tmp_path / "all.zip"
    download.value.save_as(saved)
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == dict(
            zip(NAMES, FILES.values(), strict=True)
        )
    done = (status.get_attribute("data-done") or "").replace(
        "%name", download.value.suggested_filename
    )
    assert status.inner_text() == done
    assert reader.focus_matches("[data-start]")
    assert not page.locator("[data-cancel]").is_visible()


def test_a_file_that_is_missing_is_named(visit: Visits) -> None:
    reader = visit("http", expected=["404"])
    page = reader.open(LIST)
    page.route("**/sheets/plan.txt", lambda route: route.fulfill(status=404))
    page.locator("[data-start]").click()
    wait_until(
        page, "() => document.querySelector('[data-status]').textContent.includes('plan-2.txt')"
    )
    assert page.locator("[data-start]").is_enabled()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_a_folder_the_reader_is_told_where_the_files_are(visit: Visits, lang: str) -> None:
    page = visit("file").open(in_language(lang, LIST))
    status = page.locator("[data-status]")
    page.locator("[data-start]").press("Enter")
    assert status.inner_text() == status.get_attribute("data-offline")


def test_one_file_comes_as_it_is(visit: Visits, tmp_path: Path) -> None:
    page = visit("http", java_script_enabled=False).open(KINDS["material with files"])
    with page.expect_download() as download:
        page.locator("main a[download]").first.click()
    download.value.save_as(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == FILES["plans/қысқа жоспар.txt"]
    assert download.value.suggested_filename == "қысқа жоспар.txt"
