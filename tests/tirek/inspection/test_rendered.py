"""The net below Markdown: HTML that is not allowed never becomes a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml

from tirek.inspection.markdown import markdown_spots
from tirek.inspection.rendered import rendered_faults
from tirek.markup import hidden_slots, named_tables, shown_slots

ROOT = Path(__file__).resolve().parents[3]


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' settings without their tags."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
SETTINGS = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
EXTENSIONS = SETTINGS["markdown_extensions"]


def rendered(text: str) -> str:
    """The HTML that MkDocs makes of a page's Markdown."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    reader = markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={name: given for name, given in EXTENSIONS.items() if given},
    )
    return named_tables(shown_slots(reader.convert(hidden_slots(body))), "Атауы")


PAGES = sorted((ROOT / "docs").rglob("*.md"))


def test_the_projects_own_pages_pass() -> None:
    assert len(PAGES) > 100
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert list(rendered_faults(rendered(text))) == [], path
        assert list(markdown_spots(text)) == [], path


@pytest.mark.parametrize(
    "text",
    [
        'Мәтін **қою** `<b>`, [сілтеме](a.md "атау") мен <https://example.kz>.',
        "## Тақырып { #heading }\n\n- бір\n- екі\n\n1. бір\n\n3. үш",
        "| a | b |\n|:--|--:|\n| 1 | 2<br>3 |",
        '!!! note "Бұл – жоба"\n    Мәтін\n\n??? note "Ашу"\n    Мәтін',
        "Сөз[^1]\n\n[^1]: Түсінік.\n\nсөз\n:   мағынасы",
        "```yaml\ntitle: <b>\n```\n\n    <script>\n\na < b & c > d",
        "*[ЖСН]: жеке сәйкестендіру нөмірі\n\nЖСН туралы",
        "[[fact centres-2016]] және [сілтеме]([[link unit x]])",
        "![сурет](a.png) [пошта](mailto:a@b.kz)",
    ],
)
def test_what_markdown_makes_passes(text: str) -> None:
    assert list(rendered_faults(rendered(text))) == []


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=//example.org></iframe>",
    "<form action=//example.org><input name=x></form>",
    "<base href=//example.org>",
    '<meta http-equiv="refresh" content="0;url=//example.org">',
    "<style>@import url(//example.org)</style>",
    "<link rel=stylesheet href=//example.org>",
    "<a href=' &#106;avascript:alert(1)'>x</a>",
    "<details ontoggle=alert(1) open>x</details>",
    "<div markdown=1 onclick=alert(1)>x</div>",
    "<video><source onerror=alert(1)></video>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!-- --><!--x--!><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?php alert(1) ?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "# Тақырып {: onclick=alert(1) }",
    "# Тақырып { #x onmouseover=alert(1) }",
    "**сөз**{onclick=alert(1)}",
    "[a](b){: style=background:url(//example.org) }",
    "- бір\n{: onclick=alert(1) }",
    "Мәтін\n{: .x onclick=alert(1) }",
    "| a {: onclick=alert(1) } |\n|---|\n| b {: onclick=alert(1) } |",
    "[x](javascript:alert(1))",
    "[x](JaVa\tscript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](//example.org/x)",
    "[x](\\\\\\\\example.org)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[r]\n\n[r]: <javascript:alert(1)>",
    "![x](https://example.org/x.png)",
    "![x][r]\n\n[r]: https://example.org/x.png",
    "![r]\n\n[r]: //example.org/x.png",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "`код\n<img src=x onerror=alert(1)>\n`",
    "```\n<img src=x onerror=alert(1)>",
    "> ```\n<img src=x onerror=alert(1)>\n> ```",
    "``` {.py onclick=alert(1)}\nx\n```",
    "``` { .py #x data-x=y }\nx\n```",
    "\\`<img src=x onerror=alert(1)>\\`",
    '[x](a"onmouseover=alert(1)) <b onclick=alert(1)>',
]


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_seen_in_the_page(text: str) -> None:
    assert list(markdown_spots(text)), text


class Acting(HTMLParser):
    """Notes what a browser would do something about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SHOWN:
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").casefold().replace("\\", "/")
            leads = re.match(r"//|(?!https?:|mailto:)[a-z.+-]+:", address)
            loads = tag == "img" and re.match(r"//|[a-z]+:", address)
            if name.startswith("on") or name == "style" or (name in ("href", "src") and leads):
                self.found.append(name)
            elif loads:
                self.found.append(address)


SHOWN = frozenset(
    (
        *(
            "p",
            "a",
            "code",
            "pre",
            "em",
            "strong",
            "h1",
            "h2",
            "ul",
            "ol",
            "li",
            "img",
            "br",
            "div",
        ),
        *("table", "thead", "tbody", "tr", "th", "td", "span", "blockquote"),
    )
)


@pytest.mark.parametrize("text", ATTACKS)
def test_what_markdown_leaves_of_an_attack_is_seen_again(text: str) -> None:
    html = rendered(text)
    if Acting(html).found:
        assert list(rendered_faults(html)), html


def test_most_attacks_get_through_markdown_itself() -> None:
    """Else the test above would prove nothing."""
    assert sum(bool(Acting(rendered(text)).found) for text in ATTACKS) > 30
