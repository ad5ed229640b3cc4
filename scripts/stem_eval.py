"""How well the Kazakh stemmer keeps the forms of a word together, and words apart.

Shape: ``python scripts/stem_eval.py F.tsv``, where F.tsv has the columns ``form``, ``lemma``,
``upos`` and ``count`` (for example from a treebank). Forms are compared in pairs, each distinct
form once: a pair is right if both have one lemma, and found if both have one stem.

- precision: found pairs that are right; recall: right pairs that are found; F1 of the two;
- nominal F1: the same among nouns and proper nouns alone;
- collisions: stems that hold forms of more than one lemma;
- paradigms: nouns of two forms or more whose forms all have one stem.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tirek.search.kazakh import stem
from tirek.search.words import folded

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One form of the file."""

    form: str
    lemma: str
    upos: str


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs counted."""

    right: int
    """Pairs of forms with one lemma."""
    found: int
    """Pairs of forms with one stem."""
    both: int
    """Pairs that are right and found."""

    @property
    def precision(self) -> float:
        """Share of found pairs that are right, in percent."""
        return 100 * self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of right pairs that are found, in percent."""
        return 100 * self.both / self.right if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, in percent."""
        total = self.right + self.found
        return 200 * self.both / total if total else 0.0


def read(path: Path) -> list[Row]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["form"], row["lemma"], row["upos"]) for row in rows]


def stem_of(form: str) -> str:
    """Return the stem that search gives to a form as it is written."""
    return stem(folded(form))


def _groups(pairs: Iterable[Pair]) -> Mapping[str, set[str]]:
    groups = defaultdict(set)
    for key, value in pairs:
        groups[key].add(value)
    return groups


def _pairs(groups: Mapping[str, set[str]]) -> set[Pair]:
    return {pair for forms in groups.values() for pair in combinations(sorted(forms), 2)}


def score(rows: Sequence[Row]) -> Score:
    """Count the pairs of ``rows``."""
    right = _pairs(_groups((row.lemma, row.form) for row in rows))
    found = _pairs(_groups((stem_of(row.form), row.form) for row in rows))
    return Score(len(right), len(found), len(right & found))


def collisions(rows: Sequence[Row]) -> dict[str, set[str]]:
    """Return the stems that hold more than one lemma, with these lemmas."""
    lemmas = _groups((stem_of(row.form), row.lemma) for row in rows)
    return {key: names for key, names in lemmas.items() if len(names) > 1}


def paradigms(rows: Sequence[Row]) -> float:
    """Return the share of nouns with several forms that keep all of them together, in percent."""
    forms = _groups((row.lemma, row.form) for row in rows if row.upos == "NOUN")
    several = [found for found in forms.values() if len(found) > 1]
    whole = sum(len({stem_of(form) for form in found}) == 1 for found in several)
    return 100 * whole / len(several) if several else 0.0


def main(arguments: Sequence[str]) -> None:
    """Print the figures of one file."""
    if len(arguments) != 1:
        sys.exit(__doc__)
    rows = read(Path(arguments[0]))
    nouns = [row for row in rows if row.upos in ("NOUN", "PROPN")]
    every, nominal = score(rows), score(nouns)
    for name, found in (("all", every), ("nominal", nominal)):
        print(f"{name} precision={found.precision:.1f} recall={found.recall:.1f} f1={found.f1:.1f}")
    print(f"collisions={len(collisions(rows))} paradigms={paradigms(rows):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
