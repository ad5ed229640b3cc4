"""The repository's host, asked over its REST interface.

Source: docs.github.com, «REST API»: pulls, checks, issues. The token and the address come through
the environment; ``send`` can be another one in tests.
"""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

Send = Callable[[str, str, Any], Any]
"""Method, path and body give the answer, both as plain data."""

TIMEOUT: Final = 30
"""Seconds."""
MAX_ANSWER: Final = 32 * 1024 * 1024


class HostError(Exception):
    """The host refused or was not there."""


@dataclass(frozen=True, slots=True)
class Http:
    """Sends requests to the host."""

    address: str
    token: str

    @classmethod
    def from_environment(cls) -> "Http":
        """Return what the workflow says."""
        return cls(os.environ["GITHUB_API_URL"], os.environ["GITHUB_TOKEN"])

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        """Return the answer to one request.

        Raises:
            HostError: it was refused, or nobody answered.
        """
        request = urllib.request.Request(
            self.address + path,
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return json.loads(answer.read(MAX_ANSWER) or b"null")
        except (urllib.error.URLError, ValueError, OSError) as error:
            raise HostError(f"{method} {path}: {error}") from None


def pages(send: Send, path: str, most: int = 30) -> list[Any]:
    """Return a list that the host gives a hundred at a time."""
    found: list[Any] = []
    for page in range(1, most + 1):
        rows = send("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={page}", None)
        found += rows
        if len(rows) < 100:
            break
    return found
