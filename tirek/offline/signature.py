"""Signatures in minisign's format, and the keys that make them.

Source: https://jedisct1.github.io/minisign/, "Signature format" and "Secret key format".
The secret key is kept outside of the project, encrypted by a password unless that is refused.
"""

import base64
import binascii
import hmac
import os
from dataclasses import dataclass
from hashlib import blake2b, scrypt
from typing import Final

from tirek.offline.fault import UsbError

MEMORY: Final = 256 * 1024**2
"""Bytes of memory that guessing one password takes; `minisign` itself takes four times that."""

_ENCRYPTED, _PLAIN = b"Sc", b"\0\0"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What checks signatures."""

    number: bytes
    """8 bytes that tell keys apart."""
    point: bytes
    """32 bytes: the Ed25519 public key."""

    @property
    def line(self) -> str:
        """The key as ``minisign -P`` takes it."""
        return base64.b64encode(b"Ed" + self.number + self.point).decode()

    @property
    def file(self) -> str:
        """The key as a file for ``minisign -p``."""
        return f"untrusted comment: minisign public key {self.name}\n{self.line}\n"

    @property
    def name(self) -> str:
        """The number as minisign shows it: 16 hex digits."""
        return self.number[::-1].hex().upper()


@dataclass(frozen=True, slots=True)
class SecretKey:
    """What makes signatures."""

    number: bytes
    seed: bytes
    """32 bytes: the Ed25519 private key."""

    @property
    def public(self) -> PublicKey:
        """The key that checks what this one signs."""
        return PublicKey(self.number, _point(self.seed))


def _point(seed: bytes) -> bytes:
    # Here, so that commands that sign nothing do not carry it in memory.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def new_key() -> SecretKey:
    """Return a key that nobody has."""
    return SecretKey(os.urandom(8), os.urandom(32))


def locked(key: SecretKey, password: str, memory: int = MEMORY) -> str:
    """Return ``key`` as a file; an empty ``password`` leaves it readable to who has the file."""
    pair = key.seed + _point(key.seed)
    checksum = blake2b(b"Ed" + key.number + pair, digest_size=32).digest()
    inner, salt = key.number + pair + checksum, os.urandom(32)
    kind, operations = (_ENCRYPTED, memory // 32) if password else (_PLAIN, 0)
    memory = memory if password else 0
    if password:
        inner = _crossed(inner, _stream(password, salt, operations, memory))
    limits = operations.to_bytes(8, "little") + memory.to_bytes(8, "little")
    line = base64.b64encode(b"Ed" + kind + b"B2" + salt + limits + inner).decode()
    said = "encrypted secret key" if password else "secret key"
    return f"untrusted comment: minisign {said}\n{line}\n"


def is_locked(file: str) -> bool:
    """Return whether a secret key's file wants a password."""
    return _secret_bytes(file)[2:4] == _ENCRYPTED


def unlocked(file: str, password: str) -> SecretKey:
    """Return the key in a secret key's ``file``.

    Raises:
        UsbError: ``usb_key_form``, ``usb_key_password``.
    """
    raw = _secret_bytes(file)
    salt, inner = raw[6:38], raw[54:]
    operations, memory = (int.from_bytes(raw[at : at + 8], "little") for at in (38, 46))
    if raw[2:4] == _ENCRYPTED:
        inner = _crossed(inner, _stream(password, salt, operations, memory))
    number, pair, checksum = inner[:8], inner[8:72], inner[72:]
    expected = blake2b(b"Ed" + number + pair, digest_size=32).digest()
    if not hmac.compare_digest(checksum, expected):
        raise UsbError("usb_key_password")
    return SecretKey(number, pair[:32])


def _secret_bytes(file: str) -> bytes:
    raw = _line(file.splitlines(), 1)
    if len(raw) != 158 or raw[:2] != b"Ed" or raw[4:6] != b"B2":
        raise UsbError("usb_key_form")
    if raw[2:4] not in (_ENCRYPTED, _PLAIN):
        raise UsbError("usb_key_form")
    return raw


def _stream(password: str, salt: bytes, operations: int, memory: int) -> bytes:
    """Return the 104 bytes that hide a key, as libsodium's scrypt with these limits makes them."""
    operations = max(operations, 32768)
    if operations < memory // 32:
        largest, p = operations // 32, 1
        n = _power(largest)
    else:
        n = _power(memory // 1024)
        p = min(operations // 4 // n, 0x3FFFFFFF) // 8
    most = 2 * 128 * 8 * n + 2**20
    if n < 2 or p < 1 or most > 2**31:
        raise UsbError("usb_key_form")
    return scrypt(password.encode(), salt=salt, n=n, r=8, p=p, maxmem=most, dklen=104)


def _power(largest: int) -> int:
    n = 2
    while n <= largest // 2:
        n *= 2
    return n


def _crossed(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def public_key(text: str) -> PublicKey:
    """Return the public key that a line, or the file that holds it, says.

    Raises:
        UsbError: ``usb_key_form``.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    raw = _line(lines, len(lines) - 1)
    if len(raw) != 42 or raw[:2] != b"Ed":
        raise UsbError("usb_key_form")
    return PublicKey(raw[2:10], raw[10:])


def signed(content: bytes, comment: str, key: SecretKey) -> str:
    """Return the signature file of ``content`` with the trusted ``comment``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(key.seed)
    signature = private.sign(blake2b(content).digest())
    over_all = private.sign(signature + comment.encode())
    first = base64.b64encode(b"ED" + key.number + signature).decode()
    second = base64.b64encode(over_all).decode()
    return f"{_heading(key.number)}\n{first}\ntrusted comment: {comment}\n{second}\n"


def _heading(number: bytes) -> str:
    return f"untrusted comment: signature by tirek, key {PublicKey(number, b'').name}"


def trusted_comment(content: bytes, file: str, key: PublicKey) -> str:
    """Return the trusted comment of a signature ``file``, having checked it over ``content``.

    Raises:
        UsbError: ``usb_signature_form``, ``usb_signature_key``, ``usb_signature_wrong``.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    lines = file.split("\n")
    prefix = "trusted comment: "
    if len(lines) != 5 or lines[4] or not lines[2].startswith(prefix):
        raise UsbError("usb_signature_form")
    first, second = _line(lines, 1, "usb_signature_form"), _line(lines, 3, "usb_signature_form")
    if len(first) != 74 or first[:2] != b"ED" or len(second) != 64:
        raise UsbError("usb_signature_form")
    if lines[0] != _heading(first[2:10]):  # signs nothing, but a changed byte is damage
        raise UsbError("usb_signature_form")
    if first[2:10] != key.number:
        raise UsbError("usb_signature_key", name=PublicKey(first[2:10], b"").name)
    comment = lines[2].removeprefix(prefix)
    point = Ed25519PublicKey.from_public_bytes(key.point)
    try:
        point.verify(first[10:], blake2b(content).digest())
        point.verify(second, first[10:] + comment.encode())
    except InvalidSignature:
        raise UsbError("usb_signature_wrong") from None
    return comment


def _line(lines: list[str], number: int, code: str = "usb_key_form") -> bytes:
    try:
        line = lines[number].strip()
        raw = base64.b64decode(line, validate=True)
    except (IndexError, binascii.Error, ValueError):
        raise UsbError(code) from None
    # The last letter may hold bits that mean nothing: one way of writing is enough.
    if base64.b64encode(raw).decode() != line:
        raise UsbError(code)
    return raw
