"""Templates say the same with our engine as with Jinja's own."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from tirek.views.engine import Engine, Marks, escaped

TEMPLATES = {
    "marks": "{% macro mark(word) %}<b>{{ word[:1]|upper }}{{ word[1:] }}</b>{% endmacro %}",
    "page": (
        "{% import 'marks' as m %}{% macro own(x) %}({{ x }}){% endmacro %}"
        "{% for value in values %}{{ m.mark(value) }}{{ own(value) }}{{ said(value, twice=true) }}"
        "{{ value ~ '<' }}{% if loop.last %}{{ loop.index }}{% endif %}{% endfor %}"
    ),
}
VALUES = st.one_of(st.text(), st.text().map(Markup), st.integers(), st.floats(), st.none())
TEXTS = st.one_of(st.text(), st.text().map(Markup))


def said(value: Any, *, twice: bool = False) -> str:
    """Stands in for a function of a voice."""
    return f"{value}{value}" if twice else str(value)


def made_by(kind: type[Environment], values: list[str]) -> str:
    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.globals["said"] = said
    return environment.get_template("page").render(values=values)


@given(st.lists(TEXTS, max_size=4))
def test_a_page_is_the_same(values: list[str]) -> None:
    assert made_by(Engine, values) == made_by(Environment, values)


@given(VALUES)
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_a_kept_mark_tells_text_from_markup() -> None:
    environment = Engine(loader=DictLoader(TEMPLATES), autoescape=True)
    marks: Any = Marks(environment.get_template("marks").module)
    for _ in range(2):
        assert marks.mark("<i>") == "<b>&lt;i&gt;</b>"
        assert marks.mark(Markup("<i>")) == "<b><i></b>"
