"""A filled-in issue form becomes a proposal: a branch with the record, and a pull request.

Shape: ``python -m github.issue_intake``, in a workflow that an issue starts. What the issue says
is data: it is read as text, becomes a record like a row of a table, and is checked as every
record is. Nothing of it reaches a shell, a path or a template.
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from github.host import HostError, Http, Send
from github.issue_forms import ASKED, MARK, Asked, asked_of, label_of
from tirek import LANGUAGES, Language
from tirek.intake.beginning import stories_of, usual_titles
from tirek.model.catalogue import Catalogue
from tirek.reading.project import check_project, check_tree
from tirek.tables.grid import Grid, Row
from tirek.tables.importing import NEW, Result, imported
from tirek.tables.mapping import TableMap

LONGEST: Final = 100_000
"""Characters of an issue that are read; the host allows 65,536."""

EMPTY: Final = "_No response_"
"""What the host writes where nothing was filled in."""

_WORDS: Final[Mapping[str, Mapping[Language, str]]] = {
    "made": {
        "kk": "Рақмет! Ұсыныс дайын: #{number}. Оны жобаны жүргізуші қарайды.",
        "ru": "Спасибо! Предложение готово: #{number}. Его посмотрит тот, кто ведёт проект.",
    },
    "wrong": {
        "kk": "Рақмет! Мыналарды түзету керек: хабарламаны өңдеп сақтаңыз, қайта тексеріледі.",
        "ru": "Спасибо! Исправьте вот что: измените сообщение и сохраните, проверка повторится.",
    },
    "there": {
        "kk": "Мұндай жазба бар: `{path}`. Түзету үшін сайттағы «Қосу және түзету» бетін ашыңыз.",
        "ru": "Такая запись есть: `{path}`. Исправить её можно на странице «Добавить и исправить».",
    },
}


def answers_of(body: str, asked: tuple[Asked, ...]) -> dict[str, str]:
    """Return what was filled in, by path; choices of several are joined by ``;``."""
    labels = {one.label: one for one in asked}
    found: dict[str, list[str]] = {}
    current: Asked | None = None
    for line in body[:LONGEST].replace("\r\n", "\n").split("\n"):
        head = labels.get(line.removeprefix("### ").strip()) if line.startswith("### ") else None
        # A heading that somebody wrote into an answer is part of it, unless it is a field's.
        if head is not None and head.path not in found:
            current = head
            found[head.path] = []
        elif current is not None:
            found[current.path].append(line)
    answers: dict[str, str] = {}
    for one in asked:
        text = "\n".join(found.get(one.path, ())).strip()
        if text and text != EMPTY:
            answers[one.path] = "; ".join(_chosen(text, one.choices)) if one.many else text
    return answers


def _chosen(text: str, choices: tuple[str, ...]) -> list[str]:
    """Return the choices that ``text`` joins by commas; a choice may hold commas of its own."""
    if not choices:
        return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    found, rest = [], text
    longest_first = sorted(choices, key=len, reverse=True)
    while rest := rest.lstrip(", "):
        choice = next((c for c in longest_first if rest.startswith(c)), None)
        if choice is None:
            choice = rest.partition(",")[0]
        found.append(choice)
        rest = rest[len(choice) :]
    return found


def form_of(labels: list[str]) -> tuple[str, Language] | None:
    """Return kind and language of the form that made an issue, by its labels."""
    for folder in ASKED:
        for lang in LANGUAGES:
            if MARK in labels and label_of(folder, lang) in labels:
                return folder, lang
    return None


def propose(event: dict[str, Any], root: Path, send: Send) -> str:
    """Make a proposal of the issue that ``event`` tells of; return what was done, for the log.

    Args:
        event: The payload of ``issues``.
        root: The project, as the main branch has it; nothing is written there.
        send: Asks the host.
    """
    issue, repository = event["issue"], event["repository"]["full_name"]
    form = form_of([label["name"] for label in issue["labels"]])
    if form is None:
        return "not made by a form"
    folder, lang = form
    catalogue = check_project(root).catalogue
    answers = answers_of(issue["body"] or "", asked_of(catalogue, folder, lang))
    texts = {own: answers.pop(f"text.{own}", "") for own in LANGUAGES}
    grid = Grid((Row(1, tuple(answers)), Row(2, tuple(answers.values()))), "")
    results = imported(root, grid, TableMap(folder)).results if answers else ()
    if not results:
        return "nothing filled in"
    result, number = results[0], issue["number"]
    if result.state != NEW:
        _say(repository, number, _why(result, lang), send)
        return f"issue {number}: {result.state}"
    files = {result.path: result.content}
    if folder == "units":
        files |= _stories(root, result, files, texts, catalogue)
    wrong = [p for p in check_tree(root, files).errors if p.path in files]
    if wrong:
        result.problems = wrong
        _say(repository, number, _why(result, lang), send)
        return f"issue {number}: faulty"
    pull = _pull(repository, event["repository"]["default_branch"], number, result, files, send)
    _say(repository, number, _WORDS["made"][lang].format(number=pull), send)
    return f"issue {number}: proposal {pull}"


def _stories(
    root: Path,
    result: Result,
    files: Mapping[str, bytes],
    texts: Mapping[Language, str],
    catalogue: Catalogue,
) -> dict[str, bytes]:
    unit = check_tree(root, files).catalogue.units[result.name]
    return stories_of(unit, usual_titles(catalogue, unit), texts)


def _why(result: Result, lang: Language) -> str:
    if not result.problems:
        return _WORDS["there"][lang].format(path=result.path)
    lines = [_WORDS["wrong"][lang], ""]
    for problem in result.problems:
        head = result.head_of(problem.field) or problem.field
        # Backquotes keep what was sent from being Markdown; those in it are taken out.
        shown = f" `{problem.shown.replace('`', '')}`" if problem.value else ""
        lines.append(f"- **{head}**:{shown} {problem.wrong(lang)}. {problem.mend(lang)}.")
    return "\n".join(lines)


def _pull(
    repository: str, main: str, number: int, result: Result, files: Mapping[str, bytes], send: Send
) -> int:
    """Put ``files`` on a branch of the issue's own, and open a pull request or renew it."""
    base, branch = f"/repos/{repository}", f"form-{number}"
    tip = send("GET", f"{base}/git/ref/heads/{main}", None)["object"]["sha"]
    tree = send(
        "POST",
        f"{base}/git/trees",
        {
            "base_tree": tip,
            "tree": [
                {"path": path, "mode": "100644", "type": "blob", "content": content.decode()}
                for path, content in files.items()
            ],
        },
    )["sha"]
    message = f"Add {result.path}\n\nFilled in as issue #{number}."
    commit = send(
        "POST", f"{base}/git/commits", {"message": message, "tree": tree, "parents": [tip]}
    )["sha"]
    try:
        send("POST", f"{base}/git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
    except HostError:  # the issue was changed: its branch is made anew
        send("PATCH", f"{base}/git/refs/heads/{branch}", {"sha": commit, "force": True})
    owner = repository.partition("/")[0]
    for pull in send("GET", f"{base}/pulls?state=open&head={owner}:{branch}", None):
        return int(pull["number"])
    told = {
        "title": f"{result.path} (#{number})",
        "head": branch,
        "base": main,
        "body": f"Closes #{number}",
    }
    return int(send("POST", f"{base}/pulls", told)["number"])


def _say(repository: str, number: int, text: str, send: Send) -> None:
    send("POST", f"/repos/{repository}/issues/{number}/comments", {"body": text})


def main() -> None:
    """Read the event that the workflow was started by, and make a proposal of it."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    try:
        print(propose(event, Path.cwd(), Http.from_environment()))
    except HostError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
