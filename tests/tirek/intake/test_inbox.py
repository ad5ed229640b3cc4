"""``tirek inbox``: what goes in, what waits, what is refused; and that no cut harms."""

from __future__ import annotations

import io
import random
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from minisites import tree, valid_site
from parcels import correction, feedback, manifest, new_organisation

from tirek.cli import main
from tirek.intake.difference import meaning_of
from tirek.intake.package import MANIFEST, Package, written_package
from tirek.reading.project import check_project

SCHOOL = "catalogue/organisations/almaty-school-1.yml"
PLACE = "place: {kk: Алматы, ru: Алматы}"

Send = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return valid_site(tmp_path / "project")


def sent(root: Path, *packages: bytes, options: tuple[str, ...] = (), lang: str = "ru") -> Result:
    """Save packages and take them in."""
    folder = root.parent / "sent"
    folder.mkdir(exist_ok=True)
    paths = []
    for content in packages:
        path = folder / f"{len(list(folder.iterdir())):03}.zip"
        path.write_bytes(content)
        paths.append(str(path))
    line = ["--root", str(root), "--lang", lang, "inbox", *paths, *options]
    result = CliRunner().invoke(main, line)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def catalogue(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(root).items() if not path.startswith(".cache")}


def test_a_new_record_goes_in_and_passes_the_checks(root: Path) -> None:
    result = sent(root, new_organisation(77))
    assert result.exit_code == 0, result.output
    assert "добавлено: organisations/almaty-school-77" in result.output
    report = check_project(root)
    assert not report.errors
    assert "almaty-school-77" in report.catalogue.organisations


def test_a_unit_in_one_language_goes_in_with_its_one_story(root: Path) -> None:
    """A correction that only takes the mark away is refused; one with the second story is not."""
    name, story = "almaty-school-1-site", "network/sites/almaty-school-1-site.md"
    record = f"catalogue/units/{name}.yml"
    unit = (
        "kind: site\nhost: almaty-school-1\nregion_2016: KZ-75\nstatus: unconfirmed\n"
        "as_of: '2016-10-01'\nsource: []\nbasis: {kk: Басқарманың бұйрығы}\nnot_translated: ru\n"
    )
    page = f"---\ntitle: Мектептегі алаң\ntemplate: unit.html\nunit: {name}\n---\n\nАлаң ашылды.\n"
    files = {record: unit.encode(), f"docs/kk/{story}": page.encode()}
    package = written_package(Package(manifest("new", f"units/{name}"), files))
    result = sent(root, package)
    assert result.exit_code == 0, result.output
    report = check_project(root)
    assert report.problems == ()
    assert report.catalogue.units[name].not_translated == "ru"
    whole = unit.replace("бұйрығы}", "бұйрығы, ru: Приказ управления}").replace(
        "not_translated: ru\n", ""
    )
    base = {record: meaning_of(record, unit.encode())}
    told = manifest("correct", f"units/{name}", base=base)
    for second, code in ({}, 1), ({f"docs/ru/{story}": page.encode()}, 0):
        package = written_package(Package(told, {record: whole.encode(), **second}))
        result = sent(root, package, options=("--accept", f"units/{name}"))
        assert result.exit_code == code, result.output
        assert ("page-no-twin" in result.output) == bool(code)
    assert check_project(root).catalogue.units[name].not_translated is None


def test_the_same_package_twice_changes_nothing(root: Path) -> None:
    sent(root, new_organisation(77))
    before = catalogue(root)
    result = sent(root, new_organisation(77))
    assert result.exit_code == 0
    assert "делать нечего" in result.output
    assert catalogue(root) == before


def test_a_change_is_shown_and_waits_for_a_word(root: Path) -> None:
    package = correction(root, SCHOOL, "inclusive_classes: 3", "inclusive_classes: 5")
    before = catalogue(root)
    result = sent(root, package)
    assert result.exit_code == 0
    assert "inclusive_classes: 3 → 5" in result.output
    assert "--accept organisations/almaty-school-1" in result.output
    assert catalogue(root) == before
    result = sent(root, package, options=("--accept", "organisations/almaty-school-1"))
    assert result.exit_code == 0, result.output
    assert check_project(root).catalogue.organisations["almaty-school-1"].inclusive_classes == 5


def test_nothing_is_written_on_a_dry_run(root: Path) -> None:
    before = catalogue(root)
    result = sent(root, new_organisation(77), feedback("Спасибо"), options=("--dry-run",))
    assert result.exit_code == 0
    assert "Ничего не записано" in result.output
    assert catalogue(root) == before


def test_a_record_changed_meanwhile_is_a_conflict_and_is_not_overwritten(root: Path) -> None:
    package = correction(root, SCHOOL, "inclusive_classes: 3", "inclusive_classes: 5")
    path = root / SCHOOL
    path.write_text(path.read_text().replace("inclusive_classes: 3", "inclusive_classes: 4"))
    before = catalogue(root)
    result = sent(root, package, options=("--accept-all",))
    assert result.exit_code == 1
    assert "противоречие" in result.output
    assert SCHOOL in result.output
    assert catalogue(root) == before


def test_comments_and_quotes_are_no_change(root: Path) -> None:
    package = correction(root, SCHOOL, "inclusive_classes: 3", "inclusive_classes: 5")
    path = root / SCHOOL
    text = path.read_text()
    path.write_text("# белгі\n" + text.replace("inclusive_classes: 3", "inclusive_classes: '3'"))
    result = sent(root, package, options=("--accept-all",))
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("seed", range(3))
def test_packages_that_disagree_are_in_conflict_in_any_order(root: Path, seed: int) -> None:
    packages = [
        correction(root, SCHOOL, "inclusive_classes: 3", "inclusive_classes: 5"),
        correction(root, SCHOOL, "inclusive_classes: 3", "inclusive_classes: 6"),
        new_organisation(77),
    ]
    random.Random(seed).shuffle(packages)
    before = catalogue(root)
    result = sent(root, *packages, options=("--accept-all",))
    assert result.exit_code == 1
    assert result.output.count("противоречие") == 2
    assert set(catalogue(root)) - set(before) == {"catalogue/organisations/almaty-school-77.yml"}


def test_what_fails_the_checks_stays_out_and_the_rest_goes_in(root: Path) -> None:
    bad = new_organisation(78, text=ORGANISATION_OF_NOWHERE)
    result = sent(root, bad, new_organisation(77))
    assert result.exit_code == 1
    assert "concept-unknown" in result.output
    assert "KZ-99" in result.output
    names = check_project(root).catalogue.organisations
    assert "almaty-school-77" in names
    assert "almaty-school-78" not in names


ORGANISATION_OF_NOWHERE = """\
kind: school
names: {{}}
short: {{kk: "№{n} мектеп", ru: "Школа № {n}"}}
region: KZ-99
status: unconfirmed
as_of: "2016-10-01"
source: [{{document: study-2016}}]
"""


def test_what_one_package_needs_another_may_bring(root: Path) -> None:
    unit = """\
kind: site
host: almaty-school-77
region_2016: KZ-75
status: unconfirmed
as_of: "2016-10-01"
source: [{document: study-2016}]
"""
    name = "almaty-school-77-site"
    told = manifest("new", f"units/{name}")
    needs = written_package(Package(told, {f"catalogue/units/{name}.yml": unit.encode()}))
    assert sent(root, needs).exit_code == 1
    assert sent(root, needs, new_organisation(77)).exit_code == 0
    assert name in check_project(root).catalogue.units


def test_feedback_is_kept_once_as_a_letter_and_changes_nothing_else(root: Path) -> None:
    before = catalogue(root)
    package = feedback("Кабинет переехал.\nСпасибо!", "units/almaty-school-1-cabinet")
    for _ in range(2):
        assert sent(root, package).exit_code == 0
    added = set(catalogue(root)) - set(before)
    [letter] = added
    assert letter.startswith(".letters/2026-11-26-")
    assert "Кабинет переехал." in (root / letter).read_text()
    assert {path: catalogue(root)[path] for path in before} == before


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


TOLD = manifest("new", "organisations/x")
RECORD = ("catalogue/organisations/x.yml", b"kind: school\n")

HOSTILE = {
    "no zip": b"PK but not really",
    "empty": b"",
    "cut": new_organisation(77)[:-40],
    "no manifest": zipped(RECORD),
    "manifest not first": zipped(RECORD, (MANIFEST, TOLD)),
    "leaves the folder": zipped((MANIFEST, TOLD), RECORD, ("../../evil.yml", b"x")),
    "absolute": zipped((MANIFEST, TOLD), RECORD, ("/etc/passwd", b"x")),
    "backslashes": zipped((MANIFEST, TOLD), RECORD, ("catalogue\\files\\x\\y.txt", b"x")),
    "vocabulary": zipped((MANIFEST, TOLD), RECORD, ("catalogue/vocabularies/needs.yml", b"x")),
    "code": zipped((MANIFEST, TOLD), RECORD, ("tirek/cli.py", b"x")),
    "hidden": zipped((MANIFEST, TOLD), RECORD, ("catalogue/files/x/.htaccess", b"x")),
    "twins": zipped(
        (MANIFEST, TOLD),
        RECORD,
        ("catalogue/files/x/a.txt", b"x"),
        ("catalogue/files/x/A.txt", b"y"),
    ),
    "many": zipped(
        (MANIFEST, TOLD), RECORD, *((f"catalogue/files/x/{n}.txt", b"x") for n in range(80))
    ),
    "yaml tag": zipped((MANIFEST, b"!!python/object/apply:os.system ['true']"), RECORD),
    "alias": zipped((MANIFEST, b"format: &a '1'\nmode: *a\n"), RECORD),
    "other format": zipped((MANIFEST, TOLD.replace(b'"1"', b'"2"')), RECORD),
    "other mode": zipped((MANIFEST, TOLD.replace(b'"new"', b'"erase"')), RECORD),
    "no record": zipped((MANIFEST, TOLD)),
    "feedback with files": zipped((MANIFEST, manifest("feedback", note="x")), RECORD),
    "feedback without words": zipped((MANIFEST, manifest("feedback"))),
    "confirmed by nobody": zipped((MANIFEST, manifest("confirm", "organisations/x")), RECORD),
    "day that is none": zipped((MANIFEST, TOLD.replace(b"2026-11-26", b"2026-02-31")), RECORD),
    "new with a base": zipped(
        (MANIFEST, manifest("new", "organisations/x", base={RECORD[0]: "0" * 32})), RECORD
    ),
}


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_no_package_is_refused_with_the_reason(root: Path, name: str, lang: str) -> None:
    before = catalogue(root)
    result = sent(root, HOSTILE[name], lang=lang)
    assert result.exit_code == 1
    assert {"kk": "қабылданбады", "ru": "не принято"}[lang] in result.output
    assert len(result.output.splitlines()) == 3, "the reason in a line of its own"
    assert catalogue(root) == before


def test_a_bomb_is_not_unpacked(root: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, TOLD)
        archive.writestr(RECORD[0], b"a: " + b"0" * (80 * 1024 * 1024))
    result = sent(root, target.getvalue())
    assert result.exit_code == 1
    assert "слишком велико" in result.output


def test_a_hundred_sticks_in_any_order_give_the_same_project(tmp_path: Path) -> None:
    packages = [new_organisation(100 + number) for number in range(70)]
    packages += packages[:20]
    packages += [feedback(f"Письмо {number}") for number in range(10)]
    results = []
    for seed in range(2):
        root = valid_site(tmp_path / str(seed) / "project")
        mixed = packages[:]
        random.Random(seed).shuffle(mixed)
        assert sent(root, *mixed).exit_code == 0
        results.append(catalogue(root))
    assert results[0] == results[1]
    assert len([path for path in results[0] if "/organisations/almaty-school-1" in path]) == 71


KILLS = 8
"""In CI; ``scripts/faults/inbox.py`` makes hundreds."""


def test_a_cut_leaves_every_file_whole_and_a_rerun_completes(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "project")
    before = catalogue(root)
    sent_to = tmp_path / "sent"
    sent_to.mkdir()
    paths = []
    for number in range(20):
        path = sent_to / f"{number}.zip"
        path.write_bytes(new_organisation(200 + number))
        paths.append(str(path))
    command = [sys.executable, "-m", "tirek.cli", "--root", str(root), "inbox", *paths]
    chance = random.Random(7)
    wanted = {
        f"catalogue/organisations/almaty-school-{200 + number}.yml": zipfile.ZipFile(
            paths[number]
        ).read(f"catalogue/organisations/almaty-school-{200 + number}.yml")
        for number in range(20)
    }
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.3, 1.2))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        now = {p: c for p, c in catalogue(root).items() if not p.startswith("tirek-work/")}
        assert all(content == (before | wanted)[path] for path, content in now.items())
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert catalogue(root) == before | wanted
