"""A web host as good hosts are: compressed, cached, with the 404 page of the site."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

COMPRESSED: Final = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")
"""Endings of what is sent with gzip; fonts, pictures and documents are compressed already."""

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
}


@cache
def compressed(path: Path) -> bytes:
    """Return the file as a host would send it with gzip, level 6."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or the page that says there is none."""
        root = Path(self.directory)
        path = root / unquote(urlsplit(self.path).path).lstrip("/")
        if path.is_dir():
            path /= "index.html"
        status = 200
        if not path.is_file() or root not in path.resolve().parents:
            path, status = root / "404.html", 404
        packed = path.suffix in COMPRESSED
        content = compressed(path) if packed else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        lasting = path.suffix not in (".html", ".json")
        self.send_header("Cache-Control", f"max-age={31536000 if lasting else 0}")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that hang up in the middle."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve ``site`` on this machine; yield its address with a slash at the end."""
    handler = partial(_Handler, directory=str(site.resolve()))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
