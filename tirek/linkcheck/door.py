"""A connection to somebody else's server, and to nobody of ours.

A record may name any address, also one inside the network that the check runs in. So a name is
looked up once, the numbers it stands for are judged, and the very number that was judged is
connected to: what the name means a moment later does not matter.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote

PORTS: Final = frozenset({80, 443, 8080, 8443})
CONNECT_SECONDS: Final = 10

_TRANSLATED: Final = tuple(
    ipaddress.ip_network(prefix) for prefix in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")
)
"""IPv6 that leads to an IPv4 address inside it, which may be a private one."""


class Refused(Exception):
    """An address that is not asked: it is private, or of a kind that no record needs."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where one request goes."""

    secure: bool
    host: str
    """As the server knows itself, in ASCII."""
    port: int
    number: str
    """The address that was judged."""
    path: str
    """With query, in ASCII."""


def door_to(url: SplitResult, allowed: Collection[str] = ()) -> Door:
    """Return where ``url`` leads.

    Args:
        url: An absolute address.
        allowed: Private hosts with ports (``127.0.0.1:8000``) that may be asked all the same;
            tests have a server of their own.

    Raises:
        Refused: it is not to be asked.
        OSError: the name is not known.
    """
    if url.scheme not in ("http", "https") or not url.hostname:
        raise Refused("scheme")
    if url.username is not None or url.password is not None:
        raise Refused("credentials")
    try:
        host = url.hostname.encode("idna").decode("ascii")
        port = url.port or (443 if url.scheme == "https" else 80)
    except (UnicodeError, ValueError):
        raise Refused("host") from None
    known = f"{host}:{port}" in allowed
    if port not in PORTS and not known:
        raise Refused("port")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(row[4][0]) for row in found]
    if not known and not all(map(is_public, numbers)):
        raise Refused("private")
    path = quote(url.path or "/", safe=_AS_WRITTEN)
    query = "?" + quote(url.query, safe=_AS_WRITTEN) if url.query else ""
    return Door(url.scheme == "https", host, port, numbers[0], path + query)


_AS_WRITTEN: Final = "/%:@!$&'()*+,;=~-._?"
"""Signs that may stand in an address as they are."""


def is_public(number: str) -> bool:
    """Return whether an IP address is anybody's on the open internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            address = address.ipv4_mapped
        elif any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class Connection(http.client.HTTPConnection):
    """Speaks through a door: to its number, under its host's name."""

    def __init__(self, door: Door) -> None:
        super().__init__(door.host, door.port, timeout=CONNECT_SECONDS)
        self._door = door

    def connect(self) -> None:
        """Connect to the number that was judged, with the host's name for the certificate."""
        plain = socket.create_connection((self._door.number, self._door.port), self.timeout)
        self.sock = plain
        if self._door.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self._door.host)
