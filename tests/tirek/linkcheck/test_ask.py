"""Links are asked whether they open: quickly, politely, and never inside our own network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from rude import Server, rude_server

from tirek.linkcheck.ask import Answer, ask
from tirek.linkcheck.door import is_public


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with rude_server() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    running.asked.clear()
    return running


def of(server: Server, path: str, seconds: float = 2) -> Answer:
    return ask(f"http://{server.host}/{path}", {server.host}, seconds)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("200", Answer("opens", "200")),
        ("403", Answer("opens", "403")),
        ("429", Answer("opens", "429")),
        ("404", Answer("fails", "404")),
        ("410", Answer("fails", "410")),
        ("500", Answer("fails", "500")),
        ("nohead", Answer("opens", "200")),
        ("to//200", Answer("opens", "200")),
        ("to//404", Answer("fails", "404")),
        ("circle", Answer("fails", "redirects")),
        ("loop", Answer("fails", "redirects")),
        ("reset", Answer("fails", "connection")),
        ("silent", Answer("fails", "timeout")),
        ("drip", Answer("fails", "timeout")),
        ("junk", Answer("fails", "answer")),
        ("headers", Answer("fails", "answer")),
        ("huge", Answer("opens", "200")),
        ("Қазақша бет?сұрақ=иә", Answer("opens", "200")),
    ],
)
def test_servers_of_all_kinds(server: Server, path: str, answer: Answer) -> None:
    assert of(server, path, 1.5) == answer


def test_head_is_asked_first_and_get_only_where_it_must(server: Server) -> None:
    of(server, "200")
    assert [method for method, _ in server.asked] == ["HEAD"]
    server.asked.clear()
    of(server, "nohead")
    assert [method for method, _ in server.asked] == ["HEAD", "GET"]


def test_redirects_end(server: Server) -> None:
    of(server, "loop")
    assert len(server.asked) == 6


# Nobody of ours is asked.


def test_an_address_of_ours_is_not_asked(server: Server) -> None:
    for url in (f"http://{server.host}/200", f"http://localhost:{server.server_address[1]}/"):
        assert ask(url).verdict == "refused"
    assert server.asked == []


@pytest.mark.parametrize(
    "onward",
    [
        "http!169.254.169.254/latest/meta-data/",
        "http!127.0.0.1/",
        "http![!1]/",
        "http!10.0.0.1/",
        "file!/etc/passwd",
        "ftp!example.kz/",
        "http!user:password@example.kz/",
        "gopher!example.kz/",
    ],
)
def test_a_redirect_into_our_network_is_not_followed(server: Server, onward: str) -> None:
    onward = onward.replace("[!1]", "[::1]")
    assert of(server, f"to/{onward}").verdict in ("refused", "fails")
    assert len(server.asked) == 1


def test_a_name_that_means_an_address_of_ours_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("192.168.1.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    assert ask("http://rebound.example/") == Answer("refused", "private")


def test_the_number_that_was_judged_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that answers differently the second time gains nothing."""
    looked = []

    def looked_up(host: str, *_: Any, **__: Any) -> list[Any]:
        looked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", server.server_address[1]))]

    connected: list[tuple[str, int]] = []
    really = socket.create_connection

    def connect(address: tuple[str, int], *rest: Any) -> socket.socket:
        connected.append(address)
        return really(address, *rest)

    known = f"name.example:{server.server_address[1]}"
    monkeypatch.setattr("tirek.linkcheck.door.socket.getaddrinfo", looked_up)
    monkeypatch.setattr("tirek.linkcheck.door.socket.create_connection", connect)
    assert ask(f"http://{known}/200", {known}, 2).verdict == "opens"
    assert looked.count("name.example") == 1
    assert connected == [("127.0.0.1", server.server_address[1])]


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:4010:c0d::8a", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(number: str, public: bool) -> None:
    assert is_public(number) == public


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://x:99999/",
        "http://[::1",
        "http://example.kz:22/",
        "//x",
        "",
        "http://a..b/",
    ],
)
def test_strange_addresses_are_refused_or_fail(url: str) -> None:
    assert ask(url, seconds=2).verdict in ("refused", "fails")
