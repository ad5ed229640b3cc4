"""Photographs and pictures: whether they open, how large they unpack, where and by whom taken."""

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any, Final

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from tirek.inspection.authors import is_person
from tirek.inspection.notice import Notice

MAX_PIXELS: Final = 40_000_000
"""Of the largest phone's photograph; a page needs a hundredth of it."""
OPENED: Final = 24_000_000
"""Pixels up to which a picture is unpacked, to see that it is whole."""

_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_PEOPLE: Final = (ExifTags.Base.Artist, ExifTags.Base.XPAuthor, 0xA430)  # CameraOwnerName
_BY_LINES: Final = ((2, 80), (2, 85), (2, 122))
"""IPTC: by-line, its title, writer of the caption."""
_XMP_PEOPLE: Final = re.compile(
    rb"<dc:creator>.{0,400}?<rdf:li[^>]{0,100}>([^<]{1,200})"
    rb"|(?:photoshop:AuthorsPosition|aux:OwnerName|tiff:Artist|exifEX:CameraOwnerName)"
    rb"(?:=\"|>)([^\"<]{1,200})",
    re.DOTALL,
)
_XMP_PLACE: Final = re.compile(
    rb"exif:GPS(?:Latitude|Longitude)|Iptc4xmpCore:Location|photoshop:City"
)
_TEXTS: Final = ("Author", "Artist", "Copyright", "author", "Creator")


def picture_notices(content: bytes) -> Iterator[Notice]:
    """Yield what is wrong with a picture and what it tells of people and places."""
    Image.MAX_IMAGE_PIXELS = None  # counted here
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
            width, height = picture.size
            frames = min(getattr(picture, "n_frames", 1), 1000)
            if width * height > MAX_PIXELS or width * height * frames > 4 * MAX_PIXELS:
                yield Notice("picture-too-large", f"{width} × {height}", allowed="40 000 000")
                return
            notices = [*_metadata(picture, content)]
            if width * height <= OPENED:
                picture.load()
            else:
                picture.verify()
    except MemoryError:
        raise
    except Exception:  # each format's reader has errors of its own
        yield Notice("file-broken")
        return
    yield from notices


def _metadata(picture: ImageFile.ImageFile, content: bytes) -> Iterator[Notice]:
    exif = picture.getexif()
    if any(exif.get_ifd(ExifTags.IFD.GPSInfo).get(tag) for tag in (1, 2, 3, 4)):
        yield Notice("photo-place")
    people = [exif.get(tag) for tag in _PEOPLE]
    people += [exif.get_ifd(ExifTags.IFD.Exif).get(tag) for tag in _PEOPLE]
    people += [picture.info.get(key) for key in _TEXTS]
    iptc: dict[Any, Any] = {}
    try:
        iptc = IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:  # a broken block tells nothing
        iptc = {}
    people += [iptc.get(line) for line in _BY_LINES]
    if any(iptc.get(place) for place in ((2, 90), (2, 92))):
        yield Notice("photo-place")
    xmp = _xmp(picture, content)
    people += [found[1] or found[2] for found in _XMP_PEOPLE.finditer(xmp)]
    if _XMP_PLACE.search(xmp):
        yield Notice("photo-place")
    named = next((name for name in map(_text, people) if is_person(name)), "")
    if named:
        yield Notice("file-author", named)


def _xmp(picture: ImageFile.ImageFile, content: bytes) -> bytes:
    held = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    packet = held.encode() if isinstance(held, str) else bytes(held)
    begin = content.find(b"<x:xmpmeta")
    return packet or (content[begin : begin + 200_000] if begin >= 0 else b"")


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        wide = len(value) > 1 and value[1:2] == b"\0"
        value = value.decode("utf-16-le" if wide else "utf-8", errors="ignore")
    return str(value or "").strip("\0 \n")
