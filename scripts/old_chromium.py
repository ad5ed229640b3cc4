"""Builds of Chromium that schools still run (80, 109), from npm packages, by DevTools protocol.

Playwright speaks to nothing older than about 109. What is asked for here has been in the protocol
since before 80. A tab answers to the same names as that of ``scripts/firefox.py``.

    with OldChromium.started(80) as chromium, chromium.tab() as tab:
        tab.open(page.as_uri())
        tab.wait_for("document.querySelector('.result')")
        assert not tab.problems()

Protocol: https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import brotli
from audit.npm import packages
from driving import PATIENCE, Driven, Refused, Wire, awaited, opened, running
from saved import saved

ROOT: Final = Path(__file__).resolve().parent.parent

BUILDS: Final = {80: "chrome-aws-lambda", 109: "@sparticuz/chromium"}
"""npm package of each version. 80: the oldest that Tirek promises; 109: the last for Windows 7."""

OPTIONS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-zygote",
    "--single-process",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)

LISTENING: Final = re.compile(r"DevTools listening on (ws://\S+)")

CODES: Final = {
    "Backspace": 8,
    "Tab": 9,
    "Enter": 13,
    "Escape": 27,
    " ": 32,
    "End": 35,
    "Home": 36,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
    "Delete": 46,
}
"""Windows' key codes, by the names that DOM events give keys."""


def build_of(version: int) -> Path:
    """Return the program of Chromium ``version``, unpacked from its package where it is not yet."""
    folder = ROOT / ".cache" / f"chromium-{version}"
    program = folder / "chromium"
    if not program.is_file():
        packed = packages(ROOT) / BUILDS[version] / "bin"
        folder.mkdir(parents=True, exist_ok=True)
        software_gl = brotli.decompress((packed / "swiftshader.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(software_gl)) as archive:
            archive.extractall(folder, filter="data")
        part = folder / f"chromium.{os.getpid()}"
        part.write_bytes(brotli.decompress((packed / "chromium.br").read_bytes()))
        part.chmod(0o755)
        part.rename(program)
    return program


@dataclass(slots=True)
class OldChromium:
    """A running browser; its profile is gone when it stops."""

    _address: str
    """Of the browser's own socket."""

    @classmethod
    @contextmanager
    def started(cls, version: int) -> Iterator[OldChromium]:
        """Start Chromium ``version`` (80 or 109) without a window; stop it after."""
        program = build_of(version)
        with ExitStack() as stack:
            profile = stack.enter_context(
                tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
            )
            log = Path(profile) / "log.txt"
            command = [str(program), *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
            yield cls(stack.enter_context(running(command, log, LISTENING, program.parent)))

    @contextmanager
    def tab(self, width: int = 1280, height: int = 900) -> Iterator[Tab]:
        """Open the browser's tab at a size in CSS pixels; it begins empty each time."""
        host = self._address.partition("/devtools/")[0]
        with opened(f"{host}/devtools/page/{self._page()}") as socket:
            tab = Tab()
            tab._wire = Wire(socket, tab._note)
            for domain in ("Page", "Runtime", "Log", "Network"):
                tab.send(f"{domain}.enable")
            tab.send(
                "Emulation.setDeviceMetricsOverride",
                width=width,
                height=height,
                deviceScaleFactor=1,
                mobile=False,
            )
            yield tab
            tab.open("about:blank")

    def _page(self) -> str:
        # The list of pages is asked for through the browser's own socket: no HTTP client needed.
        with opened(self._address) as socket:
            socket.send(json.dumps({"id": 1, "method": "Target.getTargets"}))
            found = json.loads(socket.recv(timeout=PATIENCE))["result"]["targetInfos"]
        return str(next(one["targetId"] for one in found if one["type"] == "page"))


@dataclass(slots=True)
class Tab(Driven):
    """One page of an old Chromium."""

    _wire: Wire = field(init=False)
    heard: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and scripts that failed, as they came."""
    asked: list[str] = field(default_factory=list)
    """Addresses of every request."""
    _loaded: int = 0

    def send(self, method: str, patience: float = PATIENCE, **params: Any) -> dict[str, Any]:
        """Send a command and return its result.

        Raises:
            Refused: the answer is an error.
        """
        message = self._wire.ask(method, patience, params)
        if "error" in message:
            raise Refused(f"{method}: {message['error']['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def problems(self) -> list[str]:
        """Return what the console said, after a moment to let the last come."""
        self._wire.listen(0.2)
        return self.heard

    def open(self, url: str) -> None:
        """Go to ``url`` and wait until it has loaded."""
        before = self._loaded
        self.send("Page.navigate", url=url)
        end = time.monotonic() + 60
        while self._loaded == before and time.monotonic() < end:
            self._wire.listen(0.05)

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited, as JSON can hold it.

        Raises:
            Refused: the expression threw.
        """
        source = awaited(expression)
        done = self.send(
            "Runtime.evaluate", 60, expression=source, awaitPromise=True, userGesture=True
        )
        if "exceptionDetails" in done:
            raise Refused(str(done["exceptionDetails"]))
        value = done["result"].get("value")
        return None if value is None else json.loads(value)

    def press(self, *names: str) -> None:
        """Press keys one after another: those of CODES, or single characters."""
        for name in names:
            if name in CODES and name != " ":
                text: dict[str, Any] = {"text": "\r"} if name == "Enter" else {}
                about: dict[str, Any] = {
                    "key": name,
                    "code": name,
                    "windowsVirtualKeyCode": CODES[name],
                }
                kind = "keyDown" if text else "rawKeyDown"
                self.send("Input.dispatchKeyEvent", type=kind, **about, **text)
                self.send("Input.dispatchKeyEvent", type="keyUp", **about)
            else:
                self.send("Input.dispatchKeyEvent", type="keyDown", key=name, text=name)
                self.send("Input.dispatchKeyEvent", type="keyUp", key=name)

    def click(self, selector: str) -> None:
        """Scroll the first element that matches into view and press the mouse on its middle."""
        box = self.evaluate(
            f"""(() => {{
                const one = document.querySelector({json.dumps(selector)});
                one.scrollIntoView({{block: 'center'}});
                const box = one.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2];
            }})()"""
        )
        place: dict[str, Any] = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
        self.send("Input.dispatchMouseEvent", type="mousePressed", **place)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", **place)

    def write(self, text: str) -> None:
        """Type ``text`` key by key into what has the focus."""
        self.press(*text)

    def saving(self, deed: Callable[[], None]) -> tuple[str, bytes]:
        """Do ``deed``; return name and content of the file that the page saves by it.

        Raises:
            TimeoutError: it saves none.
        """
        with tempfile.TemporaryDirectory() as folder:
            self.send("Page.setDownloadBehavior", behavior="allow", downloadPath=folder)
            return saved(Path(folder), deed)

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Put files into the first ``<input type=file>`` that matches; no folder."""
        document = self.send("DOM.getDocument")["root"]["nodeId"]
        node = self.send("DOM.querySelector", nodeId=document, selector=selector)["nodeId"]
        files = [str(path.resolve()) for path in paths]
        self.send("DOM.setFileInputFiles", nodeId=node, files=files)

    def screenshot(self, path: Path) -> None:
        """Write what the window shows as a PNG."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", 60)["data"]))

    def _note(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded += 1
        elif method == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            shown = details.get("exception", {}).get("description", details["text"])
            self.heard.append(f"script: {shown}")
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            entry = params["entry"]
            self.heard.append(f"{entry['level']}: {entry['text']} {entry.get('url', '')}")
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            shown = " ".join(str(one.get("value", "")) for one in params["args"])
            self.heard.append(f"{params['type']}: {shown}")
