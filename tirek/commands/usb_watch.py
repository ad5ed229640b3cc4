"""Progress of copying, on a terminal; and a line a file for who asks for it."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Final

import click

from tirek.commands.session import Session
from tirek.commands.usb_words import size_in, time_in
from tirek.offline.watch import Watch

EVERY: Final = 0.5
"""Seconds between two looks of the progress line."""


class Progress:
    """One line for all sticks together: how much, how fast, how long yet."""

    def __init__(self, session: Session, sticks: int) -> None:
        self._session = session
        self._sticks = sticks
        self._lock = threading.Lock()
        self._began = time.monotonic()
        self._shown = 0.0
        self._expected = 0
        self._moved = 0
        self.ready = 0
        """Sticks that are done with, well or not."""

    def expect(self, size: int) -> None:
        """There are ``size`` more bytes to read or write."""
        with self._lock:
            self._expected += size

    def moved(self, size: int) -> None:
        """So many of them are done."""
        with self._lock:
            self._moved += size
            now = time.monotonic()
            if sys.stderr.isatty() and now - self._shown >= EVERY:
                self._shown = now
                click.echo(f"\r\x1b[K{self._line(now - self._began)}", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away, so that another can be printed."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def _line(self, seconds: float) -> str:
        say, lang = self._session.say, self._session.lang
        rate = self._moved / max(seconds, 0.001)
        left = max(0, self._expected - self._moved) / max(rate, 1)
        return say(
            "usb_progress",
            ready=self.ready,
            sticks=self._sticks,
            moved=size_in(lang, self._moved),
            expected=size_in(lang, self._expected),
            rate=size_in(lang, int(rate)),
            left=time_in(self._session, left),
        )


class Looking(Watch):
    """Passes on what happens on one stick."""

    def __init__(self, progress: Progress, done: Callable[[str], None] | None) -> None:
        self._progress = progress
        self._done = done

    def expect(self, size: int) -> None:
        """There are ``size`` more bytes to read or write."""
        self._progress.expect(size)

    def moved(self, size: int) -> None:
        """So many of them are done."""
        self._progress.moved(size)

    def done(self, path: str) -> None:
        """Print ``path`` where every file was asked for."""
        if self._done:
            self._done(path)
