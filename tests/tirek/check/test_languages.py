"""The wrong language is noticed, and names, labels and quotations are left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek import LANGUAGES, Language
from tirek.check.languages import is_other, language_of, of_page
from tirek.check.sources import Words
from tirek.model.catalogue import Catalogue
from tirek.reading.pages import page_source


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Карточки с рисунками для уроков и занятий дома.", "ru"),
        ("Памятка родителям дошкольников об адаптации ребёнка", "ru"),
        ("Суретті карточкалар – әр әріпке жеке сурет берілген.", "kk"),
        ("Балаларға арналған суретті кітап", "kk"),
        ("Мектеп туралы материал және оның авторы", None),
        ("Мектеп", None),
        ("Алматы, Абай даңғылы, 52", None),
        ("А. Құнанбаев атындағы мектеп", "kk"),
        ("«Развитие речи», әдістемелік құрал", None),
        ("IT-маман", None),
        ("КГУ «Общеобразовательная школа №19»", None),
        ("М. Ю. Лермонтов, А. С. Пушкин, Л. Н. Толстой, И. С. Тургенев", None),
        ("", None),
        ("2016–2020", None),
    ],
)
def test_language_of(text: str, lang: str | None) -> None:
    assert language_of(text) == lang


def words_of_records(catalogue: Catalogue) -> list[Words]:
    """Every text in two languages of the project's own catalogue."""
    found = []
    for records in (catalogue.materials, catalogue.units, catalogue.organisations):
        for record in records.values():
            for slot in record.__slots__:
                both = getattr(record, slot)
                for lang in LANGUAGES:
                    text = getattr(both, lang, None)
                    if isinstance(text, str):
                        found.append(Words((slot, lang), text, lang))
    return found


def test_most_long_texts_of_the_catalogue_are_told_apart(catalogue: Catalogue) -> None:
    """Swapped languages are what people send in: nearly every summary must show it."""
    found = words_of_records(catalogue)
    assert not [w for w in found if language_of(w.text) not in (None, w.lang)]
    long = [w for w in found if len(w.text.split()) >= 12]
    told = [w for w in long if language_of(w.text) == w.lang]
    assert len(long) > 70
    assert len(told) > len(long) * 0.97


KK = "Бұл бөлімде мұғалімге арналған кеңестер берілген және олар қысқа."
RU = "В этом разделе даны советы для учителя, и они короткие."


@pytest.mark.parametrize(
    ("blocks", "line"),
    [([KK, RU], 0), ([RU], 5), ([RU, RU, KK], 5), ([KK, KK, f"> {RU}"], 0), (["# Тақырып", RU], 7)],
)
def test_a_page_mostly_in_the_other_language(blocks: list[str], line: int) -> None:
    text = "---\ntitle: Кеңестер\n---\n\n" + "\n\n".join(blocks) + "\n"
    found = list(of_page(page_source("docs/kk/a.md", "kk", "a.md", text)))
    assert [(p.line, p.code) for p in found] == ([(line, "language-not-kk")] if line else [])


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["және", "для", "Әлия", "«үшін»", "бала", "школьников", "әр", '"', "\n"]
            ),
            st.text(alphabet="абвәғқЁІ -«»\n", max_size=6),
        ),
        max_size=12,
    ).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_the_quick_look_and_the_long_one_agree(text: str, lang: Language) -> None:
    assert is_other(text, lang) == (language_of(text) not in (None, lang))
