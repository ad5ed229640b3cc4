"""PDF documents that somebody might send, made on the spot."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from case import ELSEWHERE, NUMBER, RUN, Case, of
from papers import action, pdf


def pdfs() -> Iterator[Case]:
    script = (
        f"<< /S /JavaScript /JS ({RUN.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) >>"
    )
    yield of("script.pdf", pdf(script, root="/OpenAction 6 0 R"), "pdf-script")
    yield of(
        "script-name.pdf",
        pdf(script, root="/Names << /JavaScript << /Names [(a) 6 0 R] >> >>"),
        "pdf-script",
    )
    yield of("script-page.pdf", pdf(script, page="/AA << /O 6 0 R >>"), "pdf-script", "pdf-action")
    yield of(
        "script-hex.pdf",
        pdf("<< /S /J#61vaScript /JS <616c657274> >>", page=action()),
        "pdf-script",
    )
    yield of(
        "script-next.pdf", pdf("<< /S /GoTo /Next 7 0 R >>", script, page=action()), "pdf-script"
    )
    yield of("launch.pdf", pdf("<< /S /Launch /F (cmd.exe) >>", page=action()), "pdf-action")
    yield of(
        "launch-open.pdf",
        pdf("<< /S /Launch /Win << /F (cmd.exe) >> >>", root="/OpenAction 6 0 R"),
        "pdf-action",
    )
    yield of(
        "uri-open.pdf",
        pdf(f"<< /S /URI /URI ({ELSEWHERE}) >>", root="/OpenAction 6 0 R"),
        "pdf-action",
    )
    yield of(
        "uri-script.pdf", pdf("<< /S /URI /URI (javascript:x) >>", page=action()), "pdf-action"
    )
    yield of(
        "uri-file.pdf", pdf("<< /S /URI /URI (file:///etc/passwd) >>", page=action()), "pdf-action"
    )
    yield of(
        "submit.pdf", pdf(f"<< /S /SubmitForm /F ({ELSEWHERE}) >>", page=action()), "pdf-action"
    )
    yield of("import.pdf", pdf("<< /S /ImportData /F (x.fdf) >>", page=action()), "pdf-action")
    yield of(
        "remote.pdf", pdf("<< /S /GoToR /F (\\\\server\\share) >>", page=action()), "pdf-action"
    )
    yield of("xfa.pdf", pdf(root="/AcroForm << /XFA (x) >>"), "pdf-action")
    held = "<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>"
    stream = "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"
    names = "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"
    yield of("embedded.pdf", pdf(held, stream, root=names), "pdf-embedded")
    attached = "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 6 0 R >>]"
    yield of("attachment.pdf", pdf(held, stream, page=attached), "pdf-embedded")
    media = "/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]"
    yield of("rich-media.pdf", pdf(page=media), "pdf-embedded")
    locked = "<< /Filter /Standard /V 1 /R 2 /O (" + "x" * 32 + ") /U (" + "x" * 32 + ") /P -4 >>"
    yield of("locked.pdf", pdf(locked, trailer="/Encrypt 6 0 R /ID [(a) (a)]"), "file-locked")
    yield of("broken.pdf", b"%PDF-1.7\nnothing more", "file-broken")
    yield of("circle.pdf", pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "file-broken")
    yield of("no-root.pdf", pdf().replace(b"/Root 1 0 R", b"/Root 9 0 R"), "file-broken")
    yield of(
        "author.pdf",
        pdf("<< /Author (Aigul Asanova) >>", trailer="/Info 6 0 R"),
        "file-author",
        warned=True,
    )
    yield of(
        "not-tagged.pdf",
        pdf().replace(b"/Marked true", b"/Marked false"),
        "pdf-not-tagged",
        warned=True,
    )
    yield of(
        "no-language.pdf", pdf().replace(b"/Lang (kk-KZ)", b""), "pdf-no-language", warned=True
    )
    yield of("number.pdf", pdf(text=f"IIN {NUMBER}"), "privacy-number")
    yield of("mail.pdf", pdf(text="aigul.asanova@gmail.com"), "privacy-mail")
    yield of("deep.pdf", pdf("[" * 30_000 + "]" * 30_000, root="/X 6 0 R"), "file-broken")
    yield of("font-bomb.pdf", _pdf_bomb(), "file-partly-read", warned=True)
    # Harmless.
    yield of("link.pdf", pdf("<< /S /URI /URI (https://edu.kz) >>", page=action()))
    yield of("plain.pdf", pdf(text="School 10, 13 pupils"))


def _pdf_bomb() -> bytes:
    """A page whose stream unpacks to hundreds of megabytes."""
    squeezed = zlib.compress(b"0" * 120_000_000, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
        len(squeezed),
        squeezed,
    )
    return pdf(stream).replace(b"/Contents 5 0 R", b"/Contents 6 0 R")
