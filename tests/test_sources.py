"""The built data files against the two source documents, read a second time by hand.

What is expected stands in cases/sources.yml, each fact with its place in the source. Nothing there
comes from the catalogue or from output: where they differ, the source decides.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

Record = dict[str, Any]
SiteData = Callable[[str], list[Record]]
Find = Callable[[str], Record]
Concepts = Callable[[str], dict[str, Record]]

CASES_PATH = Path(__file__).parent / "cases" / "sources.yml"
EXPECTED: Record = yaml.safe_load(CASES_PATH.read_text(encoding="utf-8"))
HOSTS: Record = EXPECTED["hosts"]
UNITS: Record = EXPECTED["units"]
CENTRES = [key for key, unit in UNITS.items() if unit["kind"] == "centre"]
CABINETS = [key for key, unit in UNITS.items() if unit["kind"] == "cabinet"]
SITES = [key for key, unit in UNITS.items() if unit["kind"] == "site"]
REGIONS_2016 = [key for key, region in EXPECTED["regions"].items() if region.get("then")]
LANGUAGES = ("kk", "ru")
FILES = ("units", "organisations", "materials", "events", "vocabularies", "facts")

BEFORE_TABLE_1 = "1-кестенің алды / перед таблицей 1"
AFTER_TABLE_3 = "3-кестеден кейінгі мәтін / текст после таблицы 3"
TABLE_4 = "4-кесте / таблица 4"
DIRECTIONS = "5-кесте / вторая таблица 4"
ON_CABINETS = "кабинеттер мәтіні / текст о кабинетах"
ON_SITES = "алаңдар мәтіні / текст о площадках"
LEGAL_BASIS = "Тұжырымдама, нормативтік негіз / Концепция, нормативная основа"
CONCEPT_1_1 = "Тұжырымдама 1.1 / Концепция 1.1"
REGULATION = "Ереже жобасы / проект Положения"
ISO = "ISO 3166-2:KZ"


# What tests say.


def holds(fits: object, place: str, expected: object, found: object) -> None:
    """Fail unless it fits, and say where the fact stands, what it is and what was found."""
    message = f"\n  source:   {place}\n  expected: {expected}\n  found:    {found}"
    assert fits, message


def same(place: str, expected: object, found: object) -> None:
    """Fail unless what was found is what the source says."""
    holds(found == expected, place, expected, found)


def only(records: list[Record], place: str, expected: object, near: list[Record]) -> Record:
    """The one record found; a failure shows those found, or those that stand nearest."""
    holds(len(records) == 1, place, f"one record: {expected}", brief(records or near))
    return records[0]


def brief(records: list[Record]) -> str:
    """Records as a failure shows them: a line each, with what names them."""
    keys = ("id", "kind", "host", "names", "value", "label", "title", "count", "date", "act")
    lines = ({key: record[key] for key in keys if key in record} for record in records)
    return "".join("\n    " + json.dumps(line, ensure_ascii=False) for line in lines) or "nothing"


# How words are compared.


def plain(text: object) -> str:
    """Lower case, no quotation marks, «№» set against its number, one kind of hyphen and space."""
    folded = unicodedata.normalize("NFC", str(text)).casefold().replace("ё", "е")
    folded = re.sub(r"[«»„“”\"]", "", folded)
    folded = re.sub(r"\s+", " ", re.sub(r"[‐‑‒–—−]", "-", folded))
    return re.sub(r" ?- ?", "-", re.sub(r"№ ", "№", folded))


def has(text: object, stems: list[str]) -> bool:
    """Whether the text has every stem; «|» parts alternatives, a stem's number is a whole one."""
    hay = plain(text)

    def meets(stem: str) -> bool:
        word = plain(stem)
        before = r"(?<!\d)" if word[:1].isdigit() else ""
        after = r"(?!\d)" if word[-1:].isdigit() else ""
        return re.search(before + re.escape(word) + after, hay) is not None

    return all(any(meets(stem) for stem in choice.split("|")) for choice in stems)


def has_both(text: Record | None, expected: Record) -> bool:
    """Whether the Kazakh text has the Kazakh stems and the Russian text the Russian ones."""
    return all(has((text or {}).get(lang) or "", expected[lang]) for lang in LANGUAGES)


def strings(value: object) -> Iterator[str]:
    """Every text inside a record, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None:
        yield str(value)


def words(value: object) -> str:
    """Every text inside a record as one."""
    return " ".join(strings(value))


def spoken(value: object, language: str) -> str:
    """Every text of one language inside a record, however deep."""
    if isinstance(value, dict):
        return " ".join(
            words(inner) if key == language else spoken(inner, language)
            for key, inner in value.items()
        )
    return " ".join(spoken(inner, language) for inner in value) if isinstance(value, list) else ""


def number(value: object) -> str:
    """A figure as plain text: «141 952» → 141952, «2,8» → 2.8, «7–12» → 7-12, 10.0 → 10."""
    return re.sub(r"\.0+$", "", re.sub(r"[\s%]", "", plain(value)).replace(",", "."))


def names(organisation: Record, language: str) -> list[str]:
    """Every name of 2016 that a record keeps for an organisation in one language."""
    kept = organisation.get("names") or {}
    writings = [kept.get("official_2016"), *(kept.get("variants") or [])]
    return [writing[language] for writing in writings if writing and writing.get(language)]


def named(organisation: Record, expected: Record) -> bool:
    """Whether some Kazakh and some Russian name of an organisation have the stems."""
    return all(any(has(n, expected[lang]) for n in names(organisation, lang)) for lang in LANGUAGES)


# How records are found.


@pytest.fixture(scope="session")
def host(site_data: SiteData) -> Find:
    """Find the organisation of a key of «hosts» by its region of 2016 and both its names."""

    def find(key: str) -> Record:
        expected = HOSTS[key]
        near = [o for o in site_data("organisations") if o.get("region_2016") == expected["region"]]
        return only([o for o in near if named(o, expected)], f"hosts: {key}", expected, near)

    return find


@pytest.fixture(scope="session")
def unit(site_data: SiteData, host: Find) -> Find:
    """Find the unit of a key of «units» by its kind, its region of 2016 and its host."""

    def find(key: str) -> Record:
        expected = UNITS[key]
        near = of_region(site_data, expected["kind"], HOSTS[expected["host"]]["region"])
        host_id = host(expected["host"])["id"]
        found = [u for u in near if u["host"] == host_id]
        return only(found, expected["place"], expected, near)

    return find


def of_region(site_data: SiteData, kind: str, region: str) -> list[Record]:
    """The units of a kind in a region of 2016."""
    return [u for u in site_data("units") if (u["kind"], u["region_2016"]) == (kind, region)]


@pytest.fixture(scope="session")
def concepts(site_data: SiteData) -> Concepts:
    """Give the concepts of a scheme by their ids."""

    def find(scheme: str) -> dict[str, Record]:
        schemes = site_data("vocabularies")
        found = only([s for s in schemes if s["id"] == scheme], "vocabularies", scheme, [])
        return {concept["id"]: concept for concept in found["concepts"]}

    return find


# Units: tables 1-3 and the text around them.


@pytest.mark.parametrize("key", UNITS)
def test_unit_has_its_host_and_year(unit: Find, key: str) -> None:
    """A row of tables 1-3 is one unit, with the year it was made."""
    expected, found = UNITS[key], unit(key)
    opened, year = found.get("opened"), expected.get("opened") or expected["from"]
    if key in SITES and opened is None:
        opened = (found.get("period") or {}).get("from")
    holds(str(opened).startswith(year), expected["place"], year, opened)


@pytest.mark.parametrize("key", UNITS)
def test_unit_period(unit: Find, key: str) -> None:
    """Table 3 gives a site's years, no last one if long-term; the others have no period."""
    expected, period = UNITS[key], unit(key).get("period") or {}
    first, last = period.get("from"), period.get("to")
    found = (first and str(first), last and str(last), bool(period.get("long_term")))
    wanted = (expected.get("from"), expected.get("to"), expected.get("long_term", False))
    same(expected["place"], wanted, found)


@pytest.mark.parametrize("key", UNITS)
def test_unit_level(unit: Find, key: str) -> None:
    """Table 1 says whether a centre is a city's or a region's; of the others no table says it."""
    same(UNITS[key]["place"], UNITS[key].get("level"), unit(key).get("level"))


@pytest.mark.parametrize("key", UNITS)
def test_unit_region_today(unit: Find, key: str) -> None:
    """Today's region is the one of 2016; of the East's cabinet it is not known."""
    found = unit(key)
    today = None if UNITS[key]["host"] == "east-shygys" else found["region_2016"]
    same(UNITS[key]["place"], today, found.get("region"))


@pytest.mark.parametrize("key", UNITS)
def test_unit_is_unconfirmed_as_of_october_2016(unit: Find, key: str) -> None:
    """Nobody has confirmed a unit since the study's data of 1 October 2016."""
    found = unit(key)
    state = (found.get("status"), str(found.get("as_of")))
    same(UNITS[key]["place"], ("unconfirmed", "2016-10-01"), state)


@pytest.mark.parametrize("key", UNITS)
def test_unit_requirements_are_unknown(unit: Find, key: str) -> None:
    """The study does not say whether a host has what clauses 2.1-2.3 ask for."""
    found = unit(key).get("requirements") or {}
    wanted = dict.fromkeys(("2.1", "2.2", "2.3") if key in CENTRES else found, "unknown")
    same(UNITS[key]["place"], wanted, found)


@pytest.mark.parametrize("key", UNITS)
def test_unit_names_its_table(unit: Find, key: str) -> None:
    """A unit's source is its table of the study, named in both languages."""
    expected, sources = UNITS[key], unit(key).get("source") or []
    table = str(expected["table"])
    stems = {"kk": [table, "кесте"], "ru": [table, "табл"]}
    fits = [s for s in sources if s["document"] == "study-2016" and has_both(s["place"], stems)]
    holds(fits, expected["place"], f"study-2016, table {table}", sources)


@pytest.mark.parametrize("key", UNITS)
def test_unit_names_no_coordinating_body(unit: Find, key: str) -> None:
    """Clause 1.8 foresees a coordinating body; the study names none."""
    same(UNITS[key]["place"], None, unit(key).get("coordinating_body"))


@pytest.mark.parametrize("key", UNITS)
def test_unit_basis(unit: Find, key: str) -> None:
    """The study says by what order each centre was opened, and nothing of cabinets and sites."""
    expected, found = EXPECTED["basis"].get(key), unit(key).get("basis")
    if expected is None:
        same(AFTER_TABLE_3, None, found)
    else:
        holds(has_both(found, expected), AFTER_TABLE_3, expected, found)


@pytest.mark.parametrize("key", [key for key in CENTRES if "-wko-" not in key])
def test_round_table_is_of_west_kazakhstan_only(unit: Find, key: str) -> None:
    """Elsewhere the order was the department's, with no word of a round table."""
    found = unit(key).get("basis") or {}
    holds(not has(found.get("ru"), ["кругл"]), AFTER_TABLE_3, "the department's order", found)


@pytest.mark.parametrize("kind", EXPECTED["counts"])
def test_number_of_units_of_a_kind(site_data: SiteData, kind: str) -> None:
    """«Барлығы» / «Всего» of tables 1-3."""
    expected = EXPECTED["counts"][kind]
    found = [u for u in site_data("units") if u["kind"] == kind]
    holds(len(found) == expected["total"], expected["place"], expected["total"], brief(found))


def test_number_of_units(site_data: SiteData) -> None:
    """6 + 5 + 10 units, each in a row of a table."""
    same("1-3-кестелер / таблицы 1-3", (21, 21), (len(UNITS), len(site_data("units"))))


@pytest.mark.parametrize("kind", EXPECTED["counts"])
@pytest.mark.parametrize("region", REGIONS_2016)
def test_number_of_units_in_a_region(site_data: SiteData, region: str, kind: str) -> None:
    """«Саны» / «колич» of tables 1-3, region by region of 2016."""
    expected = EXPECTED["counts"][kind]
    count, found = expected["regions"].get(region, 0), of_region(site_data, kind, region)
    holds(len(found) == count, expected["place"], f"{region}: {count}", brief(found))


def test_regions_without_units(site_data: SiteData) -> None:
    """Six of the sixteen regions of 2016 had no centre, cabinet or site."""
    found = set(REGIONS_2016) - {u["region_2016"] for u in site_data("units")}
    same(BEFORE_TABLE_1, sorted(EXPECTED["without_units"]), sorted(found))


@pytest.mark.parametrize("year", EXPECTED["sites_by_year"])
def test_sites_at_work_in_a_year(unit: Find, year: str) -> None:
    """The years of table 3 add up to the numbers in the text after it."""
    expected = EXPECTED["sites_by_year"][year]
    begun = [key for key in SITES if str(unit(key)["period"]["from"]) <= year]
    holds(len(begun) == expected, ON_SITES, f"{year}: {expected}", begun)


# Whom centres serve, what units do, with whom.


def of_served(case: Record) -> str:
    """The name of a test of one answer."""
    return f"{case['unit']}-{case.get('region') or case['organisation']}"


@pytest.mark.parametrize(
    "case", [case for case in EXPECTED["serves"] if "organisation" in case], ids=of_served
)
def test_centre_serves_organisation(site_data: SiteData, unit: Find, case: Record) -> None:
    """Each organisation in an answer of table 4 is one the centre serves."""
    served, key = unit(case["unit"]).get("serves") or [], case["organisation"]
    expected = HOSTS.get(key) or EXPECTED["organisations"][key]
    ids = {o["id"] for o in site_data("organisations") if named(o, expected)}
    fits = [s for s in served if s.get("organisation") in ids]
    holds(fits, f"{TABLE_4}, {case['row']}", f"{key}: {ids}", served)


@pytest.mark.parametrize(
    "case", [case for case in EXPECTED["serves"] if "region" in case], ids=of_served
)
def test_centre_serves_region(unit: Find, case: Record) -> None:
    """Each region in an answer of table 4 is one the centre serves, with its number if it has one.

    A number that stands in the Russian text only is left out or given, and either way noted.
    """
    served, place = unit(case["unit"]).get("serves") or [], f"{TABLE_4}, {case['row']}"
    fits = [s for s in served if s.get("region") == case["region"]]
    holds(fits, place, case["region"], served)
    if "by_ru_only" in case:
        counts = (None, case["by_ru_only"])
        fair = all(s.get("count") in counts and s.get("note") for s in fits)
        holds(fair, place, f"{case['region']}: one of {counts}, with a note", fits)
    elif "count" in case:
        holds(case["count"] in [s.get("count") for s in fits], place, case, fits)
    else:
        holds(not any(s.get("count") for s in fits), place, f"{case['region']}, no number", fits)


@pytest.mark.parametrize("key", CENTRES)
def test_centre_serves_no_other_region(unit: Find, key: str) -> None:
    """No region is served that table 4 does not name."""
    found = {s["region"] for s in unit(key).get("serves") or [] if s.get("region")}
    expected = set(EXPECTED["serves_regions"][key])
    holds(found <= expected, TABLE_4, f"at most {sorted(expected)}", sorted(found))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CENTRES)
def test_directions(unit: Find, key: str, language: str) -> None:
    """As many directions as the centre's row has, and each of them, in our words."""
    found = (unit(key).get("directions") or {}).get(language) or []
    expected = EXPECTED["directions"][key][language]
    holds(len(found) == len(expected), DIRECTIONS, f"{len(expected)} of them", found)
    missing = [stems for stems in expected if not any(has(d, stems) for d in found)]
    holds(not missing, DIRECTIONS, missing, found)


@pytest.mark.parametrize("key", CABINETS)
def test_cabinet_for_children_with_autism(unit: Find, key: str) -> None:
    """Three of Almaty's cabinets take in children with autism; of the others it is not said."""
    record, expected = unit(key), key in EXPECTED["cabinets_for_autism"]
    stems = {"kk": ["аутис|аутиз"], "ru": ["аутиз|аутис|РАС"]}
    found = [has(spoken(record, lang), stems[lang]) for lang in LANGUAGES]
    same(ON_CABINETS, [expected, expected], found)


@pytest.mark.parametrize("work", EXPECTED["kindergarten_work"])
@pytest.mark.parametrize("key", EXPECTED["kindergarten_cabinets"])
def test_work_of_kindergarten_cabinets(unit: Find, key: str, work: str) -> None:
    """Six kinds of work that the cabinets of the kindergartens do best."""
    expected, record = EXPECTED["kindergarten_work"][work], unit(key)
    said = {lang: spoken(record, lang) for lang in LANGUAGES}
    holds(has_both(said, expected), ON_CABINETS, expected, record.get("directions"))


def test_bolashaq_is_partner_of_astana_71(site_data: SiteData, unit: Find, host: Find) -> None:
    """The one partnership of a site that the study names."""
    expected = EXPECTED["organisations"]["bolashaq"]
    funds = {o["id"] for o in site_data("organisations") if named(o, expected)}
    found = [(r.get("partners") or []) for r in (unit("site-astana-71"), host("astana-71"))]
    holds(funds & {fund for partners in found for fund in partners}, ON_SITES, funds, found)


@pytest.mark.parametrize(
    "key", [key for key in UNITS if "almaty" not in key and key != "site-astana-71"]
)
def test_unit_without_partners(unit: Find, key: str) -> None:
    """Beside Astana's №71 and Almaty's hosts of cabinets, no partner is named."""
    same(ON_SITES, [], unit(key).get("partners") or [])


def test_partners_of_almaty_cabinets_are_not_guessed(unit: Find) -> None:
    """Three hosts work with Ашық әлем, a school with Дара: which ones is not said."""
    keys = [key for key in CABINETS if "almaty" in key]
    found = {key: tuple(sorted(unit(key).get("partners") or [])) for key in keys}
    holds(len(set(found.values())) == 1, ON_SITES, "the same for all four", found)


@pytest.mark.parametrize("key", ["ashyq-alem", "dara", "bolashaq"])
def test_fund_is_pointed_to(site_data: SiteData, key: str) -> None:
    """Some unit, organisation, event or figure names the fund's record."""
    files = ("units", "organisations", "events", "facts")
    every = [record for name in files for record in site_data(name)]
    ids = {r["id"] for r in every if named(r, EXPECTED["organisations"][key])}
    others = [r for r in every if r["id"] not in ids]
    holds(ids & {s for r in others for s in strings(r)}, ON_SITES, f"{key} in a record", ids)


# Organisations.


@pytest.mark.parametrize("key", HOSTS)
def test_host(host: Find, key: str) -> None:
    """A host stands once, however many units it has, as of 1 October 2016, unconfirmed."""
    found = host(key)
    state = (found.get("status"), str(found.get("as_of")))
    same(f"hosts: {key}", ("unconfirmed", "2016-10-01"), state)


@pytest.mark.parametrize("key", [key for key in HOSTS if "is" in HOSTS[key]])
def test_kind_of_host(host: Find, concepts: Concepts, key: str) -> None:
    """A school is a school, a kindergarten a kindergarten."""
    label = concepts("organisation-kinds").get(host(key)["kind"], {}).get("label", {})
    holds(has(label.get("ru"), HOSTS[key]["is"]), f"hosts: {key}", HOSTS[key]["is"], label)


@pytest.mark.parametrize("key", [key for key in HOSTS if "town" in HOSTS[key]])
def test_place_of_host(host: Find, key: str) -> None:
    """The town or village, where the study names it."""
    expected, place = HOSTS[key]["town"], host(key).get("place")
    holds(has_both(place, expected), f"hosts: {key}", expected, place)


def test_place_of_gagarin_school_is_not_guessed(host: Find) -> None:
    """Table 3 and the text name Aksu and Paramonovka for the row's other two schools only."""
    place = host("gagarin").get("place") or {}
    guess = has(place.get("ru"), ["Аксу|Парамонов"])
    holds(not guess, UNITS["site-gagarin"]["place"], "the region, no town", place)


@pytest.mark.parametrize("key", EXPECTED["writings"])
def test_every_writing_of_a_name_is_kept(host: Find, key: str) -> None:
    """Where the texts call a host differently, each writing is its official name or a variant."""
    case = EXPECTED["writings"][key]
    found = host(case["host"])
    stems = {lang: case[lang] for lang in LANGUAGES}
    holds(named(found, case), case["place"], stems, [names(found, lang) for lang in LANGUAGES])


@pytest.mark.parametrize("key", EXPECTED["organisations"])
def test_organisation(site_data: SiteData, key: str) -> None:
    """Funds, the university and the school that the study names beside the hosts."""
    expected = EXPECTED["organisations"][key]
    near = site_data("organisations")
    only([o for o in near if named(o, expected)], expected["place"], expected, [])


@pytest.mark.parametrize("key", HOSTS)
def test_what_the_study_does_not_say_of_a_host_is_left_out(host: Find, key: str) -> None:
    """How many classes of which kind it has, and how one gets into its building."""
    found = [host(key).get(f) for f in ("inclusive_classes", "special_classes", "building_access")]
    holds(not any(value not in (None, "unknown") for value in found), key, "left out", found)


# Events.


def of_host(site_data: SiteData, unit: Find, key: str) -> list[Record]:
    """The events of a host, told by its centre or by the organisation itself."""
    centre = unit(f"centre-{key}")
    ours = {centre["id"], centre["host"]}
    return [e for e in site_data("events") if ours & {e.get("unit"), e.get("organisation")}]


@pytest.fixture(scope="session")
def event(site_data: SiteData, unit: Find, concepts: Concepts) -> Find:
    """Find the event of a key of «events» by its centre and the words of its title and kind."""

    def find(key: str) -> Record:
        expected = EXPECTED["events"][key]
        near = of_host(site_data, unit, expected["host"])
        found = [e for e in near if has_both(titled(e), expected)]
        if len(found) > 1:
            found = [e for e in found if int(e.get("count") or 1) == expected["count"]]
        return only(found, expected["place"], expected, near)

    def titled(found: Record) -> Record:
        kind = concepts("event-kinds").get(found["kind"], {})
        return {lang: spoken([found["title"], kind.get("label")], lang) for lang in LANGUAGES}

    return find


@pytest.mark.parametrize("key", EXPECTED["events"])
def test_event(event: Find, key: str) -> None:
    """The number and date that the study gives; the republican seminar's date it does not."""
    expected, found = EXPECTED["events"][key], event(key)
    state = (int(found.get("count") or 1), found.get("date") and str(found["date"]))
    same(expected["place"], (expected["count"], expected["date"]), state)


@pytest.mark.parametrize("key", EXPECTED["events"])
def test_event_is_a_seminar(event: Find, concepts: Concepts, key: str) -> None:
    """Every event that the study names is a seminar of some kind."""
    label = concepts("event-kinds").get(event(key)["kind"], {}).get("label")
    expected = {"kk": ["семинар"], "ru": ["семинар"]}
    holds(has_both(label, expected), EXPECTED["events"][key]["place"], expected, label)


@pytest.mark.parametrize("key", [k for k, e in EXPECTED["events"].items() if "level" in e])
def test_level_of_event(event: Find, concepts: Concepts, key: str) -> None:
    """Whose seminar it was, a region's or the republic's, in the event or in its kind."""
    expected, found = EXPECTED["events"][key], event(key)
    kind = concepts("event-kinds").get(found["kind"])
    said = {lang: spoken([found, kind], lang) for lang in LANGUAGES}
    holds(has_both(said, expected["level"]), expected["place"], expected["level"], found)


@pytest.mark.parametrize("key", [k for k, e in EXPECTED["events"].items() if "regions" in e])
def test_regions_of_event(event: Find, key: str) -> None:
    """The four regions of the interregional seminars."""
    expected = EXPECTED["events"][key]
    same(expected["place"], expected["regions"], sorted(event(key).get("regions") or []))


@pytest.mark.parametrize("key", [k for k, e in EXPECTED["events"].items() if "audience" in e])
def test_audience_of_event(event: Find, key: str) -> None:
    """For whom the training seminars were."""
    expected, found = EXPECTED["events"][key], event(key).get("audience")
    holds(has_both(found, expected["audience"]), expected["place"], expected["audience"], found)


def test_kazakh_title_of_the_home_teaching_seminar_is_kept(event: Find) -> None:
    """The Russian text, too, gives this title in Kazakh."""
    expected, found = EXPECTED["events"]["aktobe-home"], event("aktobe-home")
    kept = (found.get("title_original"), found["title"]["kk"])
    fits = kept[0] == "kk" and has(kept[1], expected["original"])
    holds(fits, expected["place"], expected["original"], kept)


@pytest.mark.parametrize(
    ("key", "total"), [("aktobe-7", 3), ("kokshetau-19", 5), ("karaganda-27", 1)]
)
def test_number_of_events(site_data: SiteData, unit: Find, key: str, total: int) -> None:
    """Three in Aktobe, three and two in Kokshetau, one in Karaganda."""
    found = of_host(site_data, unit, key)
    count = sum(int(e.get("count") or 1) for e in found)
    holds(count == total, "семинарлар / семинары", total, brief(found))


# Figures.


def figures(site_data: SiteData) -> Iterator[Record]:
    """Each figure of facts and units, with «said»: all that tells what it is a figure of."""
    records = {r["id"]: r for name in ("units", "organisations") for r in site_data(name)}
    for fact in site_data("facts"):
        about = [records[i] for i in fact.get("about") or [] if i in records]
        about += [records[r["host"]] for r in about if r.get("host") in records]
        of_whom = " ".join(name for r in about for lang in LANGUAGES for name in names(r, lang))
        yield {**fact, "said": {lang: f"{fact['label'][lang]} {of_whom}" for lang in LANGUAGES}}
    for record in site_data("units"):
        of_unit = {"unit": "count", "as_of": record["as_of"], "source": record["source"]}
        for figure in record.get("figures") or []:
            yield {**of_unit, **figure, "said": figure["label"]}


def is_of_year(figure: Record, year: str) -> bool:
    """Whether a figure is of a year: its label's, or else its date's."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", figure["label"]["ru"])
    return year in (years or [str(figure.get("as_of"))[:4]])


def is_figure(figure: Record, expected: Record) -> bool:
    """Whether a figure has the expected value, words, year and document."""
    return (
        number(figure["value"]) == expected["value"]
        and has_both(figure["said"], expected)
        and ("year" not in expected or is_of_year(figure, expected["year"]))
        and not any(has(figure["said"]["ru"], [stem]) for stem in expected.get("not", []))
        and expected["document"] in [s["document"] for s in figure.get("source") or []]
    )


@pytest.mark.parametrize("key", EXPECTED["figures"])
def test_figure(site_data: SiteData, key: str) -> None:
    """Each figure of the sources, with its unit, its year, and the language it stands in."""
    expected, every = EXPECTED["figures"][key], list(figures(site_data))
    found = [f for f in every if is_figure(f, expected)]
    near = [f for f in every if number(f["value"]) == expected["value"]]
    holds(found, expected["place"], expected, brief(near))
    wanted = (expected.get("percent", False), expected.get("only_in"), expected.get("as_of", ""))
    marks = [(f["unit"] == "percent", f.get("only_in"), str(f.get("as_of"))) for f in found]
    fits = any(mark[:2] == wanted[:2] and mark[2].startswith(wanted[2]) for mark in marks)
    holds(fits, expected["place"], f"percent, only in, as of: {wanted}", marks)


def test_only_figures_of_one_text_are_marked_so(site_data: SiteData) -> None:
    """Eleven figures stand in one text alone, seven of them in the Russian."""
    ours = [f for f in EXPECTED["figures"].values() if "only_in" in f]
    marked = [f for f in site_data("facts") if f.get("only_in")]
    expected = sorted((f["only_in"], f["value"]) for f in ours)
    found = sorted((f["only_in"], number(f["value"])) for f in marked)
    same("тек бір тілде / только в одном тексте", expected, found)


@pytest.mark.parametrize("author", EXPECTED["authors"])
def test_author_is_named(site_data: SiteData, author: str) -> None:
    """The authors of the articles stand somewhere in the data."""
    found = [r["id"] for name in FILES for r in site_data(name) if has(words(r), [author])]
    holds(found, "мақалалар / статьи", author, "nowhere")


@pytest.mark.parametrize("key", EXPECTED["told"])
def test_fact_told_in_words(site_data: SiteData, key: str) -> None:
    """What the sources tell beside tables and figures stands together in some record."""
    expected = EXPECTED["told"][key]
    near = [record for name in expected["files"] for record in site_data(name)]
    found = [record for record in near if has(words(record), expected["stems"])]
    holds(found, expected["place"], f"in one record: {expected['stems']}", "in none")


# Legal acts, and the documents themselves.


def act_of(material: Record) -> tuple[str, str]:
    """The number of a legal act, without what follows its figures, and its date."""
    act = material.get("act") or {}
    digits = re.search(r"\d+", str(act.get("number") or ""))
    date = act.get("date") or material.get("date") or material.get("year")
    return (digits.group() if digits else "", str(date))


@pytest.mark.parametrize("key", EXPECTED["acts"])
def test_legal_act(site_data: SiteData, key: str) -> None:
    """Each act of the Concept's list, by its title, number and date."""
    expected = EXPECTED["acts"][key]
    acts = [m for m in site_data("materials") if m.get("act")]
    titled = [m for m in acts if has_both(m["title"], expected)]
    found = [m for m in titled if act_of(m)[1].startswith(expected["date"])]
    if expected["number"]:
        found = [m for m in found if act_of(m)[0] == expected["number"]]
    act = only(found, LEGAL_BASIS, expected, titled or acts)
    missing = [word for word in expected.get("also", []) if not has(words(act), [word])]
    holds(not missing, LEGAL_BASIS, f"also {missing}", act)


@pytest.mark.parametrize("key", EXPECTED["documents"])
def test_document(site_data: SiteData, key: str) -> None:
    """The two sources are materials themselves, in both languages."""
    expected = EXPECTED["documents"][key]
    found = only([m for m in site_data("materials") if m["id"] == key], key, expected, [])
    holds(has_both(found["title"], expected), key, expected, found["title"])
    year = str(found.get("date") or found.get("year") or act_of(found)[1])[:4]
    same(key, (expected["year"], ["kk", "ru"]), (year, sorted(found["languages"])))


def test_order_of_the_concept(site_data: SiteData) -> None:
    """The Concept was approved by order №348 of 1 June 2015."""
    found = [act_of(m) for m in site_data("materials") if m["id"] == "concept-2015"]
    same("орысша мәтіннің басы / начало русского текста", [("348", "2015-06-01")], found)


# Clauses of the draft Regulation, and regions.


def clause_number(concept: str) -> str:
    """The clause that a concept's id tells: «4.2.3», «clause-4-2-3» → 4.2.3."""
    return ".".join(re.findall(r"\d+", concept))


@pytest.mark.parametrize("clause", EXPECTED["clauses"])
def test_clause(concepts: Concepts, clause: str) -> None:
    """Each clause of the Regulation is a concept that says in both languages what it is about."""
    found = [c for key, c in concepts("clauses").items() if clause_number(key) == clause]
    concept = only(found, REGULATION, clause, [])
    said = {lang: spoken([concept["label"], concept.get("note")], lang) for lang in LANGUAGES}
    expected = EXPECTED["clauses"][clause]
    holds(has_both(said, expected), f"{REGULATION}, {clause}", expected, said)


def test_number_of_clauses(concepts: Concepts) -> None:
    """36 clauses, 1.1 to 6.1, in six sections, and no other."""
    expected = [*EXPECTED["clauses"], *map(str, range(1, 7))]
    found = sorted(clause_number(key) for key in concepts("clauses"))
    same(REGULATION, sorted(expected), found)


@pytest.mark.parametrize("key", EXPECTED["regions"])
def test_region(concepts: Concepts, key: str) -> None:
    """A region has its label, and a tile on the maps of 2016 and of today if it was or is one."""
    expected, regions = EXPECTED["regions"][key], concepts("regions")
    holds(key in regions, ISO, key, sorted(regions))
    label, tile = regions[key]["label"], regions[key].get("tile") or {}
    stems = {lang: [expected[lang]] for lang in LANGUAGES}
    holds(has_both(label, stems), ISO, stems, label)
    wanted = {"in_2016": expected.get("then", False), "now": expected.get("now", False)}
    same(f"{ISO}, {key}", wanted, {name: bool(tile.get(name)) for name in wanted})


def test_number_of_regions(concepts: Concepts) -> None:
    """20 regions of today and South Kazakhstan; 16 of them were regions in 2016."""
    same(ISO, sorted(EXPECTED["regions"]), sorted(concepts("regions")))


@pytest.mark.parametrize("key", EXPECTED["became"])
def test_region_became(concepts: Concepts, key: str) -> None:
    """What a region of 2016 became in 2018, or what split off it in 2022."""
    expected = set(EXPECTED["became"][key])
    found = set(concepts("regions")[key].get("successors") or []) - {key}
    same(f"{ISO}, {key}", sorted(expected), sorted(found))


@pytest.mark.parametrize("maps", ["in_2016", "now"])
def test_no_two_regions_share_a_tile(concepts: Concepts, maps: str) -> None:
    """Each region of a map has a tile of its own."""
    drawn = [(c.get("tile") or {}).get(maps) for c in concepts("regions").values()]
    tiles = sorted(tuple(tile) for tile in drawn if tile)
    same(maps, sorted(set(tiles)), tiles)
