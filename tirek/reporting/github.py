"""Problems as workflow commands, which GitHub shows on the lines of a change.

Source: docs.github.com, «Workflow commands for GitHub Actions». What a command holds is
escaped as the runner unescapes it, so that no text of a sender can begin a command of its own.
"""

from collections.abc import Iterable

from tirek import Language
from tirek.problem import Problem


def as_github(problems: Iterable[Problem], lang: Language) -> str:
    """Return one command a line for each problem."""
    return "\n".join(_command(problem, lang) for problem in problems)


def _command(problem: Problem, lang: Language) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{problem.level} {told}::{_message(annotation(problem, lang))}"


def annotation(problem: Problem, lang: Language) -> str:
    """Return what is wrong and how to mend it, without the place."""
    return "\n".join((problem.wrong(lang), *problem.details(lang)))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
