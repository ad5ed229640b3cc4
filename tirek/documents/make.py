"""The made files of every text, and whether those that are kept are still the same."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from tirek.documents.docx import docx_of
from tirek.documents.fonts import font_folder
from tirek.documents.manuscript import Manuscript, read_manuscripts
from tirek.documents.pdf import pdf_of
from tirek.documents.shape import shape
from tirek.problem import CatalogueError, Problem

FILES: Final = "files"
"""Below ``catalogue/``."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file made from a text."""

    path_uri: str
    """Below ``catalogue/files/``, with "/"."""
    content: bytes
    """The whole file."""


def made_from(manuscript: Manuscript, root: Path) -> Iterator[Made]:
    """Yield the DOCX and the PDF of a text.

    Args:
        manuscript: The text.
        root: The project; the fonts come from its packages.
    """
    version, blocks = shape(manuscript)
    fonts = font_folder(root)
    stem = f"{manuscript.material}/{manuscript.name}"
    yield Made(f"{stem}.docx", docx_of(manuscript, version, blocks))
    yield Made(f"{stem}.pdf", pdf_of(manuscript, version, blocks, fonts))


def changed_files(root: Path, materials: Iterable[str] = ()) -> Iterator[tuple[Made, bool]]:
    """Yield every file that the texts make, and whether the kept one differs or is missing.

    Args:
        root: The project.
        materials: Only those of these materials; all where there are none.

    Raises:
        CatalogueError: with all problems of all these texts.
    """
    only = frozenset(materials)
    problems: list[Problem] = []
    for manuscript in read_manuscripts(root / "catalogue"):
        if only and manuscript.material not in only:
            continue
        try:
            for made in made_from(manuscript, root):
                yield made, not same(kept_path(root, made), made.content)
        except CatalogueError as error:
            problems.extend(error.problems)
    if problems:
        raise CatalogueError(problems)


def kept_path(root: Path, made: Made) -> Path:
    """Return where a made file is kept."""
    return root / "catalogue" / FILES / made.path_uri


def same(path: Path, content: bytes) -> bool:
    """Whether the file at ``path`` is ``content``.

    A DOCX is a ZIP: its parts are compared too, as another machine's pandoc may pack the
    same parts more or less tightly.
    """
    if not path.is_file():
        return False
    kept = path.read_bytes()
    if kept == content:
        return True
    return path.suffix == ".docx" and _parts(kept) == _parts(content)


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return [(name, package.read(name)) for name in package.namelist()]
    except zipfile.BadZipFile:
        return []
