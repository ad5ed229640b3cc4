"""MkDocs adapters over the core; the only code here that knows MkDocs."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from PIL import Image

from tirek import LANGUAGES, Language, urls
from tirek.garbage import leave_garbage
from tirek.inspection.rendered import rendered_faults
from tirek.markup import hidden_slots, named_tables, shown_slots, sized_images
from tirek.problem import CatalogueError, Problem
from tirek.shells import SHELLS_ONLY
from tirek.wording import words_of


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the templates the interface's words, and watch what pages are made from."""
    config.extra["words"] = {
        lang: {key: words[lang] for key, words in words_of("interface").items()}
        for lang in ("kk", "ru")
    }
    if config.extra.get("stick"):
        config.site_url = ""  # a copy has no address
    if os.environ.get(SHELLS_ONLY):
        leave_garbage()  # what all pages are made from is needed until the end
    root = Path(config.config_file_path).parent
    config.watch += [str(root / "catalogue"), str(root / "overrides"), str(root / "tirek")]
    return config


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop the theme's own styles and scripts, and types; tell templates which pages there are.

    The languages are read one after another, so that the names of the first stay.
    """
    _stories_in_the_other_language(files, config)
    written = {file.url for file in files.documentation_pages()}
    config.extra["pages"] = sorted(written.union(config.extra.get("pages", ())))
    own_assets = Path(config.config_file_path).parent / "overrides"
    for file in list(files):
        source = file.abs_src_path
        if source and not file.is_documentation_page():
            inside_docs = Path(source).is_relative_to(config.docs_dir)
            ours = inside_docs or Path(source).is_relative_to(own_assets)
            if not ours or source.endswith(".d.ts"):
                files.remove(file)
    return files


def _stories_in_the_other_language(files: Files, config: MkDocsConfig) -> None:
    """Give each unit's page that one language lacks the story of the other, which it says.

    The pictures that stand beside the stories of the other language come with them.
    """
    i18n: Any = config.plugins["i18n"]
    lang = i18n.current_language
    for other in LANGUAGES:
        there = Path(config.docs_dir, other)
        for path in sorted(there.glob("network/*/*")):
            uri = path.relative_to(there).as_posix()
            if other == lang or not path.is_file() or Path(config.docs_dir, lang, uri).is_file():
                continue
            source = f"{lang}/{uri}"
            if path.suffix != ".md":
                _place(File.generated(config, source, content=path.read_bytes()), lang, uri, files)
                continue
            told = path.read_text(encoding="utf-8-sig")
            if told.startswith("---\n"):  # else whoever checks names what is wrong with it
                # The front matter's first line is ours, so that nothing of the page can hide it.
                content = f"---\ntold_in: {other}\n{told[4:]}"
                page = uri.removesuffix(".md") + ".html"
                _place(File.generated(config, source, content=content), lang, page, files)


def _place(made: File, lang: Language, uri: str, files: Files) -> None:
    """Put a file that was ``made`` where a page or picture of ``lang`` stands."""
    made.dest_uri = made.url = urls.in_language(lang, uri)
    for name in ("locale", "locale_alternate_of", "localization"):
        setattr(made, name, lang)
    setattr(made, "alternates", {lang: made})  # noqa: B010  what the plugin adds to files
    setattr(made, "norm_src_uri", made.src_uri.removeprefix(f"{lang}/"))  # noqa: B010
    for fallback in [file for file in files if file.dest_uri == made.dest_uri]:
        files.remove(fallback)
    files.append(made)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep MkDocs from taking slots for paths."""
    return hidden_slots(markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show slots again, name the tables of Markdown, and stop at HTML that is not allowed."""
    made = named_tables(shown_slots(html), str(page.title))
    for fault in rendered_faults(made):
        path = f"docs/{page.file.src_uri}"
        problem = Problem(path, 1, 1, "", "safety-html", fault)
        raise PluginError("\n" + problem.say("kk") + "\n\n" + problem.say("ru"))
    told_in = page.meta.get("told_in")
    source = page.file.src_uri.partition("/")[2] if told_in else page.file.src_uri
    folder = Path(config.docs_dir, told_in or "", source).parent
    return sized_images(made, lambda address: _size_of(folder / address))


def _size_of(path: Path) -> tuple[int, int] | None:
    """Return width and height of the picture at ``path``; None where it is not one of ours."""
    if not path.is_file():
        return None
    with Image.open(path) as picture:
        return picture.size


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Fill and stamp, once, after both languages; ``tirek build`` does it by itself."""
    i18n = config.plugins["i18n"]
    if os.environ.get(SHELLS_ONLY) or getattr(i18n, "building", False):
        return
    # Here, since `tirek build` needs none of it, and to import takes a third of a second.
    from tirek.edition import publish
    from tirek.place import Place
    from tirek.reading.project import read_project
    from tirek.settings import read_settings

    root = Path(config.config_file_path).parent
    site = Path(config.site_dir)
    try:
        catalogue = read_project(root)
    except CatalogueError as error:
        raise PluginError("\n" + error.say("kk") + "\n\n" + error.say("ru")) from None
    publish(
        catalogue,
        Place(
            root=root,
            shells=site,
            site=site,
            state=root / ".cache" / "preview.pickle",
            settings=read_settings(root),
            this_year=date.today().year,
        ),
    )
