"""Records, and names of files that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import NUMBER, RUN, Case


def records() -> Iterator[Case]:
    right = (
        "title: {{kk: {kk}, ru: Карточки звуков и слогов}}\n"
        "summary: {{kk: Буын мен дыбысты ажыратуға арналған карточкалар жинағы., ru: Набор "
        "карточек для различения звуков и слогов.}}\n"
        "type: didactic-game\naudience: [teacher]\nlanguages: [kk, ru]\nprovided_by: project\n"
        "licence: unknown\nsource: []\nadded: 2026-11-21\nupdated: 2026-11-21\n"
    )

    def record(name: str, text: str, *codes: str) -> Case:
        return Case(name, text.encode(), frozenset(codes), "record")

    def titled(name: str, title: str, *codes: str) -> Case:
        quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return record(name, right.format(kk=quoted), *codes)

    yield titled("script", f"<script>{RUN}</script>", "safety-html")
    yield titled("image", f"<img src=x onerror={RUN}>", "safety-html")
    yield titled("svg", f"<SVG/onload={RUN}>", "safety-html")
    yield titled("event", f"<b onclick={RUN}>", "safety-html")
    yield titled("address", f"javascript:{RUN}", "safety-address")
    yield titled("jinja", "{{ ''.__class__ }}", "safety-template-code")
    yield titled("jinja-block", "{% include 'x' %}", "safety-template-code")
    yield titled("bidi", "Ойын \u202eтерісінен", "safety-invisible")
    yield titled("number", f"Ойын {NUMBER}", "privacy-number")
    yield titled("long", "ұзақ " * 5000, "value-too-long")
    yield record("tag", right.format(kk="!!python/object/apply:os.system [id]"), "yaml-tag")
    yield record("tag-name", right.format(kk="!ENV HOME"), "yaml-tag")
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    yield record("laughs", laughs, "yaml-alias")
    yield record(
        "merge", f"base: &base {{type: game}}\n<<: *base\n{right.format(kk='x')}", "yaml-alias"
    )
    yield record("deep", "title: " + "[" * 9000 + "]" * 9000, "yaml-too-deep")
    yield record("deep-braces", "title: " + "{a: " * 5000 + "}" * 5000, "yaml-too-deep")
    yield record("deep-dashes", "- " * 4000 + "x", "yaml-too-deep")
    yield record("deep-tabs", "title: " + "[\t" * 4000, "yaml-too-deep")
    yield record("deep-lines", "".join(f"{' ' * n}a:\n" for n in range(500)), "yaml-too-deep")
    yield record("huge", right.format(kk="x") + "# " + "x" * 300_000, "file-too-large")
    yield record("many", "a: 1\n" * 20_000, "key-repeated")
    yield record("nul", "title: a\0b", "yaml-character")
    yield record("wide", "title: \ufeffx\n".encode("utf-16").decode("latin-1"), "yaml-character")
    # Harmless: shown as it is written.
    yield titled("brackets", "[[newest]] <b>қою</b> & \"тырнақша\" 'дәйекше' </title>")
    yield titled("soft", "Инклю\u00adзивті\u00a0білім")
    yield titled("numbers", "13 оқушы, 2013–2016, № 19 мектеп")


def paths() -> Iterator[Case]:
    def path(name: str, *codes: str) -> Case:
        return Case(name, b"x", frozenset(codes), "path")

    for name in ("con.txt", "NUL", "aux.pdf", "com1.docx", "lpt9.txt", "COM¹.txt", "con .txt"):
        yield path(name, "safety-name-device")
    for name in (
        *(
            "what?.txt",
            "a:b.txt",
            "a*b.txt",
            "a|b.txt",
            'a"b.txt',
            "a<b.txt",
            "back\\slash.txt",
            "dot.",
            "blank ",
            " blank.txt",
        ),
        *(
            "a\x01b.txt",
            "tab\t.txt",
            "line\n.txt",
            "-rf.txt",
            "~x.txt",
            "txt.\u202eexe",
            "zero\u200bwidth.txt",
            "..",
            "$(id).txt",
            "a;b.txt",
            "a`b.txt",
            "a%2fb.txt",
        ),
    ):
        yield path(name, "safety-name")
    yield path("a" * 120 + ".txt", "safety-name-long")
    yield path("/".join(["folder-of-some-length"] * 12) + "/a.txt", "safety-name-long")
    for name in (
        "жоспар 1 (түзетілген).docx",
        "план_№5.pdf",
        "a.b-c+d.txt",
        "console.txt",
        "Ойын – сабақ.pdf",
    ):
        yield path(name)
