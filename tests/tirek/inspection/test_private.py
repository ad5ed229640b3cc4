"""What is private is found in both languages; what only looks so is not."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tirek.inspection.authors import is_person
from tirek.inspection.identification import identification_numbers
from tirek.inspection.private import inspectors_for, private_spots

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

from case import NUMBER, valid_number  # noqa: E402

PRIVATE = {
    "privacy-number": [
        NUMBER,
        f"ЖСН: {NUMBER}",
        f"{NUMBER[:6]} {NUMBER[6:]}",
        f"{NUMBER[:6]}\u00a0{NUMBER[6:]}",
        "-".join(NUMBER),
        ".".join((NUMBER[:4], NUMBER[4:8], NUMBER[8:])),
        "".join(chr(ord(digit) - 0x30 + 0xFF10) for digit in NUMBER),
        f"| {NUMBER[:6]} | {NUMBER[6:]} |",
        f"1;{NUMBER[:6]};{NUMBER[6:]};а",
        f'"{NUMBER[:6]}","{NUMBER[6:]}"',
        " \t".join(NUMBER),
        f"| {' | '.join(NUMBER)} |",
        f"ИИН {NUMBER[:11]}{(int(NUMBER[11]) + 1) % 10}",
    ],
    "privacy-birth-date": [
        "Иванов Иван, дата рождения 12.05.2015",
        "Асанов Асан Асанович, 12.05.2014 г.р.",
        "Беркутова Дана 2014 жылы 3 мамыр күні туған",
        "Оқушы Асанов А. туған күні: 2015-05-12",
        "Беріков Асқар, 12.05.2014 т.ж.",
        "Родился 3 мая 2013 года, зовут Ержан Садыков",
    ],
    "privacy-phone": [
        *(
            "+7 701 123 45 67",
            "8(777)1234567",
            "87051234567",
            "+7-747-123-45-67",
            "8 776 123 45 67",
        ),
    ],
    "privacy-mail": ["aigul@gmail.com", "Пошта: a.b-c+1@mail.ru", "x_y@yandex.kz.", "a @ inbox.ru"],
    "privacy-diagnosis": [
        "У ученика Иванова Ивана аутизм",
        "Ребёнок Айдос, 6 лет, РАС",
        "Оқушы Айдос – аутизм",
        "Асқар Беріков, 7 жаста, диагнозы: БЦП",
        "Иванов И. И., 2 класс, ДЦП",
        "Беркутова Дана, инвалид с детства",
        "Ержан Садыков: F84.0",
        "Қызы Аружан, 9 жаста, церебралдық сал",
        "Ұлым Әлидің зияты бұзылған",
        "Шәкірт Мағжан, есту қабілетінің бұзылысы",
        "Алия Серікова, 8 жаста, қант диабеті",
        "Мария, 7 лет, нарушение речи",
        "Моя внучка Варвара, ЗРР",
        "Оқушы Ибраһим, көру қабілеті бұзылған",
        "Педагог Иванова А. П. занимается с учеником Асановым Асаном, диагноз – ЗПР",
    ],
    "privacy-class-list": [
        "Список класса:\n1. Иванов Иван\n2. Асанов Асан\n3. Петрова Мария",
        "2 «Б» сынып оқушылары: Беріков Асқар, Иванова Мария, Асанова Дана",
        "| № | ФИО |\n|---|---|\n| 1 | Иванов Иван |\n| 2 | Асанов Асан |\n| 3 | Петрова Мария |",
        "Топтың тізімі\n\nИВАНОВ ИВАН\nАСАНОВ АСАН\nПЕТРОВА МАРИЯ",
        "Балалар:\n- Садыков Е.\n- Иванов И.\n- Асанов А.",
    ],
}

OPEN = (
    "13 оқушы, 13 учеников, 13 pupils",
    "№ 10 мектеп, +7 (727) 250-12-34, 8 (7172) 74-25-00, info@school.edu.kz",
    "И. Алтынсарин атындағы Ұлттық академия, аутизм бойынша зерттеу",
    "Автор: Иванова Анна Петровна, методика для детей с аутизмом",
    "О. Ф. Чумакова, Т. В. Фомина. Аутизм: пособие для педагогов",
    "Ыбырай Алтынсарин 1841 жылы 20 қазанда туған",
    "Президент Н. Назарбаев қол қойды: 2007 жылғы 27 шілде",
    "Л. С. Выготский о детях с умственной отсталостью",
    "Лев Выготский: умственная отсталость",
    "Школа имени Ю. А. Гагарина для детей с ДЦП",
    "БСН 990240003456, ИИК KZ86125KZT5004100100",
    "ISBN 978-601-338-123-4; ISSN 1234-5678; DOI 10.1000/182",
    "Авторы:\n1. Иванов И. И., профессор\n2. Петров П. П., доцент\n3. Асанов А. А., методист",
    "2013–2014, 2014–2015, 2015–2016 оқу жылдары; 2013 2014 2015",
    "Алматы қаласындағы аутизм орталығы; Астана, Жамбыл облысы, Абай ауданы",
    "Мария Монтессори әдісі аутизмі бар балаларға",
    "120 201 345 678 теңге бөлінді; 100 000 000 000",
    "Директор: Асанова Айгүл Болатқызы; психолог Иванова Мария",
    "Тест 5–6 жастағы балаларға, аутизмі бар оқушыға бейімделген",
    "Жауапты: Айгүл Асанова, әдіскер, 2026-11-22",
    "Комиссия құрамы:\nАсанова А. Б. – төраға\nИванов И. И. – мүше\nСадыков Е. К. – хатшы",
    "Мақсаты – аутизмі бар балаға көмектесу. Кеңес: 7 жаста басталады",
    "Кітапты Ержан Садыков пен Мария Иванова жазды",
    "Даун синдромы бар балалар, 12 сәуір 2015 жыл",
    "Назар аударыңыз: сөйлеу тілінің бұзылысы бар балаларға 8 сабақ",
    "Логопед Иванова Анна: нарушения речи у детей 7 лет",
    "Приказ от 12.05.2015 отменён, т.к. его подписал Иванов И. И.",
    "Роза Рымбаева атындағы орталық, есту қабілетінің бұзылысы",
)


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in PRIVATE.items() for text in texts]
)
def test_what_is_private_is_found(code: str, text: str) -> None:
    assert code in {spot.code for spot in private_spots(text)}


@pytest.mark.parametrize("text", OPEN)
def test_what_is_open_passes(text: str) -> None:
    assert list(private_spots(text)) == []


@pytest.mark.parametrize("name", ["Учитель", "мұғалім-2", "Компьютер 14", "№5 мектеп", "user"])
def test_a_post_or_a_place_in_the_properties_of_a_file_is_nobody(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize("name", ["Асанова Айгүл", "Психолог Иванова Мария", "aigul"])
def test_a_name_in_the_properties_of_a_file_is_a_person(name: str) -> None:
    assert is_person(name)


def test_a_contact_may_be_a_phone_and_a_mail_but_no_number() -> None:
    assert list(private_spots("+7 701 123 45 67, a@gmail.com", contacts=True)) == []
    assert [spot.code for spot in private_spots(NUMBER, contacts=True)] == ["privacy-number"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.integers(0, 9999))
def test_every_valid_number_is_found_and_no_other_passes_for_one(when: date, order: int) -> None:
    century = "3" if when.year < 2000 else "5"
    first = f"{when:%y%m%d}{century}{order:04}"
    try:
        number = valid_number(first)
    except AssertionError:
        return
    assert [spot.value for spot in identification_numbers(f"№ {number}.")] == [number]
    other = number[:11] + str((int(number[11]) + 1) % 10)
    assert list(identification_numbers(other)) == []


def test_three_hundred_good_variants_of_real_texts_raise_no_alarm() -> None:
    """Real summaries with years, schools, figures, officials and offices put in by turns."""
    put_in = (
        *("2016 жылы 13 оқушы", "в 2016 году – 13 учеников", "№ 19 мектеп", "школа № 19"),
        *("И. Алтынсарин атындағы", "имени Ю. А. Гагарина", "О. Ф. Чумакова", "Т. В. Фомина"),
        *("8 (7172) 74-25-00", "info@pmpk.edu.kz", "2007 жылғы 27 шілдедегі № 319 заң"),
        *("әдіскер Айгүл Асанова", "методист Мария Иванова", "27,4 %", "тел.: 8 (7212) 56-15-51"),
    )
    texts = []
    for path in sorted((ROOT / "catalogue" / "materials").glob("*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        texts += [(lang, data["summary"][lang]) for lang in ("kk", "ru")]
    variants = 0
    for number, (_, text) in enumerate(texts):
        words = text.split()
        for turn in range(6):
            at = (number * 7 + turn * 5) % len(words)
            piece = put_in[(number + turn * 4) % len(put_in)]
            variant = " ".join((*words[:at], piece, *words[at:]))
            assert list(private_spots(variant)) == [], variant
            variants += 1
    assert variants >= 300


@given(
    st.lists(
        st.sampled_from(
            ["Айша", "Серікова", "аутизм", "ДЦП", NUMBER, "8 701 123 45 67", "оқушы", "сөз", ","]
        ),
        max_size=8,
    ),
    st.lists(st.sampled_from(["жұмыс", "Отчёт", "2016", "\n"]), max_size=4),
)
def test_who_need_not_look_would_have_found_nothing(part: list[str], rest: list[str]) -> None:
    text = " ".join(part)
    spots = {
        spot for inspector in inspectors_for(" ".join((text, *rest))) for spot in inspector(text)
    }
    assert spots == set(private_spots(text))
