"""Recombine sentences into documents about nothing, to search against at scale.

Shape: ``python scripts/make_noise.py N [TEXTS.jsonl] [--seed WORD] > NOISE.jsonl``.

TEXTS.jsonl has one ``{id, lang, title, text}`` a line; the texts stay outside the project. Without
it the project's own summaries and definitions are recombined: noise made of the very words that
are searched for. Comes out: N documents for each language, ``{id, lang, title, text}`` a line, the
same for the same N, seed and texts; a longer run begins with the documents of a shorter one.
Lengths vary as those of summaries and pages do: most are short, a few are long.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tirek.reading.catalogue import read_catalogue

ROOT: Final = Path(__file__).resolve().parent.parent

SEED: Final = "tirek"

SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"»)]*\s+(?=[«\"(–—-]*\s*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])")

TYPICAL: Final = 4
"""Median of sentences in a document."""

SPREAD: Final = 0.7
"""Standard deviation of the logarithm of that number."""

LONGEST: Final = 40
"""Sentences in a document at most."""

TITLE_WORDS: Final = (3, 9)


def sentences(texts: Path | None) -> Mapping[str, Sequence[str]]:
    """Return the sentences of a file of texts by language, each once, in their order.

    Without a file, those of the project's own summaries and definitions.
    """
    found: dict[str, dict[str, None]] = {}
    for lang, text in _given(texts) if texts else _own():
        whole = " ".join(text.split())
        found.setdefault(lang, {}).update(dict.fromkeys(SENTENCE_END.split(whole)))
    return {lang: [s for s in kept if len(s.split()) > 2] for lang, kept in sorted(found.items())}


def _given(texts: Path) -> Iterator[tuple[str, str]]:
    for line in texts.read_text(encoding="utf-8").splitlines():
        if line.strip():
            text = json.loads(line)
            yield text["lang"], text["text"]


def _own() -> Iterator[tuple[str, str]]:
    catalogue = read_catalogue(ROOT / "catalogue")
    said = [material.summary for material in catalogue.materials.values()]
    for name in ("glossary", "clauses"):
        concepts = catalogue.vocabularies[name].concepts
        said += [concept.note for concept in concepts if concept.note]
    for text in said:
        yield "kk", text.kk
        yield "ru", text.ru


def documents(
    pool: Mapping[str, Sequence[str]], count: int, seed: str = SEED
) -> Iterator[dict[str, str]]:
    """Yield ``count`` documents a language, each drawn by a generator of its own."""
    for lang, known in pool.items():
        for number in range(count):
            draw = random.Random(f"{seed} {lang} {number}")
            length = min(LONGEST, max(1, round(TYPICAL * draw.lognormvariate(0, SPREAD))))
            chosen = draw.sample(known, min(length, len(known)))
            words = draw.choice(known).split()
            title = " ".join(words[: draw.randint(*TITLE_WORDS)]).rstrip(".,:;!?…–-")
            document = f"noise-{lang}-{number:05}"
            yield {"id": document, "lang": lang, "title": title, "text": " ".join(chosen)}


def main() -> None:
    """Write the documents to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", metavar="N", type=int, help="documents a language")
    parser.add_argument("texts", metavar="TEXTS.jsonl", type=Path, nargs="?", help="sentences")
    parser.add_argument("--seed", default=SEED, help=f"another word, other documents ({SEED})")
    options = parser.parse_args()
    for document in documents(sentences(options.texts), options.count, options.seed):
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
