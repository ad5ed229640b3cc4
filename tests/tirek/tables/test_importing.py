"""``tirek import``: foreign tables and our own templates become records."""

from __future__ import annotations

import io
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from foreign import MAP, as_csv, rows
from minisites import tree, valid_site
from openpyxl import Workbook, load_workbook

from tirek import LANGUAGES
from tirek.cli import main
from tirek.inspection.notice import Notice
from tirek.reading.project import check_project
from tirek.tables import grid
from tirek.tables.columns import FOLDERS, columns_of
from tirek.tables.template import template


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return valid_site(tmp_path / "project")


def records(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(root).items() if not path.startswith(".cache")}


def run(root: Path, name: str, content: bytes, *options: str, lang: str = "ru") -> Result:
    path = root.parent / name
    path.write_bytes(content)
    line = ["--root", str(root), "--lang", lang, "import", str(path), *options]
    result = CliRunner().invoke(main, line)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def mapped(root: Path) -> list[str]:
    path = root.parent / "map.yml"
    path.write_text(MAP, encoding="utf-8")
    return ["--map", str(path)]


def expected(count: int) -> Counter[str]:
    """What becomes of the rows, by the rules of the table alone."""
    found: Counter[str] = Counter()
    seen: set[tuple[str, ...]] = set()
    for row in rows(count):
        wrong = row[5] == "Атлантида" or row[7] == "несколько" or not row[2]
        wrong |= row[7].strip() == "5.0"
        key = tuple(" ".join(cell.split()) for cell in row[1:9])
        if key in seen:
            found["repeated"] += 1
        else:
            found["faulty" if wrong else "new"] += 1
        seen.add(key)
    return found


def test_eight_hundred_foreign_rows_go_in_once(root: Path, mapped: list[str]) -> None:
    content = as_csv(800, ";", "utf-8-sig")
    result = run(root, "schools.csv", content, *mapped)
    due = expected(800)
    assert result.exit_code == 1, "some rows are wrong"
    assert f"Добавлено: {due['new']}." in result.output, result.output[-300:]
    assert f"Повторы: {due['repeated']}." in result.output
    assert f"С ошибками: {due['faulty']}." in result.output
    assert result.output.count("«Регион»: ") >= 10
    report = check_project(root)
    assert not report.errors
    assert len(report.catalogue.organisations) == 3 + due["new"]
    before = records(root)
    again = run(root, "schools.csv", content, *mapped, "--update")
    assert f"Без изменений: {due['new']}." in again.output
    assert "Добавлено: 0. Отличаются: 0." in again.output
    assert records(root) == before


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "kz1048"])
def test_encodings_and_delimiters_are_recognised(
    root: Path, mapped: list[str], delimiter: str, encoding: str
) -> None:
    plain = run(root, "a.csv", as_csv(12, ";", "utf-8"), *mapped, "--dry-run").output
    found = run(root, "b.csv", as_csv(12, delimiter, encoding), *mapped, "--dry-run").output
    assert found.partition("\n")[2] == plain.partition("\n")[2]


def test_russian_of_an_old_windows_is_recognised(root: Path) -> None:
    text = "Коротко\tНа\r\n".replace("Коротко", "short.ru").replace("На", "place.ru")
    content = (text + "Школа № 5, Аксу\tАксу\r\n").encode("cp1251")
    result = run(root, "a.csv", content, "--kind", "organisations", "--dry-run")
    assert "cp1251" in result.output
    assert "shkola-5-aksu" in result.output


def test_a_change_waits_and_keeps_what_the_table_does_not_say(root: Path) -> None:
    content = b"id,inclusive_classes\nalmaty-school-1,9\n"
    before = records(root)
    result = run(root, "a.csv", content, "--kind", "organisations")
    assert result.exit_code == 0, result.output
    assert "отличается от имеющейся записи: almaty-school-1" in result.output
    assert records(root) == before
    run(root, "a.csv", content, "--kind", "organisations", "--update")
    old = check_project(valid_site(root.parent / "other")).catalogue
    new = check_project(root).catalogue.organisations["almaty-school-1"]
    was = old.organisations["almaty-school-1"]
    assert new.inclusive_classes == 9
    assert (new.names, new.partners, new.source) == (was.names, was.partners, was.source)


def test_a_dry_run_writes_nothing(root: Path, mapped: list[str]) -> None:
    before = records(root)
    result = run(root, "a.csv", as_csv(20, ";", "utf-8"), *mapped, "--dry-run")
    assert "Ничего не записано" in result.output
    assert records(root) == before


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_template_is_read_back_by_its_heads(root: Path, folder: str, lang: str) -> None:
    catalogue = check_project(root).catalogue
    content = template(catalogue, folder, lang)  # type: ignore[arg-type]
    assert content == template(catalogue, folder, lang), "the same bytes"  # type: ignore[arg-type]
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == [column.path for column in columns_of(folder)]
    assert sheet.row_dimensions[2].hidden
    assert len(sheet.data_validations.dataValidation) > 2
    result = run(root, "blank.xlsx", content, "--kind", folder, lang=lang)
    assert result.exit_code == 0, result.output
    assert ": 0." in result.output


@pytest.mark.parametrize(("word", "lang"), [("на русском", "ru"), ("орысша", "ru"), ("kk", "kk")])
def test_a_row_may_be_in_one_language(root: Path, word: str, lang: str) -> None:
    other = "kk" if lang == "ru" else "ru"
    given = {
        "id": "almaty-school-77",
        "kind": "school",
        f"short.{other}": "№ 77",
        "status": "unconfirmed",
        "as_of": "2016-10-01",
        "source.1.document": "study-2016",
        "not_translated": word,
    }
    table = "\n".join(";".join(row) for row in (given.keys(), given.values())) + "\n"
    result = run(root, "one.csv", table.encode(), "--kind", "organisations")
    assert result.exit_code == 0, result.output
    made = check_project(root).catalogue.organisations["almaty-school-77"]
    assert (made.not_translated, made.short.ru) == (lang, "№ 77")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filled_template_goes_in_by_the_words_of_its_lists(root: Path, lang: str) -> None:
    catalogue = check_project(root).catalogue
    book = load_workbook(io.BytesIO(template(catalogue, "organisations", lang)))  # type: ignore[arg-type]
    sheet = book.worksheets[0]
    region = getattr(catalogue.concept("regions", "KZ-75").label, lang)
    kind = getattr(catalogue.concept("organisation-kinds", "school").label, lang)
    status = getattr(catalogue.concept("statuses", "unconfirmed").label, lang)
    partner = getattr(catalogue.organisations["almaty-fund"].short, lang)
    filled = {
        "kind": kind,
        "short.kk": "№5 мектеп, Алматы",
        "short.ru": "Школа № 5, Алматы",
        "status": status,
        "as_of": "01.10.2016",
        "source.1.document": "study-2016",
        "region": region,
        "partners": partner,
        "inclusive_classes": 4,
        "names.today.kk": "«№5 мектеп» КММ",
        "names.today.ru": "КГУ «Школа № 5»",
    }
    paths = [column.path for column in columns_of("organisations")]
    for path, value in filled.items():
        sheet.cell(3, paths.index(path) + 1, value)
    target = io.BytesIO()
    book.save(target)
    result = run(root, "filled.xlsx", target.getvalue(), "--kind", "organisations", lang=lang)
    assert result.exit_code == 0, result.output
    made = check_project(root).catalogue.organisations["almaty-shkola-5-almaty"]
    assert made.region == "KZ-75"
    assert made.kind == "school"
    assert made.partners == ("almaty-fund",)
    assert made.as_of == "2016-10-01"
    assert made.inclusive_classes == 4


def workbook(*lines: list[object]) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(line)  # type: ignore[union-attr]
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


REFUSED = {
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "старого Excel"),
    "noise.csv": (bytes(range(256)) * 4, "не читается как таблица"),
    "zeros.csv": (bytes(500), "не читается как таблица"),
    "cut.xlsx": (workbook(["short.ru"], ["x"])[:-200], "XLSX"),
    "empty.csv": (b"", "не найдены названия"),
    "prose.csv": ("Просто письмо.\nБез таблицы.".encode(), "не найдены названия"),
    "wide.csv": (b"short.ru" + b";" * 300 + b"x\n", "слишком велика"),
    "long.csv": (b"short.ru;place.ru\n" + b"x" * 30_000 + b";y\n", "таблица"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_no_table_is_refused_with_the_reason(root: Path, name: str) -> None:
    content, words = REFUSED[name]
    before = records(root)
    result = run(root, name, content, "--kind", "organisations")
    assert result.exit_code == 1
    assert words in result.output
    assert records(root) == before


@pytest.mark.parametrize("code", ["file-too-hard", "archive-bomb", "xml-entity"])
def test_a_workbook_that_is_dangerous_to_look_into_is_not_opened(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    class Looked:
        def notices(self, content: bytes, suffix: str) -> list[Notice]:
            assert suffix == "xlsx"
            return [Notice(code)]

    monkeypatch.setattr(grid, "sandbox", Looked)
    with pytest.raises(grid.TableRefused) as refused:
        grid.read_grid(workbook(["short.ru"], ["x"]))
    assert (refused.value.key, refused.value.value) == ("table_dangerous", code)


MAPS = {
    "tag": "!!python/object/apply:os.system ['true']",
    "no mapping": "- a\n- b\n",
    "unknown": "kind: organisations\ncolums: {}\n",
    "kind": "kind: organisation\n",
    "field": "kind: organisations\ncolumns: {A: nmaes.today.ru}\n",
    "encoding": "kind: organisations\nencoding: koi7\n",
    "delimiter": "kind: organisations\ndelimiter: abc\n",
    "header": "kind: organisations\nheader: first\n",
    "values": "kind: organisations\ncolumns: {A: {field: kind, values: [x]}}\n",
}


@pytest.mark.parametrize("name", sorted(MAPS))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_map_is_told_at_its_place(root: Path, name: str, lang: str) -> None:
    path = root.parent / "map.yml"
    path.write_text(MAPS[name], encoding="utf-8")
    result = run(root, "a.csv", b"A;B\n1;2\n", "--map", str(path), lang=lang)
    assert result.exit_code == 1
    assert "map.yml:" in result.output
    if name in ("unknown", "kind", "field"):
        assert "?" in result.output, "the nearest right word"


def test_a_cut_leaves_every_record_whole_and_a_rerun_completes(
    root: Path, mapped: list[str]
) -> None:
    table = root.parent / "a.csv"
    table.write_bytes(as_csv(60, ";", "utf-8"))
    whole = valid_site(root.parent / "whole")
    line = ["import", str(table), *mapped]
    CliRunner().invoke(main, ["--root", str(whole), *line])
    wanted = records(whole)
    command = [sys.executable, "-m", "tirek.cli", "--root", str(root), *line]
    chance = random.Random(3)
    for _ in range(6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.4, 1.6))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        there = {p: c for p, c in records(root).items() if not p.startswith("tirek-work/")}
        assert all(wanted[path] == content for path, content in there.items())
    subprocess.run(command, capture_output=True, check=False)
    assert records(root) == wanted


def _one(root: Path, *cells: tuple[str, str]) -> Result:
    heads = ("short.kk", "short.ru", "kind", "status", "as_of", "source.1.document")
    said = ("№5 мектеп", "Школа № 5", "school", "unconfirmed", "2016-10-01", "study-2016")
    both = (*zip(heads, said, strict=True), *cells)
    lines = (";".join(row) for row in zip(*both, strict=True))
    return run(root, "one.csv", "\n".join(lines).encode(), "--kind", "organisations")


@pytest.mark.parametrize("word", ["жоқ", "Нет", "мәлімет жоқ", "неизвестно", "не указано"])
def test_a_word_for_nothing_leaves_a_text_out(root: Path, word: str) -> None:
    before = set(records(root))
    assert _one(root, ("place.kk", word), ("place.ru", word)).exit_code == 0
    (added,) = set(records(root)) - before
    assert "place" not in records(root)[added].decode()


@pytest.mark.parametrize("word", ["жоқ", "нет"])
def test_none_where_a_number_is_asked_is_asked_about(root: Path, word: str) -> None:
    result = _one(root, ("inclusive_classes", word))
    assert result.exit_code == 1
    assert "value-not-whole-number" in result.output
