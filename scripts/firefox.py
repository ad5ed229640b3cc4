"""The system's Firefox under the file rules that people have, by WebDriver BiDi.

Playwright drives only its own build of Firefox, and every driver lets pages read the files
around them by Firefox's "recommended" preferences for automation. Here they are off: what works
from ``file://`` works for a reader who opens the page from a folder. Firefox speaks BiDi itself
when started with ``--remote-debugging-port``; nothing sits between.

    with Firefox.started() as firefox, firefox.tab() as tab:
        tab.open(page.as_uri())
        tab.wait_for("document.querySelector('.result')")
        tab.type("#query", "мұғалім")
        assert tab.evaluate("document.querySelectorAll('.result').length") == 3
        assert not tab.problems()

Protocol: https://w3c.github.io/webdriver-bidi/
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from driving import PATIENCE, Driven, Refused, Wire, awaited, opened, running
from saved import saved

PREFERENCES: Final[dict[str, bool | int | str]] = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    # Files are saved without a question, into the folder that Firefox.started makes.
    "browser.download.folderList": 2,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.alwaysOpenPanel": False,
    # The panel that opens over the first download of a profile takes the focus from the page.
    "browser.download.panel.shown": True,
    # What the window of files would hand over comes by the protocol, to pages of http too.
    "dom.file.createInChild": True,
    # A new profile would open pages of its own and ask the network for things.
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}

LISTENING: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

KEYS: Final = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    " ": " ",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Delete": "\ue017",
}
"""Keys by the names that DOM events give them, as WebDriver writes them."""


@dataclass(slots=True)
class Firefox:
    """A running browser; its tabs share a profile that is gone when it stops."""

    _saved: Path
    """Where files are saved to."""
    _wire: Wire = field(init=False)
    _tabs: dict[str, Tab] = field(default_factory=dict)

    @classmethod
    @contextmanager
    def started(cls, **preferences: bool | int | str) -> Iterator[Firefox]:
        """Start Firefox without a window, with preferences besides PREFERENCES; stop it after.

        Raises:
            FileNotFoundError: there is no Firefox.
        """
        command = shutil.which("firefox-esr") or shutil.which("firefox")
        if command is None:
            raise FileNotFoundError("Firefox is missing: `make test` installs it")
        with ExitStack() as stack:
            profile = Path(
                stack.enter_context(
                    tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
                )
            )
            saving = profile / "saved"
            saving.mkdir()
            preferences = {"browser.download.dir": str(saving), **preferences}
            lines = (
                f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
                for name, value in (PREFERENCES | preferences).items()
            )
            (profile / "user.js").write_text("".join(lines), encoding="utf-8")
            options = ["--headless", "--no-remote", "--remote-debugging-port", "0"]
            options += ["--profile", str(profile)]
            log = profile / "log.txt"
            address = stack.enter_context(running([command, *options], log, LISTENING))
            socket = stack.enter_context(opened(f"{address}/session"))
            firefox = cls(saving)
            firefox._wire = Wire(socket, firefox._note)
            firefox.send("session.new", capabilities={})
            events = ["log.entryAdded", "network.beforeRequestSent"]
            firefox.send("session.subscribe", events=events)
            yield firefox
            firefox.send("browser.close")

    @contextmanager
    def tab(self, width: int = 1280, height: int = 900) -> Iterator[Tab]:
        """Open a tab of a size in CSS pixels; close it after."""
        context = self.send("browsingContext.create", type="tab")["context"]
        tab = self._tabs[context] = Tab(self, context)
        size = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=context, viewport=size)
        yield tab
        self.send("browsingContext.close", context=context)
        del self._tabs[context]

    def send(self, method: str, patience: float = PATIENCE, **params: Any) -> dict[str, Any]:
        """Send a command of BiDi and return its result; what happens meanwhile goes to its tab.

        Raises:
            Refused: the answer is an error.
        """
        message = self._wire.ask(method, patience, params)
        if message["type"] == "error":
            raise Refused(f"{method}: {message['error']}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def listen(self, seconds: float) -> None:
        """Hear what happens until nothing has happened for ``seconds``."""
        self._wire.listen(seconds)

    def _note(self, message: dict[str, Any]) -> None:
        if message.get("method") == "log.entryAdded":
            entry = message["params"]
            tab = self._tabs.get(entry["source"].get("context"))
            if tab and entry["level"] in ("error", "warn"):
                tab.heard.append(f"{entry['level']}: {entry['text']}")
        elif message.get("method") == "network.beforeRequestSent":
            tab = self._tabs.get(message["params"].get("context"))
            if tab:
                tab.asked.append(message["params"]["request"]["url"])


@dataclass(slots=True)
class Tab(Driven):
    """One page of Firefox."""

    _firefox: Firefox
    _context: str
    heard: list[str] = field(default_factory=list)
    """Errors and warnings of the console, as they came; the last may still be on their way."""
    asked: list[str] = field(default_factory=list)
    """Addresses of every request that Firefox tells of: of files it tells little."""

    def problems(self) -> list[str]:
        """Return the errors and warnings of the console, after a moment to let the last come."""
        self._firefox.listen(0.2)
        return self.heard

    def open(self, url: str) -> None:
        """Go to ``url`` and wait until it has loaded."""
        self._send("browsingContext.navigate", url=url, wait="complete", patience=60)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited, as JSON can hold it.

        Raises:
            Refused: the expression threw.
        """
        done = self._firefox.send(
            "script.evaluate",
            patience=60,
            expression=awaited(expression),
            target={"context": self._context},
            awaitPromise=True,
        )
        if done["type"] == "exception":
            raise Refused(done["exceptionDetails"]["text"])
        value = done["result"].get("value")
        return None if value is None else json.loads(value)

    def press(self, *names: str) -> None:
        """Press keys one after another, by KEYS or as single characters; ``Shift+Tab`` together."""
        actions = []
        for name in names:
            held = [KEYS.get(part, part) for part in (name.split("+") if name != "+" else name)]
            actions += [{"type": "keyDown", "value": key} for key in held]
            actions += [{"type": "keyUp", "value": key} for key in reversed(held)]
        keyboard = {"type": "key", "id": "keyboard", "actions": actions}
        self._send("input.performActions", actions=[keyboard])

    def click(self, selector: str) -> None:
        """Scroll the first element that matches into view and press the mouse on its middle."""
        node = self._node(selector)
        self.evaluate(
            f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})"
        )
        origin = {"type": "element", "element": node}
        actions: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": actions}
        self._send("input.performActions", actions=[mouse])

    def write(self, text: str) -> None:
        """Type ``text`` key by key into what has the focus."""
        self.press(*text)

    def saving(self, deed: Callable[[], None]) -> tuple[str, bytes]:
        """Do ``deed``; return name and content of the file that the page saves by it.

        Raises:
            TimeoutError: it saves none.
        """
        return saved(self._firefox._saved, deed)

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Put files into the first ``<input type=file>`` that matches."""
        files = [str(path.resolve()) for path in paths]
        self._send("input.setFiles", element=self._node(selector), files=files)

    def screenshot(self, path: Path) -> None:
        """Write what the window shows as a PNG."""
        made = self._send("browsingContext.captureScreenshot")
        path.write_bytes(base64.b64decode(made["data"]))

    def _node(self, selector: str) -> dict[str, str]:
        locator = {"type": "css", "value": selector}
        found = self._send("browsingContext.locateNodes", locator=locator, maxNodeCount=1)
        if not found["nodes"]:
            raise Refused(f"nothing matches {selector}")
        return {"sharedId": found["nodes"][0]["sharedId"]}

    def _send(self, method: str, **params: Any) -> dict[str, Any]:
        return self._firefox.send(method, context=self._context, **params)
