"""Ask one address whether it opens: politely, briefly, and believing nothing it says."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

from tirek.linkcheck.door import Connection, Refused, door_to

SECONDS: Final = 20
"""For one address altogether, redirects included, however slowly it speaks."""
REDIRECTS: Final = 5
MOST_BYTES: Final = 64 * 1024
"""Of an answer's body: enough to see that something comes."""

AGENT: Final = "TirekLinks/1"
"""How the check names itself."""

_ALIVE: Final = frozenset({401, 402, 403, 407, 429, 451})
"""The server answers and wants something of us; a reader may well get in."""
_NO_HEAD: Final = frozenset({400, 403, 404, 405, 406, 500, 501, 503})
"""Some servers say this to HEAD and open to GET."""

Verdict = Literal["opens", "fails", "refused"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking."""

    verdict: Verdict
    reason: str = ""
    """A status, or a word: ``404``, ``timeout``, ``private``."""


def ask(
    url: str, allowed: Collection[str] = (), seconds: float = SECONDS, agent: str = AGENT
) -> Answer:
    """Return whether ``url`` opens; never raises for what a server does."""
    asking = _Asking(frozenset(allowed), agent)
    guard = threading.Timer(seconds, asking.stop)
    guard.daemon = True
    guard.start()
    try:
        answer = asking.follow(url)
        # What is broken off while it speaks looks to the library like a short answer.
        return Answer("fails", "timeout") if asking.is_late else answer
    except Refused as error:
        return Answer("refused", str(error))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer("fails", "timeout" if asking.is_late else _reason(error))
    finally:
        guard.cancel()
        asking.stop(late=False)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, socket.gaierror):
        return "name"
    if isinstance(error, ssl.SSLError):
        return "certificate"
    if isinstance(error, ConnectionError):
        return "connection"
    return "answer" if isinstance(error, http.client.HTTPException | ValueError) else "network"


class _Asking:
    """One address being asked; another thread may stop it."""

    def __init__(self, allowed: frozenset[str], agent: str) -> None:
        self.is_late = False
        self._allowed = allowed
        self._agent = agent
        self._open: Connection | None = None

    def stop(self, *, late: bool = True) -> None:
        """Break off whatever is read now."""
        self.is_late = self.is_late or late
        sock = self._open.sock if self._open is not None else None
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def follow(self, url: str) -> Answer:
        """Ask ``url`` and where it leads on to."""
        seen = set()
        for _ in range(REDIRECTS + 1):
            if url in seen:
                return Answer("fails", "redirects")
            seen.add(url)
            status, onward = self._once("HEAD", url)
            if status in _NO_HEAD:
                status, onward = self._once("GET", url)
            if 300 <= status < 400 and onward:
                url = urljoin(url, onward)
            elif 200 <= status < 400 or status in _ALIVE:
                return Answer("opens", str(status))
            else:
                return Answer("fails", str(status))
        return Answer("fails", "redirects")

    def _once(self, method: str, url: str) -> tuple[int, str]:
        """Return status and Location of one request."""
        if self.is_late:
            raise TimeoutError
        door = door_to(urlsplit(url), self._allowed)
        connection = Connection(door)
        self._open = connection
        headers = {"User-Agent": self._agent, "Accept": "*/*", "Range": "bytes=0-1023"}
        try:
            connection.request(method, door.path, headers=headers)
            answer = connection.getresponse()
            answer.read(0 if method == "HEAD" else MOST_BYTES)
            return answer.status, answer.headers.get("Location") or ""
        finally:
            connection.close()
