"""Words for one thing."""

from __future__ import annotations

from tirek import LANGUAGES
from tirek.search.analysis import Analyser
from tirek.search.concepts import Concept, concept_term, thesaurus
from tirek.search.document import Document
from tirek.search.index import Weigher

ANALYSERS = {lang: Analyser(lang) for lang in LANGUAGES}
NEEDS = Concept({"kk": ("ЕББҚ", "ерекше білім беру қажеттіліктері"), "ru": ("ООП",)})
ALONE = Concept({"kk": ("бала",), "ru": ()})
STAFF = Concept({"kk": ("қолдау маманы",), "ru": ()}, {"kk": ("логопед", "психолог")})
FUND = Concept({"kk": ("қор",), "ru": ("фонд",)})
KNOWN = thesaurus([ALONE, NEEDS, STAFF, FUND], {lang: ANALYSERS[lang].stems for lang in LANGUAGES})


def named(text: str) -> list[int]:
    return KNOWN.named("kk", ANALYSERS["kk"].stems(text), text)


def test_a_phrase_is_known_in_any_form_and_with_words_between() -> None:
    assert named("ерекше білім беруге деген қажеттіліктермен") == [0]
    assert named("ерекше бала, білім, және тағы бір өте ұзақ беру қажеттілік") == []


def test_a_short_word_is_known_as_it_is_written_and_not_folded() -> None:
    stems = ANALYSERS["kk"].stems
    assert stems("қордың") == stems("көр") == ["кор"]
    assert named("қоғамдық қор, Қордың") == [2, 2]
    assert named("нашар көру, көрген") == []


def test_an_abbreviation_has_capitals_and_may_have_endings() -> None:
    assert KNOWN.abbreviated("kk", "ЕББҚ-сы бар бала, ЕББҚға көмек") == [0, 0]
    assert KNOWN.abbreviated("kk", "еббқ, ЕББ, ЖЕББҚ") == []
    assert named("ЕББҚ") == []


def test_a_concept_of_one_phrase_says_nothing() -> None:
    assert named("бала") == []


def test_a_document_is_found_by_what_it_does_not_say() -> None:
    document = Document("a", "a.html", "kk", "page", "ЕББҚ бар балалар")
    weights = Weigher(ANALYSERS["kk"], KNOWN).weigh(document)
    terms = dict(zip(weights.terms, weights.levels, strict=True))
    assert concept_term(0) in terms


def test_notes_lie_with_the_first_word() -> None:
    notes = KNOWN.notes("kk")
    assert notes["еббк"] == "^0:"
    assert notes["ерекше"] == "0:билим+бер+кажеттилик"
    assert set(notes["@0"].split("|")) == {"еббк", "ерекше+билим+бер+кажеттилик"}


def test_a_hint_asks_for_the_concept_and_says_nothing_of_it() -> None:
    assert named("логопед пен психолог") == []
    assert named("қолдау маманы") == [1]
    notes = KNOWN.notes("kk")
    assert notes["логопед"] == "1:"
    assert notes["@1"] == "колда+маман"
