"""What is listed where: materials under each concept of each vocabulary, in reading order."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from tirek import LANGUAGES
from tirek.model.catalogue import Catalogue
from tirek.model.material import Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept, Scheme
from tirek.model.unit import Unit
from tirek.model.values import Both
from tirek.text import collation_key
from tirek.views.context import newest_first
from tirek.views.renderer import Renderer
from tirek.views.voice import Voice


def _broad(scheme: str, field: str) -> Callable[[Catalogue, Material], Sequence[str]]:
    return lambda catalogue, material: catalogue.broadened(scheme, getattr(material, field))


def _formats(catalogue: Catalogue, material: Material) -> Sequence[str]:
    return tuple(dict.fromkeys(file.format for file in material.files))


def _regions(catalogue: Catalogue, material: Material) -> Sequence[str]:
    unit = catalogue.units.get(material.provided_by)
    return (unit.region,) if unit is not None and unit.region else ()


SCHEMES: Final[Mapping[str, Callable[[Catalogue, Material], Sequence[str]]]] = {
    "resource-types": lambda catalogue, m: catalogue.broadened("resource-types", (m.type,)),
    "needs": _broad("needs", "needs"),
    "education-levels": _broad("education-levels", "levels"),
    "audiences": _broad("audiences", "audience"),
    "specialists": _broad("specialists", "specialists"),
    "regions": _regions,
    "languages": lambda _, m: m.languages,
    "formats": _formats,
    "licences": lambda _, m: (m.licence,),
    "clauses": _broad("clauses", "clauses"),
}
"""Under which concepts of each vocabulary a material is listed, broader ones included."""

FACETS: Final = (
    "resource-types",
    "needs",
    "education-levels",
    "audiences",
    "regions",
    "languages",
    "formats",
)
"""Vocabularies that materials are narrowed by; year and month of adding come besides."""

DOORS: Final = ("resource-types", "needs", "education-levels", "audiences")
"""Vocabularies whose commonest concepts the catalogue's page shows."""


@dataclass(frozen=True)
class Lists:
    """All lists of one language, each in the order of titles."""

    renderer: Renderer

    @cached_property
    def order(self) -> list[Material]:
        """Materials by title, as this language's readers look for them."""
        text = self.renderer.voice.text
        materials = self.renderer.catalogue.materials.values()
        return sorted(materials, key=lambda m: (collation_key(text(m.title)), m.id))

    @cached_property
    def members(self) -> Mapping[tuple[str, str], list[Material]]:
        """Materials by vocabulary and concept."""
        catalogue = self.renderer.catalogue
        groups: defaultdict[tuple[str, str], list[Material]] = defaultdict(list)
        for material in self.order:
            for scheme, concepts_of in SCHEMES.items():
                for concept in concepts_of(catalogue, material):
                    groups[scheme, concept].append(material)
            groups["added", material.added[:7]].append(material)
            if material.provided_by in catalogue.units:
                groups["providers", material.provided_by].append(material)
        return groups

    @cached_property
    def schemes(self) -> list[Scheme]:
        """The vocabularies that have lists, and the months in which records came in."""
        catalogue = self.renderer.catalogue
        months = sorted({m.added[:7] for m in self.order}, reverse=True)
        kk, ru = self._voices
        added = tuple(
            Concept(id=month, label=Both(kk=kk.date(month), ru=ru.date(month)), sure=True)
            for month in months
        )
        title = Both(kk=kk.t("list_added"), ru=ru.t("list_added"))
        return [
            *(catalogue.vocabularies[name] for name in SCHEMES),
            self._providers(),
            Scheme(id="added", title=title, concepts=added),
        ]

    def _providers(self) -> Scheme:
        """Return the units that give materials as a vocabulary of their own."""
        catalogue = self.renderer.catalogue

        def label(unit: Unit) -> Both:
            host = catalogue.organisations[unit.host].short
            kind = catalogue.concept("unit-kinds", unit.kind).label
            return Both(kk=f"{host.kk}: {kind.kk}", ru=f"{host.ru}: {kind.ru}")

        concepts = tuple(
            Concept(id=unit.id, label=label(unit), sure=True)
            for unit in catalogue.units.values()
            if unit.id in catalogue.materials_by_provider
        )
        kk, ru = self._voices
        title = Both(kk=kk.t("list_providers"), ru=ru.t("list_providers"))
        return Scheme(id="providers", title=title, concepts=concepts)

    @cached_property
    def _voices(self) -> list[Voice]:
        return [Voice(lang, self.renderer.catalogue) for lang in LANGUAGES]

    @cached_property
    def newest(self) -> list[Material]:
        """Materials, the last added first; both languages in the same order."""
        return newest_first(self.renderer.catalogue.materials.values())

    @cached_property
    def organisations(self) -> list[Organisation]:
        """Organisations by name."""
        text = self.renderer.voice.text
        everyone = self.renderer.catalogue.organisations.values()
        return sorted(everyone, key=lambda o: (collation_key(text(o.short)), o.id))

    def count(self, scheme: str, concept: str) -> int:
        """Return how many materials are listed under a concept."""
        return len(self.members.get((scheme, concept), ()))

    def rows(self, scheme: Scheme) -> list[dict[str, Any]]:
        """Return each concept of ``scheme`` with count and depth, narrower after broader."""
        children: defaultdict[str | None, list[Concept]] = defaultdict(list)
        for concept in scheme.concepts:
            children[concept.broader].append(concept)
        rows: list[dict[str, Any]] = []

        def walk(parent: str | None, depth: int) -> None:
            for concept in children[parent]:
                count = self.count(scheme.id, concept.id)
                rows.append({"concept": concept, "n": count, "depth": depth})
                walk(concept.id, depth + 1)

        walk(None, 0)
        return rows
