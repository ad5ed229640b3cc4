"""Problems as a person reads them on a terminal."""

from collections.abc import Iterable

from tirek import Language
from tirek.problem import Problem


def as_text(problems: Iterable[Problem], lang: Language) -> str:
    """Return every message, a blank line between them."""
    return "\n\n".join(problem.say(lang) for problem in problems)
