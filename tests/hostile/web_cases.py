"""Web pages and books that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import ELSEWHERE, NUMBER, RUN, Case, of
from containers import epub


def web_pages() -> Iterator[Case]:
    def page(inside: str, head: str = "") -> bytes:
        return (
            f"<!doctype html><html lang=kk><head><meta charset=utf-8><title>Бет</title>"
            f"{head}</head><body><p>Мәтін</p>{inside}</body></html>"
        ).encode()

    unsafe = {
        "script": f"<script>{RUN}</script>",
        "image": f"<img src=x onerror={RUN}>",
        "slash": f"<img/src='x'onerror={RUN}>",
        "svg": f"<svg onload={RUN}>",
        "frame": f"<iframe src={ELSEWHERE}></iframe>",
        "frame-inside": f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
        "form": f"<form action={ELSEWHERE}><button>x</button></form>",
        "object": "<object data=x.swf></object>",
        "link-script": f"<a href='java&Tab;script:{RUN}'>x</a>",
        "picture-outside": f"<img src={ELSEWHERE}>",
        "comment": f"<!-- --!><img src=x onerror={RUN}> -->",
        "comment-short": f"<!--><img src=x onerror={RUN}>-->",
        "noscript": f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
        "template": f"<template><script>{RUN}</script></template>",
        "math": f"<math><mtext><style><img title='</style><img src=x onerror={RUN}>'>",
        "textarea": f"<textarea><p title='</textarea><img src=x onerror={RUN}>'>",
        "section": f"<![CDATA[ > <img src=x onerror={RUN}> ]]>",
        "style-import": f"<style>@import '{ELSEWHERE}'</style>",
        "video": f"<video poster={ELSEWHERE}></video>",
        "autofocus": f"<p tabindex=1 autofocus onfocus={RUN}>x</p>",
    }
    for name, inside in unsafe.items():
        yield of(f"{name}.html", page(inside), "page-unsafe")
    yield of(
        "refresh.html",
        page("", f'<meta http-equiv=refresh content="0;url={ELSEWHERE}">'),
        "page-unsafe",
    )
    yield of("base.html", page("", f"<base href={ELSEWHERE}>"), "page-unsafe")
    yield of("sheet.html", page("", f"<link rel=stylesheet href={ELSEWHERE}>"), "page-unsafe")
    yield of("number.html", page(f"<p>{NUMBER}</p>"), "privacy-number")
    yield of(
        "plain.html",
        page(
            "<h1>Бет</h1><p>2 &lt; 3, &lt;script&gt; <a href='https://edu.kz'>сілтеме</a></p>"
            "<!-- түсінік -->"
        ),
    )
    yield of("script.epub", epub(f"<script>{RUN}</script>"), "page-unsafe")
    yield of("event.epub", epub(f'<p onclick="{RUN}">x</p>'), "page-unsafe")
    yield of("outside.epub", epub(f'<img src="{ELSEWHERE}" alt=""/>'), "page-unsafe")
    yield of("program.epub", epub("", {"x.js": RUN}), "page-unsafe")
    yield of("style.epub", epub("", {"x.css": f"@import '{ELSEWHERE}'"}), "page-unsafe")
    yield of("broken.epub", epub("<p>"), "file-broken")
    yield of("plain.epub", epub("<h1>Тарау</h1><p>Мәтін</p>"))
