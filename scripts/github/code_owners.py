"""Who is asked to look at a change: CODEOWNERS, made from units' regions.

People stand in ``.github/owners.yml`` and nowhere else; while nobody is named for a region, the
maintainers are asked. Source: docs.github.com, «About code owners»: the last line that fits wins.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from tirek import LANGUAGES
from tirek.model.catalogue import Catalogue
from tirek.model.unit import Unit
from tirek.urls import story_uri

OWNERS: Final = Path(".github/owners.yml")

HEADING: Final = """\
# Made by `make generate` from catalogue/units and .github/owners.yml: edit these, not this file.
# Кім тексеретіні .github/owners.yml файлында жазылады. / Кто проверяет, пишут в .github/owners.yml.
"""


@dataclass(frozen=True, slots=True)
class Owners:
    """Whom to ask, as the host writes names: ``@name`` or ``@organisation/team``."""

    maintainers: str
    """A team; asked where nobody else is named."""
    regions: Mapping[str, Sequence[str]]
    """By today's code of a region, or that of 2016 where today's is not sure."""


def read_owners(root: Path) -> Owners:
    """Return the owners named in the project at ``root``."""
    found = yaml.safe_load((root / OWNERS).read_text(encoding="utf-8"))
    regions = {code: tuple(names or ()) for code, names in (found["regions"] or {}).items()}
    return Owners(str(found["maintainers"]), regions)


def code_owners(catalogue: Catalogue, owners: Owners) -> str:
    """Return the text of CODEOWNERS."""
    lines = [HEADING, f"* {owners.maintainers}"]
    by_region: dict[str, list[Unit]] = {}
    for unit in catalogue.units.values():
        by_region.setdefault(unit.region or unit.region_2016, []).append(unit)
    for code in sorted(by_region):
        label = catalogue.concept("regions", code).label
        named = " ".join(owners.regions.get(code, ())) or owners.maintainers
        lines.append(f"\n# {code}: {label.kk} / {label.ru}")
        units = sorted(by_region[code], key=lambda unit: unit.id)
        lines += dict.fromkeys(f"{path} {named}" for unit in units for path in _paths(unit))
    return "\n".join(lines) + "\n"


def _paths(unit: Unit) -> Iterator[str]:
    yield f"/catalogue/organisations/{unit.host}.yml"
    yield f"/catalogue/units/{unit.id}.yml"
    for lang in LANGUAGES:
        yield f"/docs/{lang}/{story_uri(unit)}"
