"""What an edition holds: everything, or what was chosen by region, need, type and language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final, TypeVar

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.event import Event
from tirek.model.material import File, Material
from tirek.model.organisation import Organisation
from tirek.model.unit import Unit

T = TypeVar("T")

MEDIA: Final[Mapping[str, frozenset[str]]] = {
    "video": frozenset({"mp4", "webm"}),
    "audio": frozenset({"mp3"}),
}
"""Formats of files that an edition may do without, by the word for them."""

ALL_NEEDS: Final = "all-needs"
"""Concept of materials that serve every need: they suit each choice of needs."""

MOST_NAMED: Final = 300
"""Records of a kind that are named one by one as left out: the page stays light."""

OWN: Final = "project"
"""Provider of materials that belong to no region."""


_LISTS: Final = ("languages", "regions", "needs", "types", "without")


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen; what is empty is not narrowed."""

    languages: tuple[Language, ...] = LANGUAGES
    """Languages of pages; of files too where it is one."""
    regions: tuple[str, ...] = ()
    """Concepts of ``regions``, of 2016 or of today."""
    needs: tuple[str, ...] = ()
    """Concepts of ``needs``, what is narrower included."""
    types: tuple[str, ...] = ()
    """Concepts of ``resource-types``, what is narrower included."""
    without: tuple[str, ...] = ()
    """Keys of MEDIA."""
    budget: int = 0
    """Most bytes on the stick, whole clusters counted; 0 for no limit."""
    cluster: int = 0
    """Bytes of the stick's clusters; only where there is a budget."""

    @property
    def text(self) -> str:
        """The selection in one line of ASCII: ``languages=kk,ru regions=KZ-75 without=video``."""
        parts = [f"languages={','.join(self.languages)}"]
        for name in ("regions", "needs", "types", "without"):
            if values := getattr(self, name):
                parts.append(f"{name}={','.join(sorted(values))}")
        if self.budget:
            parts += [f"budget={self.budget}", f"cluster={self.cluster}"]
        return " ".join(parts)

    @classmethod
    def of_text(cls, text: str) -> "Selection":
        """Return the selection that ``text`` says; what is not understood is passed over."""
        said = dict(part.partition("=")[::2] for part in text.split())
        lists = {name: tuple(said[name].split(",")) for name in _LISTS if name in said}
        numbers = {n: int(said[n]) for n in ("budget", "cluster") if said.get(n, "").isdecimal()}
        return cls(**lists, **numbers)  # type: ignore[arg-type]

    def keeps_file(self, file: File) -> bool:
        """Return whether an edition offers ``file``, its budget aside."""
        if any(file.format in MEDIA[word] for word in self.without):
            return False
        ours = file.language in self.languages or file.language not in LANGUAGES
        return ours or len(self.languages) == len(LANGUAGES)


class Chosen(Mapping[str, T]):
    """Records of which an edition holds some.

    Going through them and counting gives what the edition holds. Asking for one by its id also
    gives what was left out, so that a page can still say its name: what the catalogue refers
    to stays there to be referred to.
    """

    def __init__(self, everything: Mapping[str, T], keeps: Callable[[T], bool]) -> None:
        self._everything = everything
        self._held = {name: record for name, record in everything.items() if keeps(record)}

    def __getitem__(self, name: str) -> T:
        return self._everything[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def holds(self, name: str) -> bool:
        """Return whether the edition holds the record ``name``."""
        return name in self._held

    @property
    def left_out(self) -> Mapping[str, T]:
        """What the edition does not hold."""
        names = (name for name in self._everything if name not in self._held)
        return {name: self._everything[name] for name in names}


@dataclass(frozen=True)
class Edition(Catalogue):
    """A catalogue of which some records and files were chosen."""

    selection: Selection = Selection()

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages of its pages."""
        return self.selection.languages

    @property
    def on_stick(self) -> bool:
        """True: the website shows the whole catalogue."""
        return True

    def holds(self, kind: str, name: str) -> bool:
        """Return whether the record ``name`` of a ``kind`` is in the edition."""
        records = self.of_kind(kind)
        return records.holds(name) if isinstance(records, Chosen) else name in records

    def left_out(self, kind: str) -> Mapping[str, Any]:
        """Return the records of a ``kind`` that are not in the edition."""
        records = self.of_kind(kind)
        return records.left_out if isinstance(records, Chosen) else {}

    @cached_property
    def named_left_out(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by kind of what the page of what was left out names one by one."""
        kinds = ("units", "organisations", "materials")
        return {kind: tuple(sorted(self.left_out(kind))[:MOST_NAMED]) for kind in kinds}

    def says_left_out(self, kind: str, name: str) -> bool:
        """Return whether the page of what was left out has a line of its own for a record."""
        return name in self.named_left_out.get(kind, ())


def chosen(
    catalogue: Catalogue, selection: Selection, absent: frozenset[str] = frozenset()
) -> Edition:
    """Return what ``selection`` leaves of ``catalogue``.

    Documents that sources name, legal acts, figures, disagreements and vocabularies are in
    every edition: the texts speak of them on every other page.

    Args:
        catalogue: All records.
        selection: What to keep.
        absent: Paths of files that do not fit a budget.
    """
    units = Chosen(catalogue.units, lambda unit: _unit(unit, selection))
    network = _network(catalogue, units, selection)
    cited = _cited(catalogue)
    kept, left_out, digests = {}, {}, dict(catalogue.digests)
    for name, material in catalogue.materials.items():
        files = tuple(f for f in material.files if selection.keeps_file(f) and f.path not in absent)
        if files != material.files:
            left_out[name] = tuple(f for f in material.files if f not in files)
            material = material.with_files(files)
            key = repr((files, left_out[name])).encode()
            old = digests.get(("materials", name), b"")
            digests["materials", name] = blake2b(old + key, digest_size=16).digest()
        kept[name] = material
    materials = Chosen(kept, lambda m: m.id in cited or _material(catalogue, m, units, selection))
    return Edition(
        vocabularies=catalogue.vocabularies,
        materials=materials,
        units=units,
        organisations=Chosen(catalogue.organisations, lambda o: o.id in network),
        events=Chosen(catalogue.events, lambda e: _event(e, units, network, selection)),
        facts=catalogue.facts,
        discrepancies=catalogue.discrepancies,
        digests=digests,
        dead_links=catalogue.dead_links,
        selection=selection,
        left_out_files={name: files for name, files in left_out.items() if materials.holds(name)},
    )


def _unit(unit: Unit, selection: Selection) -> bool:
    regions = selection.regions
    return not regions or unit.region in regions or unit.region_2016 in regions


def _network(catalogue: Catalogue, units: Chosen[Unit], selection: Selection) -> set[str]:
    """Return the organisations of the regions, of no region, and those units work with."""
    if not selection.regions:
        return set(catalogue.organisations)
    names = {o.id for o in catalogue.organisations.values() if _organisation(o, selection)}
    for unit in units.values():
        names |= {unit.host, *unit.partners}
        names |= {served.organisation for served in unit.serves if served.organisation}
        names |= set(catalogue.organisations[unit.host].partners)
    return names


def _organisation(organisation: Organisation, selection: Selection) -> bool:
    places = {organisation.region, organisation.region_2016} - {None}
    return not places or bool(places & set(selection.regions))


def _event(event: Event, units: Chosen[Unit], network: set[str], selection: Selection) -> bool:
    if not selection.regions:
        return True
    here = (event.unit is not None and units.holds(event.unit)) or event.organisation in network
    return here or bool(set(event.regions) & set(selection.regions))


def _cited(catalogue: Catalogue) -> set[str]:
    """Return the documents that records name as their sources, and the legal acts."""
    kinds = ("units", "organisations", "events", "facts", "discrepancies")
    found = {
        source.document
        for kind in kinds
        for record in catalogue.of_kind(kind).values()
        for source in record.source
    }
    found |= {s.document for m in catalogue.materials.values() for s in m.source}
    return found | {m.id for m in catalogue.materials.values() if m.act is not None}


def _material(
    catalogue: Catalogue, material: Material, units: Chosen[Unit], selection: Selection
) -> bool:
    if material.provided_by != OWN and not units.holds(material.provided_by):
        return False
    types = catalogue.broadened("resource-types", (material.type,))
    needs = {*catalogue.broadened("needs", material.needs)}
    suits = not selection.needs or bool(needs & {*selection.needs, ALL_NEEDS})
    typed = not selection.types or bool(set(types) & set(selection.types))
    spoken = bool(set(material.languages) & set(selection.languages))
    foreign = not set(material.languages) & set(LANGUAGES)
    return suits and typed and (spoken or foreign)
