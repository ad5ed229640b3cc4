"""PDF/UA-1 by Typst: tagged, with title and language, its font embedded."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tirek.documents.around import REGIONS, epoch, words_around
from tirek.documents.manuscript import Manuscript
from tirek.documents.pandoc import ToolsMissing, pandoc
from tirek.documents.tree import Nodes
from tirek.documents.typst import to_typst
from tirek.problem import CatalogueError, Problem

if TYPE_CHECKING:
    import typst


def pdf_of(manuscript: Manuscript, version: list[int], blocks: Nodes, fonts: Path) -> bytes:
    """Return a manuscript as PDF.

    Args:
        manuscript: The text.
        version: Of pandoc's tree.
        blocks: The text's tree.
        fonts: Folder with the font's files.

    Raises:
        CatalogueError: Typst refused the text, with Typst's words.
        ToolsMissing: Typst is not installed.
    """
    tree = {"pandoc-api-version": version, "meta": {}, "blocks": to_typst(blocks)}
    given = json.dumps(tree, ensure_ascii=False).encode()
    body = pandoc(["--from", "json", "--to", "typst", "--wrap", "none"], given)
    day = manuscript.date
    about = {
        "title": manuscript.title,
        "subtitle": manuscript.subtitle,
        "lang": manuscript.lang,
        "region": REGIONS[manuscript.lang],
        "paper": manuscript.paper,
        "date": [day.year, day.month, day.day],
        "words": words_around(manuscript),
    }
    page = files("tirek.documents").joinpath("page.typ").read_bytes()
    compiler = _compiler(fonts)
    import typst

    try:
        result, warnings = compiler.compile_with_warnings(
            input=page + body,
            format="pdf",
            sys_inputs={"about": json.dumps(about, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=epoch(manuscript),
        )
    except typst.TypstError as error:
        raise _refusal(manuscript, error) from None
    for warning in warnings:
        raise _refusal(manuscript, warning)
    if not isinstance(result, bytes):
        raise TypeError("typst gave no PDF")
    return result


_NO_LETTER: Final = re.compile(r'the text `"(.+?)"` could not be displayed')


def _refusal(manuscript: Manuscript, said: "typst.TypstError | typst.TypstWarning") -> Exception:
    """Return Typst's refusal as a problem of the text."""
    unknown = _NO_LETTER.search(said.message)
    if unknown is None:
        problem = Problem(manuscript.shown, 1, 1, "", "text-refused", said.message)
    else:
        letter = unknown[1][0]
        problem = Problem(*manuscript.place_of(letter), "", "text-letter", letter)
    return CatalogueError([problem])


@cache
def _compiler(fonts: Path) -> "typst.Compiler":
    """Return Typst with our font; the fonts that it carries itself stand in for missing signs."""
    try:
        import typst
    except ImportError:
        raise ToolsMissing("typst") from None
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]))
