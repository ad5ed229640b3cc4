"""Pages of lists: materials under each concept, 100 a page, and an index of each vocabulary."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

from markupsafe import Markup

from tirek import urls
from tirek.model.material import Material
from tirek.model.scheme import Concept, Scheme
from tirek.views.context import Bundle, bundle_of
from tirek.views.listed import FACETS, Lists
from tirek.views.pages import Page, crumbs, digest, slots

PAGE: Final = 100
"""Materials on one page of a list."""


def list_pages(lists: Lists) -> Iterator[Page]:
    """Yield every page of every list, and the index of every vocabulary."""
    return _ListPages(lists).pages()


@dataclass(frozen=True)
class _ListPages:
    """What the pages of one language's lists share."""

    lists: Lists

    @cached_property
    def _cards(self) -> dict[str, Markup]:
        return {}

    def card(self, material: Material) -> Markup:
        """Return a material's card for pages that lie in a folder below ``lists/``."""
        card = self._cards.get(material.id)
        if card is None:
            card = self.lists.renderer.render("material_card.html", "lists/any", material=material)
            self._cards[material.id] = card
        return card

    @cached_property
    def _bundles(self) -> dict[str, Bundle]:
        return {}

    def _bundle(self, material: Material) -> Bundle:
        """Return the files of ``material`` as a list offers them; it stands in many lists."""
        if material.id not in self._bundles:
            self._bundles[material.id] = bundle_of(material.files)
        return self._bundles[material.id]

    def pages(self) -> Iterator[Page]:
        """Yield every page of every list, and the index of every vocabulary."""
        for scheme in self.lists.schemes:
            yield self._index(scheme)
            for concept in scheme.concepts:
                members = self.lists.members.get((scheme.id, concept.id), [])
                total = -(-len(members) // PAGE)
                for number in range(1, total + 1):
                    yield self._page(scheme, concept, members, number, total)
        # No page shows them any more, and thousands of cards are many megabytes.
        self._cards.clear()
        self._bundles.clear()

    def _index(self, scheme: Scheme) -> Page:
        # Labels too: those of providers come from records, not from a vocabulary.
        counts = [(c.id, c.label, self.lists.count(scheme.id, c.id)) for c in scheme.concepts]
        inputs = blake2b(repr(counts).encode(), digest_size=16).digest()
        uri = urls.lists_uri(scheme.id)
        return Page(uri, "list", inputs, lambda: self._index_slots(scheme, uri))

    def _index_slots(self, scheme: Scheme, uri: str) -> dict[str, str]:
        voice, folder = self.lists.renderer.voice, "lists/any"
        rows = self.lists.rows(scheme)
        total = len(
            {m.id for c in scheme.concepts for m in self.lists.members.get((scheme.id, c.id), ())}
        )
        title = voice.text(scheme.title)
        return slots(
            self.lists.renderer,
            ("list",),
            uri,
            title,
            voice.t("list_index_description", scheme=title),
            self.lists.renderer.render(
                "list_index.html", folder, scheme=scheme, concepts=rows, total=total
            ),
            crumbs=crumbs(self.lists.renderer, folder, ("catalogue/index.html", "nav_catalogue")),
        )

    def _page(
        self, scheme: Scheme, concept: Concept, members: list[Material], number: int, pages: int
    ) -> Page:
        shown = members[(number - 1) * PAGE : number * PAGE]
        keys = [("materials", material.id) for material in shown]
        state = (
            digest(self.lists.renderer.catalogue, keys) + f"{len(members)} {concept.label}".encode()
        )
        state += " ".join(narrow.id for narrow in self._narrower(scheme, concept)).encode()
        uri = urls.list_uri(scheme.id, concept.id, number)
        return Page(
            uri,
            "list",
            state,
            lambda: self._page_slots(scheme, concept, shown, (number, pages, len(members)), uri),
        )

    def _narrower(self, scheme: Scheme, concept: Concept) -> list[Concept]:
        """Return the concepts right under ``concept`` that have a list."""
        below = (c for c in scheme.concepts if c.broader == concept.id)
        return [c for c in below if self.lists.count(scheme.id, c.id)]

    def _page_slots(
        self,
        scheme: Scheme,
        concept: Concept,
        shown: list[Material],
        place: tuple[int, int, int],
        uri: str,
    ) -> dict[str, str]:
        voice, folder = self.lists.renderer.voice, "lists/any"
        page, pages, total = place
        bundles = [self._bundle(material) for material in shown if material.files]
        label = voice.text(concept.label)
        content = self.lists.renderer.render(
            "list.html",
            folder,
            scheme=scheme,
            concept=concept,
            narrower=self._narrower(scheme, concept),
            total=total,
            page=page,
            pages=pages,
            cards=[self.card(material) for material in shown],
            files="".join(bundle.lines for bundle in bundles),
            files_count=sum(bundle.count for bundle in bundles),
            files_size=sum(bundle.size for bundle in bundles),
            is_facet=scheme.id in (*FACETS, "added"),
            archive=f"tirek-{scheme.id}-{concept.id}-{page}",
        )
        suffix = "" if page == 1 else voice.t("list_title_page", page=page)
        return slots(
            self.lists.renderer,
            ("cards", "list") if pages > 1 or bundles else ("cards",),
            uri,
            f"{label}{suffix}",
            voice.t("list_description", label=label, scheme=voice.text(scheme.title)) + suffix,
            content,
            crumbs=crumbs(
                self.lists.renderer,
                folder,
                ("catalogue/index.html", "nav_catalogue"),
            ),
        )
