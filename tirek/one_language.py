"""All files of one language of an edition."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, product
from pathlib import Path

from tirek import Language, urls
from tirek.keys import common_key, whole_key, words_key
from tirek.model.catalogue import Catalogue
from tirek.place import Place
from tirek.publish import Stage, State
from tirek.reading.stories import read_stories
from tirek.rendered import Rendered
from tirek.search.terms import Terms
from tirek.searching import Plan, facet_scripts, language_scripts
from tirek.stamp import Shell, split
from tirek.tables.columns import FOLDERS, OFFERED
from tirek.views import sheets
from tirek.views.facets import facet_files
from tirek.views.forms.files import form_files
from tirek.views.here import Here
from tirek.views.hints import PAGES as HINT_PAGES
from tirek.views.hints import Hints
from tirek.views.listed import Lists
from tirek.views.lists import list_pages
from tirek.views.pages import (
    Page,
    digest,
    key_of,
    material_pages,
    organisation_pages,
    region_pages,
)
from tirek.views.renderer import Renderer
from tirek.views.search_columns import columns, labels
from tirek.views.search_words import words_file
from tirek.views.sight import panel_file
from tirek.views.slots import fill
from tirek.weighed import Weighed


@dataclass(frozen=True, slots=True)
class _Language:
    """One language's part of a build."""

    rendered: Rendered
    own: Stage
    lists: Lists
    common: bytes
    """Key of what every page depends on."""
    whole: bytes
    """Key of that and of all records."""
    memory: Path
    """Folder of what builds keep for the next one."""

    @property
    def _renderer(self) -> Renderer:
        return self.lists.renderer

    def _path(self, uri: str) -> str:
        return urls.in_language(self.rendered.lang, uri)

    def keep_or_make(self, path: str, key: bytes, make: Callable[[], bytes]) -> None:
        """Put what ``make`` makes at ``path``, unless the site has it from the same key."""
        if not self.own.keeps(path, key):
            self.own.put(path, make(), key)

    def hand_written(self) -> dict[str, bytes]:
        """Fill the slots of hand-written pages; return those that changed, by uri."""
        catalogue = self._renderer.catalogue
        hints, left_out = Hints(catalogue, self._renderer.voice), _pages_left_out(catalogue)
        filled: dict[str, bytes] = {}
        for uri, html in self.rendered.pages.items():
            key = key_of(self.whole, html)
            if uri not in left_out and not self.own.keeps(self._path(uri), key):
                filled[uri] = _hand_written(uri, html.decode(), self.lists, hints)
                self.own.put(self._path(uri), filled[uri], key)
        return filled

    def stamped(self) -> None:
        """Stamp a page for each record and each page of a list."""
        for page in _pages(self._renderer, self.lists):
            shell, shell_digest = self.rendered.prototypes[page.prototype]
            key = key_of(self.common, shell_digest, page.inputs)
            self.keep_or_make(self._path(page.uri), key, partial(_stamped, shell, page))

    def search(self, filled: Mapping[str, bytes], plan: Plan) -> Terms:
        """Make this language's part of the index, and return what the shared part needs of it.

        Args:
            filled: Hand-written pages that changed, by uri.
            plan: What both languages' indexes share.
        """
        lang, own = self.rendered.lang, self.own
        pages = {
            uri: filled.get(uri) or (own.site / self._path(uri)).read_bytes()
            for uri in self.rendered.pages
            if uri in plan.anchors and self._path(uri) in own.new
        }
        voice = self._renderer.voice
        catalogue = voice.catalogue
        weighed = Weighed.load(self.memory / f"weights-{lang}.pickle", words_key(catalogue))
        terms, files = language_scripts(plan, catalogue, voice, pages, weighed)
        for path, content in files:
            own.put(path, content, plan.key)
        weighed.save()
        shown = json.dumps(labels(self.lists), ensure_ascii=False, separators=(",", ":"))
        self._put_facets(f"facets-{lang}", shown, plan)
        if lang == plan.languages[-1]:  # the first has the shared work to do
            found = columns(catalogue, self.lists, plan.numbers, plan.size)
            self._put_facets("columns", found, plan)
        return terms

    def _put_facets(self, name: str, content: str, plan: Plan) -> None:
        self.own.put(urls.search_uri(name), facet_scripts(name, content), plan.key)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of one language."""

    lang: Language
    entries: State
    """What its stage holds."""
    written: Sequence[str]
    """Paths whose content is new."""
    terms: Terms | None
    """What the shared part of the search index needs, if that is made."""


def make_language(
    catalogue: Catalogue, place: Place, rendered: Rendered, stage: Stage, plan: Plan | None
) -> Made:
    """Make all files of one language on a stage of its own.

    Args:
        catalogue: All records.
        place: Where the site is made.
        rendered: Shells of the language.
        stage: What the whole build puts into the site.
        plan: Of the search index; None where that is kept.
    """
    own = Stage(stage.site, stage.staged, stage.old, sizes=stage.sizes)
    settings = place.settings
    renderer = Renderer(catalogue, rendered.lang, place.this_year, settings.contacts, settings.usb)
    common = common_key(catalogue, place)
    whole = whole_key(catalogue, common)
    language = _Language(rendered, own, Lists(renderer), common, whole, place.state.parent)
    filled = language.hand_written()
    language.stamped()
    stories = read_stories(place.root / "docs", catalogue.units.values())
    for path, key, make in chain(
        facet_files(language.lists, common),
        form_files(renderer, common, stories),
        _blank_tables(catalogue, rendered.lang, common),
    ):
        language.keep_or_make(path, key, make)
    own.put(*words_file(renderer.voice))
    terms = language.search(filled, plan) if plan else None
    own.put(*panel_file(renderer))
    return Made(rendered.lang, own.new, own.written, terms)


def _blank_tables(
    catalogue: Catalogue, lang: Language, common: bytes
) -> Iterator[tuple[str, bytes, Callable[[], bytes]]]:
    """Yield path, key and maker of the blank tables, of all languages with the first."""
    if lang != catalogue.languages[0]:
        return
    folders = [folder for folder in FOLDERS if len(catalogue.of_kind(folder)) <= OFFERED]
    offered = sorted(key for key in catalogue.digests if key[0] in folders)
    key = key_of(common, digest(catalogue, offered))
    # One process makes all of them: what writes workbooks takes a fifth of a second to load.
    for language, folder in product(catalogue.languages, FOLDERS):
        make = partial(_blank_table, catalogue, folder, language)
        yield urls.table_uri(folder, language), key, make


def _blank_table(catalogue: Catalogue, folder: str, lang: Language) -> bytes:
    # Here, since most builds make none.
    from tirek.tables.template import template

    return template(catalogue, folder, lang)


def _pages_left_out(catalogue: Catalogue) -> frozenset[str]:
    """Return the hand-written pages that this edition does without."""
    if not catalogue.on_stick:
        return urls.STICK_ONLY
    units = {urls.unit_uri(unit) for unit in catalogue.left_out("units").values()}
    return urls.WEB_ONLY | {urls.START} | units


def _hand_written(uri: str, html: str, lists: Lists, hints: Hints) -> bytes:
    here = Here(lists.renderer, lists, uri.rpartition("/")[0])
    if uri not in HINT_PAGES.values():
        html = hints.added(html, here.links)
    shell = split(html)
    needed = sheets.of_slots(here.links, (slot.name for slot in shell.slots))
    return shell.fill(lambda slot: needed if slot.name == sheets.SLOT else fill(here, slot))


def _pages(renderer: Renderer, lists: Lists) -> Iterator[Page]:
    yield from organisation_pages(renderer)
    yield from region_pages(renderer)
    yield from list_pages(lists)
    yield from material_pages(renderer)


def _stamped(shell: Shell, page: Page) -> bytes:
    return shell.stamp(page.slots())
