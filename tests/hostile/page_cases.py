"""Hand-written pages that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import CHILDREN, ELSEWHERE, NUMBER, RUN, Case


def pages() -> Iterator[Case]:
    def page(name: str, body: str, *codes: str, head: str = "") -> Case:
        text = f"---\ntitle: {name}\n{head}---\n\n{body}\n"
        return Case(name, text.encode(), frozenset(codes), "page")

    html = {
        "script": f"<script>{RUN}</script>",
        "image": f"Мәтін <img src=x onerror={RUN}>",
        "slash": f"<img/src='x'/onerror={RUN}>",
        "svg": f"<svg onload={RUN}>",
        "frame": f"<iframe src={ELSEWHERE}></iframe>",
        "form": f"<form action={ELSEWHERE}><input name=x></form>",
        "base": f"<base href={ELSEWHERE}>",
        "refresh": f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
        "style": f"<style>@import '{ELSEWHERE}'</style>",
        "sheet": f"<link rel=stylesheet href={ELSEWHERE}>",
        "object": f"<object data={ELSEWHERE}></object>",
        "details": f"<details open ontoggle={RUN}>x</details>",
        "markdown-inside": f"<div markdown=1 onclick={RUN}>\n\n**x**\n\n</div>",
        "comment": f"<!-- --!><img src=x onerror={RUN}>-->",
        "cdata": f"<![CDATA[<img src=x onerror={RUN}>]]>",
        "instruction": "<?php echo 1 ?>",
        "code-over-lines": f"`\n<img src=x onerror={RUN}>\n`",
        "code-open": f"```\n<img src=x onerror={RUN}>",
        "code-escaped": f"\\`<img src=x onerror={RUN}>\\`",
        "in-quote": f"> <img src=x onerror={RUN}>",
        "in-table": f"| a |\n|---|\n| <img src=x onerror={RUN}> |",
        "in-footnote": f"x[^1]\n\n[^1]: <img src=x onerror={RUN}>",
        "in-abbreviation": f"*[HTML]: <img src=x onerror={RUN}>\n\nHTML",
        "in-note": f'!!! note "<img src=x onerror={RUN}>"\n    x',
    }
    for name, body in html.items():
        yield page(f"html-{name}", body, "safety-html")
    for name, body in {
        "heading": f"# Тақырып {{: onclick={RUN} }}",
        "strong": f"**x**{{onclick={RUN}}}",
        "link": f"[x](a.md){{: onmouseover={RUN} }}",
        "block": f"x\n{{: onclick={RUN} style='color:red' }}",
        "cell": f"| a |\n|---|\n| b {{: onclick={RUN} }} |",
        "style": f"x\n{{: style='background:url({ELSEWHERE})' }}",
        "fence": f"``` {{.py onclick={RUN}}}\nx\n```",
        "class": "x\n{: .hush }",
    }.items():
        yield page(f"attribute-{name}", body, "safety-attribute")
    for number, address in enumerate(
        (
            f"javascript:{RUN}",
            f"JaVa\tscript:{RUN}",
            f"java\nscript:{RUN}",
            f"&#x6A;avascript&colon;{RUN}",
            f"&amp;#106;avascript:{RUN}",
            f"\x01javascript:{RUN}",
            f"java\u00adscript:{RUN}",
            "vbscript:msgbox",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgncmFuJyk8L3NjcmlwdD4=",
            "file:///etc/passwd",
            "//elsewhere.example/hostile",
            "\\\\\\\\elsewhere.example\\\\hostile",
            "blob:x",
            "ms-msdt:/id",
        )
    ):
        yield page(f"address-{number}", f"[x]({address})", "safety-address")
    yield page("address-reference", f"[x][r]\n\n[r]: javascript:{RUN}", "safety-address")
    yield page("address-short", f"[r]\n\n[r]: <javascript:{RUN}>", "safety-address")
    yield page("picture-outside", f"![x]({ELSEWHERE}.png)", "safety-outside")
    yield page("picture-reference", f"![x][r]\n\n[r]: {ELSEWHERE}.png", "safety-outside")
    yield page("picture-data", "![x](data:image/svg+xml,x)", "safety-address")
    for name, body in {
        "snippet": '--8<-- "../../mkdocs.yml"',
        "snippet-block": "--8<--\n../../mkdocs.yml\n--8<--",
        "snippet-in-code": '```\n--8<-- "/etc/passwd"\n```',
        "include": "!INCLUDE /etc/passwd",
        "include-braces": "{!/etc/passwd!}",
        "docstrings": "::: os.system",
        "server": '<!--#include file="/etc/passwd" -->',
    }.items():
        yield page(f"include-{name}", body, "safety-include")
    for name, body in {
        "expression": "{{ config }}",
        "statement": "{% include '/etc/passwd' %}",
        "erb": "<%= 7*7 %>",
    }.items():
        yield page(f"template-{name}", body, "safety-template-code")
    yield page(
        "matter-template", "x", "safety-matter-template", head="template: ../../../etc/passwd\n"
    )
    yield page("matter-home", "x", "safety-matter-template", head="template: home.html\n")
    yield page("matter-hide", "x", "safety-matter-field", head="hide: [navigation]\n")
    yield page("matter-extra", "x", "safety-matter-field", head="extra_javascript: [x.js]\n")
    yield page("matter-script", "x", "safety-html", head=f'description: "<script>{RUN}</script>"\n')
    yield page(
        "matter-tag", "x", "yaml-tag", head="description: !!python/object/apply:os.system [id]\n"
    )
    yield page("matter-alias", "x", "yaml-alias", head="description: &a x\nunit: *a\n")
    yield page("slot-unknown", "[[include /etc/passwd]]", "slot-unknown")
    yield page("bidi", "Мәтін \u202eтерісінен\u202c", "safety-invisible")
    yield page("zero-width", "Мә\u200bтін", "safety-invisible")
    yield page("tags", "Мәтін\U000e0041\U000e0042", "safety-invisible")
    yield page("number", f"ЖСН {NUMBER}", "privacy-number")
    yield page(
        "list",
        "Сынып тізімі:\n\n" + "\n".join(f"{n}. {name}" for n, name in enumerate(CHILDREN, 1)),
        "privacy-class-list",
    )
    # Harmless.
    yield page(
        "quoted", f"`<script>{RUN}</script>` және\n\n```html\n<img src=x onerror={RUN}>\n```"
    )
    yield page("entities", f"&lt;script&gt;{RUN}&lt;/script&gt; және 2 < 3, {{сөз}}")
    yield page("soft", "инклю\u00adзивті\u00a0білім 👩\u200d🏫")
    yield page(
        "links",
        "[заң](https://adilet.zan.kz/) мен [пошта](mailto:info@school.edu.kz), <https://edu.kz>",
    )
    yield page("named-heading", "## Тақырып { #own }\n\n[бұл бетте](#own)")
