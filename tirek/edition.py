"""One edition of the site: shells from MkDocs and the catalogue, put together."""

import gc
import json
import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from tirek import Language, urls
from tirek.assets import asset_files
from tirek.joined import JOINED, joined
from tirek.lighten import lightened
from tirek.model.catalogue import Catalogue
from tirek.publish import Stage, State
from tirek.reading.stories import read_stories
from tirek.reporting.as_json import report_schema
from tirek.searching import Plan, facet_scripts, language_scripts, planned, start_script
from tirek.settings import Settings
from tirek.stamp import Shell, Slot, split
from tirek.tables.columns import FOLDERS
from tirek.tables.template import template
from tirek.views import sheets
from tirek.views.data import data_files
from tirek.views.facets import facet_files
from tirek.views.forms.files import form_files
from tirek.views.here import Here
from tirek.views.hints import PAGES as HINT_PAGES
from tirek.views.hints import Hints
from tirek.views.json_schema import schema_files
from tirek.views.lists import Lists
from tirek.views.pages import (
    PROTOTYPES,
    Page,
    digest,
    material_pages,
    organisation_pages,
    region_pages,
)
from tirek.views.renderer import Renderer
from tirek.views.search_columns import columns, labels
from tirek.views.search_words import words_file
from tirek.views.sight import panel_file
from tirek.views.sitemap import sitemap_files
from tirek.views.slots import fill

MANY = 500
"""Materials from which a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edition is made from and where it goes."""

    root: Path
    """The project."""
    shells: Path
    """What MkDocs rendered."""
    site: Path
    """What readers get."""
    state: Path
    """File that remembers what was put there."""
    settings: Settings
    """What ``mkdocs.yml`` says of the site."""
    this_year: int
    """Calendar year of the build; periods that ended before are said to have run out."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    """Files of the site."""
    written: tuple[str, ...]
    """Paths that are new or changed."""
    removed: int
    """Files that no longer belong."""


@dataclass(frozen=True)
class _Shells:
    """Shells of one language."""

    lang: Language
    prototypes: Mapping[str, tuple[Shell, bytes]]
    pages: Mapping[str, bytes]
    """Hand-written pages by uri without language, as rendered."""


def publish(catalogue: Catalogue, place: Place) -> Report:
    """Put the edition together; the site changes only when all of it is ready."""
    return finish(assemble(catalogue, place), catalogue, place)


def assemble(catalogue: Catalogue, place: Place) -> Stage:
    """Make all that is made, but neither copy the files of materials nor change the site yet."""
    stage = Stage.begin(place.site, place.state)
    shells = {lang: _read_shells(place.shells, lang) for lang in catalogue.languages}
    plan = planned(catalogue, {lang: own.pages for lang, own in shells.items()})
    for entries, written in _languages(catalogue, place, shells, stage, plan):
        stage.merge(entries, written)
    stage.put(*start_script(plan))
    assets = chain(_shared(place.shells, catalogue), asset_files(place.root))
    data = chain(data_files(catalogue), schema_files(catalogue), report_schema())
    for path, content in chain(lightened(assets), data):
        stage.put(path, content)
    for path, content in sitemap_files(place.settings.site_url, stage.new):
        stage.put(path, content)
    return stage


def finish(stage: Stage, catalogue: Catalogue, place: Place) -> Report:
    """Add the files of materials and let readers see all of it."""
    for path in files_of(catalogue):
        stage.copy(urls.file_uri(path), place.root / "catalogue" / "files" / path)
    removed = stage.commit(place.state)
    return Report(len(stage.new), tuple(stage.written), removed)


def files_of(catalogue: Catalogue) -> dict[str, int]:
    """Return the files that materials offer: bytes by path below ``catalogue/files/``."""
    return {file.path: file.size for m in catalogue.materials.values() for file in m.files}


def _languages(
    catalogue: Catalogue,
    place: Place,
    shells: Mapping[Language, _Shells],
    stage: Stage,
    plan: Plan,
) -> list[tuple[State, list[str]]]:
    """Make each language's pages, in two processes where that pays."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    languages = catalogue.languages
    if len(catalogue.materials) < MANY or not forks or len(languages) == 1:
        return [_language(catalogue, place, shells[lang], stage, plan) for lang in languages]
    gc.collect()
    gc.freeze()
    global _job
    _job = (catalogue, place, shells, stage, plan)
    # One language stays in this process: an idle parent would only hold memory.
    own, *others = languages
    with multiprocessing.get_context("fork").Pool(len(others)) as pool:
        elsewhere = pool.map_async(_forked, others, chunksize=1)
        return [_forked(own), *elsewhere.get()]


_job: tuple[Catalogue, Place, Mapping[Language, _Shells], Stage, Plan] | None = None
"""What forked processes inherit; pickling a catalogue to them would cost more than the work."""


def _forked(lang: Language) -> tuple[State, list[str]]:
    assert _job is not None
    # What was inherited is frozen and not walked; each rendering leaves a cycle to collect.
    gc.enable()
    catalogue, place, shells, stage, plan = _job
    return _language(catalogue, place, shells[lang], stage, plan)


def _language(
    catalogue: Catalogue, place: Place, shells: _Shells, stage: Stage, plan: Plan
) -> tuple[State, list[str]]:
    """Make all pages of one language on a stage of its own."""
    own = Stage(stage.site, stage.staged, stage.old, sizes=stage.sizes)
    settings = place.settings
    renderer = Renderer(catalogue, shells.lang, place.this_year, settings.contacts, settings.usb)
    lists, hints = Lists(renderer), Hints(catalogue, renderer.voice)
    common = _common_key(catalogue, place)
    dead = repr(sorted(catalogue.dead_links.items())).encode()
    whole = _key(common, digest(catalogue, sorted(catalogue.digests)), dead)
    left_out = _pages_left_out(catalogue)
    texts: dict[str, bytes] = {}
    for uri, html in shells.pages.items():
        if uri in left_out:
            continue
        path = urls.in_language(shells.lang, uri)
        key = _key(whole, html)
        if own.keeps(path, key):
            texts[uri] = (own.site / path).read_bytes() if uri in plan.anchors else b""
        else:
            texts[uri] = _hand_written(uri, html.decode(), renderer, lists, hints)
            own.put(path, texts[uri], key)
    for page in _pages(renderer, lists):
        shell, shell_digest = shells.prototypes[page.prototype]
        path = urls.in_language(shells.lang, page.uri)
        key = _key(common, shell_digest, page.inputs)
        if not own.keeps(path, key):
            own.put(path, _stamped(shell, page), key)
    stories = read_stories(place.root / "docs", catalogue.units.values())
    made = chain(
        facet_files(lists, common),
        form_files(renderer, common, stories),
        _blank_tables(catalogue, shells.lang, whole),
    )
    for path, key, make in made:
        if not own.keeps(path, key):
            own.put(path, make(), key)
    own.put(*words_file(renderer.voice))
    found = {uri: html for uri, html in texts.items() if uri in plan.anchors}
    for path, content in language_scripts(plan, catalogue, renderer.voice, found):
        own.put(path, content)
    for path, content in _facets_of_search(lists, plan):
        own.put(path, content)
    own.put(*panel_file(renderer))
    return own.new, own.written


def _blank_tables(
    catalogue: Catalogue, lang: Language, whole: bytes
) -> Iterator[tuple[str, bytes, Callable[[], bytes]]]:
    """Yield path, key and maker of the blank tables of one language."""
    for folder in FOLDERS:
        yield urls.table_uri(folder, lang), whole, partial(template, catalogue, folder, lang)


def _facets_of_search(lists: Lists, plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Yield the labels of one language, and columns with the last."""
    catalogue, lang = lists.renderer.catalogue, lists.renderer.lang
    shown = json.dumps(labels(lists), ensure_ascii=False, separators=(",", ":"))
    yield facet_scripts(f"facets-{lang}", shown)
    if lang == catalogue.languages[-1]:  # the first has the shared work to do
        yield facet_scripts("columns", columns(catalogue, lists, plan.numbers, plan.size))


def _pages_left_out(catalogue: Catalogue) -> frozenset[str]:
    """Return the hand-written pages that this edition does without."""
    if not catalogue.on_stick:
        return urls.STICK_ONLY
    units = {urls.unit_uri(unit) for unit in catalogue.left_out("units").values()}
    return urls.WEB_ONLY | {urls.START} | units


def _hand_written(uri: str, html: str, renderer: Renderer, lists: Lists, hints: Hints) -> bytes:
    here = Here(renderer, lists, uri.rpartition("/")[0])
    if uri not in HINT_PAGES.values():
        html = hints.added(html, here.links)
    shell = split(html)
    needed = sheets.of_slots(here.links, (slot.name for slot in shell.slots))
    return shell.fill(lambda slot: needed if slot.name == sheets.SLOT else fill(here, slot))


def _pages(renderer: Renderer, lists: Lists) -> Iterator[Page]:
    yield from organisation_pages(renderer)
    yield from region_pages(renderer)
    yield from lists.pages()
    yield from material_pages(renderer)


def _stamped(shell: Shell, page: Page) -> bytes:
    values = page.slots()

    def value_of(slot: Slot) -> str:
        return values[slot.name]

    return shell.fill(value_of)


def _read_shells(folder: Path, lang: Language) -> _Shells:
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
    return _Shells(lang, prototypes, pages)


def _shared(shells: Path, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield what MkDocs made that is no page: styles, scripts, images; and a stick's first page."""
    left_out = {"sitemap.xml", "sitemap.xml.gz", "objects.inv"}
    only_kk = catalogue.languages == ("kk",)
    parts = tuple(folder for folder, _ in JOINED.values())
    for name, (folder, _) in JOINED.items():
        if (shells / folder).is_dir():
            yield name, joined(name, shells)
    for path in sorted(shells.rglob("*")):
        shown = path.relative_to(shells).as_posix()
        if not path.is_file() or path.name in left_out or (only_kk and shown.startswith("ru/")):
            continue
        if shown.startswith(parts) and path.suffix == ".js":
            continue
        if path.suffix != ".html" or (shown == urls.START and catalogue.on_stick):
            yield shown, path.read_bytes()


def _key(*parts: bytes) -> bytes:
    state = blake2b(digest_size=16)
    for part in parts:
        state.update(part)
    return state.digest()


def _common_key(catalogue: Catalogue, place: Place) -> bytes:
    """Return a hash of what every page depends on: code, templates, words, vocabularies."""
    vocabularies = sorted(key for key in catalogue.digests if key[0] == "vocabularies")
    settings = f"{place.settings} {place.this_year}".encode()
    return _key(code_digest(), settings, digest(catalogue, vocabularies))


@cache
def code_digest() -> bytes:
    """Return a hash of the package: code, templates and words."""
    state = blake2b(digest_size=16)
    for item in _files_below(files("tirek")):
        state.update(item.name.encode())
        state.update(item.read_bytes())
    return state.digest()


def _files_below(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files_below(item)
        elif item.name.endswith((".py", ".html", ".yml")):
            yield item
