"""The form page: filled in by keyboard alone, it saves packages that `tirek check` passes."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built import LANGUAGES
from click.testing import CliRunner
from playwright.sync_api import Page
from projects import ROOT
from test_accessibility import seen_all_ways
from visits import NARROW, Visit, in_language, wait_until

from tirek.cli import main
from tirek.intake.package import MANIFEST, Package, read_package
from tirek.model.catalogue import Catalogue
from tirek.model.plain import digest_of, plain_of
from tirek.reading.catalogue import read_catalogue
from tirek.reading.nodes import read_document

Visits = Callable[..., Visit]

CENTRE = "units/almaty-school-10-centre"


def form(lang: str, what: str) -> str:
    return f"{in_language(lang, 'contribute.html')}#{what}"


def opened(visit: Visit, lang: str, what: str) -> Page:
    page = visit.open(form(lang, what))
    page.locator(".step-title").wait_for()
    return page


class Keys:
    """Fills in the step that is open with the keyboard alone."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page = visit.page

    def to(self, selector: str) -> None:
        self.visit.tab_to(selector)

    def write(self, selector: str, text: str) -> None:
        self.to(selector)
        self.page.keyboard.insert_text(text)

    def look_up(self, selector: str, text: str) -> None:
        """Type, go down to the first answer, take it."""
        self.to(selector)
        self.page.keyboard.insert_text(text)
        self.page.locator(f"{selector}-list [role=option]").first.wait_for()
        self.visit.press("ArrowDown")
        self.visit.press("Enter")
        assert self.page.locator(selector).get_attribute("aria-expanded") == "false"

    def radio(self, name: str, steps: int) -> None:
        """Go to a group of radio buttons and choose the one that stands ``steps`` further."""
        self.to(f"input[name='{name}']")
        self.visit.press("Space")
        for _ in range(steps):
            self.visit.press("ArrowDown")

    def tick(self, selector: str) -> None:
        self.to(selector)
        self.visit.press("Space")

    def date(self, prefix: str, day: str, month: int, year: str) -> None:
        self.write(f"#{prefix}-day", day)
        self.to(f"#{prefix}-month")
        for _ in range(month):
            self.visit.press("ArrowDown")
        self.write(f"#{prefix}-year", year)

    def on(self) -> None:
        """Go on to the next step; the heading there takes the focus."""
        before = self.page.locator(".step-title").inner_text()
        self.to("[data-next]")
        self.visit.press("Enter")
        summary = self.page.locator(".summary:focus")
        moved = self.page.locator(".step-title:focus")
        moved.or_(summary).wait_for()
        assert not summary.count(), summary.inner_text()
        assert moved.inner_text() != before
        assert self.visit.focus_matches(".step-title")

    def save(self) -> Package:
        self.to("[data-save]")
        with self.page.expect_download() as download:
            self.visit.press("Enter")
        name = download.value.suggested_filename
        assert name.startswith("tirek-")
        assert name.endswith(".zip")
        return read_package(Path(download.value.path()).read_bytes())


def both(keys: Keys, prefix: str, kk: str, ru: str) -> None:
    keys.write(f"#{prefix}-kk", kk)
    keys.write(f"#{prefix}-ru", ru)


PLAN = "Сабақ жоспары: бірінші сынып.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, for packages to be unpacked over."""
    root = tmp_path_factory.mktemp("project") / "tirek"
    for name in ("catalogue", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    # What this first check finds in files holds for every copy.
    assert CliRunner().invoke(main, ["--root", str(root), "check"]).exit_code == 0
    return root


def checked(project: Path, package: Package, tmp_path: Path) -> Catalogue:
    """Unpack ``package`` over a copy of the project and let `tirek check` look at it."""
    root = tmp_path / "unpacked"
    shutil.copytree(project, root)
    for path, content in {MANIFEST: package.manifest, **package.files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    result = CliRunner().invoke(main, ["--root", str(root), "--lang", "ru", "check"])
    assert result.exit_code == 0, result.output
    return read_catalogue(root / "catalogue")


def manifest(package: Package) -> dict[str, Any]:
    document = read_document(MANIFEST, package.manifest)
    assert document.problems == ()
    assert isinstance(document.data, dict)
    return document.data


@pytest.mark.parametrize(("lang", "scheme"), [("kk", "http"), ("ru", "file")])
def test_a_material_is_added_by_keyboard(
    visit: Visits, project: Path, tmp_path: Path, lang: str, scheme: str
) -> None:
    keys = Keys(visit(scheme, accept_downloads=True))
    opened(keys.visit, lang, "new=materials")
    both(keys, "f-main-title", "Сабақ жоспары: төрт мезгіл", "План урока: времена года")
    both(
        keys,
        "f-main-summary",
        "Бірінші сыныпқа арналған дайын жоспар: суреттер, сұрақтар, жұппен жұмыс.",
        "Готовый план для первого класса: картинки, вопросы и работа в парах.",
    )
    keys.look_up("#f-main-type", "план" if lang == "ru" else "жоспар")
    keys.tick("#f-main-languages-0")
    assert keys.page.locator("#f-main-id").input_value() == "plan-uroka-vremena-goda"
    keys.on()
    plan = tmp_path / "Жоспар 1.txt"
    plan.write_text(PLAN, encoding="utf-8")
    keys.page.locator("#f-main-files-choose").set_input_files(plan)  # the system's own window
    keys.page.locator(".items .item").wait_for()
    keys.on()
    keys.tick("#f-main-audience-0")
    keys.on()
    keys.look_up("#f-main-provided_by", "almaty-school-10-centre")
    keys.to("#f-main-licence")
    keys.visit.press("ArrowDown")
    for _ in range(4):
        keys.on()
    keys.write("#f-sender-role", "координатор")
    keys.on()
    package = keys.save()
    assert manifest(package)["mode"] == "new"
    assert manifest(package)["sender"] == {"role": "координатор"}
    assert package.files["catalogue/files/plan-uroka-vremena-goda/zhospar-1.txt"] == PLAN.encode()
    catalogue = checked(project, package, tmp_path)
    material = catalogue.materials["plan-uroka-vremena-goda"]
    assert material.title.kk == "Сабақ жоспары: төрт мезгіл"
    assert material.provided_by == "almaty-school-10-centre"
    assert [file.format for file in material.files] == ["txt"]


@pytest.mark.parametrize(("lang", "scheme"), [("kk", "file"), ("ru", "http")])
def test_a_unit_is_added_with_its_organisation(
    visit: Visits, project: Path, tmp_path: Path, lang: str, scheme: str
) -> None:
    keys = Keys(visit(scheme, accept_downloads=True))
    opened(keys.visit, lang, "new=units")
    keys.tick("#host-new")
    keys.page.locator("a[href$='step=host-what']").wait_for(state="attached")
    keys.radio("f-main-kind", 1)
    region = "караг" if lang == "ru" else "қарағ"
    keys.look_up("#f-main-region_2016", region)
    keys.look_up("#f-main-region", region)
    keys.on()
    keys.write("#f-main-opened-year", "2026")
    keys.on()
    both(keys, "f-main-directions", "кеңес беру", "консультации")
    keys.on()
    keys.on()
    keys.write("#f-story-kk-title", "№ 00 мектептің ресурстық кабинеті")
    keys.write("#f-story-ru-title", "Ресурсный кабинет школы № 00")
    keys.write("#f-story-kk-body", "Кабинет мұғалімдерге сабаққа дайындалуға көмектеседі.")
    keys.write("#f-story-ru-body", "Кабинет помогает учителям готовить уроки для всего класса.")
    keys.on()
    keys.on()
    keys.look_up("#f-host-kind", "мектеп" if lang == "kk" else "школа")
    both(keys, "f-host-short", "№ 00 мектеп, Қарағанды", "Школа № 00, Караганда")
    keys.on()
    keys.look_up("#f-host-region", region)
    keys.on()
    keys.on()
    package = keys.save()
    catalogue = checked(project, package, tmp_path)
    [unit] = set(catalogue.units) - {path.stem for path in (project / "catalogue/units").iterdir()}
    assert catalogue.units[unit].kind == "cabinet"
    assert catalogue.units[unit].directions.ru == ("консультации",)
    assert catalogue.organisations[catalogue.units[unit].host].short.ru == "Школа № 00, Караганда"
    assert {path.split("/")[1] for path in package.stories} == {"kk", "ru"}


def test_an_event_is_added(visit: Visits, project: Path, tmp_path: Path) -> None:
    keys = Keys(visit("file", accept_downloads=True))
    opened(keys.visit, "kk", "new=events")
    keys.to("#f-main-kind")
    keys.visit.press("ArrowDown")
    both(keys, "f-main-title", "Ашық сабақтар апталығы", "Неделя открытых уроков")
    keys.on()
    keys.date("f-main-date", "5", 10, "2026")
    keys.look_up("#f-main-unit", "almaty-school-10-centre")
    for _ in range(3):
        keys.on()
    package = keys.save()
    catalogue = checked(project, package, tmp_path)
    event = catalogue.events["nedelya-otkrytykh-urokov-2026-10-05"]
    assert event.date == "2026-10-05"
    assert event.unit == "almaty-school-10-centre"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_language_is_enough(visit: Visits, project: Path, tmp_path: Path, lang: str) -> None:
    """A unit with its story, written in Kazakh only; the other boxes say they may stay empty."""
    keys = Keys(visit("file", accept_downloads=True))
    page = opened(keys.visit, lang, "new=units")
    keys.radio("f-main-not_translated", 1)
    assert keys.visit.focus_matches("#f-main-not_translated-1")
    keys.look_up("#f-main-host", "kyzylorda-school-264")
    keys.radio("f-main-kind", 0)
    keys.on()
    keys.write("#f-main-basis-kk", "Басқарманың бұйрығы")
    assert page.locator("label[for='f-main-basis-ru'] small").count() == 1
    assert page.locator("label[for='f-main-basis-kk'] small").count() == 0
    while page.locator(".step-title").inner_text() != STORY[lang]:
        keys.on()
    keys.write("#f-story-kk-body", "Орталық мектептерге кеңес береді, сабақтарға қатысады.")
    keys.on()
    keys.on()
    keys.on()
    assert page.locator(".wanted, .help, li").filter(has_text=MISSING[lang]).count()
    shown = page.locator("[data-preview]").inner_text()
    assert "Басқарманың бұйрығы" in shown
    package = keys.save()
    assert {path.split("/")[1] for path in package.stories} == {"kk"}
    unit = checked(project, package, tmp_path).units["kyzylorda-school-264-centre"]
    assert unit.not_translated == "ru"
    assert plain_of(unit)["basis"] == {"kk": "Басқарманың бұйрығы"}


STORY = {"kk": "Бөлімше туралы әңгіме", "ru": "Рассказ о подразделении"}
MISSING = {"kk": "орысша мәтіні", "ru": "текст на русском"}


@pytest.mark.parametrize(("lang", "scheme"), [("kk", "http"), ("ru", "file")])
def test_a_record_is_confirmed(
    visit: Visits, project: Path, tmp_path: Path, catalogue: Catalogue, lang: str, scheme: str
) -> None:
    """From the unit's own page to the saved file."""
    keys = Keys(visit(scheme, accept_downloads=True))
    page = keys.visit.open(in_language(lang, "network/centres/almaty-school-10-centre.html"))
    keys.to("#confirm .button")
    keys.visit.press("Enter")
    page.locator(".step-title").wait_for()
    assert keys.visit.uri() == form(lang, f"confirm={CENTRE}")
    keys.radio("f-main-status", 1)  # from the last one round to the first
    for _ in range(3):
        keys.on()
    keys.write("#f-sender-role", "координатор")
    keys.write("#f-sender-organisation", "№10 орта мектеп, Алматы")
    keys.on()
    package = keys.save()
    before = catalogue.units["almaty-school-10-centre"]
    said = manifest(package)
    assert (said["mode"], said["language"], said["id"]) == ("confirm", lang, before.id)
    path = f"catalogue/{CENTRE}.yml"
    assert said["base"] == {path: digest_of(plain_of(before))}
    assert package.files.keys() == {path}
    after = plain_of(checked(project, package, tmp_path).units[before.id])
    changed = {"status", "confirmed"}
    assert after["status"] == "active"
    assert {k: v for k, v in after.items() if k not in changed} == {
        k: v for k, v in plain_of(before).items() if k not in changed
    }


def test_a_story_is_corrected(visit: Visits, project: Path, tmp_path: Path) -> None:
    keys = Keys(visit("file", accept_downloads=True))
    page = opened(keys.visit, "ru", f"correct={CENTRE}&step=story")
    page.locator("#f-story-ru-description").fill("Что делал центр в 2016 году.")
    page.evaluate(f"location.hash = 'correct={CENTRE}&step=send'")
    page.locator("[data-save]").wait_for()
    package = keys.save()
    story = "docs/ru/network/centres/almaty-school-10-centre.md"
    assert package.stories.keys() == {story}
    assert (
        package.files[story].decode().partition("\n\n")[2]
        == ((project / story).read_text(encoding="utf-8").partition("\n\n")[2])
    )
    assert story in manifest(package)["base"]
    checked(project, package, tmp_path)


@pytest.mark.parametrize(
    "what", [CENTRE, "organisations/almaty-school-10", "materials/annual-report"]
)
def test_a_record_passes_through_the_form_unchanged(
    visit: Visits, catalogue: Catalogue, what: str
) -> None:
    keys = Keys(visit("file", accept_downloads=True))
    opened(keys.visit, "kk", f"correct={what}&step=send")
    package = keys.save()
    folder, name = what.split("/")
    before = plain_of(catalogue.of_kind(folder)[name])
    data = read_document("x.yml", package.files[f"catalogue/{what}.yml"]).data
    assert isinstance(data, dict)
    if folder == "materials":
        data["updated"] = before["updated"]  # the day of the correction
    assert data == before


def test_feedback_is_one_manifest(visit: Visits) -> None:
    keys = Keys(visit("http", accept_downloads=True))
    opened(keys.visit, "kk", "feedback=catalogue/index.html")
    keys.write("#f-sender-note", "Іздеу табылмады.\n\nҚайда?")
    keys.on()
    keys.on()
    package = keys.save()
    assert package.files == {}
    said = manifest(package)
    assert said["note"] == "Іздеу табылмады.\n\nҚайда?"
    assert said["page"] == "catalogue/index.html"
    assert "kind" not in said


def test_nothing_is_lost_on_reload(visit: Visits) -> None:
    reader = visit("file")
    page = opened(reader, "ru", "new=organisations")
    page.locator("#f-main-short-ru").fill("Школа № 7, Алматы")
    wait_until(page, "() => document.querySelector('[data-kept]').textContent !== ''")
    page.reload()
    page.locator(".step-title").wait_for()
    assert page.locator("#f-main-short-ru").input_value() == "Школа № 7, Алматы"
    anew = page.locator("[data-anew]")
    anew.click()
    anew.click()
    wait_until(page, "() => document.querySelector('#f-main-short-ru').value === ''")
    reader.open(in_language("ru", "contribute.html"))
    assert page.locator("[data-forms] li").count() == 0


def test_without_storage_the_page_says_so(visit: Visits) -> None:
    reader = visit("http")
    reader.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full'); }"
    )
    page = opened(reader, "ru", "new=organisations")
    page.locator("#f-main-short-ru").fill("Школа")
    page.get_by_text("не может хранить черновик").wait_for()


def test_errors_are_named_at_the_top_and_at_their_places(visit: Visits) -> None:
    reader = visit("http")
    page = opened(reader, "ru", "new=events")
    page.locator("#f-main-title-ru").fill("Семинар 150315500124")
    reader.tab_to("[data-next]")
    reader.press("Enter")
    page.locator(".summary").wait_for()
    assert reader.focus_matches(".summary")
    links = page.locator(".summary a")
    assert links.count() == 3  # kind, the other language, a personal number
    links.nth(1).press("Enter")
    assert reader.focus_matches("#f-main-title-kk")
    described = page.locator("#f-main-title-kk").get_attribute("aria-describedby") or ""
    shown = [page.locator(f"#{one}").inner_text() for one in described.split()]
    assert any("на этом языке" in text for text in shown)
    assert page.locator("#f-main-title-kk").get_attribute("aria-invalid") == "true"
    page.locator("#f-main-title-kk").fill("Семинар")
    page.locator("#f-main-title-kk:not([aria-invalid])").wait_for()


def test_the_back_button_goes_a_step_back(visit: Visits) -> None:
    page = opened(visit("http"), "ru", f"correct={CENTRE}")
    first = page.locator(".step-title").inner_text()
    page.locator("[data-next]").click()
    wait_until(page, "one => document.querySelector('.step-title').innerText !== one", arg=first)
    page.go_back()
    wait_until(page, "one => document.querySelector('.step-title').innerText === one", arg=first)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_at_any_step(visit: Visits, lang: str) -> None:
    reader = visit("http", width=NARROW)
    found = []
    for what, steps in (
        (f"correct={CENTRE}", ("place", "work", "story", "send")),
        ("new=materials", ("what", "files", "send")),
        ("feedback", ("message",)),
    ):
        for step in steps:
            page = opened(reader, lang, f"{what}&step={step}")
            wait_until(
                page,
                "step => document.querySelector(`.step-title`) && location.hash.includes(step)",
                arg=step,
            )
            page.evaluate("document.querySelectorAll('.item').forEach(one => one.open = true)")
            if step in ("place", "what") and page.locator("[data-next]").count():
                page.locator("[data-next]").click()
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{what} {step} is wider than the screen"
            found += [f"{what} {step}, {one}" for one in seen_all_ways(page)]
            page.set_viewport_size({"width": NARROW, "height": 900})
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_page_says_how_to_send_a_letter(visit: Visits, lang: str) -> None:
    page = visit("file", java_script_enabled=False).open(in_language(lang, "contribute.html"))
    assert page.locator(".no-js").is_visible()
    assert page.locator(".no-js a").count() >= 2
    assert not page.locator("[data-doors]").is_visible()


def test_ways_that_are_set_up_are_offered(visit: Visits) -> None:
    """The copy under test has neither mail nor repository: its page says what to do instead."""
    reader = visit("http")
    page = opened(reader, "ru", f"correct={CENTRE}&step=send")
    assert page.locator(".no-way").is_visible()
    assert page.locator("[data-letter], [data-github]").count() == 0
    page.evaluate(
        "Object.assign(document.querySelector('[data-forms]').dataset,"
        " {mail: 'tirek@example.org', repository: 'https://example.org/tirek'})"
    )
    page.locator(".steps-list a").first.click()
    page.evaluate(f"location.hash = 'correct={CENTRE}&step=send'")
    page.locator("[data-letter]").wait_for()
    letter = page.locator("[data-letter]").get_attribute("href") or ""
    assert letter.startswith("mailto:tirek@example.org?subject=")
    assert "almaty-school-10-centre" in letter
    assert len(letter) < 2000
    proposal = page.locator("[data-github] a").first.get_attribute("href")
    assert proposal == f"https://example.org/tirek/edit/main/catalogue/{CENTRE}.yml"
    assert not page.locator(".no-way").count()


def test_a_package_begins_with_its_manifest(visit: Visits) -> None:
    keys = Keys(visit("http", accept_downloads=True))
    page = opened(keys.visit, "kk", f"correct={CENTRE}&step=send")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    content = Path(download.value.path()).read_bytes()
    assert zipfile.ZipFile(io.BytesIO(content)).namelist()[0] == MANIFEST
