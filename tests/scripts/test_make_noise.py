"""Noise for the search: sentences of given texts, recombined, the same every time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from make_noise import documents, sentences

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "make_noise.py"

TEXTS = (
    (
        "kk",
        "Бірінші сөйлем осында тұр. Екіншісі де сонда – қысқа емес! 2016 жылы үшіншісі жазылды.",
    ),
    ("kk", "Төртінші сөйлем 9,3 км² туралы айтады. «Бесінші сөйлем тырнақшада тұр». Ол жоқ."),
    (
        "ru",
        "Первое предложение стоит здесь. Второе – в т. ч. с сокращением. Третье спрашивает: да?",
    ),
)
SENTENCES = {
    "Бірінші сөйлем осында тұр.",
    "Екіншісі де сонда – қысқа емес!",
    "2016 жылы үшіншісі жазылды.",
    "Төртінші сөйлем 9,3 км² туралы айтады.",
    "«Бесінші сөйлем тырнақшада тұр».",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    lines = [
        json.dumps({"id": str(number), "lang": lang, "title": "", "text": text})
        for number, (lang, text) in enumerate(TEXTS)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_texts_fall_into_sentences_of_three_words_or_more(texts: Path) -> None:
    pool = sentences(texts)
    assert list(pool) == ["kk", "ru"]
    assert set(pool["kk"]) == SENTENCES
    assert "Второе – в т. ч. с сокращением." in pool["ru"]


def test_the_script_writes_n_documents_a_language(texts: Path) -> None:
    command = [sys.executable, str(SCRIPT), "50", str(texts)]
    first, second = (subprocess.run(command, capture_output=True, check=True) for _ in "ab")
    assert first.stdout == second.stdout
    rows = [json.loads(line) for line in first.stdout.decode("utf-8").splitlines()]
    assert [row["lang"] for row in rows] == ["kk"] * 50 + ["ru"] * 50
    assert len({row["id"] for row in rows}) == 100
    assert all(set(row) == {"id", "lang", "title", "text"} and row["title"] for row in rows)


def test_a_longer_run_begins_as_a_shorter_one_and_another_seed_does_not(texts: Path) -> None:
    pool = {"kk": sentences(texts)["kk"]}
    short, long = list(documents(pool, 10)), list(documents(pool, 20))
    assert long[:10] == short
    assert list(documents(pool, 10, seed="other")) != short


def test_lengths_vary(tmp_path: Path) -> None:
    pool = {"kk": [f"Бұл сөйлемнің саны {number} болады." for number in range(500)]}
    counts = [row["text"].count(".") for row in documents(pool, 300)]
    assert min(counts) == 1
    assert max(counts) >= 12
    assert 3 <= sorted(counts)[150] <= 5


def test_without_texts_the_projects_own_are_recombined() -> None:
    pool = sentences(None)
    assert list(pool) == ["kk", "ru"]
    assert min(map(len, pool.values())) > 200
