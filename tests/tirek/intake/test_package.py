"""Packages: what a saved ZIP may hold, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.intake import package as module
from tirek.intake.package import Package, PackageRefused, is_allowed, read_package, written_package

UNIT = "catalogue/units/almaty-school-1-centre.yml"


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(PackageRefused) as caught:
        read_package(content)
    return caught.value.code


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_what_was_written_is_read(manifest: bytes, record: bytes) -> None:
    package = Package(manifest, {UNIT: record})
    assert read_package(written_package(package)) == package


def test_records_and_stories_are_told_apart() -> None:
    story = "docs/kk/network/centres/almaty-school-1-centre.md"
    package = Package(b"", {UNIT: b"a", story: b"b", "catalogue/files/plan/plan.docx": b"c"})
    assert package.records == {UNIT: b"a"}
    assert package.stories == {story: b"b"}


@pytest.mark.parametrize(
    "path",
    [
        "catalogue/vocabularies/regions.yml",
        "catalogue/units/../x.yml",
        "/catalogue/units/x.yml",
        "catalogue\\units\\x.yml",
        "catalogue/units/X.yml",
        "catalogue/files/plan/../../x",
        "catalogue/files/plan/a..b",
        "catalogue/files/plan/.htaccess",
        "catalogue/files/plan.docx",
        "docs/kk/index.md",
        "docs/en/network/centres/x.md",
        "tirek/cli.py",
        "mkdocs.yml",
    ],
)
def test_other_places_are_refused(path: str) -> None:
    assert not is_allowed(path)
    assert refusal(zipped((module.MANIFEST, b""), (path, b""))) == "package-entry-strange"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "package-not-zip"),
        (b"PK\x03\x04 and so on", "package-not-zip"),
        (zipped(), "package-manifest-missing"),
        (zipped((UNIT, b""), (module.MANIFEST, b"")), "package-manifest-missing"),
    ],
)
def test_what_is_no_package_is_refused(content: bytes, code: str) -> None:
    assert refusal(content) == code


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused() -> None:
    assert refusal(zipped((module.MANIFEST, b""), (UNIT, b"a"), (UNIT, b"b"))) == (
        "package-entry-repeated"
    )


def test_sizes_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    long = b"x" * (module.MAX_TEXT + 1)
    assert refusal(zipped((module.MANIFEST, b""), (UNIT, long))) == "package-too-large"
    many = [(f"catalogue/units/u{n}.yml", b"") for n in range(module.MAX_ENTRIES)]
    assert refusal(zipped((module.MANIFEST, b""), *many)) == "package-too-large"
    monkeypatch.setattr(module, "MAX_PACKAGE", 100)
    assert refusal(zipped((module.MANIFEST, b"y" * 101))) == "package-too-large"
