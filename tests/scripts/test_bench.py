"""The benchmark: the same records every time, right ones, and a run of it without Hugo."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tirek.reading.project import read_project

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
COUNT = 20

sys.path.insert(0, str(SCRIPTS))

from bench.hugo_peer import PeerDiffers, compare_pages  # noqa: E402
from bench.output import changes, snapshot  # noqa: E402
from bench.project import build_command, forget, make_project  # noqa: E402
from bench.synthetic import Choices, material, record_id, reword, write_materials  # noqa: E402


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A run of the benchmark: the folder it worked in and what it printed."""
    folder = tmp_path_factory.mktemp("bench")
    command = [sys.executable, str(SCRIPTS / "bench_build.py"), str(COUNT), "--json"]
    done = subprocess.run(
        [*command, "--workdir", str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / str(COUNT), json.loads(done.stdout)


def test_records_are_the_same_every_time() -> None:
    choices = Choices.of(ROOT / "catalogue")
    first = [material(choices, number, COUNT) for number in range(COUNT)]
    assert first == [material(choices, number, COUNT) for number in range(COUNT)]
    assert len(set(first)) == COUNT


def test_records_and_pages_are_right(tmp_path: Path) -> None:
    make_project(ROOT, tmp_path / "project", COUNT)
    catalogue = read_project(tmp_path / "project")
    made = [m for m in catalogue.materials.values() if m.id.startswith("synthetic-")]
    assert [m.id for m in made] == [record_id(number) for number in range(COUNT)]
    assert any(m.files for m in made)
    assert any(m.link for m in made)


def test_records_of_given_sentences_are_right(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    sentences = {
        "kk": 'Бұл – "оңай": сөйлем емес. Тағы бірі осы!',
        "ru": "Это: «не просто». И ещё одно, да?",
    }
    rows = [
        {"id": lang, "lang": lang, "title": "", "text": text} for lang, text in sentences.items()
    ]
    texts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    make_project(ROOT, tmp_path / "project", COUNT, texts)
    catalogue = read_project(tmp_path / "project")
    made = [m for m in catalogue.materials.values() if m.id.startswith("synthetic-")]
    assert len(made) == COUNT
    begun = ('Бұл – "оңай": сөйлем', "Тағы бірі осы")
    assert all(m.title.kk.startswith(begun) for m in made)


def test_rewording_changes_one_word(tmp_path: Path) -> None:
    for folder in ("vocabularies", "units"):
        (tmp_path / folder).symlink_to(ROOT / "catalogue" / folder)
    write_materials(tmp_path, 2)
    path = tmp_path / "materials" / f"{record_id(1)}.yml"
    before = path.read_text(encoding="utf-8").split()
    assert reword(tmp_path, 1) == record_id(1)
    after = path.read_text(encoding="utf-8").split()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_a_run_tells_what_was_built(run: tuple[Path, dict[str, Any]]) -> None:
    (trial,) = run[1]["trials"]
    assert trial["count"] == COUNT
    assert trial["output"]["material_pages"] >= 2 * COUNT
    assert trial["output"]["columns_gz"] > 0
    assert trial["runs"][0]["seconds"] > 0
    assert trial["peer"] is None
    assert run[1]["machine"]["cores"] >= 1
    assert run[1]["verdicts"]


def test_only_what_changed_is_rewritten(run: tuple[Path, dict[str, Any]]) -> None:
    (trial,) = run[1]["trials"]
    changed = trial["reworded"]["changes"]
    index = [path for path in changed["rewritten"] if path.startswith("search/")]
    assert [path for path in changed["rewritten"] if path not in index] == [
        f"catalogue/{record_id(COUNT // 2)}.html",
        "data/forms/records/materials-0.js",
        "data/materials.json",
    ]
    # The words gone and come are in a file or two each, the card in one.
    assert 1 <= len(index) <= 6
    assert changed["in_vain"] == []
    assert trial["unchanged"]["changes"] == {"rewritten": [], "in_vain": [], "removed": []}


def test_a_second_build_gives_what_a_first_one_would(run: tuple[Path, dict[str, Any]]) -> None:
    project = run[0] / "project"
    second = {path: seen[0] for path, seen in snapshot(project / "site").items()}
    forget(project)
    subprocess.run(build_command(project), cwd=project, check=True, capture_output=True)
    assert {path: seen[0] for path, seen in snapshot(project / "site").items()} == second


def test_changes_tell_new_content_from_a_rewriting_in_vain(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / name).write_text(name)
    before = snapshot(tmp_path)
    (tmp_path / "a").write_text("other")
    (tmp_path / "b").unlink()
    part = tmp_path / "part"
    part.write_text("c")
    part.replace(tmp_path / "c")
    (tmp_path / "e").write_text("e")
    found = changes(before, snapshot(tmp_path))
    assert found.rewritten == ("a", "e")
    assert found.in_vain == ("c",)
    assert found.removed == ("b",)


def test_a_peer_without_the_same_pages_is_refused(tmp_path: Path) -> None:
    for site, count in (("ours", 100), ("near", 99), ("far", 90)):
        (tmp_path / site / "catalogue").mkdir(parents=True)
        for number in range(count):
            (tmp_path / site / "catalogue" / f"{number}.html").touch()
    assert compare_pages(tmp_path / "ours", tmp_path / "near")["material pages"] == 99
    with pytest.raises(PeerDiffers, match="90 of the peer"):
        compare_pages(tmp_path / "ours", tmp_path / "far")
