"""The browser's words and stems are Python's, word for word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search.node import in_node

from tirek.search.analysis import Analyser
from tirek.search.made import start
from tirek.search.words import words_in

ROOT = Path(__file__).resolve().parents[3]


def browser(texts: Sequence[str]) -> list[list[object]]:
    rules = json.loads(start(64, {}, []))
    made: list[list[object]] = in_node(
        Path(__file__).with_name("analyse.js"), {"start": rules, "texts": list(texts)}
    )
    return made


def ours(texts: Sequence[str]) -> list[list[object]]:
    kazakh, russian = Analyser("kk"), Analyser("ru")
    made: list[list[object]] = []
    for text in texts:
        words = words_in(text)
        stems = [[each.stem(word) for word in words] for each in (kazakh, russian)]
        made.append([words, *stems, crc32(text.encode())])
    return made


def project_texts() -> list[str]:
    paths = [*ROOT.glob("docs/*/**/*.md"), *ROOT.glob("catalogue/*/*.yml")]
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


def test_every_word_of_the_project() -> None:
    texts = project_texts()
    assert len(texts) > 200
    assert browser(texts) == ours(texts)


def test_every_letter_there_is() -> None:
    """Folding agrees on all of Unicode's first plane, alone and beside a letter."""
    letters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    texts = [f"а{letter}б {letter}" for letter in letters]
    differing = [
        letter for letter, a, b in zip(letters, browser(texts), ours(texts), strict=True) if a != b
    ]
    assert differing == []


CYRILLIC = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі-", min_size=1, max_size=20)
ENDINGS = [
    "лардың",
    "дері",
    "ымыз",
    "дағы",
    "ған",
    "ды",
    "ынан",
    "тар",
    "сы",
    "ына",
    "ованный",
    "ейшая",
    "ость",
    "ившись",
    "ующего",
    "ями",
]
WORDS = st.builds("".join, st.tuples(CYRILLIC, st.sampled_from(ENDINGS), st.sampled_from(ENDINGS)))


@given(st.lists(st.one_of(WORDS, CYRILLIC, st.text(max_size=20)), min_size=300, max_size=400))
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[
        HealthCheck.large_base_example,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
def test_any_words(texts: list[str]) -> None:
    whole = [text.encode("utf-8", "ignore").decode() for text in texts]
    assert browser(whole) == ours(whole)
