"""Write the project's own content as a corpus for `search_eval`.

Shape: ``python scripts/search_corpus.py [SITE] > C.jsonl``.

SITE is the built site, ``site`` if not said. Comes out: one ``{id, lang, title, text}`` a line for
each record and each section of a page, in each of its languages. The judged queries about it are
in ``tests/cases/search/queries.json``.
"""

import argparse
import json
import sys
from pathlib import Path

from search.content import content

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the corpus to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", metavar="SITE", type=Path, nargs="?", default=ROOT / "site")
    for row in content(ROOT, parser.parse_args().site):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
