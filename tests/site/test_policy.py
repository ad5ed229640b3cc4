"""The policy of every page: only the site's own files, and nothing written into the page itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from built import Built, Node, Page, none_in
from projects import ROOT
from visits import Visit

Visits = Callable[..., Visit]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; base-uri 'none'; "
    "form-action 'none'"
)

DATA = {"application/ld+json", "application/json"}
"""Types of a script element that no browser runs."""


def policies(page: Page) -> list[str]:
    return [
        node["content"]
        for node in page.find("meta")
        if node.get("http-equiv") == "Content-Security-Policy"
    ]


def written_in(page: Page) -> Iterator[Node]:
    """What the policy would forbid: scripts, styles and handlers that stand in the page."""
    for node in page.nodes:
        runs = node.tag == "script" and node.get("type") not in DATA
        if (
            (runs and not node.get("src"))
            or node.tag in ("style", "base")
            or any(name == "style" or name.startswith("on") for name in node.attributes)
            or any(
                (node.get(name) or "").strip().lower().startswith("javascript:")
                for name in ("href", "src", "action", "xlink:href")
            )
        ):
            yield node


def test_every_page_has_the_policy_before_anything_it_rules(built: Built) -> None:
    assert len(built.pages) > 300
    for page in built.pages.values():
        assert policies(page) == [POLICY], page.uri
        before = page.source.partition("Content-Security-Policy")[0]
        assert not re.search(r"<(script|link|style|img)\b", before), page.uri


def test_nothing_stands_in_a_page_that_the_policy_forbids(built: Built) -> None:
    none_in(list(built.pages.values()), written_in)


def test_nor_in_stamped_pages_of_every_kind(crowded_site: Built) -> None:
    pages = [page for uri, page in crowded_site.pages.items() if "example-00" in uri]
    assert len(pages) > 15
    assert all(policies(page) == [POLICY] for page in pages)
    none_in(pages, written_in)


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        '<script type="text/javascript">1</script>',
        "<style>p{}</style>",
        '<p style="color:red">1</p>',
        '<p onclick="x()">1</p>',
        '<a href=" JavaScript:x()">1</a>',
        '<base href="/">',
    ],
)
def test_what_is_written_in_is_seen(html: str) -> None:
    assert len(list(written_in(Page("page.html", html)))) == 1


def test_data_and_files_of_the_site_pass() -> None:
    html = '<script type="application/ld+json">{}</script><script src="a.js"></script>'
    assert not list(written_in(Page("page.html", html)))


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_browser_holds_a_page_to_it(visit: Visits, scheme: str) -> None:
    """From a folder as well, where no server could send the policy."""
    reader = visit(scheme, expected=["Content Security Policy"])
    page = reader.open("about.html")
    page.evaluate(
        """() => {
            const inline = [['script', 'window.ran = true'], ['style', 'h1 {color: red}']];
            for (const [tag, text] of inline) {
                const element = document.createElement(tag);
                element.textContent = text;
                document.head.append(element);
            }
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    assert len(reader.problems) == 2
    assert len(reader.problems) == len([p for p in reader.problems if "Content Security" in p])


def headers_for(path: str) -> dict[str, str]:
    """Return what the sample of headers says of one of its paths."""
    lines = (ROOT / "overrides" / "_headers").read_text(encoding="utf-8").splitlines()
    start = lines.index(path)
    own = lines[start + 1 : lines.index("", start) if "" in lines[start:] else None]
    return dict(line.strip().split(": ", 1) for line in own)


@pytest.mark.parametrize("path", ["/assets/*", "/search/*"])
def test_scripts_and_index_of_two_builds_never_meet(path: str) -> None:
    assert headers_for(path)["Cache-Control"] == "no-cache"


def test_hosts_are_told_what_a_page_cannot_say() -> None:
    headers = headers_for("/*")
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_sample_of_headers_is_published(built: Built) -> None:
    assert "_headers" in built.files
