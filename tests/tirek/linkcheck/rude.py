"""A server that behaves as servers on the open net do, and worse."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Rude(BaseHTTPRequestHandler):
    """Does what the path says."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self._do()

    def do_GET(self) -> None:
        self._do()

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def _do(self) -> None:
        self.server.asked.append((self.command, self.path))  # type: ignore[attr-defined]
        name, _, rest = self.path.lstrip("/").partition("/")
        with contextlib.suppress(OSError):
            getattr(self, f"_{name}", self._status)(rest)

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _status(self, rest: str) -> None:
        name = self.path.lstrip("/")
        self._answer(int(name) if name.isdigit() else 200, b"ok")

    def _nohead(self, rest: str) -> None:
        self._answer(405 if self.command == "HEAD" else 200, b"ok")

    def _to(self, rest: str) -> None:
        self._answer(302, Location=rest.replace("!", "://"))

    def _loop(self, rest: str) -> None:
        self._answer(302, Location=f"/loop/{int(rest or 0) + 1}")

    def _circle(self, rest: str) -> None:
        self._answer(301, Location="/circle")

    def _silent(self, rest: str) -> None:
        time.sleep(8)

    def _drip(self, rest: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(400):
            self.wfile.write(f"X-{number}: ".encode())
            self.wfile.flush()
            time.sleep(0.05)
            self.wfile.write(b"1\r\n")

    def _reset(self, rest: str) -> None:
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.rfile.close()
        self.wfile.close()
        self.connection.close()

    def _junk(self, rest: str) -> None:
        self.wfile.write(b"\x00\xff" * 5000 + b"\r\n\r\n")

    def _headers(self, rest: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n")

    def _huge(self, rest: str) -> None:
        if self.command == "HEAD":
            self._answer(405)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        for _ in range(2000):
            self.wfile.write(b"x" * 65536)


class Server(ThreadingHTTPServer):
    """Remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Rude)
        self.asked: list[tuple[str, str]] = []

    def handle_error(self, *_: object) -> None:
        """Whoever asks may leave."""

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def rude_server() -> Iterator[Server]:
    """A running server."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
