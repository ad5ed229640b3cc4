"""Make the files that are made from others and kept: schemas, CODEOWNERS, issue forms, examples.

Shape: ``python scripts/generate.py [--check]``; with ``--check`` nothing is written, and the
exit code is 1 where a file is not what it should be.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from check_examples import examples
from github.code_owners import code_owners, read_owners
from github.issue_forms import form_files

from tirek.reading.catalogue import read_catalogue
from tirek.views.json_schema import schema_files

ROOT: Final = Path(__file__).resolve().parent.parent
SCHEMAS: Final = Path(".vscode")
"""Where editors look; below it the schemas have the same names as on the site."""


def generated(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield path and content of each such file of the project at ``root``."""
    catalogue = read_catalogue(root / "catalogue")
    for uri, content in schema_files(catalogue):
        yield SCHEMAS / uri, content
    yield Path(".github/CODEOWNERS"), code_owners(catalogue, read_owners(root)).encode()
    yield from form_files(catalogue)


EXAMPLES: Final = Path("tirek/wording/examples.yml")


def main() -> None:
    """Write what has changed, or only tell of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    only_check = parser.parse_args().check
    stale = False
    for path, content in (*generated(ROOT), (EXAMPLES, examples(ROOT))):
        target = ROOT / path
        if target.is_file() and target.read_bytes() == content:
            continue
        stale = True
        print(path)
        if not only_check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    sys.exit(only_check and stale)


if __name__ == "__main__":
    main()
