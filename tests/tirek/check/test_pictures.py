"""Each picture says what it shows."""

from __future__ import annotations

import pytest

from tirek.check.pictures import of_page
from tirek.reading.pages import page_source


@pytest.mark.parametrize(
    ("markdown", "codes"),
    [
        ("![](a.png)", ["picture-no-words"]),
        ("![ ](a.png)", ["picture-no-words"]),
        ("![][a]", ["picture-no-words"]),
        ('<img src="a.png">', ["picture-no-words"]),
        ('<img src="a.png" alt="">', ["picture-no-words"]),
        ("![IMG_2041.JPG](a.png)", ["picture-empty-words"]),
        ("![сурет 3](a.png)", ["picture-empty-words"]),
        ("![Рис. 2](a.png)", ["picture-empty-words"]),
        ("![Слайд 4](a.png)", ["picture-empty-words"]),
        ("![Кескін](a.png)", ["picture-empty-words"]),
        ("![Скриншот формы: открыт список школ](a.png)", []),
        ("<img alt='фото' src=a.png>", ["picture-empty-words"]),
        ("![Бала карточканы ұстап тұр](a.png)", []),
        ('<img src="a.png" alt="Карточка с буквой А">', []),
        ("`![](a.png)`", []),
        ("[сілтеме](a.png)!", []),
    ],
)
def test_words_of_a_picture(markdown: str, codes: list[str]) -> None:
    page = page_source("docs/kk/a.md", "kk", "a.md", f"---\ntitle: Бет\n---\n\n{markdown}\n")
    assert [problem.code for problem in of_page(page)] == codes
