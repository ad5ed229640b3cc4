"""Tell a proposal what its check has found: on its lines, and in one comment.

Shape: ``python -m github.publish REPORT``, in a workflow that a finished check starts. It has a
token that may write, so it runs nothing of the sender's and believes only the host: which
proposal it is and which files it changes are asked, not read from what was sent.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from github.comment import MARK, comment
from github.host import HostError, Http, Send, pages
from github.places import unusual
from github.report import NotAReport, Received, Told, read_report

CHECK: Final = "tirek check"
LABEL: Final = "maintainer"
"""On proposals that a maintainer must look at."""
BATCH: Final = 50
"""Annotations that the host takes at once."""


def publish(event: dict[str, Any], report: Path, send: Send) -> str:
    """Publish the report of the run that ``event`` tells of; return what was done, for the log.

    Args:
        event: The payload of ``workflow_run``, which the host wrote.
        report: The file that the run left; hostile until read.
        send: Asks the host.
    """
    run = event["workflow_run"]
    repository = event["repository"]["full_name"]
    pull = _pull_of(run, repository, send)
    if pull is None:
        return "no open proposal has this commit"
    number = pull["number"]
    paths = [row["filename"] for row in pages(send, f"/repos/{repository}/pulls/{number}/files")]
    strange = unusual(paths)
    try:
        received = read_report(report)
    except NotAReport as error:
        received = None
        print(f"no report: {error}", file=sys.stderr)
    _annotate(repository, run, received, frozenset(paths), send)
    text = comment(received, strange, run["html_url"])
    _comment(repository, number, text, send)
    if strange:
        send("POST", f"/repos/{repository}/issues/{number}/labels", {"labels": [LABEL]})
    return f"proposal {number}: {len(received.problems) if received else 'no'} problems told"


def _pull_of(run: dict[str, Any], repository: str, send: Send) -> dict[str, Any] | None:
    """Return the open proposal whose last commit was checked, as the host knows it."""
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    head = quote(f"{owner}:{branch}", safe="")
    found = send("GET", f"/repos/{repository}/pulls?state=open&head={head}&per_page=100", None)
    same = (pull for pull in found if pull["head"]["sha"] == run["head_sha"])
    return next(same, None)


def _annotate(
    repository: str,
    run: dict[str, Any],
    received: Received | None,
    changed: frozenset[str],
    send: Send,
) -> None:
    """Make a check run whose annotations stand on the lines of the change."""
    told = [p for p in received.problems if p.path in changed] if received else []
    batches = [told[i : i + BATCH] for i in range(0, len(told), BATCH)] or [[]]
    if received is None:
        conclusion, counts = "failure", "тексеру нәтижесі жоқ / нет результата проверки"
    else:
        conclusion = "failure" if received.errors else "success"
        counts = f"қате / ошибок: {received.errors}; ескерту / предупреждений: {received.warnings}"
    body = {
        "name": CHECK,
        "head_sha": run["head_sha"],
        "status": "completed",
        "conclusion": conclusion,
        "details_url": run["html_url"],
        "output": _output(counts, batches[0]),
    }
    made = send("POST", f"/repos/{repository}/check-runs", body)
    for batch in batches[1:]:
        more = {"output": _output(counts, batch)}
        send("PATCH", f"/repos/{repository}/check-runs/{made['id']}", more)


def _output(summary: str, problems: Sequence[Told]) -> dict[str, Any]:
    return {"title": CHECK, "summary": summary, "annotations": list(_annotations(problems))}


def _annotations(problems: Sequence[Told]) -> Iterator[dict[str, Any]]:
    for problem in problems:
        said = (f"{problem.wrong[lang]}. {problem.mend[lang]}." for lang in ("kk", "ru"))
        yield {
            "path": problem.path,
            "start_line": problem.line,
            "end_line": problem.line,
            "annotation_level": "failure" if problem.level == "error" else "warning",
            "title": problem.code,
            "message": "\n\n".join(said),
        }


def _comment(repository: str, number: int, text: str, send: Send) -> None:
    """Write the comment, or write it anew where an earlier check left one."""
    found = pages(send, f"/repos/{repository}/issues/{number}/comments")
    # Anybody can write the mark; only a comment of this workflow's own kind is taken over.
    own = (c for c in found if c["body"].startswith(MARK) and c["user"]["type"] == "Bot")
    earlier = next(own, None)
    if earlier is None:
        send("POST", f"/repos/{repository}/issues/{number}/comments", {"body": text})
    else:
        send("PATCH", f"/repos/{repository}/issues/comments/{earlier['id']}", {"body": text})


def main() -> None:
    """Read the event and the report named on the command line, and publish."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    try:
        print(publish(event, Path(sys.argv[1]), Http.from_environment()))
    except HostError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
