"""Materials that are almost the same: the second is most likely sent in by mistake.

Pairs are not compared one by one: of each text a few sentences' worth of word triples with the
smallest hashes are kept (a bottom-k sketch; Broder, «On the resemblance and containment of
documents», 1997), and only materials that share some of them are compared in full.
"""

from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from typing import Final
from zlib import crc32

from rapidfuzz import fuzz

from tirek import LANGUAGES
from tirek.check.catalogue import Finding
from tirek.check.whole import Whole
from tirek.model.material import Material

KEPT: Final = 12
"""Word triples kept of each text."""
SHARED: Final = 3
"""How many of them two texts must share to be compared."""
CROWD: Final = 50
"""A triple that more texts share is a common phrase and tells nothing."""
ALIKE: Final = 92
"""Likeness of title and summary, of 100, from which two materials are told of."""


def near_duplicates(whole: Whole) -> Iterator[Finding]:
    """Yield each material that is almost the same as an earlier one, by its words in a language."""
    materials = sorted(whole.catalogue.materials.values(), key=lambda m: (m.added, m.id))
    seen: set[str] = set()
    for lang in LANGUAGES:
        texts = [_words(material, lang).lower() for material in materials]
        for later, earlier in _candidates(texts):
            one, other = materials[later], materials[earlier]
            if one.id in seen or other.id in one.related or one.id in other.related:
                continue
            if fuzz.ratio(texts[later], texts[earlier], score_cutoff=ALIKE):
                seen.add(one.id)
                yield Finding(
                    "materials", one.id, ("title", lang), "material-alike", nearest=other.id
                )


def _words(material: Material, lang: str) -> str:
    return f"{getattr(material.title, lang)} {getattr(material.summary, lang)}"


def _candidates(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers of texts, the later first, that are worth comparing."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        words = text.split()
        threes = zip(words, words[1:], words[2:], strict=False)
        triples = {crc32(" ".join(three).encode()) for three in threes}
        shared: defaultdict[int, int] = defaultdict(int)
        for triple in nsmallest(KEPT, triples):
            if len(holders[triple]) < CROWD:
                for earlier in holders[triple]:
                    shared[earlier] += 1
                holders[triple].append(number)
        for earlier, count in shared.items():
            if count >= SHARED:
                yield number, earlier
