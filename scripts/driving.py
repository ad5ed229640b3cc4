"""What the drivers of browsers by remote protocol share: the process, the wire, and waiting.

``scripts/firefox.py`` speaks WebDriver BiDi, ``scripts/old_chromium.py`` the DevTools protocol;
both send numbered commands over a WebSocket whose address the browser prints when it starts.
"""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from websockets.sync.client import ClientConnection, connect

PATIENCE: Final = 10.0
"""Seconds to wait for an answer, or for what a test waits for."""


class Refused(Exception):
    """A browser, or a script in its page, answered with an error."""


def opened(address: str) -> ClientConnection:
    """Open a socket for messages of any size.

    Without pings, which the library sends from a thread of its own: each takes a number from
    ``random``, whose state property tests watch. A browser beside us needs none.
    """
    return connect(address, max_size=None, ping_interval=None)


@dataclass(slots=True)
class Wire:
    """A connection that answers commands and tells of events in between."""

    socket: ClientConnection
    note: Callable[[dict[str, Any]], None]
    """Takes every message that is no answer."""
    _last: int = 0

    def ask(self, method: str, patience: float, params: dict[str, Any]) -> dict[str, Any]:
        """Send a command and return the whole answer, an error or not."""
        self._last += 1
        self.socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            message: dict[str, Any] = json.loads(self.socket.recv(timeout=patience))
            if message.get("id") == self._last:
                return message
            self.note(message)

    def listen(self, seconds: float) -> None:
        """Hear what happens until nothing has happened for ``seconds``."""
        with suppress(TimeoutError):
            while True:
                self.note(json.loads(self.socket.recv(timeout=seconds)))


class Driven:
    """A page that a driver can ask for values and press keys in."""

    __slots__ = ()

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited, as JSON can hold it."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """Return what the console said, after a moment to let the last come."""
        raise NotImplementedError

    def press(self, *names: str) -> None:
        """Press keys one after another, by name or as single characters."""
        raise NotImplementedError

    def wait_for(self, expression: str, patience: float = PATIENCE) -> None:
        """Wait until a JavaScript expression is true.

        Raises:
            TimeoutError: it never was.
        """
        end = time.monotonic() + patience
        while not self.evaluate(f"Boolean({expression})"):
            if time.monotonic() > end:
                raise TimeoutError(f"{expression}; {self.problems()}")
            time.sleep(0.02)

    def type(self, selector: str, text: str) -> None:
        """Focus the first element that matches and type ``text`` key by key."""
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        self.press(*text)


def awaited(expression: str) -> str:
    """Return source that gives the value of ``expression`` as JSON."""
    # The brackets keep an object literal from being a block.
    return f"(async () => JSON.stringify(await ({expression}\n)))()"


@contextmanager
def running(
    command: Sequence[str], log: Path, listening: re.Pattern[str], folder: Path | None = None
) -> Iterator[str]:
    """Start a browser and yield the address that it prints; stop it after.

    Args:
        command: Program and options.
        log: File for what it prints.
        listening: Finds the address, as its first group.
        folder: To start it in.

    Raises:
        Refused: it ended, or told nothing in a minute.
    """
    with log.open("w+", encoding="utf-8") as stream:
        process = subprocess.Popen(list(command), cwd=folder, stdout=stream, stderr=stream)
        try:
            yield _address(log, process, listening)
        finally:
            _end(process)


def _address(log: Path, process: subprocess.Popen[bytes], listening: re.Pattern[str]) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        found = listening.search(log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.02)
    raise Refused(f"the browser did not start: {log.read_text(encoding='utf-8')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
