"""Made-up bilingual materials: the same ones for the same seed, right under ``tirek check``."""

import json
import random
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

import yaml
from make_noise import sentences

from tirek import LANGUAGES, Language

SEED: Final = "tirek"
"""Part of every record's own seed, with its number."""

PREFIX: Final = "synthetic-"
"""First letters of every made-up id."""

POOL: Final[tuple[tuple[str, str, Language], ...]] = (
    ("parent-note", "docx", "kk"),
    ("parent-note-ru", "docx", "ru"),
    ("lesson-plan", "docx", "kk"),
    ("lesson-plan-ru", "pdf", "ru"),
    ("cards", "pdf", "kk"),
    ("cards-ru", "pdf", "ru"),
    ("film", "mp4", "kk"),
    ("film-ru", "mp4", "ru"),
    ("diary", "csv", "kk"),
    ("easy-text", "html", "ru"),
    ("listening", "mp3", "kk"),
    ("worksheet", "txt", "ru"),
)
"""Files that materials share: name, format, language. Each is what its name says."""

FILES: Final = Path(__file__).resolve().parents[2] / "catalogue" / "files"
"""The project's own documents, which stand in for made-up ones."""

WORDS: Final[Mapping[Language, Sequence[str]]] = {
    lang: text.split()
    for lang, text in yaml.load(
        Path(__file__).with_name("words.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
    ).items()
}
"""What titles and summaries are drawn from."""

_FIRST_DAY: Final = date(2024, 1, 1)
_DAYS: Final = 1_000
_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Choices:
    """What the project's own catalogue lets a material refer to."""

    concepts: dict[str, tuple[str, ...]]
    """Concept ids by vocabulary."""
    units: tuple[str, ...]
    """Ids of units."""
    documents: tuple[str, ...]
    """Ids of the documents that facts come from."""
    sentences: Mapping[str, Sequence[str]]
    """By language, real sentences to recombine; without them texts are strings of WORDS."""

    @classmethod
    def of(cls, catalogue: Path, texts: Path | None = None) -> "Choices":
        """Return the choices of the catalogue in the folder ``catalogue``.

        Args:
            catalogue: Where the records are.
            texts: File of texts as `make_noise` takes it, whose sentences are recombined.
        """
        concepts = {}
        for path in sorted((catalogue / "vocabularies").glob("*.yml")):
            scheme = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            concepts[path.stem] = tuple(str(concept["id"]) for concept in scheme["concepts"])
        units = tuple(sorted(path.stem for path in (catalogue / "units").glob("*.yml")))
        known = sentences(texts) if texts else {}
        known = {lang: [s for s in own if _harmless(s)] for lang, own in known.items()}
        return cls(concepts, units, ("study-2016", "concept-2015"), known)


def record_id(number: int) -> str:
    """Return the id of the ``number``-th record."""
    return f"{PREFIX}{number:05}"


def write_materials(catalogue: Path, count: int, texts: Path | None = None) -> None:
    """Write ``count`` records, and the files they offer, into the folder ``catalogue``."""
    choices = Choices.of(catalogue, texts)
    folder = catalogue / "files" / "synthetic"
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, suffix, lang) in enumerate(POOL):
        (folder / f"{name}.{suffix}").write_bytes(_file(number, suffix, lang))
    (catalogue / "materials").mkdir(exist_ok=True)
    for number in range(count):
        path = catalogue / "materials" / f"{record_id(number)}.yml"
        path.write_text(material(choices, number, count), encoding="utf-8")


def _file(number: int, suffix: str, lang: Language) -> bytes:
    """Return the content of the ``number``-th file of POOL."""
    own = sorted(FILES.glob(f"*/*.{lang}.{suffix}"))
    if own:
        return own[number % len(own)].read_bytes()
    noise = random.Random(number).randbytes(20_000)
    said = " ".join(WORDS[lang][:100])
    page = f'<!doctype html><html lang="{lang}"><title>{said[:40]}</title><p>{said}</p></html>'
    made = {
        "mp3": b"ID3" + noise,
        "mp4": b"\0\0\0\x18ftypisom" + noise,
        "csv": ",".join(WORDS[lang][:4]).encode(),
        "html": page.encode(),
        "txt": said.encode(),
    }
    return made[suffix]


def material(choices: Choices, number: int, count: int) -> str:
    """Return the YAML of the ``number``-th of ``count`` records."""
    return "\n".join(_Maker(choices, number, count).lines()) + "\n"


class _Maker:
    """Draws the fields of one record from a generator of its own."""

    def __init__(self, choices: Choices, number: int, count: int) -> None:
        self._random = random.Random(f"{SEED} {number}")
        self._choices = choices
        self._number = number
        self._count = count

    def lines(self) -> Iterator[str]:
        """Yield the record line by line, fields in the order of the project's own records."""
        draw = self._random
        yield "title:"
        for lang in LANGUAGES:
            yield f"  {lang}: {_quoted(self._sentence(lang, draw.randint(4, 10)))}"
        yield "summary:"
        for lang in LANGUAGES:
            yield f"  {lang}: >-"
            summary = self._summary(lang, draw.randint(40, 80))
            yield textwrap.indent(textwrap.fill(summary, _WIDTH, break_on_hyphens=False), "    ")
        types = [name for name in self._choices.concepts["resource-types"] if name != "legal-act"]
        yield f"type: {_one(draw, types)}"
        yield f"audience: {self._concepts('audiences', 1, 3)}"
        yield f"needs: {self._concepts('needs', 1, 3)}"
        yield f"levels: {self._concepts('education-levels', 1, 3)}"
        if draw.random() < 0.4:
            yield f"specialists: {self._concepts('specialists', 1, 2)}"
        yield f"languages: {draw.choices(('[kk]', '[ru]', '[kk, ru]'), (4, 4, 3))[0]}"
        yield "keywords:"
        for lang in LANGUAGES:
            yield f"  {lang}: [{', '.join(self._keywords(lang, draw.randint(3, 7)))}]"
        if draw.random() < 0.5:
            yield f"authors: [{_quoted(self._sentence('kk', 2))}]"
        provider = draw.choice(self._choices.units) if draw.random() < 0.7 else "project"
        yield f"provided_by: {provider}"
        yield f'year: "{2026 - min(int(draw.expovariate(0.25)), 16)}"'
        yield f"licence: {_one(draw, self._choices.concepts['licences'])}"
        if draw.random() < 0.3:
            clauses = ", ".join(f'"{name}"' for name in self._some("clauses", 1, 2))
            yield f"clauses: [{clauses}]"
        yield from self._place()
        yield from self._quality()
        others = {record_id(draw.randrange(self._count)) for _ in range(draw.randint(0, 3))}
        if others := others - {record_id(self._number)}:
            yield f"related: [{', '.join(sorted(others))}]"
        yield "source:"
        yield f"  - document: {draw.choice(self._choices.documents)}"
        if draw.random() < 0.5:
            yield "    place: {kk: 1-бөлім, ru: раздел 1}"
        added = _FIRST_DAY + timedelta(days=draw.randrange(_DAYS))
        yield f"added: {added}"
        yield f"updated: {added + timedelta(days=draw.randrange(60))}"

    def _place(self) -> Iterator[str]:
        """Yield files (three records of ten), a link (two of ten) or nothing."""
        lot = self._random.random()
        if lot < 0.3:
            yield "files:"
            for name, suffix, lang in self._random.sample(POOL, self._random.randint(1, 2)):
                path = f"synthetic/{name}.{suffix}"
                yield f"  - {{path: {path}, language: {lang}, format: {suffix}}}"
        elif lot < 0.5:
            url = f"https://example.org/library/{self._number:05}"
            yield f"link: {{url: '{url}', checked: 2026-11-01}}"

    def _quality(self) -> Iterator[str]:
        if self._random.random() < 0.4:
            yield "accessibility:"
            yield f"  modes: {self._concepts('access-modes', 1, 2)}"
            yield f"  features: {self._concepts('access-features', 1, 4)}"
            yield f"  hazards: {self._concepts('access-hazards', 1, 1)}"
        if self._random.random() < 0.25:
            yield "review:"
            yield "  by:"
            for lang in LANGUAGES:
                yield f"    {lang}: {_quoted(self._sentence(lang, 4))}"
            yield "  date: 2026-10-15"

    def _concepts(self, scheme: str, least: int, most: int) -> str:
        return f"[{', '.join(self._some(scheme, least, most))}]"

    def _some(self, scheme: str, least: int, most: int) -> list[str]:
        names = self._choices.concepts[scheme]
        wanted = self._random.randint(least, most)
        chosen = {_one(self._random, names) for _ in range(wanted)}
        return [name for name in names if name in chosen]

    def _keywords(self, lang: Language, count: int) -> list[str]:
        if not self._choices.sentences:
            return self._random.sample(WORDS[lang], count)
        drawn = (self._random.choice(self._choices.sentences[lang]).split() for _ in range(count))
        return list(
            dict.fromkeys(_quoted(max(words, key=len).strip(".,:;!?…«»()")) for words in drawn)
        )

    def _sentence(self, lang: Language, words: int) -> str:
        if self._choices.sentences:
            drawn = self._random.choice(self._choices.sentences[lang]).split()[:words]
            return " ".join(drawn).rstrip(".,:;!?…–-")
        return " ".join(self._random.choices(WORDS[lang], k=words)).capitalize()

    def _summary(self, lang: Language, words: int) -> str:
        said: list[str] = []
        while words > 0:
            length = min(words, self._random.randint(8, 16))
            if self._choices.sentences:
                said.append(self._random.choice(self._choices.sentences[lang]))
                length = len(said[-1].split())
            else:
                said.append(self._sentence(lang, length) + ".")
            words -= length
        return " ".join(said)


def _harmless(sentence: str) -> bool:
    """Return whether a sentence cannot look like somebody's name beside a date."""
    names = sum(word[:1].isupper() for word in sentence.split()[1:])
    return names < 2 and not any(map(str.isdigit, sentence))


def _quoted(text: str) -> str:
    """Return ``text`` as YAML reads it whatever stands in it: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def _one(draw: random.Random, names: Sequence[str]) -> str:
    """Draw a name, the first ones more often, as few words of a vocabulary carry most records."""
    weights = accumulate(1 / rank for rank in range(2, len(names) + 2))
    return draw.choices(names, cum_weights=list(weights))[0]


def reword(catalogue: Path, number: int) -> str:
    """Change one word of a record's Kazakh summary; return the record's id."""
    path = catalogue / "materials" / f"{record_id(number)}.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    place = lines.index("summary:") + 2
    first, _, rest = lines[place].strip().partition(" ")
    other = next(word for word in WORDS["kk"] if word != first.lower())
    lines[place] = f"    {other.capitalize()} {rest}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return record_id(number)
