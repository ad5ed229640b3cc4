"""Drawings and photographs that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import ELSEWHERE, NUMBER, RUN, Case, of
from papers import bomb_png, exif, iptc, photo, png_text, svg, xmp


def drawings() -> Iterator[Case]:
    unsafe = {
        "script": f"<script>{RUN}</script>",
        "script-link": '<script xlink:href="x.js"/>',
        "foreign": f"<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' "
        f'onload="{RUN}"/></foreignObject>',
        "animate": f'<a><animate attributeName="href" values="javascript:{RUN}"/><text>'
        f"x</text></a>",
        "set": f'<set attributeName="onload" to="{RUN}"/>',
        "handler": "<handler type='application/ecmascript'>x</handler>",
        "iframe": f'<iframe xmlns="http://www.w3.org/1999/xhtml" src="{ELSEWHERE}"/>',
        "picture-inside": '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    }
    for name, inside in unsafe.items():
        yield of(f"{name}.svg", svg(inside), "svg-unsafe")
    yield of("onload.svg", svg(attributes=f'onload="{RUN}"'), "svg-unsafe")
    yield of("onclick.svg", svg(f'<circle r="1" onclick="{RUN}"/>'), "svg-unsafe")
    yield of("focus.svg", svg(f'<a tabindex="1" onfocus="{RUN}"><text>x</text></a>'), "svg-unsafe")
    outside = {
        "link-script": f'<a xlink:href="javascript:{RUN}"><text>x</text></a>',
        "link-spelled": f'<a href="&#106;ava&#10;script:{RUN}"><text>x</text></a>',
        "use": f'<use href="{ELSEWHERE}#x"/>',
        "use-data": '<use href="data:image/svg+xml,x#x"/>',
        "gradient": f'<linearGradient href="{ELSEWHERE}#x"/>',
        "fill": f'<rect fill="url({ELSEWHERE}#x)"/>',
        "style": f'<rect style="background:url({ELSEWHERE})"/>',
        "style-import": f"<style>@import '{ELSEWHERE}';</style>",
        "style-font": f"<style>@font-face{{src:url({ELSEWHERE})}}</style>",
        "style-escape": "<style>@\\69mport 'x';</style>",
        "filter": f'<g filter="url({ELSEWHERE}#f)"/>',
    }
    for name, inside in outside.items():
        yield of(f"{name}.svg", svg(inside), "svg-outside")
    entity = f'<!DOCTYPE svg [<!ENTITY x "<script>{RUN}</script>">]>'
    yield of("entity.svg", svg("&x;", before=entity), "xml-entity")
    laughs = (
        "<!DOCTYPE svg ["
        + '<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    )
    yield of("laughs.svg", svg("&j;", before=f"{laughs}]>"), "xml-entity")
    reading = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield of("reading.svg", svg("<text>&x;</text>", before=reading), "xml-entity")
    yield of("sheet.svg", svg(before=f'<?xml-stylesheet href="{ELSEWHERE}"?>'), "svg-unsafe")
    yield of("broken.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g>", "file-broken")
    yield of("huge.svg", svg("<g/>" * 600_000), "file-too-hard")
    yield of("number.svg", svg(f"<text>{NUMBER}</text>"), "privacy-number")
    own = (
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="stroke:red"/>'
        '<use href="#a"/><text>2 &lt; 3</text>'
    )
    yield of("plain.svg", svg(own))
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    yield of("inkscape.svg", svg(before=f"<?xml version='1.0'?>{doctype}"))


def pictures() -> Iterator[Case]:
    yield of("place.jpg", photo(exif=exif(place=True)), "photo-place")
    yield of("place.png", photo("PNG", exif=exif(place=True)), "photo-place")
    yield of("place.webp", photo("WEBP", exif=exif(place=True)), "photo-place")
    yield of("place-xmp.jpg", xmp("<exif:GPSLatitude>43,14N</exif:GPSLatitude>"), "photo-place")
    yield of("city-iptc.jpg", iptc(90, "Алматы".encode()), "photo-place")
    yield of("artist.jpg", photo(exif=exif(artist="Asanova Aigul")), "file-author", warned=True)
    yield of("owner.jpg", photo(exif=exif(owner="Aigul")), "file-author", warned=True)
    yield of(
        "creator-xmp.jpg",
        xmp("<dc:creator><rdf:Seq><rdf:li>Асанова</rdf:li></rdf:Seq></dc:creator>"),
        "file-author",
        warned=True,
    )
    yield of("byline-iptc.jpg", iptc(80, "Асанова А.".encode()), "file-author", warned=True)
    yield of("author.png", png_text(Author="Асанова Айгүл"), "file-author", warned=True)
    yield of("bomb.png", bomb_png(60_000), "picture-too-large")
    yield of("wide.png", bomb_png(7_000), "picture-too-large")
    yield of("short.png", bomb_png(3_000), "file-broken")
    yield of("cut.jpg", photo(size=(400, 400))[:900], "file-broken")
    yield of("cut.png", photo("PNG", (400, 400))[:60], "file-broken")
    frames = {"save_all": True, "append_images": []}
    yield of("plain.gif", photo("GIF", **frames))
    yield of("plain.jpg", photo(exif=exif(artist="№ 10 мектеп")))
    yield of("plain.png", photo("PNG"))
