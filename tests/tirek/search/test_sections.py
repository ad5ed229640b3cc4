"""A page as sections."""

from __future__ import annotations

from tirek.search.sections import sections

PAGE = """<head><title>No</title></head><body><nav>menu</nav><main><nav>crumbs</nav>
<h1>Page</h1><p>Lead&nbsp;text <svg><text>no</text></svg></p>
<h2 id="a">First<a class="headerlink" href="#a">¶</a></h2><ul><li>one</li><li>tw<b>o</b></li></ul>
<h2>No anchor</h2><p>still first</p><p class="source">source</p><div class="note">as of</div>
<h3 id="unknown">Made of a slot</h3><h2 id="b">Second</h2>last</main><footer>foot</footer>"""


def test_text_goes_to_the_heading_above_it() -> None:
    lead, first, second = sections(PAGE, frozenset({"a", "b"}))
    assert (lead.anchor, lead.title.strip(), lead.text) == ("", "Page", "Lead text")
    assert (first.anchor, first.title.strip()) == ("a", "First")
    assert first.text == "one · two · No anchor · still first · Made of a slot"
    assert (second.anchor, second.title.strip(), second.text.strip()) == ("b", "Second", "last")


def test_what_stands_apart_on_the_page_does_not_run_together() -> None:
    card = (
        "<main><h1>List</h1><p>All of them:</p><ul><li><p>Centre</p><h3>School 1.</h3>"
        "<p><span>since 2016</span><span>as of <b>May</b></span></p></li></ul>"
        "<table><tr><th>A</th><td>1</td></tr></table>"
    )
    [section] = sections(card, frozenset())
    assert section.text == "All of them: Centre · School 1. since 2016 · as of May · A · 1"
