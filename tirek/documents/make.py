"""The files made of texts, and whether those that are kept are still the same."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tirek.documents.docx import docx_of
from tirek.documents.fonts import font_folder
from tirek.documents.manuscript import Manuscript
from tirek.documents.pdf import pdf_of
from tirek.documents.shape import shape
from tirek.problem import CatalogueError, Problem


@dataclass(frozen=True, slots=True)
class Made:
    """One file made from a text."""

    path: Path
    """Where it is kept."""
    content: bytes
    """The whole file."""

    def is_kept(self) -> bool:
        """Whether the file that is kept is this one.

        A DOCX is a ZIP: its parts are compared too, since pandoc on another system may press
        the same parts more or less tightly.
        """
        if not self.path.is_file():
            return False
        kept = self.path.read_bytes()
        return kept == self.content or (
            self.path.suffix == ".docx" and parts(kept) == parts(self.content)
        )

    def keep(self) -> None:
        """Write the file to its place."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.part")
        part.write_bytes(self.content)
        part.replace(self.path)


def made_files(manuscripts: Iterable[Manuscript], root: Path) -> Iterator[Made]:
    """Yield the DOCX and the PDF of each text.

    Args:
        manuscripts: The texts.
        root: The project: the fonts come from its packages, the files go to its catalogue.

    Raises:
        CatalogueError: at the end, with all problems of all these texts.
        AssetsMissing: the font is not installed.
        ToolsMissing: what makes documents is not installed.
    """
    fonts = font_folder(root)
    problems: list[Problem] = []
    for manuscript in manuscripts:
        folder = root / "catalogue" / "files" / manuscript.material
        try:
            version, blocks = shape(manuscript)
            docx = docx_of(manuscript, version, blocks)
            pdf = pdf_of(manuscript, version, blocks, fonts)
        except CatalogueError as error:
            problems.extend(error.problems)
            continue
        yield Made(folder / f"{manuscript.name}.docx", docx)
        yield Made(folder / f"{manuscript.name}.pdf", pdf)
    if problems:
        raise CatalogueError(problems)


def parts(package: bytes) -> list[tuple[str, bytes]]:
    """Return names and contents of a ZIP's parts; of what is no ZIP, nothing."""
    try:
        with zipfile.ZipFile(BytesIO(package)) as opened:
            return [(name, opened.read(name)) for name in opened.namelist()]
    except zipfile.BadZipFile:
        return []
