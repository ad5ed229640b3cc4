"""Word documents that somebody might send, made on the spot."""

from __future__ import annotations

from collections.abc import Iterator

from case import CHILDREN, ELSEWHERE, NUMBER, RUN, Case, of
from containers import core, docx, packed, paragraph, relation, relations, table


def word() -> Iterator[Case]:
    rels = "word/_rels/document.xml.rels"

    def outside(name: str, kind: str, target: str) -> Case:
        part = {rels: relations(relation(kind, target, "External"))}
        return of(name, docx(more=part), "office-outside")

    yield of("macro.docx", docx(more={"word/vbaProject.bin": b"\0"}), "office-macro")
    yield of("macro-type.docx", docx(main="document.macroEnabled.main+xml"), "office-macro")
    yield of("macro-data.docx", docx(more={"word/vbaData.xml": "<x/>"}), "office-macro")
    yield of("macro.docm", docx(more={"word/vbaProject.bin": b"\0"}), "file-kind", "office-macro")
    yield outside("template.docx", "attachedTemplate", f"{ELSEWHERE}.dotm")
    yield outside("picture-outside.docx", "image", f"{ELSEWHERE}.png")
    yield outside("ole-outside.docx", "oleObject", f"{ELSEWHERE}.rtf")
    yield outside("frame.docx", "frame", f"{ELSEWHERE}.htm")
    yield outside("share.docx", "hyperlink", "file://server/share/x.exe")
    yield outside("unc.docx", "image", "\\\\server\\share\\x.png")
    yield outside("script-link.docx", "hyperlink", f"javascript:{RUN}")
    yield outside("handler.docx", "oleObject", "ms-msdt:/id PCWDiagnostic")
    yield outside("mhtml.docx", "oleObject", f"mhtml:{ELSEWHERE}!x-usc:{ELSEWHERE}")
    yield of(
        "chunk.docx",
        docx(
            more={rels: relations(relation("aFChunk", "chunk.html")), "word/chunk.html": "<script>"}
        ),
        "office-outside",
    )
    yield of(
        "ole.docx", docx(more={"word/embeddings/oleObject1.bin": b"\xd0\xcf"}), "office-embedded"
    )
    yield of("packed-program.docx", docx(more={"word/embeddings/x.exe": b"MZ"}), "office-embedded")
    yield of("activex.docx", docx(more={"word/activeX/activeX1.xml": "<x/>"}), "office-embedded")
    yield of(
        "ole-element.docx",
        docx('<w:object><o:OLEObject ProgID="Package"/></w:object>'),
        "office-embedded",
    )

    def instruction(text: str) -> str:
        return f"<w:p><w:r><w:instrText>{text}</w:instrText></w:r></w:p>"

    yield of(
        "dde.docx", docx(instruction('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')), "office-field"
    )
    yield of(
        "dde-split.docx", docx("".join(map(instruction, ("DD", "EAU", "TO cmd")))), "office-field"
    )
    yield of("dde-simple.docx", docx('<w:fldSimple w:instr="DDE cmd x"/>'), "office-field")
    yield of("include.docx", docx(instruction("INCLUDETEXT C:\\secret.txt")), "office-field")
    yield of(
        "include-picture.docx", docx(instruction(f"INCLUDEPICTURE {ELSEWHERE}")), "office-field"
    )
    bomb = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><x>&c;</x>'
    yield of("entities.docx", docx(more={"word/header1.xml": bomb}), "xml-entity")
    reading = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    yield of("external-entity.docx", docx(more={"word/header1.xml": reading}), "xml-entity")
    yield of("broken-part.docx", docx("<w:p>"), "file-broken")
    yield of(
        "changes.docx",
        docx('<w:ins w:author="А" w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>'),
        "file-changes",
    )
    yield of(
        "deleted.docx",
        docx('<w:del w:author="А"><w:r><w:delText>x</w:delText></w:r></w:del>'),
        "file-changes",
    )
    remark = '<comments><comment author="А"><p><r><t>Сөз</t></r></p></comment></comments>'
    yield of("comments.docx", docx(more={"word/comments.xml": remark}), "file-comments")
    yield of("creator.docx", docx(more=core(creator="Асанова Айгүл")), "file-author", warned=True)
    yield of(
        "last-modified.docx", docx(more=core(lastModifiedBy="aigul.a")), "file-author", warned=True
    )
    long = "".join(paragraph(f"Жол {n}") for n in range(60))
    yield of("no-headings.docx", docx(long), "docx-no-headings", warned=True)
    plain = packed({"word/document.xml": "<document/>", "[Content_Types].xml": "<Types/>"})
    yield of("no-language.docx", plain, "docx-no-language", warned=True)
    picture = '<w:p><docPr xmlns="urn:wp" id="1" name="Сурет 1"/></w:p>'
    yield of("picture-no-words.docx", docx(picture), "docx-picture-no-words", warned=True)
    yield of("number.docx", docx(paragraph(f"ЖСН {NUMBER}")), "privacy-number")
    split = f"<w:p><w:r><w:t>{NUMBER[:5]}</w:t></w:r><w:r><w:t>{NUMBER[5:]}</w:t></w:r></w:p>"
    yield of("number-in-runs.docx", docx(split), "privacy-number")
    yield of(
        "number-in-header.docx",
        docx(more={"word/header1.xml": f"<hdr><p><r><t>{NUMBER}</t></r></p></hdr>"}),
        "privacy-number",
    )
    rows = [("№", "Аты-жөні", "Туған күні")] + [
        (str(n), name, "01.02.2015") for n, name in enumerate(CHILDREN, 1)
    ]
    yield of("class-list.docx", docx(table(*rows)), "privacy-class-list")
    yield of(
        "diagnosis.docx",
        docx(paragraph("Асан Асанов, 7 жаста, диагнозы – аутизм")),
        "privacy-diagnosis",
    )
    yield of(
        "birth.docx", docx(paragraph("Асанов Асан, туған күні 12 мамыр 2015")), "privacy-birth-date"
    )
    # Harmless.
    link = {rels: relations(relation("hyperlink", "https://adilet.zan.kz/", "External"))}
    yield of("link.docx", docx(more=link))
    yield of(
        "page-field.docx",
        docx(instruction("PAGE \\* MERGEFORMAT") + instruction(' HYPERLINK "https://edu.kz" ')),
    )
    yield of(
        "totals.docx", docx(paragraph("Мектепте 13 оқушы, 120 201 345 678 теңге, № 19 мектеп"))
    )
    yield of(
        "office-author.docx",
        docx(more=core(creator="№ 10 мектеп", lastModifiedBy="Microsoft Office User")),
    )
