"""DOCX by pandoc, in the styles of our reference document."""

import json
import tempfile
from pathlib import Path

from tirek.documents.around import REGIONS, epoch
from tirek.documents.manuscript import Manuscript
from tirek.documents.openxml import note, to_openxml
from tirek.documents.pandoc import pandoc
from tirek.documents.reference import reference_of
from tirek.documents.styles import TEXT_WIDTH
from tirek.documents.tree import Nodes


def docx_of(manuscript: Manuscript, version: list[int], blocks: Nodes) -> bytes:
    """Return a manuscript as DOCX.

    Pandoc packs it, with the text's date as the time of everything in it.

    Args:
        manuscript: The text.
        version: Of pandoc's tree.
        blocks: The text's tree.

    Raises:
        ToolsMissing: pandoc or python-docx is not installed.
    """
    said = {"title": manuscript.title, "subtitle": manuscript.subtitle}
    said["lang"] = f"{manuscript.lang}-{REGIONS[manuscript.lang]}"
    tree = {
        "pandoc-api-version": version,
        "meta": {key: {"t": "MetaString", "c": text} for key, text in said.items() if text},
        "blocks": [note(manuscript), *to_openxml(blocks, TEXT_WIDTH[manuscript.paper])],
    }
    given = json.dumps(tree, ensure_ascii=False).encode()
    with tempfile.TemporaryDirectory() as folder:
        reference = Path(folder) / "reference.docx"
        reference.write_bytes(reference_of(manuscript))
        target = Path(folder) / "made.docx"
        options = ["--from", "json", "--to", "docx", "--output", str(target)]
        pandoc([*options, "--reference-doc", str(reference)], given, epoch(manuscript))
        return target.read_bytes()
