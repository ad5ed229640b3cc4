from __future__ import annotations

import pytest

from tirek.lighten import lightened, script, style

DARK = ':root[data-scheme="dark"] {\n  --paper: #000;\n  color-scheme: dark;\n}\n'


def test_the_dark_scheme_is_repeated_for_a_dark_system() -> None:
    css = style(f":root {{\n  --paper: #fff;\n}}\n\n{DARK}a {{\n  color: red;\n}}\n")
    chosen, _, by_system = css.partition("@media (prefers-color-scheme:dark){")
    assert chosen.endswith('[data-scheme="dark"]{--paper:#000;color-scheme:dark}')
    assert by_system.startswith(":root:not([data-scheme]){--paper:#000;color-scheme:dark}}a{")


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("/* why */ a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        ('a::after { content: " ( " attr(href) }', 'a::after{content:" ( " attr(href)}'),
        ("a :focus { b: c }", "a :focus{b:c}"),
        (
            "@media (min-width: 1px) and (b) { a { c: d } }",
            "@media (min-width:1px) and (b){a{c:d}}",
        ),
    ],
)
def test_styles_say_the_same_in_fewer_letters(css: str, kept: str) -> None:
    assert style(css) == kept


def test_scripts_lose_comments_and_keep_what_they_say() -> None:
    code = "/** @param {string} a */\nconst re = /\\/*x/g; // not this\nconst s = 'http://a';\n"
    assert script(code) == "const re=/\\/*x/g;const s='http://a';"


def test_other_files_stay_as_they_are() -> None:
    files = [("a.svg", b"<svg> <!-- x --> </svg>"), ("a.css", b"a { }"), ("a.js", b"a  = 1")]
    assert dict(lightened(files)) == {"a.svg": files[0][1], "a.css": b"a{}", "a.js": b"a=1"}
