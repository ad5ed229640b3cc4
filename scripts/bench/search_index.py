"""The search index alone, of a site that is already built, as its build makes it.

The file is also a program, so that its time can be taken beside that of others' programs: from
the records and pages on disk to the index on disk, both languages at once as in the build.
"""

import gc
import os
import pickle
import sys
from collections.abc import Iterable
from pathlib import Path

from tirek import LANGUAGES, Language, urls
from tirek.model.catalogue import Catalogue
from tirek.reading.project import read_project
from tirek.search.terms import Terms
from tirek.searching import Plan, language_scripts, planned, shared_scripts
from tirek.views.searched import is_searched
from tirek.views.voice import Voice

Pages = dict[str, bytes]
"""Hand-written pages by uri without language."""


def index_command(project: Path) -> list[str]:
    """Return the command that indexes the site built in ``project``, with the copy's own code."""
    code = f"import runpy; runpy.run_path({__file__!r}, run_name='__main__')"
    return [sys.executable, "-c", code, str(project)]


def _pages(project: Path, lang: Language) -> Pages:
    folder = project / "docs" / lang
    found = {}
    for path in folder.rglob("*.md"):
        uri = path.relative_to(folder).with_suffix(".html").as_posix()
        page = project / "site" / urls.in_language(lang, uri)
        if is_searched(uri) and page.is_file():
            found[uri] = page.read_bytes()
    return found


def _write(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _made(target: Path, plan: Plan, catalogue: Catalogue, lang: Language, pages: Pages) -> Terms:
    terms, files = language_scripts(plan, catalogue, Voice(lang, catalogue), pages)
    _write(target, files)
    return terms


def _main(project: Path) -> None:
    target = project / "index-alone"
    catalogue = read_project(project)
    pages = {lang: _pages(project, lang) for lang in LANGUAGES}
    plan = planned(catalogue, pages)
    gc.collect()
    gc.freeze()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(_made(target, plan, catalogue, "kk", pages["kk"]), pipe)
        os._exit(0)
    os.close(writer)
    own = _made(target, plan, catalogue, "ru", pages["ru"])
    with os.fdopen(reader, "rb") as pipe:
        terms: dict[Language, Terms] = {"kk": pickle.load(pipe), "ru": own}
    _, status = os.waitpid(child, 0)
    _write(target, shared_scripts(plan, terms))
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
