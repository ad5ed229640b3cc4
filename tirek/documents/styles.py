"""How each style of our DOCX looks: data, no code."""

from dataclasses import dataclass
from typing import Final

from tirek.documents.manuscript import Paper

INK: Final = "1B2430"
ACCENT: Final = "00606B"
QUIET: Final = "4A5764"
ATTENTION: Final = "9A4B00"
HAIR: Final = "9AA7AE"
TINT: Final = "EAF2F2"
LINE: Final = "5B6770"

FONT: Final = "Arial"
"""On every Windows and macOS; LibreOffice has one of the same measures. Has all of Kazakh."""
TEXT_WIDTH: Final[dict[Paper, int]] = {"portrait": 9638, "landscape": 14570}
"""Width of the text on A4 with margins of 20 mm, in twentieths of a point."""

STAND_IN: Final = "Noto Sans"
"""Named in the font table for where there is no Arial, as on Android."""


@dataclass(frozen=True, slots=True)
class Look:
    """Look of one paragraph style. Lengths are in points; None leaves it to `based_on`."""

    name: str
    """Name of the style; pandoc knows some of them."""
    based_on: str = "Normal"
    """Style that the rest comes from."""
    size: float | None = None
    """Height of the font."""
    bold: bool = False
    color: str = ""
    """Of the text, as RRGGBB."""
    before: float | None = None
    """Space above."""
    after: float | None = None
    """Space below."""
    line: float | None = None
    """Height of a line, in heights of the font."""
    keep: bool | None = None
    """Whether it stays on the page of what follows."""
    left: float = 0
    """Indent."""
    hanging: float = 0
    """How far the first line stands out to the left of the indent."""
    border: str = ""
    """Where it has a line: ``bottom``, ``left`` or ``box``."""
    border_color: str = ATTENTION
    fill: str = ""
    """Colour behind the text."""
    to_margin: str = ""
    """What fills the way to a tab stop at the right margin (``underscore``, ``none``), if any."""
    align: str = ""
    """``center`` or ``right``; to the left where nothing is said."""
    level: int = 0
    """Level in the outline of the document, from 1."""


BASE: Final = Look("Normal", "", 11.5, color=INK, before=0, after=6, line=1.15)

_LOOKS: Final = (
    Look("Body Text", to_margin="underscore"),
    Look("First Paragraph", "Body Text"),
    Look("Compact", "Body Text", after=3),
    Look("Title", size=21, bold=True, before=0, after=4, line=1.05, keep=True),
    Look("Subtitle", size=13, color=QUIET, after=8, keep=True),
    Look(
        "heading 1",
        level=1,
        size=15,
        bold=True,
        color=ACCENT,
        before=18,
        after=6,
        line=1.05,
        keep=True,
    ),
    Look("heading 2", level=2, size=12.5, bold=True, before=14, after=5, line=1.05, keep=True),
    Look("heading 3", level=3, size=11.5, bold=True, color=QUIET, before=12, after=4, keep=True),
    Look("heading 4", level=4, size=11.5, bold=True, before=10, after=4, keep=True),
    Look("Block Text", left=10, border="left", border_color=ACCENT, fill=TINT),
    Look("Footnote Text", size=9, after=2),
    Look("Definition Term", bold=True, after=0, keep=True),
    Look("Definition", left=14),
    Look("Table Caption", size=10.5, bold=True, before=6, after=4, keep=True),
    Look(
        "Header",
        size=8.5,
        color=QUIET,
        after=0,
        border="bottom",
        border_color=HAIR,
        to_margin="none",
    ),
    Look("Footer", size=8.5, color=QUIET, after=0, to_margin="none"),
    # Ours: named in `openxml`.
    Look("Frame Note", size=10, color=ATTENTION, after=14, left=5, border="box"),
    Look("Lead In", "Body Text", keep=True),
    Look("Source Text", "Body Text", size=9.5, color=QUIET),
    Look("Form Line", "Body Text", before=5, after=4),
    Look("Tick List", "Body Text", after=4, left=17.25, hanging=17.25),
    Look("Tick List More", after=4, left=17.25),
    Look("Writing Line", before=12, after=0, border="bottom", border_color=LINE),
    Look("Page Break", size=1, after=0),
    Look("Table Text", size=10.5, before=2, after=2),
    Look("Table Text Kept", "Table Text", keep=True),
    Look("Table Head", "Table Text", bold=True, keep=True),
    Look("Table Foot", size=4, after=4),
    Look("Table Space", "Table Text", before=5, after=5),
    Look("Table Space Kept", "Table Space", keep=True),
)

ALIGNED: Final = {"AlignCenter": "center", "AlignRight": "right"}
"""Alignment of a column, as pandoc and as DOCX name it."""

LOOKS: Final = (
    *_LOOKS,
    *(
        Look(f"{look.name} {align}", look.name, align=align)
        for look in _LOOKS
        if look.name.startswith(("Table Text", "Table Head", "Table Space"))
        for align in ALIGNED.values()
    ),
)
"""All styles; those of cells also for columns that are not aligned to the left."""
