"""What a slot of a hand-written page may name, and what is wrong with one that does not.

``views.slots`` fills them; a test holds the two together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tirek.problem import listed, nearest
from tirek.stamp import Slot

Ids = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """The arguments of a slot, in order."""

    arguments: tuple[str, ...] = ()
    """Each a kind of record (``facts``), a vocabulary (``vocabularies/needs``; ``{0}`` is the
    first argument), words apart by ``|``, or "" for anything."""
    optional: int = 0
    """How many of the last may be left out."""
    repeated: bool = False
    """Whether the last may come more than once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a slot."""

    code: str
    """Problem code."""
    value: str
    """What is wrong in it."""
    nearest: str = ""
    """The nearest right word."""
    allowed: str = ""
    """What is right, in short."""


_KINDS: Final = "vocabularies|materials|units|organisations|events|facts|discrepancies"

FORMS: Final[Mapping[str, Form]] = {
    "fact": Form(("facts",)),
    "bars": Form(("facts",), repeated=True),
    "units": Form(("centre|cabinet|site",)),
    "unit-head": Form(("units",)),
    "unit-facts": Form(("units",)),
    "map": Form(("2016|now",)),
    "facets": Form(("materials|organisations",)),
    "fields": Form((_KINDS,)),
    "discrepancies": Form(("materials",)),
    **dict.fromkeys(
        (
            "organisations",
            "events",
            "catalogue-doors",
            "catalogue-lists",
            "newest",
            "confirm",
            "contribute",
            "blank-tables",
            "glossary",
            "abbreviations",
            "acts",
            "home-doors",
            "home-needs",
            "home-figures",
            "checks",
            "left-out",
            "usb-editions",
            "usb-key",
        ),
        Form(),
    ),
}
"""Slots by name, apart from ``link``."""

LINKS: Final[Mapping[str, Form]] = {
    "unit": Form(("units",)),
    "organisation": Form(("organisations",)),
    "material": Form(("materials",)),
    "event": Form(("events",)),
    "discrepancy": Form(("discrepancies",)),
    "clause": Form(("vocabularies/clauses",)),
    "region": Form(("vocabularies/regions", "2016|now"), optional=1),
    "list": Form(("vocabularies", "vocabularies/{0}", ""), optional=1),
    "lists": Form(("vocabularies",)),
    "file": Form(("",)),
    "data": Form((_KINDS,)),
    "schema": Form((f"{_KINDS}|check-report",)),
}
"""What ``[[link …]]`` may lead to, by its first argument."""

NAMES: Final = frozenset({*FORMS, "link"})
"""Every name a slot may have."""


def fault_of(slot: Slot, ids: Ids, names: Iterable[str] = NAMES) -> Fault | None:
    """Return what is wrong with ``slot``, or None.

    Args:
        slot: The slot.
        ids: Ids that may be referred to, by kind and ``vocabularies/<scheme>``.
        names: Names that slots of this page may have.
    """
    if slot.name not in names:
        return Fault("slot-unknown", slot.name, nearest(slot.name, names))
    if slot.name not in NAMES:
        return None
    if slot.name != "link":
        return _fault(slot.arguments, FORMS[slot.name], slot.name, ids)
    if not slot.arguments or slot.arguments[0] not in LINKS:
        kind = slot.arguments[0] if slot.arguments else "link"
        return Fault("slot-argument", kind, nearest(kind, LINKS), ", ".join(LINKS))
    kind, *arguments = slot.arguments
    return _fault(tuple(arguments), LINKS[kind], f"link {kind}", ids)


def _fault(arguments: tuple[str, ...], form: Form, begun: str, ids: Ids) -> Fault | None:
    fewest, most = len(form.arguments) - form.optional, len(form.arguments)
    if len(arguments) < fewest or (len(arguments) > most and not form.repeated):
        shown = " ".join((begun, *arguments))
        return Fault("slot-form", shown, allowed=_usage(begun, form))
    for number, given in enumerate(arguments):
        target = form.arguments[min(number, most - 1)].format(*arguments)
        words = frozenset(target.split("|")) if "|" in target else ids.get(target, frozenset())
        if target and given not in words:
            allowed = listed(words) if len(words) <= 12 else ""
            return Fault("slot-argument", given, nearest(given, words), allowed)
    return None


def _usage(begun: str, form: Form) -> str:
    """Return how the slot is written: ``[[units centre|cabinet|site]]``, ``[[fact id …]]``."""
    needed = form.arguments[: len(form.arguments) - form.optional]
    shown = [target if "|" in target else "id" for target in needed]
    return f"[[{' '.join((begun, *shown))}{' …' if form.repeated else ''}]]"
