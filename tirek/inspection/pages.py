"""Hand-written pages looked through: Markdown that obeys, front matter, what is private."""

from collections.abc import Iterator

from tirek.check.sources import PageSource
from tirek.inspection.field_markup import field_markup
from tirek.inspection.invisible import invisible_signs
from tirek.inspection.markdown import markdown_spots
from tirek.inspection.matter import matter_faults
from tirek.inspection.private import private_spots
from tirek.problem import Problem


def inspected_page(page: PageSource) -> Iterator[Problem]:
    """Yield what is private or unsafe in ``page``."""
    for spot in sorted({*markdown_spots(page.body), *private_spots(page.body)}):
        yield page.problem(
            page.body_at + spot.position, spot.code, spot.value, spot.nearest, spot.allowed
        )
    for spot in invisible_signs(page.text):
        yield page.problem(spot.position, spot.code, spot.value)
    yield from _of_matter(page)


def _of_matter(page: PageSource) -> Iterator[Problem]:
    data = page.matter.data if page.matter else None
    if not isinstance(data, dict):
        return
    if page.path.startswith("docs/"):
        for fault in matter_faults(page.uri, data):
            at_key = fault.value == fault.field
            line, column = page.matter.mark((fault.field,), key=at_key) if page.matter else (0, 1)
            place = (page.path, line + 1, column, fault.field)
            yield Problem(*place, fault.code, fault.value, fault.nearest, fault.allowed)
    for field, text in data.items():
        if isinstance(text, str):
            for spot in (*field_markup(text), *private_spots(text)):
                yield page.matter_problem(field, spot.code, spot.value)
