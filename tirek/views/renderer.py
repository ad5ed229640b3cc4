"""Templates of the core, rendered for one language. Escaping happens here and nowhere else."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from tirek import Language
from tirek.model.catalogue import Catalogue
from tirek.model.offer import Offers
from tirek.views.engine import Engine, Marks
from tirek.views.links import Links
from tirek.views.voice import Voice


class Renderer:
    """Renders templates of ``views/templates`` in one language.

    Jinja escapes every value that is not Markup, so a record's text cannot become markup;
    an undefined name is an error, so a template cannot silently lose a value.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        lang: Language,
        this_year: int,
        contacts: Mapping[str, str] | None = None,
        usb: Offers | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.lang = lang
        self.contacts = contacts or dict.fromkeys(
            ("repository", "branch", "contact_mail", "website"), ""
        )
        self.usb = usb or Offers()
        self.voice = Voice(lang, catalogue)
        self._environment = Engine(
            loader=FunctionLoader(self._template),
            bytecode_cache=_compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=False,
            auto_reload=False,
        )
        self._environment.globals |= self.voice.functions()
        self._environment.globals |= {"site": catalogue, "this_year": this_year}
        self._marks = Marks(self._environment.get_template("macros.html").module)
        self._templates: dict[tuple[str, str], Template] = {}
        self._links: dict[str, Links] = {}
        self._overlays: dict[str, Environment] = {}
        self.crumbs: dict[tuple[str, tuple[tuple[str, str], ...]], Markup] = {}
        """Ways up that have been rendered, by folder and steps: thousands of pages share one."""
        self._joined: dict[tuple[object, ...], Markup] = {}

    def links(self, folder: str) -> Links:
        """Return the maker of links for pages in ``folder``."""
        if folder not in self._links:
            self._links[folder] = Links(self.catalogue, self.lang, folder)
        return self._links[folder]

    def render(self, template: str, folder: str, **context: Any) -> Markup:
        """Return ``template`` filled for a page that lies in ``folder``.

        The link functions are template globals, so that macros and imports see them too.
        """
        compiled = self._templates.get((template, folder))
        if compiled is None:
            compiled = self._environment_for(folder).get_template(template)
            self._templates[template, folder] = compiled
        return Markup(compiled.render(context))

    def _labels(self, scheme: str, names: tuple[str, ...]) -> Markup:
        """Return labels of concepts with commas; records share few sets, so each is made once."""
        key = (scheme, names)
        if key not in self._joined:
            labels = [escape(self.voice.label(scheme, name)) for name in names]
            self._joined[key] = Markup(", ").join(labels)
        return self._joined[key]

    def _shorts(self, scheme: str, names: tuple[str, ...]) -> Markup:
        """Return short names of concepts with commas."""
        key = ("short", scheme, names)
        if key not in self._joined:
            short = [escape(self.voice.short(scheme, name)) for name in names]
            self._joined[key] = Markup(", ").join(short)
        return self._joined[key]

    def _label_links(self, links: Links, scheme: str, names: tuple[str, ...]) -> Markup:
        """Return labels of concepts, a line each, each a link to its list."""
        key = (links.folder, scheme, names)
        if key not in self._joined:
            one = Markup('<li><a href="{}">{}</a></li>')
            made = [
                one.format(links.to("list", scheme, name), self.voice.label(scheme, name))
                for name in names
            ]
            self._joined[key] = Markup('<ul class="lines">{}</ul>').format(Markup("").join(made))
        return self._joined[key]

    def _environment_for(self, folder: str) -> Environment:
        if folder not in self._overlays:
            links = self.links(folder)
            overlay = self._environment.overlay()
            overlay.globals = {
                **self._environment.globals,
                "m": self._marks,
                "href": links.to,
                "href_uri": links.uri,
                "href_root": links.asset,
                "labels": self._labels,
                "shorts": self._shorts,
                "label_links": partial(self._label_links, links),
            }
            self._overlays[folder] = overlay
        return self._overlays[folder]

    def _template(self, name: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source with the words it always says already in it."""
        source = files("tirek.views").joinpath("templates", name).read_text(encoding="utf-8")
        said = _WORD.sub(lambda call: str(escape(self.voice.t(call[1]))), source)
        return said, name, lambda: True


class _Compiled(BytecodeCache):
    """Code of templates, compiled once a language, not once a folder: that took a second."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` the code of the same source, if it was compiled before."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in ``bucket``."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_compiled: Final = _Compiled()

_WORD: Final = re.compile(r"\{\{ t\('([a-z0-9_-]+)'\) \}\}")
"""A word without values: the same on every page, so it need not be looked up on each."""
