"""What MkDocs rendered, as an edition uses it: pages and prototypes by language, and the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tirek import Language, urls
from tirek.joined import JOINED, joined, parts_of
from tirek.model.catalogue import Catalogue
from tirek.stamp import Shell, split
from tirek.views.pages import PROTOTYPES


@dataclass(frozen=True)
class Rendered:
    """Shells of one language."""

    lang: Language
    prototypes: Mapping[str, tuple[Shell, bytes]]
    pages: Mapping[str, bytes]
    """Hand-written pages by uri without language, as rendered."""


def read_rendered(folder: Path, lang: Language) -> Rendered:
    """Return what MkDocs rendered of one language into ``folder``."""
    prototypes = {}
    for name, uri in PROTOTYPES.items():
        html = (folder / urls.in_language(lang, uri)).read_bytes()
        shell = split(html.decode(), own=uri)
        prototypes[name] = (shell, blake2b(html, digest_size=16).digest())
    base = folder if lang == "kk" else folder / lang
    pages = {}
    for path in sorted(base.rglob("*.html")):
        uri = path.relative_to(base).as_posix()
        of_other = lang == "kk" and uri.startswith("ru/")
        if not of_other and not path.name.startswith("_"):
            pages[uri] = path.read_bytes()
    return Rendered(lang, prototypes, pages)


def shared_files(shells: Path, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield what MkDocs made that is no page: styles, scripts, images; and a stick's first page."""
    left_out = {"sitemap.xml", "sitemap.xml.gz", "objects.inv"}
    only_kk = catalogue.languages == ("kk",)
    parts = {path for name in JOINED for path in parts_of(name, shells)}
    for name, (folder, _) in JOINED.items():
        if (shells / folder).is_dir():
            yield name, joined(name, shells)
    for path in sorted(shells.rglob("*")):
        shown = path.relative_to(shells).as_posix()
        if not path.is_file() or path.name in left_out or path in parts:
            continue
        if only_kk and shown.startswith("ru/"):
            continue
        if path.suffix != ".html" or (shown == urls.START and catalogue.on_stick):
            yield shown, path.read_bytes()
