"""What search takes as one meaning."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.scheme import Concept
from tirek.reading.project import read_project
from tirek.search.analysis import Analyser
from tirek.search.concepts import Thesaurus, thesaurus
from tirek.views.meanings import RELATED, SYNONYMS, concepts

ROOT = Path(__file__).resolve().parents[3]
ANALYSERS = {lang: Analyser(lang) for lang in LANGUAGES}


@cache
def catalogue() -> Catalogue:
    return read_project(ROOT)


@cache
def known() -> Thesaurus:
    stems = {lang: ANALYSERS[lang].stems for lang in LANGUAGES}
    return thesaurus(concepts(catalogue()), stems)


def said(lang: Language, text: str) -> set[int]:
    """Return what a document that holds ``text`` is about."""
    named = known().named(lang, ANALYSERS[lang].stems(text), text)
    return {*named, *known().abbreviated(lang, text)}


def asked(lang: Language, text: str) -> set[int]:
    """Return what a query that is ``text`` asks for."""
    first, *rest = ANALYSERS[lang].stems(text)
    hints = known().hints[lang].get(first, ())
    return said(lang, text) | {number for others, number in hints if list(others) == rest}


@pytest.mark.parametrize(
    ("query", "lang", "text"),
    [
        ("садик", "kk", "балабақша"),
        ("балабақша", "ru", "детский сад"),
        ("ЕББҚ", "ru", "дети с ООП"),
        ("саңырау бала", "ru", "глухие дети"),
        ("солнечные дети", "kk", "зият бұзылысы"),
        ("пандус", "ru", "безбарьерная среда"),
        ("вспомогательная школа", "kk", "арнайы мектеп"),
        ("надомное обучение", "kk", "үйде оқыту"),
        ("заика", "ru", "нарушения речи"),
        ("су қараңғы", "ru", "незрячие дети"),
        ("тентек бала", "ru", "дети с девиантным поведением"),
        ("не сидит на месте", "kk", "зейін тапшылығы"),
        ("осал топ", "ru", "дети-сироты"),
        ("близорукость", "kk", "нашар көретін балалар"),
        ("хоумскулинг", "kk", "үйде оқыту"),
        ("колледжге түсу", "ru", "продолжение обучения"),
        ("куда жаловаться", "kk", "шағым"),
        ("аутята", "kk", "аутизмі бар балалар"),
        ("тьюторша", "kk", "педагог-ассистент"),
        ("продлёнка", "kk", "күні ұзартылған топ"),
        ("профилактика", "kk", "алдын алу шаралары"),
        ("классуха", "ru", "учитель"),
        ("соцопрос", "kk", "әлеуметтанулық зерттеу"),
        ("пособие на ребёнка", "kk", "әлеуметтік қорғау"),
        ("преемственность", "kk", "мектепке дайындық"),
        ("олигофренопедагог", "ru", "специальный педагог"),
    ],
)
def test_what_is_asked_in_other_words_is_found(query: str, lang: Language, text: str) -> None:
    wanted = asked("kk", query) | asked("ru", query)  # the language of a query is not known
    assert wanted & said(lang, text)


@pytest.mark.parametrize(
    ("query", "lang", "text"),
    [
        ("НПО", "ru", "общественный фонд"),
        ("мероприятие", "ru", "круглый стол"),
        ("школа-лицей", "ru", "лица с ООП"),
        ("отдел образования", "ru", "сёла района"),
        ("Семипалатинск", "ru", "семья ученика"),
        ("право", "ru", "Положение о центре"),
        ("рекомендация", "ru", "координационный совет"),
        ("прозрачность", "ru", "центр открыт"),
        ("мамандық", "kk", "кәсіби өсу"),
        ("дағды", "kk", "икемді кесте"),
        ("TIMSS", "ru", "PISA"),
        ("мақала", "ru", "учитель может стать примером"),
        ("поручни", "ru", "выполнить поручение"),
        ("перспектива", "kk", "болашақ мұғалім"),
        ("профилактика", "kk", "кітапты алды да, орнына қайта алып қойды"),
        ("зағип", "kk", "баланы өз көзімен көрген"),
        ("правозащитник", "kk", "құқық қорғау органдары"),
        ("қысқарған сөз", "kk", "қысқартылған күн"),
        ("мектепке қабылдау", "kk", "шешім қабылдау"),
        ("қанағаттану", "ru", "довольно часто"),
        ("қылмыс", "kk", "баланың құқығы бұзылды"),
    ],
)
def test_a_word_like_another_is_not_taken_for_it(query: str, lang: Language, text: str) -> None:
    assert not (asked("kk", query) | asked("ru", query)) & said(lang, text)


def test_a_related_word_says_nothing_of_a_text() -> None:
    assert not said("ru", "пандус") & said("ru", "безбарьерная среда")


@pytest.mark.parametrize(
    ("lang", "spelled"),
    [
        ("kk", "мектепке дейінгі ұйым"),
        ("ru", "техническое и профессиональное образование"),
    ],
)
def test_the_first_words_of_a_note_spell_an_abbreviation(lang: Language, spelled: str) -> None:
    assert spelled in {name for concept in concepts(catalogue()) for name in concept.phrases[lang]}


def test_what_a_note_says_of_an_abbreviation_is_no_name() -> None:
    assert not said("kk", "қазақша қысқартылмайды")


def test_hyphens_may_be_missing() -> None:
    whole = said("kk", "психологиялық-медициналық-педагогикалық консультация")
    assert whole
    assert said("kk", "психологиялық медициналық педагогикалық консультация") >= whole


def entries() -> Iterator[tuple[str, Concept]]:
    for scheme in (*SYNONYMS, RELATED):
        for concept in catalogue().vocabularies[scheme].concepts:
            yield scheme, concept


def test_every_file_of_synonyms_is_read() -> None:
    files = {name for name in catalogue().vocabularies if name.startswith("synonyms")}
    assert files == set(SYNONYMS)


def test_words_join_terms_that_there_are() -> None:
    terms = {
        f"{scheme}:{concept.id}"
        for scheme, vocabulary in catalogue().vocabularies.items()
        for concept in vocabulary.concepts
    }
    unknown = {match for _, concept in entries() for match in concept.matches} - terms
    assert not unknown


def test_a_related_word_is_related_to_something() -> None:
    assert [c.id for name, c in entries() if name == RELATED and not c.matches] == []


def test_what_is_related_to_a_term_stands_in_one_record() -> None:
    told = [concept.matches for name, concept in entries() if name == RELATED]
    assert len(set(told)) == len(told)


def test_no_word_stands_twice_in_a_concept() -> None:
    for scheme, concept in entries():
        for lang in LANGUAGES:
            label = getattr(concept.label, lang)
            words = [label, *getattr(concept.alt, lang)]
            stems = [tuple(ANALYSERS[lang].stems(word)) for word in words]
            assert len(set(stems)) == len(stems), (scheme, concept.id, words)
