"""PDF documents, photographs and drawings made on the spot."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, PngImagePlugin


def pdf(
    *objects: str | bytes,
    root: str = "",
    page: str = "",
    trailer: str = "",
    text: str = "",
) -> bytes:
    """A tagged PDF of one page; ``objects`` are numbered from 6.

    Latin text only: a page's font is one of those that every viewer has.
    """
    shown = f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode("latin-1")
    made: list[bytes] = [
        (
            f"<< /Type /Catalog /Pages 2 0 R /Lang (kk-KZ) /MarkInfo << /Marked true >> "
            f"/StructTreeRoot 4 0 R {root} >>"
        ).encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 5 0 R"
            f" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont "
            f"/Helvetica >> >> >> {page} >>"
        ).encode(),
        b"<< /Type /StructTreeRoot >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        *(item.encode("latin-1") if isinstance(item, str) else item for item in objects),
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, item in enumerate(made, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(made) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(made) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def action(number: int = 6) -> str:
    """An annotation that fires the action in object ``number``."""
    return f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {number} 0 R >>]"


def photo(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **saved: Any) -> bytes:
    """A picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, kind, **saved)
    return stream.getvalue()


def exif(**given: Any) -> bytes:
    """EXIF data: ``artist``, ``owner``, ``place``."""
    data = Image.Exif()
    if "artist" in given:
        data[315] = given["artist"]
    if "owner" in given:
        data.get_ifd(0x8769)[0xA430] = given["owner"]
    if "place" in given:
        data.get_ifd(0x8825).update({1: "N", 2: (43.0, 14.0, 0.0), 3: "E", 4: (76.0, 53.0, 0.0)})
    return data.tobytes()


def png_text(**texts: str) -> bytes:
    """A PNG with text chunks."""
    about = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        about.add_itxt(key.replace("_", ":"), value)
    return photo("PNG", pnginfo=about)


def xmp(inside: str) -> bytes:
    """A JPEG with an XMP packet."""
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f"<rdf:Description>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
    head = b"http://ns.adobe.com/xap/1.0/\0" + packet
    plain = photo()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(head) + 2) + head + plain[2:]


def iptc(record: int, value: bytes) -> bytes:
    """A JPEG with an IPTC field of record 2."""
    field = b"\x1c\x02" + bytes([record]) + struct.pack(">H", len(value)) + value
    field += b"\0" * (len(field) % 2)
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(field)) + field
    plain = photo()
    return plain[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + plain[2:]


def bomb_png(side: int) -> bytes:
    """A PNG that claims ``side`` times ``side`` pixels and holds few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    """A drawing."""
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>'
        f'<circle r="4"/>{inside}</svg>'
    ).encode()
