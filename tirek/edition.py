"""One edition of the site: shells from MkDocs and the catalogue, put together."""

import multiprocessing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from tirek import Language, urls
from tirek.assets import asset_files
from tirek.keys import common_key, whole_key
from tirek.lighten import lightened
from tirek.model.catalogue import Catalogue
from tirek.one_language import Made, make_language
from tirek.place import Place
from tirek.publish import Stage
from tirek.rendered import Rendered, read_rendered, shared_files
from tirek.reporting.as_json import report_schema
from tirek.searching import Plan, planned, shared_scripts
from tirek.views.data import data_files
from tirek.views.json_schema import schema_files
from tirek.views.pages import key_of
from tirek.views.sitemap import sitemap_files

MANY = 500
"""Materials from which a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    """Files of the site."""
    written: tuple[str, ...]
    """Paths that are new or changed."""
    removed: int
    """Files that no longer belong."""


def publish(catalogue: Catalogue, place: Place) -> Report:
    """Put the edition together; the site changes only when all of it is ready."""
    return finish(assemble(catalogue, place), catalogue, place)


def assemble(catalogue: Catalogue, place: Place) -> Stage:
    """Make all that is made, but neither copy the files of materials nor change the site yet."""
    stage = Stage.begin(place.site, place.state)
    shells = {lang: read_rendered(place.shells, lang) for lang in catalogue.languages}
    plan = _search_plan(catalogue, place, shells, stage)
    languages = _languages(catalogue, place, shells, stage, plan)
    made = [next(languages)]
    assets = chain(shared_files(place.shells, catalogue), asset_files(place.root))
    data = chain(data_files(catalogue), schema_files(catalogue), report_schema())
    for path, content in chain(lightened(assets), data):
        stage.put(path, content)
    made += languages
    for one in made:
        stage.merge(one.entries, one.written)
    if plan:
        terms = {one.lang: one.terms for one in made if one.terms}
        for path, content in shared_scripts(plan, terms):
            stage.put(path, content, plan.key)
    for path, content in sitemap_files(place.settings.site_url, stage.new):
        stage.put(path, content)
    return stage


def _search_plan(
    catalogue: Catalogue, place: Place, shells: Mapping[Language, Rendered], stage: Stage
) -> Plan | None:
    """Return the plan of the search index, or keep all of it where nothing found has changed."""
    pages = {lang: own.pages for lang, own in shells.items()}
    named = repr({lang: [*own] for lang, own in pages.items()}).encode()
    found = (html for own in pages.values() for html in own.values())
    whole = whole_key(catalogue, common_key(catalogue, place))
    key = key_of(whole, named, *found)
    return None if stage.keeps_below(urls.SEARCH, key) else planned(catalogue, pages, key)


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
    shells: Mapping[Language, Rendered],
    stage: Stage,
    plan: Plan | None,
) -> Iterator[Made]:
    """Make each language's files, in two processes where that pays, and yield what each made.

    The first comes as soon as it is made: there is other work to do while the second is.
    """
    forks = "fork" in multiprocessing.get_all_start_methods()
    languages = catalogue.languages
    if len(catalogue.materials) < MANY or not forks or len(languages) == 1:
        for lang in languages:
            yield make_language(catalogue, place, shells[lang], stage, plan)
        return
    global _job
    _job = (catalogue, place, shells, stage, plan)
    # One language stays in this process: an idle parent would only hold memory.
    own, *others = languages
    with multiprocessing.get_context("fork").Pool(len(others)) as pool:
        elsewhere = pool.map_async(_forked, others, chunksize=1)
        yield _forked(own)
        yield from elsewhere.get()


_job: tuple[Catalogue, Place, Mapping[Language, Rendered], Stage, Plan | None] | None = None
"""What forked processes inherit; pickling a catalogue to them would cost more than the work."""


def _forked(lang: Language) -> Made:
    assert _job is not None
    catalogue, place, shells, stage, plan = _job
    return make_language(catalogue, place, shells[lang], stage, plan)
