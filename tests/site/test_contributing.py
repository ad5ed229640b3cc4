"""The form page: what it keeps, finds, says and offers; `test_filling.py` fills in each form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built import LANGUAGES
from faults.tabs import ChromiumTab
from filling.hand import Hand
from filling.proof import project as copied
from filling.proof import prove
from playwright.sync_api import Page
from projects import ROOT
from test_accessibility import seen_all_ways
from visits import NARROW, Visit, in_language, wait_until

from tirek.intake.package import MANIFEST, Package, read_package
from tirek.model.catalogue import Catalogue
from tirek.model.plain import digest_of, plain_of
from tirek.reading.nodes import read_document

Visits = Callable[..., Visit]

CENTRE = "units/almaty-school-10-centre"


def form(lang: str, what: str) -> str:
    return f"{in_language(lang, 'contribute.html')}#{what}"


def opened(visit: Visit, lang: str, what: str) -> Page:
    page = visit.open(form(lang, what))
    page.locator(".step-title").wait_for()
    return page


def hand(visit: Visit, lang: str) -> Hand:
    return Hand(ChromiumTab(visit.page), lang, Path("none"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, for packages to be laid over."""
    return copied(ROOT, tmp_path_factory.mktemp("project") / "tirek")


def manifest(package: Package) -> dict[str, Any]:
    document = read_document(MANIFEST, package.manifest)
    assert document.problems == ()
    assert isinstance(document.data, dict)
    return document.data


def test_a_story_is_corrected(visit: Visits, project: Path) -> None:
    reader = visit("file", accept_downloads=True)
    page = opened(reader, "ru", f"correct={CENTRE}&step=story")
    page.locator("#f-story-ru-description").fill("Что делал центр в 2016 году.")
    page.evaluate(f"location.hash = 'correct={CENTRE}&step=send'")
    page.locator("[data-save]").wait_for()
    story = "docs/ru/network/centres/almaty-school-10-centre.md"
    name, content = hand(reader, "ru").save()
    unit = f"catalogue/{CENTRE}.yml"
    prove(project, name, content, {"": {"mode": "correct"}, unit: {}, story: {}})
    package = read_package(content)
    before = (project / story).read_text(encoding="utf-8")
    assert package.files[story].decode().partition("\n\n")[2] == before.partition("\n\n")[2]
    assert story in manifest(package)["base"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_language_is_enough(visit: Visits, lang: str) -> None:
    """The other language's boxes say that they may stay empty; the end says what is missing."""
    page = opened(visit("file"), lang, "new=units")
    page.locator("#f-main-not_translated-1").check()
    page.locator("#f-main-not_translated-1:focus").wait_for()
    page.evaluate("location.hash = 'new=units&step=start'")
    page.locator("#f-main-basis-kk").fill("Басқарманың бұйрығы")
    assert page.locator("label[for='f-main-basis-ru'] small").count() == 1
    assert page.locator("label[for='f-main-basis-kk'] small").count() == 0
    page.evaluate("location.hash = 'new=units&step=send'")
    page.locator("[data-preview]").get_by_text("Басқарманың бұйрығы").wait_for()
    assert page.locator(".step li").filter(has_text=MISSING[lang]).count()


MISSING = {"kk": "орысша мәтіні", "ru": "текст на русском"}


def test_a_confirmation_knows_what_it_began_with(
    visit: Visits, project: Path, catalogue: Catalogue
) -> None:
    reader = visit("file", accept_downloads=True)
    page = opened(reader, "ru", f"confirm={CENTRE}")
    page.locator("input[name=f-main-status]").first.check()
    page.evaluate(f"location.hash = 'confirm={CENTRE}&step=sender'")
    page.locator("#f-sender-role").fill("координатор")
    page.locator("#f-sender-organisation").fill("№10 орта мектеп, Алматы")
    page.evaluate(f"location.hash = 'confirm={CENTRE}&step=send'")
    page.locator("[data-save]").wait_for()
    _, content = hand(reader, "ru").save()
    package, path = read_package(content), f"catalogue/{CENTRE}.yml"
    before = plain_of(catalogue.units["almaty-school-10-centre"])
    assert manifest(package)["base"] == {path: digest_of(before)}
    after = read_document(path, package.files[path]).data
    assert isinstance(after, dict)
    assert after["status"] == "active"
    changed = {"status", "confirmed"}
    assert {k: v for k, v in after.items() if k not in changed} == {
        k: v for k, v in before.items() if k not in changed
    }


@pytest.mark.parametrize(
    "what", [CENTRE, "organisations/almaty-school-10", "materials/annual-report"]
)
def test_a_record_passes_through_the_form_unchanged(
    visit: Visits, catalogue: Catalogue, what: str
) -> None:
    reader = visit("file", accept_downloads=True)
    opened(reader, "kk", f"correct={what}&step=send")
    _, content = hand(reader, "kk").save()
    folder, name = what.split("/")
    before = plain_of(catalogue.of_kind(folder)[name])
    data = read_document("x.yml", read_package(content).files[f"catalogue/{what}.yml"]).data
    assert isinstance(data, dict)
    if folder == "materials":
        data["updated"] = before["updated"]  # the day of the correction
    assert data == before


MANY = "example-014"
"""One of more materials than come as a list: the search engine finds it."""


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_one_of_many_records_is_looked_up(visit: Visits, scheme: str) -> None:
    page = opened(visit(scheme), "ru", "new=materials&step=access")
    box = page.locator("#f-main-related")
    box.fill("пр")
    page.locator("#f-main-related-list").get_by_text("хотя бы три буквы").wait_for()
    box.fill("пример ойын 14")
    options = page.locator("#f-main-related-list [role=option]")
    options.first.wait_for()
    assert options.count() <= 40
    box.fill(MANY)
    page.locator(f"#f-main-related-list [data-id={MANY}]").click()
    chosen = page.locator("#f-main-related").locator("xpath=../..").locator(".look-chosen button")
    assert chosen.inner_text().startswith("Пример № 14")
    assert not page.evaluate("document.querySelectorAll('script[src*=list-materials]').length")
    # Typed in full, without choosing: there is one, and there is none.
    for name, problem in (("example-015", False), ("example-999", True)):
        box.fill(name)
        box.press("Tab")
        page.locator(f".look-chosen button >> text={'№ 15' if not problem else name}").wait_for()
    wrong = page.locator("#f-main-related[aria-invalid]")
    wrong.wait_for()


TYPE_AND_GO_DOWN = """async (text) => {
  const box = document.querySelector('#f-main-kind');
  box.focus();
  for (const letter of text) {
    box.value += letter;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const down = { key: 'ArrowDown', bubbles: true, cancelable: true };
  box.dispatchEvent(new KeyboardEvent('keydown', down));
  // Longer than a list waits for the next letter.
  await new Promise((resolve) => setTimeout(resolve, 400));
  return document.getElementById(box.getAttribute('aria-activedescendant'))?.textContent;
}"""


def test_a_step_down_is_not_forgotten_when_the_list_comes_later(visit: Visits) -> None:
    page = opened(visit("file"), "ru", "new=organisations")
    # Keys faster than timers: first with no list yet, then with the list of what was there before.
    assert page.evaluate(TYPE_AND_GO_DOWN, "дет").startswith("детский сад")
    assert page.evaluate(TYPE_AND_GO_DOWN, "ский с").startswith("детский сад")


def test_a_record_is_found_among_all_kinds(visit: Visits) -> None:
    reader = visit("http")
    page = reader.open(form("ru", "find"))
    for typed, kind, may_confirm in (
        ("almaty-school-10-centre", "units", True),
        (MANY, "materials", False),
    ):
        page.locator("#find").fill(typed)
        page.locator(f"#find-list [data-id='{kind}/{typed}']").click()
        assert page.locator(f"a[href='#correct={kind}/{typed}']").is_visible()
        assert page.locator(f"a[href='#confirm={kind}/{typed}']").count() == may_confirm
    page.locator(f"a[href='#correct=materials/{MANY}']").click()
    page.get_by_role("heading", name="Пример № 14", exact=False).wait_for()


def test_an_id_that_is_taken_is_refused(visit: Visits) -> None:
    page = opened(visit("file"), "kk", "new=materials")
    page.locator("#f-main-id").fill(MANY)
    page.locator("[data-next]").click()
    page.locator("#f-main-id[aria-invalid]").wait_for()


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


ROWS = """
    root => [...root.querySelectorAll('dl.rows > div')].map(row =>
        ['dt', 'dd'].map(name => row.querySelector(name).textContent.replace(/[\\s,]/g, '')))
"""
"""What a page says in rows; a list of links there is a line with commas in a preview."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("what", "uri"),
    [
        (CENTRE, "network/centres/almaty-school-10-centre.html"),
        ("units/karaganda-school-27-site", "network/sites/karaganda-school-27-site.html"),
        ("organisations/almaty-school-10", "organisations/almaty-school-10.html"),
        ("materials/annual-report", "catalogue/annual-report.html"),
        ("materials/study-2016", "catalogue/study-2016.html"),
    ],
)
def test_the_preview_says_what_the_page_says(visit: Visits, lang: str, what: str, uri: str) -> None:
    reader = visit("file")
    main = reader.open(in_language(lang, uri)).locator("main")
    rows, leads = main.evaluate(ROWS), main.locator(".lead").all_inner_texts()
    page = opened(reader, lang, f"correct={what}&step=send")
    preview = page.locator("[data-preview]")
    shown = preview.evaluate(ROWS)
    assert len(shown) > 4
    if what.startswith("materials/"):
        assert [row for row in shown if row not in rows] == []  # the page adds what cites it
    else:
        assert shown == rows
    assert preview.locator(".lead").all_inner_texts() == leads


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_at_any_step(visit: Visits, lang: str) -> None:
    reader = visit("http", width=NARROW)
    found = []
    for what, steps in (
        (f"correct={CENTRE}", ("place", "work", "story", "send")),
        ("new=materials", ("what", "files", "whom", "send")),
        ("new=events", ("when",)),
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
        " {mail: 'tirek@example.org', repository: 'https://example.org/tirek', branch: 'trunk'})"
    )
    page.locator(".steps-list a").first.click()
    page.evaluate(f"location.hash = 'correct={CENTRE}&step=send'")
    page.locator("[data-letter]").wait_for()
    letter = page.locator("[data-letter]").get_attribute("href") or ""
    assert letter.startswith("mailto:tirek@example.org?subject=")
    assert "almaty-school-10-centre" in letter
    assert len(letter) < 2000
    proposal = page.locator("[data-github] a").first.get_attribute("href")
    assert proposal == f"https://example.org/tirek/edit/trunk/catalogue/{CENTRE}.yml"
    assert not page.locator(".no-way").count()


def test_a_package_begins_with_its_manifest(visit: Visits) -> None:
    page = opened(visit("http", accept_downloads=True), "kk", f"correct={CENTRE}&step=send")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    content = Path(download.value.path()).read_bytes()
    assert zipfile.ZipFile(io.BytesIO(content)).namelist()[0] == MANIFEST
