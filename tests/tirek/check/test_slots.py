"""What slots of hand-written pages may name."""

from __future__ import annotations

import pytest

from tirek.check.pages import PROTOTYPE_SLOTS
from tirek.check.slots import FORMS, LINKS, NAMES, Fault, fault_of
from tirek.model.kinds import KINDS
from tirek.stamp import slots_of
from tirek.views.slots import VIEWS

IDS = {
    "facts": frozenset({"centres-2016", "sites-2016"}),
    "units": frozenset({"a-centre"}),
    "vocabularies": frozenset({"needs"}),
    "vocabularies/needs": frozenset({"hearing"}),
    "vocabularies/regions": frozenset({"KZ-75"}),
}

FACTS = "centres-2016, sites-2016"


def fault(written: str, names: frozenset[str] = NAMES) -> Fault | None:
    [(_, slot)] = slots_of(f"[[{written}]]")
    return fault_of(slot, IDS, names)


def test_what_may_be_named_is_what_can_be_filled() -> None:
    assert VIEWS.keys() == NAMES


def test_targets_are_kinds_vocabularies_or_words() -> None:
    kinds = {kind.folder for kind in KINDS}
    for form in (*FORMS.values(), *LINKS.values()):
        for target in form.arguments:
            assert target in kinds | {""} or "|" in target or target.startswith("vocabularies/")


@pytest.mark.parametrize(
    "written",
    [
        "fact centres-2016",
        "bars centres-2016 sites-2016 centres-2016",
        "units site",
        "map now",
        "newest",
        "blank-tables",
        "link unit a-centre",
        "link region KZ-75",
        "link region KZ-75 2016",
        "link lists needs",
        "link list needs hearing",
        "link list needs hearing 2",
        "link file any/path.pdf",
    ],
)
def test_right_slots(written: str) -> None:
    assert fault(written) is None


@pytest.mark.parametrize(
    ("written", "code", "value", "nearest", "allowed"),
    [
        ("fakt x", "slot-unknown", "fakt", "fact", ""),
        ("fact centre-2016", "slot-argument", "centre-2016", "centres-2016", FACTS),
        ("bars sites-2016 none", "slot-argument", "none", "", FACTS),
        ("bars", "slot-form", "bars", "", "[[bars id …]]"),
        ("fact", "slot-form", "fact", "", "[[fact id]]"),
        ("map", "slot-form", "map", "", "[[map 2016|now]]"),
        ("map now now", "slot-form", "map now now", "", "[[map 2016|now]]"),
        ("map today", "slot-argument", "today", "", "2016, now"),
        ("newest 5", "slot-form", "newest 5", "", "[[newest]]"),
        ("link", "slot-argument", "link", "list", ", ".join(LINKS)),
        ("link units x", "slot-argument", "units", "unit", ", ".join(LINKS)),
        ("link unit", "slot-form", "link unit", "", "[[link unit id]]"),
        ("link unit b", "slot-argument", "b", "", "a-centre"),
        ("link region KZ-75 2017", "slot-argument", "2017", "2016", "2016, now"),
        ("link list none hearing", "slot-argument", "none", "", "needs"),
        ("link list needs heard", "slot-argument", "heard", "hearing", "hearing"),
        ("link list needs", "slot-form", "link list needs", "", "[[link list id id]]"),
        ("link clause 1.1", "slot-argument", "1.1", "", ""),
    ],
)
def test_wrong_slots(written: str, code: str, value: str, nearest: str, allowed: str) -> None:
    assert fault(written) == Fault(code, value, nearest, allowed)


def test_prototypes_have_slots_of_their_own() -> None:
    assert fault("title", PROTOTYPE_SLOTS) is None
    assert fault("map now", PROTOTYPE_SLOTS) == Fault("slot-unknown", "map")
    assert fault("crumbs") == Fault("slot-unknown", "crumbs")
