"""All records together, cross-linked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from tirek import LANGUAGES, Language
from tirek.model.event import Event
from tirek.model.fact import Discrepancy, Fact
from tirek.model.kinds import Record
from tirek.model.material import File, Material
from tirek.model.organisation import Organisation
from tirek.model.scheme import Concept, Scheme
from tirek.model.unit import Unit

T = TypeVar("T")


@dataclass(frozen=True)
class Catalogue:
    """Every record, by kind and id; the one thing that views read.

    `tirek.model.selection.Edition` is one of which a USB copy holds a part.
    """

    vocabularies: Mapping[str, Scheme]
    materials: Mapping[str, Material]
    units: Mapping[str, Unit]
    organisations: Mapping[str, Organisation]
    events: Mapping[str, Event]
    facts: Mapping[str, Fact]
    discrepancies: Mapping[str, Discrepancy]
    digests: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """Content hash of each record's file, by kind and id: what changed since last time."""
    left_out_files: Mapping[str, tuple[File, ...]] = field(default_factory=dict)
    """Files that an edition leaves out, by the id of a material that it holds."""

    dead_links: Mapping[str, str] = field(default_factory=dict)
    """By outside address that no longer opens, the day since which it does not."""

    def of_kind(self, folder: str) -> Mapping[str, Record]:
        """Return the records of the kind kept in ``folder``."""
        records: Mapping[str, Record] = getattr(self, folder)
        return records

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages of the pages that show it."""
        return LANGUAGES

    @property
    def on_stick(self) -> bool:
        """Whether the pages that show it are carried on a stick, not on the website."""
        return False

    def holds(self, kind: str, name: str) -> bool:
        """Return whether the record ``name`` of a ``kind`` is here; an edition leaves some out."""
        return name in self.of_kind(kind)

    def left_out(self, kind: str) -> Mapping[str, Any]:
        """Return the records of a ``kind`` that an edition leaves out."""
        return {}

    def says_left_out(self, kind: str, name: str) -> bool:
        """Return whether the page of what was left out has a line of its own for a record."""
        return False

    @cached_property
    def tags(self) -> Mapping[tuple[str, str], bytes]:
        """Kind, id and digest of each record as one, by kind and id: what is hashed of it."""
        return {key: "/".join(key).encode() + made for key, made in self.digests.items()}

    @cached_property
    def concepts(self) -> Mapping[str, Mapping[str, Concept]]:
        """Concepts by scheme and id."""
        return {
            name: {concept.id: concept for concept in scheme.concepts}
            for name, scheme in self.vocabularies.items()
        }

    def concept(self, scheme: str, name: str) -> Concept:
        """Return one concept.

        Raises:
            KeyError: there is no such concept; the reader has refused such references.
        """
        return self.concepts[scheme][name]

    @cached_property
    def units_by_host(self) -> Mapping[str, tuple[Unit, ...]]:
        """Units that one organisation hosts."""
        return _grouped((unit.host, unit) for unit in self.units.values())

    @cached_property
    def units_by_region_2016(self) -> Mapping[str, tuple[Unit, ...]]:
        """Units of a region of 2016."""
        return _grouped((unit.region_2016, unit) for unit in self.units.values())

    @cached_property
    def units_by_region(self) -> Mapping[str, tuple[Unit, ...]]:
        """Units of a region of today, where it is sure."""
        return _grouped((u.region, u) for u in self.units.values() if u.region)

    @cached_property
    def events_by_unit(self) -> Mapping[str, tuple[Event, ...]]:
        """Events that a unit held."""
        return _grouped((e.unit, e) for e in self.events.values() if e.unit)

    @cached_property
    def materials_by_provider(self) -> Mapping[str, tuple[Material, ...]]:
        """Materials that a unit gives, or ``project``."""
        return _grouped((m.provided_by, m) for m in self.materials.values())

    @cached_property
    def discrepancies_about(self) -> Mapping[str, tuple[Discrepancy, ...]]:
        """Disagreements of the sources that concern a record or concept."""
        return _grouped((name, d) for d in self.discrepancies.values() for name in d.about)

    def broadened(self, scheme: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return ``names`` and every concept above them, once each, in scheme order."""
        found = self._broadened.get((scheme, names))
        if found is None:  # records share few sets of concepts
            found = self._broadened[scheme, names] = self._with_broader(scheme, names)
        return found

    @cached_property
    def _broadened(self) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
        return {}

    def _with_broader(self, scheme: str, names: tuple[str, ...]) -> tuple[str, ...]:
        known = self.concepts[scheme]
        result: set[str] = set()
        for name in names:
            step: str | None = name
            while step is not None and step not in result:
                result.add(step)
                step = known[step].broader
        return tuple(name for name in known if name in result)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
