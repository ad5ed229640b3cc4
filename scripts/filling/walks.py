"""How each form is filled in by keyboard alone, and what its file must hold then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from faults.tabs import until

from filling.hand import Hand

CENTRE: Final = "almaty-school-10-centre"
SCHOOL: Final = "almaty-school-10"

PLAN: Final = "Сабақ жоспары: бірінші сынып.\n"
"""Content of the file that comes with a material."""

PLAN_NAME: Final = "Жоспар 1.txt"


@dataclass(frozen=True, slots=True)
class Walk:
    """One form."""

    name: str
    page: str
    """Where a reader begins: a page without its language, and what follows ``#``."""
    fill: Callable[[Hand], None]
    """Fills in the form that is open, up to its last step."""
    due: Mapping[str, Mapping[str, Any]]
    """Values by path of a file and dotted path in it; of the manifest under ``""``."""


def _unit(hand: Hand) -> None:
    region = "қарағ" if hand.lang == "kk" else "караг"
    hand.tick("#host-new")
    until(hand.tab, "document.querySelector('a[href$=\"step=host-what\"]')")
    until(hand.tab, "document.querySelector('#host-new:focus')")
    hand.radio("f-main-kind", 1)
    hand.look_up("#f-main-region_2016", region)
    hand.look_up("#f-main-region", region)
    hand.on()
    hand.date("f-main-opened", "", 9, "2026")
    hand.both("f-main-basis", "№ 00 бұйрық", "Приказ № 00")
    hand.on()
    hand.both("f-main-directions", "кеңес беру", "консультации")
    hand.on(2)
    hand.write("#f-story-kk-title", "№ 00 мектептің ресурстық кабинеті")
    hand.write("#f-story-ru-title", "Ресурсный кабинет школы № 00")
    hand.write("#f-story-kk-body", "Кабинет мұғалімдерге сабаққа дайындалуға көмектеседі.")
    hand.write("#f-story-ru-body", "Кабинет помогает учителям готовить уроки для всего класса.")
    hand.on(2)
    hand.look_up("#f-host-kind", "жалпы білім" if hand.lang == "kk" else "общеобраз")
    hand.both("f-host-short", "№ 00 мектеп, Қарағанды", "Школа № 00, Караганда")
    hand.on()
    hand.look_up("#f-host-region", region)
    hand.on(2)


def _one_language(hand: Hand) -> None:
    hand.radio("f-main-not_translated", 1)
    until(hand.tab, "document.querySelector('#f-main-not_translated-1:focus')")
    hand.look_up("#f-main-host", "kyzylorda-school-264")
    hand.radio("f-main-kind", 0)
    hand.on()
    hand.write("#f-main-basis-kk", "Басқарманың бұйрығы")
    hand.on(4)
    hand.write("#f-story-kk-body", "Орталық мектептерге кеңес береді, сабақтарға қатысады.")
    hand.on(3)


def _organisation(hand: Hand) -> None:
    hand.look_up("#f-main-kind", "балабақша" if hand.lang == "kk" else "детский сад")
    hand.both("f-main-short", "№ 0 балабақша, Ақтау", "Детский сад № 0, Актау")
    hand.on()
    hand.look_up("#f-main-region", "маңғ" if hand.lang == "kk" else "манг")
    hand.both("f-main-place", "Ақтау", "Актау")
    hand.on()
    hand.write("#f-main-inclusive_classes", "2")
    hand.on()
    hand.both("f-main-building_access", "пандус бар", "есть пандус")
    hand.on(3)


def _material(hand: Hand) -> None:
    hand.both("f-main-title", "Сабақ жоспары: төрт мезгіл", "План урока: времена года")
    hand.both(
        "f-main-summary",
        "Бірінші сыныпқа арналған дайын жоспар: суреттер, сұрақтар, жұппен жұмыс.",
        "Готовый план для первого класса: картинки, вопросы и работа в парах.",
    )
    hand.look_up("#f-main-type", "жоспар" if hand.lang == "kk" else "план")
    hand.tick("#f-main-languages-0")
    hand.on()
    hand.file("#f-main-files-choose")
    until(hand.tab, "document.querySelector('.items .item')")
    hand.on()
    hand.tick("#f-main-audience-0")
    hand.on()
    hand.look_up("#f-main-provided_by", CENTRE)
    hand.choose("#f-main-licence", 1)
    hand.on(3)
    hand.on()
    hand.write("#f-sender-role", "координатор")
    hand.on()


def _event(hand: Hand) -> None:
    hand.choose("#f-main-kind", 1)
    hand.both("f-main-title", "Ашық сабақтар апталығы", "Неделя открытых уроков")
    hand.on()
    hand.date("f-main-date", "5", 10, "2026")
    hand.look_up("#f-main-unit", CENTRE)
    hand.both("f-main-audience", "мұғалімдер", "учителя")
    hand.on(3)


def _confirmed(hand: Hand) -> None:
    hand.to("#confirm a[href*='confirm=']")
    hand.tab.press("Enter")
    until(hand.tab, "document.querySelector('.step-title')")
    hand.radio("f-main-status", 1)  # from the last one round to the first
    hand.on(3)
    hand.write("#f-sender-role", "координатор")
    hand.write("#f-sender-organisation", "№10 орта мектеп, Алматы")
    hand.on()


def _corrected(hand: Hand) -> None:
    hand.to("#confirm a[href*='correct=']")
    hand.tab.press("Enter")
    until(hand.tab, "document.querySelector('.step-title')")
    hand.on(2)
    hand.write("#f-main-inclusive_classes", "7")
    hand.on(4)


def _feedback(hand: Hand) -> None:
    hand.write("#f-sender-note", "Іздеу таппады. Қайда?")
    hand.on(2)


WALKS: Final = (
    Walk(
        "unit with its organisation",
        "contribute.html#new=units",
        _unit,
        {
            "": {"mode": "new", "kind": "units"},
            "catalogue/units/karaganda-school-00-cabinet.yml": {
                "kind": "cabinet",
                "host": "karaganda-school-00",
                "opened": "2026-09",
                "basis.ru": "Приказ № 00",
                "directions.kk": ["кеңес беру"],
            },
            "catalogue/organisations/karaganda-school-00.yml": {
                "kind": "school",
                "short.ru": "Школа № 00, Караганда",
            },
            "docs/kk/network/cabinets/karaganda-school-00-cabinet.md": {},
            "docs/ru/network/cabinets/karaganda-school-00-cabinet.md": {},
        },
    ),
    Walk(
        "unit in one language",
        "contribute.html#new=units",
        _one_language,
        {
            "": {"mode": "new", "kind": "units"},
            "catalogue/units/kyzylorda-school-264-centre.yml": {
                "not_translated": "ru",
                "basis": {"kk": "Басқарманың бұйрығы"},
            },
            "docs/kk/network/centres/kyzylorda-school-264-centre.md": {},
        },
    ),
    Walk(
        "organisation",
        "contribute.html#new=organisations",
        _organisation,
        {
            "": {"mode": "new", "kind": "organisations"},
            "catalogue/organisations/mangystau-kindergarten-0.yml": {
                "kind": "kindergarten",
                "short.kk": "№ 0 балабақша, Ақтау",
                "place.ru": "Актау",
                "inclusive_classes": "2",
                "building_access.ru": "есть пандус",
            },
        },
    ),
    Walk(
        "material with a file",
        "contribute.html#new=materials",
        _material,
        {
            "": {"mode": "new", "sender.role": "координатор"},
            "catalogue/materials/plan-uroka-vremena-goda.yml": {
                "title.kk": "Сабақ жоспары: төрт мезгіл",
                "provided_by": CENTRE,
                "files.0.format": "txt",
            },
            "catalogue/files/plan-uroka-vremena-goda/zhospar-1.txt": {},
        },
    ),
    Walk(
        "event",
        "contribute.html#new=events",
        _event,
        {
            "": {"mode": "new", "kind": "events"},
            "catalogue/events/nedelya-otkrytykh-urokov-2026-10-05.yml": {
                "date": "2026-10-05",
                "unit": CENTRE,
                "audience.kk": "мұғалімдер",
            },
        },
    ),
    Walk(
        "confirmation",
        f"network/centres/{CENTRE}.html",
        _confirmed,
        {
            "": {"mode": "confirm", "id": CENTRE, "sender.role": "координатор"},
            f"catalogue/units/{CENTRE}.yml": {"status": "active"},
        },
    ),
    Walk(
        "correction",
        f"organisations/{SCHOOL}.html",
        _corrected,
        {
            "": {"mode": "correct", "id": SCHOOL},
            f"catalogue/organisations/{SCHOOL}.yml": {"inclusive_classes": "7"},
        },
    ),
    Walk(
        "feedback",
        "contribute.html#feedback=catalogue/index.html",
        _feedback,
        {"": {"note": "Іздеу таппады. Қайда?", "page": "catalogue/index.html"}},
    ),
)
