"""The form in Node: what it writes is what the reader reads, and it blames as the reader does."""

from __future__ import annotations

import atexit
import json
import random
import re
import shutil
import subprocess
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirek import LANGUAGES
from tirek.inspection.identification import identification_numbers
from tirek.joined import parts_of
from tirek.lighten import script
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind
from tirek.model.material import Material
from tirek.model.plain import plain_of
from tirek.model.shape import types_within
from tirek.reading.known import Known, known_of
from tirek.reading.nodes import read_document
from tirek.reading.records import read_record
from tirek.text import normal
from tirek.views.forms.form import FORMS
from tirek.wording import words_of

SCRIPT = Path(__file__).with_name("forms.js")
ROOT = Path(__file__).resolve().parents[2]
PARTS = parts_of("assets/forms.js", ROOT / "overrides")
BY_FOLDER: Mapping[str, Kind] = {kind.folder: kind for kind in KINDS}
SHAPES = {
    folder: {
        "types": types_within(BY_FOLDER[folder].record),
        "root": BY_FOLDER[folder].record.__name__,
    }
    for folder in FORMS
}


@cache
def lightened() -> tuple[str, ...]:
    """The scripts that know no page, as readers get them."""
    folder = Path(mkdtemp(prefix="tirek-forms-"))
    atexit.register(shutil.rmtree, folder)
    made = []
    for path in PARTS:
        if path.parent.name == "record" or path.stem == "text":
            made.append(folder / path.name)
            made[-1].write_text(script(path.read_text(encoding="utf-8")), encoding="utf-8")
    return tuple(str(path) for path in made)


def run(**given: Any) -> dict[str, Any]:
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, str(SCRIPT), *lightened()],
        input=json.dumps({"forms": SHAPES, **given}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> Known:
    ids = {kind.folder: frozenset(catalogue.of_kind(kind.folder)) for kind in KINDS}
    return known_of(ids, catalogue.vocabularies, {})


def ids_of(known: Known) -> dict[str, list[str]]:
    return {target: sorted(names) for target, names in known.ids.items() if target != "any"}


def test_every_record_comes_back_equal(catalogue: Catalogue, known: Known) -> None:
    """Record, form, file, record: all units, organisations, materials and events."""
    cases = [
        {"kind": folder, "id": name, "typed": plain_of(record)}
        for folder in FORMS
        for name, record in catalogue.of_kind(folder).items()
    ]
    assert len(cases) > 80
    results = run(ids=ids_of(known), cases=cases)["results"]
    for case, result in zip(cases, results, strict=True):
        assert result["problems"] == [], case["id"]
        kind, name = BY_FOLDER[case["kind"]], case["id"]
        document = read_document(f"{name}.yml", result["yaml"].encode())
        assert document.data == plain_of(catalogue.of_kind(kind.folder)[name])
        record, _, problems = read_record(kind, name, document, known)
        assert problems == []
        there = catalogue.of_kind(kind.folder)[name]
        if isinstance(record, Material) and isinstance(there, Material):
            record = record.with_files(there.files)  # sizes are measured, not written
        assert record == there


def test_records_in_one_language_come_back_equal(catalogue: Catalogue, known: Known) -> None:
    for lang in LANGUAGES:
        cases = [
            {"kind": folder, "id": name, "typed": in_one_language(plain_of(record), lang)}
            for folder in FORMS
            for name, record in list(catalogue.of_kind(folder).items())[::5]
        ]
        results = run(ids=ids_of(known), cases=cases)["results"]
        for case, result in zip(cases, results, strict=True):
            assert result["problems"] == [], case["id"]
            document = read_document("x.yml", result["yaml"].encode())
            kind = BY_FOLDER[case["kind"]]
            record, _, problems = read_record(kind, case["id"], document, known)
            assert problems == []
            assert plain_of(record) == case["typed"]


def in_one_language(typed: Any, lacks: str) -> dict[str, Any]:
    """Return the plain data of a record without the texts of one language, and marked so."""
    return {**without(typed, lacks), "not_translated": lacks}


def without(value: Any, lacks: str) -> Any:
    if isinstance(value, list):
        return [without(item, lacks) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"kk", "ru"}:
        return {lang: text for lang, text in value.items() if lang != lacks}
    return {name: without(part, lacks) for name, part in value.items()}


WRONG = [
    "",
    "нет такого",
    "2016",
    "2016-13",
    "2016-02-30",
    "01.10.2016",
    "1799",
    "010",
    "1,5",
    "-3",
    "ftp://x.kz",
    "https://x.kz/а б",
    "https://x.kz",
    "x" * 81,
    "closed",
    "site",
    "unconfirmed",
    "true",
    "KZ-75",
    "almaty-school-10",
    "study-2016",
]
"""What somebody might type anywhere."""


def spoiled(typed: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a copy with one to three values changed, emptied or taken away."""
    copy = deepcopy(typed)
    for _ in range(chance.randint(1, 3)):
        places = list(leaves(copy))
        if not places:
            break
        holder, key = chance.choice(places)
        if isinstance(holder, dict) and chance.random() < 0.25:
            del holder[key]
        else:
            holder[key] = chance.choice(WRONG)
    return copy


def leaves(value: Any) -> list[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, inside in list(pairs):
        found += leaves(inside) if isinstance(inside, dict | list) else [(value, key)]
    return found


EXTRA: dict[str, dict[str, Any]] = {
    "units": {
        "period": {"from": "2015", "to": "2017"},
        "confirmed": "2026-11-22",
        "figures": [{"id": "a", "value": "3", "label": {"kk": "а", "ru": "б"}}],
        "contacts": {"source": "сайт", "checked": "2026-11-22", "website": "https://x.kz"},
    },
    "organisations": {"confirmed": "2026-11-22", "inclusive_classes": "3"},
    "materials": {
        "year": "2016",
        "date": "2016-03-01",
        "link": {"url": "https://x.kz/a", "checked": "2026-11-22"},
        "review": {"by": {"kk": "а", "ru": "б"}, "date": "2026-11-22"},
    },
    "events": {"title_original": "kk"},
}
"""Fields that few records have."""


def test_the_form_blames_what_the_reader_blames(catalogue: Catalogue, known: Known) -> None:
    chance = random.Random(7)
    cases = []
    for folder in FORMS:
        records = [plain_of(record) for record in catalogue.of_kind(folder).values()]
        names = list(catalogue.of_kind(folder))
        for _ in range(150):
            number = chance.randrange(len(records))
            whole = {**records[number], **(EXTRA[folder] if chance.random() < 0.5 else {})}
            if chance.random() < 0.3:
                whole = in_one_language(whole, chance.choice(["kk", "ru"]))
            cases.append({"kind": folder, "id": names[number], "typed": spoiled(whole, chance)})
    results = run(ids=ids_of(known), cases=cases)["results"]
    seen: set[str] = set()
    for case, result in zip(cases, results, strict=True):
        document = read_document("x.yml", result["yaml"].encode())
        _, _, problems = read_record(BY_FOLDER[case["kind"]], case["id"], document, known)
        expected = {(problem.field, problem.code) for problem in problems}
        assert {(p["path"], p["code"]) for p in result["problems"]} == expected, case
        seen |= {code for _, code in expected}
    assert len(seen) > 15, sorted(seen)
    assert "translation-missing" in seen
    assert seen <= words_of("forms")["problems"].keys()


def test_every_rule_of_the_model_is_known_to_the_form() -> None:
    told = {
        rule["rule"]
        for form in SHAPES.values()
        for one in form["types"].values()  # type: ignore[attr-defined]
        for rule in one["rules"]
    }
    rules = next(path for path in PARTS if path.match("record/rules.js"))
    source = rules.read_text(encoding="utf-8")
    assert all(f"    {rule}: (" in source for rule in told)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=150), min_size=20, max_size=60))
def test_any_text_survives_the_file(texts: list[str]) -> None:
    for text, made in zip(texts, run(texts=texts)["texts"], strict=True):
        assert made["normal"] == normal(
            text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        data = read_document("x.yml", made["yaml"].encode()).data
        assert data == {"text": made["normal"], "list": [made["normal"]]}


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "null",
        "~",
        "010",
        "12:30",
        "978_601",
        "a: b",
        "a #b",
        "- a",
        "'a'",
        '"a" \\ b',
        "[a]",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "2016-10-01",
        "слово " * 60 + "конец",
        "ж" * 300,
        "--- " * 40,
        "\u2028\ufeff\x7f",
        "«№10 орта мектебі» КММ",
    ],
)
def test_texts_that_yaml_could_take_for_something_else(text: str) -> None:
    [made] = run(texts=[text])["texts"]
    data = read_document("x.yml", made["yaml"].encode()).data
    assert data == {"text": normal(text), "list": [normal(text)]}


def test_names_for_addresses() -> None:
    names = {
        "Шығыс облысы, №10 мектеп": "shygys-oblysy-10-mektep",
        "Жұбанов атындағы университет": "zhubanov-atyndagy-universitet",
        "Щука и ёж": "shuka-i-ezh",
        "…": "",
    }
    assert {t: m["slug"] for t, m in zip(names, run(texts=list(names))["texts"], strict=True)} == (
        names
    )


SIGNS = (*"0123456789" * 6, *" .-/_–", "\u00a0", "\u202f", "а", "\n", "ИИН ", "ЖСН: ", "№ ")


def with_check(first: str) -> str:
    """Eleven digits with their check, by the published rule; "" where no number has them."""
    for weights in ((*range(1, 12),), (*range(3, 12), 1, 2)):
        check = sum(w * int(d) for w, d in zip(weights, first, strict=True)) % 11
        if check < 10:
            return first + str(check)
    return ""


def dated(chance: random.Random) -> str:
    """Eleven digits as numbers of persons begin, now and then with a day that is none."""
    born = f"{chance.randrange(100):02}{chance.randint(0, 13):02}{chance.randint(0, 32):02}"
    return f"{born}{chance.choice('3456' * 5 + '012789')}{chance.randrange(10_000):04}"


def about_numbers(chance: random.Random) -> str:
    """A text with something like a number of a person in it."""
    number = with_check(dated(chance)) or dated(chance)
    if chance.random() < 0.3:
        place = chance.randrange(len(number))
        number = number[:place] + str(chance.randrange(10)) + number[place + 1 :]
    if chance.random() < 0.3:
        places = sorted(chance.sample(range(1, len(number)), 2))
        gap = chance.choice(" .-/–\u00a0")
        number = gap.join((number[: places[0]], number[slice(*places)], number[places[1] :]))
    before = chance.choice(("", "ИИН ", "ЖСН: ", "iin:", "БИН ", "тел. ", "1", "5 ", "МИИН ", "а"))
    return before + number + chance.choice(("", ".", " 4", "7", " тг", "-"))


def test_the_form_sees_the_numbers_of_persons_that_the_checks_see() -> None:
    chance = random.Random(11)
    texts = [about_numbers(chance) for _ in range(6000)]
    texts += ["".join(chance.choices(SIGNS, k=20)) for _ in range(3000)]
    due = [any(identification_numbers(text)) for text in texts]
    assert 1500 < sum(due) < len(due) - 1500
    for text, one, expected in zip(texts, run(texts=texts)["texts"], due, strict=True):
        assert one["personal"] == expected, text


@pytest.mark.parametrize("path", PARTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_template_stands_inside_another(path: Path) -> None:
    """What makes scripts small takes the spaces out of an inner template: words run together."""
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for line in code.splitlines():
        assert not re.search(r"`[^`]*\$\{[^`}]*`", line), line
