"""Archives, files that are not what their names say, and private texts, made on the spot."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

from case import ELSEWHERE, NUMBER, RUN, Case, of
from containers import docx, lying, packed, xlsx
from papers import pdf, photo, svg


def archives() -> Iterator[Case]:
    yield of("traversal.zip", packed({"../../outside.txt": "x"}), "archive-path")
    yield of("traversal-windows.zip", packed({"..\\..\\outside.txt": "x"}), "archive-path")
    yield of("absolute.zip", packed({"/etc/cron.d/x": "x"}), "archive-path")
    yield of("drive.zip", packed({"C:/x.txt": "x"}), "archive-path")
    yield of("twins.zip", packed({"a.txt": "x", "A.TXT": "y"}), "archive-path")
    yield of("link.zip", _linked(), "archive-path")
    yield of("bomb.zip", packed({"a.txt": b"0" * 40_000_000}), "archive-bomb")
    yield of("bomb.docx", docx(more={"word/header1.xml": b" " * 30_000_000}), "archive-bomb")
    yield of("lying.docx", lying(30_000_000), "file-broken")
    yield of(
        "nested.zip", packed({"a.zip": packed({"b.zip": packed({"c.txt": "x"})})}), "archive-nested"
    )
    yield of(
        "many.zip",
        packed({f"{n}.txt": "" for n in range(2100)}, zipfile.ZIP_STORED),
        "archive-entries",
    )
    yield of("program.zip", packed({"a.exe": b"MZ\x90\0"}), "file-program", "file-kind")
    yield of("disguised.zip", packed({"a.txt": b"MZ\x90\0"}), "file-program", "file-not-as-named")
    yield of("script-inside.zip", packed({"a.svg": svg(f"<script>{RUN}</script>")}), "svg-unsafe")
    yield of("number-inside.zip", packed({"a.txt": f"ЖСН {NUMBER}"}), "privacy-number")
    yield of("device.zip", packed({"nul.txt": "x"}), "safety-name-device")
    yield of("encrypted.zip", _encrypted(), "file-locked")
    yield of("broken.zip", packed({"a.txt": "x" * 900})[:-30], "file-broken")
    yield of("cut.docx", docx()[:300], "file-broken")
    yield of("method.docx", _unknown_method(), "file-broken")
    yield of("plain.zip", packed({"парақ/оқы.txt": "Мәтін", "сурет.png": photo("PNG")}))


def _linked() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entry = zipfile.ZipInfo("passwd.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return stream.getvalue()


def _encrypted() -> bytes:
    content = bytearray(packed({"a.txt": "x"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(sign) + at] |= 1
    return bytes(content)


def _unknown_method() -> bytes:
    content = bytearray(docx())
    begin = 0
    while (begin := content.find(b"PK\x01\x02", begin)) >= 0:
        content[begin + 10] = 97
        begin += 4
    return bytes(content)


def named_wrongly() -> Iterator[Case]:
    yield of("program.pdf", b"MZ\x90\0\x03", "file-not-as-named", "file-program")
    yield of("program.docx", b"\x7fELF\x02", "file-not-as-named", "file-program")
    yield of("page.pdf", b"<html><script>alert(1)</script></html>", "file-not-as-named")
    yield of(
        "page.jpg",
        f"<html><script>{RUN}</script></html>".encode(),
        "file-not-as-named",
        "page-unsafe",
    )
    yield of("page.txt", f"<script>{RUN}</script>".encode(), "file-not-as-named", "page-unsafe")
    yield of("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-not-as-named")
    yield of("sheet.docx", xlsx(), "file-not-as-named")
    yield of("archive.docx", packed({"a.txt": "x"}), "file-not-as-named")
    yield of("rich.docx", b"{\\rtf1 x}", "file-not-as-named")
    yield of("png.jpg", photo("PNG"), "file-not-as-named")
    yield of("text.mp4", b"no film", "file-not-as-named")
    yield of("empty.pdf", b"", "file-not-as-named", "file-empty")
    yield of("program.exe", b"MZ\x90\0", "file-kind", "file-program")
    yield of("shell.sh", b"#!/bin/sh\nrm -rf /\n", "file-kind", "file-program")
    yield of(
        "shortcut.lnk", b"L\x00\x00\x00\x01\x14\x02\x00" + b"\0" * 60, "file-kind", "file-program"
    )
    yield of("script.js", f"{RUN};".encode(), "file-kind")
    yield of("command.hta", b"<html><script>x</script></html>", "file-kind")
    yield of("link.url", f"[InternetShortcut]\nURL={ELSEWHERE}\n".encode(), "file-kind")
    yield of("archive.rar", b"Rar!\x1a\x07\x01\0", "file-kind")
    yield of("late.pdf", b"<script>alert(1)</script>\n" + pdf(text="x"), "file-not-as-named")
    yield of("film.mp4", _film(b"\xa9nam\0\x10\x15\xc7lesson +43.2 +76.8"))
    yield of("film-place.mp4", _film(b"\xa9xyz\0\x15\x15\xc7+43.2389+076.8897/"), "photo-place")
    apple = b"com.apple.quicktime.location.ISO6709" + b"\0" * 24 + b"+51.1605+071.4704+350.0/"
    yield of("film-place-apple.mp4", _film(apple, 300_000), "photo-place")


def _film(told: bytes, frames: int = 60) -> bytes:
    """The boxes of a film: what it is, its frames, and then what is told of it."""
    inside = struct.pack(">I4s", len(told) + 8, b"udta") + told
    boxes = ((b"ftyp", b"mp42" + b"\0" * 12), (b"mdat", b"\0" * frames), (b"moov", inside))
    return b"".join(struct.pack(">I4s", len(box) + 8, kind) + box for kind, box in boxes)


def private_texts() -> Iterator[Case]:
    yield of("number.txt", f"Оқушының ЖСН-і: {NUMBER[:6]} {NUMBER[6:]}".encode(), "privacy-number")
    yield of(
        "number-dashes.txt",
        f"{NUMBER[:3]}-{NUMBER[3:6]}-{NUMBER[6:9]}-{NUMBER[9:]}".encode(),
        "privacy-number",
    )
    yield of("phone.txt", "Анасы: +7 (777) 123-45-67".encode(), "privacy-phone")
    yield of("bidi.txt", "файл \u202etxt.exe".encode(), "safety-invisible")
    yield of("totals.txt", "13 оқушы, 7 мұғалім; № 19 мектеп; 2013–2016".encode())
