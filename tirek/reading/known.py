"""What records may refer to: ids of files, and of concepts inside vocabularies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tirek.model.scheme import Scheme
from tirek.reading.nodes import Document
from tirek.text import fold

Ids = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a record may refer to."""

    ids: Ids
    """Ids by target: a folder, ``vocabularies/<scheme>``, or ``any``."""
    hints: Mapping[str, Mapping[str, str]]
    """By target, words that people write instead of an id, and the id they mean."""


class _Targets(dict[str, frozenset[str]]):
    """Ids by target; a vocabulary whose file is missing has no concepts."""

    def __missing__(self, target: str) -> frozenset[str]:
        return frozenset()


class _Anything(frozenset[str]):
    """The ids of a vocabulary that could not be read: no reference to it is blamed."""

    def __contains__(self, name: object) -> bool:
        return True


ANYTHING: Final = _Anything()


def known_of(ids: Ids, schemes: Mapping[str, Scheme], rough: Ids) -> Known:
    """Return what may be referred to.

    Args:
        ids: Names of record files by folder, also of those that could not be read.
        schemes: The vocabularies that could be read.
        rough: Ids of concepts in those that could not, as far as they show.
    """
    targets = _Targets(ids)
    hints: dict[str, dict[str, str]] = {}
    for name in ids["vocabularies"]:
        targets[f"vocabularies/{name}"] = rough.get(name, ANYTHING)
    for name, scheme in schemes.items():
        targets[f"vocabularies/{name}"] = frozenset(concept.id for concept in scheme.concepts)
        hints[f"vocabularies/{name}"] = {
            fold(word): concept.id
            for concept in scheme.concepts
            for word in (concept.label.kk, concept.label.ru, *concept.alt.kk, *concept.alt.ru)
        }
    unsure = any(isinstance(names, _Anything) for names in targets.values())
    targets["any"] = ANYTHING if unsure else frozenset().union(*targets.values())
    return Known(targets, hints)


def rough_ids(document: Document) -> frozenset[str]:
    """Return the ids of a vocabulary's concepts, as far as its YAML shows them."""
    data = document.data
    concepts = data.get("concepts") if isinstance(data, dict) else None
    if not isinstance(concepts, list):
        return ANYTHING
    found = (concept.get("id") for concept in concepts if isinstance(concept, dict))
    return frozenset(name for name in found if isinstance(name, str))
