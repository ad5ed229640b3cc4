from __future__ import annotations

import pytest

from tirek.markup import named_tables, sized_images

TABLE = "<table><thead><tr><th>A</th></tr></thead></table>"
COLUMNS = '<thead><tr><th scope="col">A</th></tr></thead></table>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>table</p>", "<p>table</p>"),
        (TABLE, f'<table aria-label="&lt;1&gt; &quot;2&quot;">{COLUMNS}'),
        (
            f'<h2 id="one">1</h2>{TABLE}<h3 id="two">2</h3>{TABLE}',
            f'<h2 id="one">1</h2><table aria-labelledby="one">{COLUMNS}'
            f'<h3 id="two">2</h3><table aria-labelledby="two">{COLUMNS}',
        ),
        (
            '<table><thead><tr><th><b>A</b></th><th>&lt;B&gt; "</th></tr></thead>'
            "<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>",
            '<table aria-label="&lt;1&gt; &quot;2&quot;"><thead><tr><th scope="col"><b>A</b></th>'
            '<th scope="col">&lt;B&gt; "</th></tr></thead>'
            '<tbody><tr><td data-label="A">1</td><td data-label="&lt;B&gt; &quot;">2</td></tr>'
            '<tr><td data-label="A">3</td><td data-label="&lt;B&gt; &quot;">4</td></tr></tbody>'
            "</table>",
        ),
        (
            '<table><thead><tr><th style="text-align: right;">A</th><th>B</th></tr></thead>'
            '<tbody><tr><td style="text-align: center;">1</td><td>2</td></tr></tbody></table>',
            '<table aria-label="&lt;1&gt; &quot;2&quot;"><thead><tr>'
            '<th scope="col" class="to-right">A</th><th scope="col">B</th></tr></thead>'
            '<tbody><tr><td data-label="A" class="to-center">1</td><td data-label="B">2</td></tr>'
            "</tbody></table>",
        ),
        ('<table class="table"><tr><th scope="row">', '<table class="table"><tr><th scope="row">'),
    ],
    ids=["none", "no-heading", "headings", "cells", "aligned", "own-attributes"],
)
def test_tables_are_named_after_the_heading_above(html: str, expected: str) -> None:
    assert named_tables(html, '<1> "2"') == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p><img alt="a" src="p/a%20b.webp" /></p>',
            '<p><img width="3" height="2" loading="lazy" decoding="async" '
            'alt="a" src="p/a%20b.webp"></p>',
        ),
        ('<img alt="" src="unknown.png">', '<img alt="" src="unknown.png">'),
        ('<img src="p/a b.webp" width="9">', '<img src="p/a b.webp" width="9">'),
    ],
    ids=["known", "unknown", "sized"],
)
def test_images_keep_their_place(html: str, expected: str) -> None:
    sizes = {"p/a b.webp": (3, 2)}
    assert sized_images(html, sizes.get) == expected
