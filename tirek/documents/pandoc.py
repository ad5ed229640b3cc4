"""Pandoc, as the package ``pypandoc_binary`` brings it: never the system's own."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tirek.documents.tree import Node, Nodes

MARKDOWN: Final = "markdown" + "".join(
    (
        "+lists_without_preceding_blankline",
        "-auto_identifiers",
        "-bracketed_spans",
        "-citations",
        "-example_lists",
        "-fenced_divs",
        "-implicit_figures",
        "-markdown_in_html_blocks",
        "-native_divs",
        "-native_spans",
        "-pandoc_title_block",
        "-raw_attribute",
        "-raw_tex",
        "-smart",
        "-subscript",
        "-superscript",
        "-tex_math_dollars",
        "-yaml_metadata_block",
    )
)
"""Pandoc's Markdown; what is off would take «~», «^», «@» or «$» in a sentence for markup."""


class ToolsMissing(Exception):
    """Pandoc or Typst is not installed; ``make files`` installs them."""


def pandoc(arguments: list[str], given: bytes, epoch: int = 0) -> bytes:
    """Run pandoc over ``given`` and return what it writes.

    Args:
        arguments: Its options.
        given: What it reads.
        epoch: Seconds of the date it writes into files.

    Raises:
        ToolsMissing: there is no pandoc.
        RuntimeError: pandoc refused, with its own words.
    """
    found = find_spec("pypandoc")
    if found is None or found.origin is None:
        raise ToolsMissing("pypandoc_binary")
    binary = Path(found.origin).parent / "files" / "pandoc"
    done = subprocess.run(
        [binary, "--quiet", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={"SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def read_markdown(text: str) -> tuple[list[int], Nodes]:
    """Return pandoc's version and the blocks of ``text``.

    A width of one column makes the dashes under a table's head always tell its proportions.
    """
    arguments = ["--from", MARKDOWN, "--to", "json", "--columns", "1"]
    tree: Node = json.loads(pandoc(arguments, text.encode()))
    return tree["pandoc-api-version"], tree["blocks"]
