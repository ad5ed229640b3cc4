"""A page as sections."""

from __future__ import annotations

from tirek.search.sections import sections

PAGE = """<head><title>No</title></head><body><nav>menu</nav><main><nav>crumbs</nav>
<h1>Page</h1><p>Lead&nbsp;text <svg><text>no</text></svg></p>
<h2 id="a">First<a class="headerlink" href="#a">¶</a></h2><ul><li>one</li><li>tw<b>o</b></li></ul>
<h2>No anchor</h2><p>still first</p><p class="source">source</p>
<h3 id="unknown">Made of a slot</h3><h2 id="b">Second</h2>last</main><footer>foot</footer>"""


def test_text_goes_to_the_heading_above_it() -> None:
    lead, first, second = sections(PAGE, frozenset({"a", "b"}))
    assert (lead.anchor, lead.title.strip(), lead.text.split()) == ("", "Page", ["Lead", "text"])
    assert (first.anchor, first.title.strip()) == ("a", "First")
    assert " ".join(first.text.split()) == "one two No anchor still first Made of a slot"
    assert (second.anchor, second.title.strip(), second.text.strip()) == ("b", "Second", "last")
