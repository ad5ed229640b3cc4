"""What nobody meant to say is found; what only looks like it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.check.leftovers import left_in


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor",
        "TODO: дописать",
        "[введите название]",
        "[осында атын жазыңыз]",
        "<ваше имя>",
        "Здесь будет текст",
        "Мұнда мәтін болады",
        "Осы жерге мәтін жазу керек",
        "Жасанды интеллект ретінде мен",
        "Текст текст текст",
        "<# if x #>",
        "Как языковая модель, я не могу",
        ":contentReference[oaicite:0]{index=0}",
        "${name}",
    ],
)
def test_leftovers(text: str) -> None:
    assert {code for _, code, _ in left_in(f"Кіріспе. {text}.")} == {"words-leftover"}


@pytest.mark.parametrize(
    "text",
    [
        "Сау бол, дүние!\ufffd",
        "Карточки".encode().decode("cp1251"),
        "Балаларға арналған".encode().decode("cp1251", "replace"),
        "Карточки".encode().decode("latin-1"),
        "???????? ??????",
    ],
)
def test_spoilt_encodings(text: str) -> None:
    assert {code for _, code, _ in left_in(text)} == {"words-garbled"}


@pytest.mark.parametrize(
    "text",
    [
        "[бізге жазыңыз](about.md)",
        "[жазыңыз][letter]",
        "Толық атын жазыңыз.",
        "методика Тодорова",
        "Осы мәтін болашақ мұғалімге арналған",
        "Жасанды интеллект туралы сабақ",
        "«Введите код» деген терезе шығады",
        "Неужели???",
        "Рис, соя, Север",
        "XX век, XXI ғасыр",
        "{пример}",
        "100 % детей",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert list(left_in(text)) == []


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі АБРС.,–«»?!-", max_size=80))
def test_ordinary_letters_are_not_garbled(text: str) -> None:
    if "????" not in text:
        assert [code for _, code, _ in left_in(text) if code == "words-garbled"] == []
