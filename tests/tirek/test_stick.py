"""An edition within a budget: never over it, nothing left out would fit, and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from minisites import shells, tree, valid_site

from tirek import edition, urls
from tirek.edition import publish
from tirek.model.selection import Selection, chosen
from tirek.offline.clusters import Room
from tirek.offline.fault import UsbError
from tirek.offline.manifest import APART, SIGNATURE, About
from tirek.offline.seal import seal_folder
from tirek.place import Place
from tirek.reading.catalogue import read_catalogue
from tirek.settings import Settings
from tirek.stick import SIGNED, Made, make

CLUSTER = 512
SIZES = (700, 1500, 3000, 3100, 9000, 40_000, 41_000)


@pytest.fixture(autouse=True)
def _few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "asset_files", lambda root: [("assets/fonts/x.woff2", b"font")])


class Project:
    """The right mini-site with some files of several sizes."""

    def __init__(self, root: Path) -> None:
        self.root = valid_site(root)
        shells(root / "shells")
        page = '<!doctype html>\n<html lang="kk"><body></body></html>\n'
        (root / "shells" / "START.html").write_text(page, encoding="utf-8")
        path = root / "catalogue/materials/alphabet-cards.yml"
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, size in enumerate(SIZES):
            name = f"cards/file-{number}.pdf"
            (root / "catalogue/files" / name).write_bytes(bytes(size))
            record["files"].append({"path": name, "language": "kk", "format": "pdf"})
        for key in ("added", "updated", "date"):
            if key in record:
                record[key] = str(record[key])
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")

    def taken_with(self, absent: frozenset[str], budget: int) -> int:
        """Bytes in clusters of an edition that leaves out ``absent``, whatever the budget."""
        selection = Selection(budget=budget, cluster=CLUSTER)
        part = chosen(read_catalogue(self.root / "catalogue"), selection, absent)
        place = self.place("tried")
        publish(part, place)
        seal_folder(place.site, About("1", "2026-11-26", selection.text))
        size = taken(place.site)
        for path in APART:
            (place.site / path).unlink(missing_ok=True)
        return size

    def place(self, out: str) -> Place:
        return Place(
            root=self.root,
            shells=self.root / "shells",
            site=self.root / out,
            state=self.root / f"{out}.pickle",
            settings=Settings(),
            this_year=2026,
        )

    def make(self, budget: int, out: str = "out") -> Made:
        selection = Selection(budget=budget, cluster=CLUSTER)
        catalogue = read_catalogue(self.root / "catalogue")
        return make(catalogue, self.place(out), selection, About("1", "2026-11-26", ""))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("stick") / "project")


def taken(folder: Path) -> int:
    """Bytes in clusters of all that is in ``folder``, and of the signature to come."""
    sizes = {path: len(content) for path, content in tree(folder).items()}
    return Room.of({**sizes, SIGNATURE: SIGNED}, CLUSTER).taken


def core(project: Project) -> int:
    with pytest.raises(UsbError) as caught:
        project.make(1000, "none")
    assert caught.value.code == "usb_budget"
    needed = caught.value.values["needed"]
    assert isinstance(needed, int)
    return needed


def test_a_core_that_is_too_large_is_told_in_bytes(project: Project) -> None:
    needed = core(project)
    assert not (project.root / "none").exists()
    assert project.make(needed, "least").taken <= needed


@pytest.mark.parametrize("more", [0, 60_000, 200_000])
def test_nothing_that_was_left_out_would_fit(project: Project, more: int) -> None:
    budget = core(project) + more
    made = project.make(budget)
    folder = project.root / "out"
    assert taken(folder) <= budget
    sizes = {path: len(content) for path, content in tree(folder).items()}
    room = Room.of({**sizes, SIGNATURE: SIGNED}, CLUSTER)
    left_out = [file for files in made.edition.left_out_files.values() for file in files]
    absent = frozenset(file.path for file in left_out)
    for file in left_out:
        if room.with_file(urls.file_uri(file.path), file.size) <= budget:
            # There is room for the file, but not for the pages that would offer it.
            assert project.taken_with(absent - {file.path}, budget) > budget, file.path
    total = len(SIZES) + 1
    assert len(left_out) == {0: total, 200_000: 0}.get(more, len(left_out))
    assert more != 60_000 or 0 < len(left_out) < total


def test_a_folder_with_something_else_in_it_is_left_alone(project: Project) -> None:
    (project.root / "photos").mkdir()
    (project.root / "photos" / "a.jpg").write_bytes(b"photo")
    with pytest.raises(UsbError) as caught:
        project.make(10**9, "photos")
    assert caught.value.code == "usb_not_ours"
    assert tree(project.root / "photos") == {"a.jpg": b"photo"}
