"""Kazakh stems: the forms of a word share one, however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.search.kazakh import RULES, stem
from tirek.search.words import folded
from tirek.text import KAZAKH_ALPHABET, fold


def stems(words: str) -> set[str]:
    return {stem(folded(word)) for word in words.split()}


@pytest.mark.parametrize(
    "forms",
    [
        "мектеп мектептер мектептерде мектептердің мектебі мектебіне мектебінде мектебіміз",
        "бала балалар балаларға балалардың баласы баласын баланың баламен балалардағы",
        "бала балам баламды баламның балаң балаңыз баламыз",
        "ұл ұлым ұлымның ұлы",
        "мұғалім мұғалімдер мұғалімдердің мұғалімге мұғалімнен мұғаліміміз",
        "орталық орталықтар орталығы орталығында орталықтардың орталыққа",
        "қыз қызды қыздың қыздар қыздардан қызы",
        "халық халқы халқының халыққа",
        "тәрбиеші тәрбиешілер тәрбиешінің тәрбиешілерге",
        "оқиды оқыды оқыған оқып оқымайды оқымаған",
        "жасайды жасаған жасады жасау жасалған жасап",
        "Қарағанды Қарағандыда Қарағандыдағы Қарағандының",
        "анықтау анықталды анықталғаны анықтағанын анықталғандары",
        "беру берілді берілгенін берген",
        "тәсіл тәсілді тәсілдің",
        "педагог педагогтер педагогтердің педагогтарға",
        "сынып сыныпты сыныбы сыныптарда",
        "тақырып тақырыпты тақырыбы тақырыптан",
        "бағдарлама бағдарламаны бағдарламаның бағдарламасы бағдарламалар",
        "бөлме бөлмені бөлмелер",
        "кесте кестені кестесінде",
        "жағдай жағдайын жағдайларды",
        "мақсат мақсаты мақсатын мақсаттар",
        "маман маманы маманын мамандар",
        "қандас қандасы қандасын қандастар",
        "логопед логопеді логопедтер",
        "мекеме мекемесі мекемесін",
        "модель моделі модельдер моделін",
        "құжат құжаты құжатын құжаттарды",
        "деңгей деңгейі деңгейін деңгейде",
        "сенім сенімі сенімін",
        "қорытынды қорытындысы қорытындылар",
        "желі желісі желінің",
        "береді беретін беретіндей",
        "таңдау таңдайды таңдалады таңдаған",
        "көбею көбеюі көбейеді көбейген",
        "түсу түседі түсетін түскен",
        "бағалау бағаланады бағаланған бағалануы",
        "зерделеу зерделенді зерделенген",
        "бағалайтын бағалайтындай",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len(stems(forms)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "адам ада",  # м is no possession here
        "алтын алты",
        "кітап кіт",
        "Қазақстан қазақ",
        "өзен өз",
        "шағын шақ",
        "жанжалды жанжа",
        "оқушы оқу",  # a pupil is not studying
        "сынып сын",
        "жазба жазу",
        "балама балам",  # another way is not my child
    ],
)
def test_other_words_stay_apart(words: str) -> None:
    assert len(stems(words)) == len(words.split())


@pytest.mark.parametrize("word", ["мектептерде", "қыздардың", "ұлымызға", "үйіндегі", "өңірлерден"])
def test_typing_without_kazakh_letters_changes_nothing(word: str) -> None:
    assert stem(folded(word)) == stem(fold(fold(word)))


@given(st.text(alphabet=fold(KAZAKH_ALPHABET), min_size=1, max_size=24))
def test_a_stem_is_never_empty_and_never_longer(word: str) -> None:
    found = stem(word)
    assert found
    # A root that loses a vowel before an ending gets it back: халқы, халық.
    assert len(found) <= max(len(word), 5)


def test_every_ending_leaves_a_known_state() -> None:
    for rules in RULES.values():
        for found in rules.values():
            for rule in found:
                assert rule.state == "" or rule.state in RULES
                assert rule.last
