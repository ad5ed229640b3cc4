"""Materials that are almost the same are told of once, and without comparing every pair."""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random

from tirek.check.likeness import near_duplicates
from tirek.check.whole import Whole
from tirek.model.catalogue import Catalogue
from tirek.model.material import Material
from tirek.model.values import Both


def whole(*materials: Material) -> Whole:
    empty: dict[str, object] = {}
    kinds = ("vocabularies", "units", "organisations", "events", "facts", "discrepancies")
    by_id = {material.id: material for material in materials}
    return Whole(
        Catalogue(materials=by_id, **{kind: empty for kind in kinds}),  # type: ignore[arg-type]
        (),
        frozenset(),
    )


def changed(material: Material, name: str, **texts: Both) -> Material:
    return replace(material, id=name, added="2026-12-01", updated="2026-12-01", **texts)


def test_the_later_of_two_is_told_of_once(catalogue: Catalogue) -> None:
    first = catalogue.materials["annual-report"]
    summary = Both(kk=first.summary.kk + " Жаңа.", ru=first.summary.ru.replace("году", "годе"))
    found = list(near_duplicates(whole(changed(first, "again", summary=summary), first)))
    assert [(f.name, f.nearest, f.code) for f in found] == [
        ("again", "annual-report", "material-alike")
    ]


def test_related_materials_may_be_alike(catalogue: Catalogue) -> None:
    first = catalogue.materials["annual-report"]
    again = replace(changed(first, "again"), related=("annual-report",))
    assert not list(near_duplicates(whole(first, again)))


def test_the_projects_own_are_all_different(catalogue: Catalogue) -> None:
    assert not list(near_duplicates(whole(*catalogue.materials.values())))


def test_a_common_phrase_makes_nothing_slow(catalogue: Catalogue) -> None:
    """Thousands that begin alike are not compared one with each other."""
    first = catalogue.materials["annual-report"]
    many, draw = [], Random("alike")
    for number in range(3000):
        words = " ".join("".join(draw.choices("абвгдежзик", k=8)) for _ in range(20))
        text = f"Бұл материал мұғалімге арналған оқу құралы {words}"
        both = Both(kk=text, ru=text)
        many.append(changed(first, f"m-{number}", title=both, summary=both))
    began = time.process_time()
    assert not list(near_duplicates(whole(*many)))
    assert time.process_time() - began < 10  # every pair would take minutes
