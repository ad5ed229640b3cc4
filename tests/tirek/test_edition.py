"""An edition put together from records and shells, without MkDocs."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from minisites import EVERY_SLOT, VALID, shells, tree, valid_site, write

from tirek import LANGUAGES, edition, urls
from tirek.check.slots import FORMS, LINKS, NAMES, fault_of
from tirek.edition import Report, publish
from tirek.place import Place
from tirek.reading.catalogue import read_all, read_catalogue
from tirek.settings import Settings
from tirek.stamp import slots_of
from tirek.views.slots import VIEWS

SITE_URL = "https://example.kz/tirek/"


@pytest.fixture(autouse=True)
def _few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts and libraries are installed packages; here a file stands for them."""
    monkeypatch.setattr(edition, "asset_files", lambda root: [("assets/fonts/x.woff2", b"font")])


class Builder:
    """A copy of the right mini-site, and builds of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = Settings(site_url=SITE_URL)
        self.this_year = 2026

    def build(self, site: str = "site") -> Report:
        catalogue = read_catalogue(self.root / "catalogue", self.root / ".cache")
        return publish(
            catalogue,
            Place(
                root=self.root,
                shells=self.root / "shells",
                site=self.root / site,
                state=self.root / ".cache" / f"{site}.pickle",
                settings=self.settings,
                this_year=self.this_year,
            ),
        )

    def tree(self, site: str = "site") -> dict[str, bytes]:
        return tree(self.root / site)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / "catalogue" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def builder(tmp_path: Path) -> Builder:
    root = valid_site(tmp_path / "project")
    shells(root / "shells")
    return Builder(root)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """Every file of the mini-site, built once."""
    root = valid_site(tmp_path_factory.mktemp("edition") / "project")
    shells(root / "shells")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(edition, "asset_files", lambda root: [("assets/fonts/x.woff2", b"font")])
        builder = Builder(root)
        builder.build()
    yield builder.tree()
    shutil.rmtree(root)


def test_every_kind_of_page_is_there_in_both_languages(built: dict[str, bytes]) -> None:
    pages = {
        "index.html",
        "about/slots.html",
        "catalogue/alphabet-cards.html",
        "organisations/almaty-fund.html",
        "regions/2016/south-kazakhstan.html",
        "regions/now/shymkent.html",
        "lists/needs/index.html",
        "lists/needs/hearing.html",
        "lists/added/2016-10.html",
    }
    assert pages | {f"ru/{page}" for page in pages} <= built.keys()


def test_every_page_has_its_twin(built: dict[str, bytes]) -> None:
    pages = {path for path in built if path.endswith(".html")} - {"404.html"}
    assert {urls.twin(page) for page in pages} == pages


def test_what_is_for_no_reader_is_not_there(built: dict[str, bytes]) -> None:
    assert not [path for path in built if "/_" in f"/{path}"]
    assert "regions/now/south-kazakhstan.html" not in built
    assert "regions/2016/shymkent.html" not in built
    assert "lists/needs/vision-2.html" not in built


def test_what_both_languages_share_is_there_once(built: dict[str, bytes]) -> None:
    assert (
        built["files/cards/alphabet.pdf"]
        == (VALID / "catalogue/files/cards/alphabet.pdf").read_bytes()
    )
    assert built["assets/own.css"] == b"main{color:black}"
    assert {"data/materials.json", "data/units.json", "assets/fonts/x.woff2"} <= built.keys()
    assert not [path for path in built if path.startswith(("ru/assets", "ru/data", "ru/files"))]


def test_no_slot_is_left(built: dict[str, bytes]) -> None:
    for path, content in built.items():
        if path.endswith(".html"):
            assert slots_of(content.decode()) == [], path


def test_every_slot_there_is_was_tried(built: dict[str, bytes]) -> None:
    """The page of all slots has each that check.slots allows and views.slots fills."""
    tried = {slot.split()[0] for slot in EVERY_SLOT}
    links = {slot.split()[1] for slot in EVERY_SLOT if slot.startswith("link ")}
    assert tried == NAMES == VIEWS.keys() == {*FORMS, "link"}
    assert links == LINKS.keys()
    _, ids, _ = read_all(VALID / "catalogue")
    for written in EVERY_SLOT:
        [(_, slot)] = slots_of(f"[[{written}]]")
        assert fault_of(slot, ids) is None
    filled = built["about/slots.html"].decode()
    assert filled.count('<figure class="map"') == 2
    assert '<data value="27.4">27,4\u00a0%</data>' in filled


def test_the_sitemap_names_every_page_and_its_twin(built: dict[str, bytes]) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", built["sitemap.xml"].decode())
    pages = {path for path in built if path.endswith(".html")} - {"404.html"}
    assert {url.removeprefix(SITE_URL) for url in listed} == pages
    assert len(listed) == len(pages)


def test_each_stamped_page_leads_to_its_twin(built: dict[str, bytes]) -> None:
    for path, content in built.items():
        if path.endswith(".html") and "≡" in content.decode():
            [link] = re.findall('<a href="([^"]*)">≡', content.decode())
            assert link == urls.relative(path, urls.twin(path)), path


def test_the_same_sources_change_nothing(builder: Builder) -> None:
    builder.build()
    before = {path: path.stat().st_mtime_ns for path in (builder.root / "site").rglob("*")}
    report = builder.build()
    assert report.written == ()
    assert report.removed == 0
    assert {path: path.stat().st_mtime_ns for path in (builder.root / "site").rglob("*")} == before


def new_event(builder: Builder) -> None:
    event = (builder.root / "catalogue/events/seminar-2016.yml").read_text(encoding="utf-8")
    write(builder.root / "catalogue/events/seminar-2017.yml", event.replace("2016-03", "2016-09"))


def without_cards(builder: Builder) -> None:
    (builder.root / "catalogue/materials/alphabet-cards.yml").unlink()


def without_event(builder: Builder) -> None:
    (builder.root / "catalogue/events/seminar-2016.yml").unlink()
    shells = builder.root / "shells"
    for lang in LANGUAGES:
        page = shells / urls.in_language(lang, "about/slots.html")
        page.write_text(page.read_text(encoding="utf-8").replace("[[link event seminar-2016]]", ""))


def other_name(builder: Builder) -> None:
    materials = builder.root / "catalogue/materials"
    (materials / "lesson-online.yml").rename(materials / "lesson-renamed.yml")


def other_file(builder: Builder) -> None:
    write(builder.root / "catalogue/files/cards/alphabet.pdf", "longer than it was\n" * 999)


def other_shell(builder: Builder) -> None:
    shell = builder.root / "shells/catalogue/_material.html"
    write(shell, shell.read_text(encoding="utf-8").replace("<main>", "<main class='x'>"))


def next_year(builder: Builder) -> None:
    builder.this_year = 2020


def other_address(builder: Builder) -> None:
    builder.settings = Settings(contact_mail="tirek@example.kz")


def edited(name: str, old: str, new: str) -> Callable[[Builder], None]:
    return lambda builder: builder.edit(name, old, new)


CHANGES = {
    "title of a material": edited("materials/alphabet-cards.yml", "Карточки с", "Таблицы с"),
    "title of a source": edited("materials/study-2016.yml", "Исследование сети", "Отчёт о сети"),
    "title of an act": edited("materials/law-2007.yml", "Закон об", "Прежний закон об"),
    "a material becomes an act": edited(
        "materials/study-2016.yml",
        "licence: unknown",
        "licence: unknown\nact: {kind: order, issuer: {kk: Министр, ru: Министр}}",
    ),
    "need of a material": edited("materials/alphabet-cards.yml", "[deafness, vision]", "[vision]"),
    "broader need of a material": edited(
        "materials/alphabet-cards.yml", "[deafness, vision]", "[hearing, vision]"
    ),
    "provider of a material": edited(
        "materials/lesson-online.yml", "by: project", "by: almaty-school-1-centre"
    ),
    "day of adding": edited("materials/lesson-online.yml", "added: 2016", "added: 2015"),
    "no material": without_cards,
    "another id": other_name,
    "another file": other_file,
    "name of an organisation": edited("organisations/almaty-school-1.yml", "№ 1, А", "№ 1а, А"),
    "name of a partner": edited("organisations/almaty-fund.yml", "«Пример»", "«Образец»"),
    "period of a unit": edited("units/shymkent-school-2-site.yml", '"2021"', '"2030"'),
    "region of a unit": edited("units/shymkent-school-2-site.yml", "KZ-79", "KZ-61"),
    "confirmation of a unit": edited(
        "units/shymkent-school-2-site.yml",
        "status: unconfirmed",
        "status: active\nconfirmed: 2025-01-01",
    ),
    "new event": new_event,
    "no event": without_event,
    "a figure": edited("facts/centres-2016.yml", "value: 1", "value: 7"),
    "a disagreement": edited("discrepancies/school-2-name.yml", "Название школы", "Имя школы"),
    "a label": edited("vocabularies/needs.yml", "трудности слуха", "потеря слуха"),
    "a broader concept": edited(
        "vocabularies/audiences.yml", "id: parent", "id: parent\n    broader: teacher"
    ),
    "address of a region": edited("vocabularies/regions.yml", "slug: shymkent", "slug: chimkent"),
    "a prototype": other_shell,
    "the year": next_year,
    "settings": other_address,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_the_site_is_as_if_built_anew(
    builder: Builder, change: Callable[[Builder], None]
) -> None:
    """Whatever a page shows counts among what it is made from."""
    builder.build()
    before = builder.tree()
    change(builder)
    builder.build()
    builder.build("anew")
    after, anew = builder.tree(), builder.tree("anew")
    assert [path for path in sorted({*after, *anew}) if after.get(path) != anew.get(path)] == []
    assert after != before


@pytest.mark.parametrize(
    "name",
    ["title of a material", "need of a material", "broader need of a material", "no material"],
)
def test_after_a_change_long_lists_are_as_if_built_anew(
    builder: Builder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A list's first page also depends on what stands on the others."""
    monkeypatch.setattr("tirek.views.lists.PAGE", 1)
    copy = (builder.root / "catalogue/materials/lesson-online.yml").read_text(encoding="utf-8")
    for number in range(3):
        text = copy.replace("provided_by", "needs: [hearing]\nprovided_by")
        text = text.replace("Онлайн сабақ", "Ашық сабақ").replace("Онлайн-урок", "Азбука")
        write(builder.root / f"catalogue/materials/lesson-{number}.yml", text)
    builder.build()
    CHANGES[name](builder)
    builder.build()
    builder.build("anew")
    after, anew = builder.tree(), builder.tree("anew")
    assert "lists/needs/hearing-3.html" in anew
    assert [path for path in sorted({*after, *anew}) if after.get(path) != anew.get(path)] == []


def test_a_change_of_one_summary_rewrites_few_pages(builder: Builder) -> None:
    builder.build()
    builder.edit("materials/lesson-online.yml", "Видеоурок –", "Урок на видео –")
    written = set(builder.build().written)
    index = {path for path in written if path.startswith("search/")}
    assert written - index == {
        "ru/catalogue/lesson-online.html",
        "data/materials.json",
        "data/forms/records/materials-0.js",
    }
    # The words that came and went, the card, and nothing of the other language alone.
    assert not any(path.startswith("search/kk/") for path in index)
    assert sum(path.startswith("search/ru/c-") for path in index) == 1


def test_two_processes_make_the_same_site(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build()
    monkeypatch.setattr(edition, "MANY", 1)
    builder.build("forked")
    assert builder.tree("forked") == builder.tree()


def test_an_error_in_a_view_leaves_the_site_as_it_was(
    builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build()
    before = builder.tree()
    builder.edit("materials/study-2016.yml", "Исследование сети", "Отчёт о сети")

    def failing(*_: object) -> str:
        raise RuntimeError("a view that fails")

    with monkeypatch.context() as patched:
        patched.setattr("tirek.views.slots.VIEWS", {**VIEWS, "home-needs": failing})
        with pytest.raises(RuntimeError, match="a view that fails"):
            builder.build()
    assert builder.tree() == before
    builder.build()
    builder.build("anew")
    assert builder.tree() == builder.tree("anew") != before
    assert not list(builder.root.glob(".site*"))


def test_two_materials_may_offer_one_file(builder: Builder) -> None:
    builder.build()
    cards = (builder.root / "catalogue/materials/alphabet-cards.yml").read_text(encoding="utf-8")
    for name, path in (("one", "cards/new.pdf"), ("two", "cards/new.pdf")):
        text = cards.replace("cards/alphabet.pdf", path)
        write(builder.root / f"catalogue/materials/{name}.yml", text)
    write(builder.root / "catalogue/files/cards/new.pdf", "new")
    assert "files/cards/new.pdf" in builder.build().written
    assert builder.tree()["files/cards/new.pdf"] == b"new"


def test_a_hand_written_page_in_the_place_of_a_record_stops_the_build(builder: Builder) -> None:
    builder.build()
    before = builder.tree()
    write(builder.root / "shells/catalogue/study-2016.html", "<p>ours</p>")
    with pytest.raises(ValueError, match=r"catalogue/study-2016\.html"):
        builder.build()
    assert builder.tree() == before


class Attributes(HTMLParser):
    """Every attribute of a page, and what each element with a language says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: list[str] = []
        self.told: list[tuple[str, str]] = []
        self._lang = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.values += [value or "" for _, value in attrs]
        self._lang = dict(attrs).get("lang") or ""

    def handle_data(self, data: str) -> None:
        if self._lang and data.strip():
            self.told.append((self._lang, data.strip()))


def test_a_record_in_one_language_is_shown_in_both(builder: Builder) -> None:
    builder.edit("materials/alphabet-cards.yml", ", ru: Карточки с алфавитом", "")
    builder.edit("materials/alphabet-cards.yml", ", ru: Издательство «Пример»", "")
    builder.edit("materials/alphabet-cards.yml", "added:", "not_translated: ru\nadded:")
    builder.edit("events/seminar-2016.yml", "{kk: Бірге оқимыз, ru: Учимся вместе}", "{ru: Учимся}")
    builder.edit("events/seminar-2016.yml", "title_original: kk", "not_translated: kk")
    builder.edit("organisations/almaty-school-1.yml", "kind:", "not_translated: ru\nkind:")
    name = re.compile(r"short:.*")
    path = builder.root / "catalogue/organisations/almaty-school-1.yml"
    path.write_text(name.sub("short: {kk: №1 мектеп}", path.read_text(encoding="utf-8")))
    builder.build()
    made = {
        path: content.decode()
        for path, content in builder.tree().items()
        if "." in path and path.endswith((".html", ".json", ".js"))
    }
    page = made["ru/catalogue/alphabet-cards.html"]
    assert '<h1><span lang="kk">Әліпби карточкалары</span></h1>' in page
    assert "<title>Әліпби карточкалары</title>" in page
    assert "Ещё не переведено на русский." in page
    assert "contribute.html#correct=materials/alphabet-cards" in page
    assert "не переведено" not in made["ru/catalogue/study-2016.html"]
    assert "аударылмаған" not in made["catalogue/alphabet-cards.html"]
    assert " lang=" not in made["catalogue/alphabet-cards.html"].partition("<main>")[2]
    for path, html in made.items():
        if path.endswith(".html"):
            values = Attributes(html).values
            assert not [value for value in values if "<span" in value], path
    slots = Attributes(made["ru/about/slots.html"]).told
    assert ("kk", "№1 мектеп") in slots
    assert ("ru", "Учимся") in Attributes(made["about/slots.html"]).told
    row = next(r for r in json.loads(made["data/materials.json"]) if r["id"] == "alphabet-cards")
    assert row["title"] == {"kk": "Әліпби карточкалары", "ru": None}
    assert row["not_translated"] == "ru"
    facets = "".join(html for path, html in made.items() if path.startswith("data/facets/"))
    assert "текст на казахском" in facets
    cards = [html for path, html in made.items() if path.startswith("search/ru/c-")]
    rows = [row for cards_ in cards for row in cards_.split('"')[5].split("\\n")]
    [card] = [row for row in rows if "materials/alphabet-cards" in row]
    assert card.endswith("\\tkk")
