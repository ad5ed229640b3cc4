"""Spelling of all Kazakh and Russian texts: hunspell with the project's own words.

Shape: ``python3 scripts/spell.py [kk|ru …]``. Prints, a language each, how many words were
read, and every word that neither the dictionary nor ``scripts/words/<lang>.txt`` knows, with
the first file it stands in. Exit code 1 where there are any, 2 without hunspell.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent
DICTIONARIES: Final = {"kk": "kk_KZ", "ru": "ru_RU"}
_NOT_TEXT: Final = re.compile(
    r"^---\n.*?^---$|```.*?```|`[^`]*`|\[\[[^\]]*\]\]|\{[^}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+",
    re.DOTALL | re.MULTILINE,
)
SHORTEST: Final = 3
"""Letters of a word that is looked up; shorter ones are initials and endings after a number."""
_WORD: Final = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+(?:-[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+)*")


def texts(lang: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything written in ``lang``."""
    pages = (ROOT / "docs" / lang).rglob("*.md")
    for path in (*sorted(pages), *sorted((ROOT / "catalogue/texts").glob(f"*.{lang}.md"))):
        content = path.read_text(encoding="utf-8")
        yield path.relative_to(ROOT).as_posix(), _NOT_TEXT.sub(" ", content)
    records = (p for p in (ROOT / "catalogue").rglob("*.yml"))
    for path in (*sorted(records), *sorted((ROOT / "tirek/wording").rglob("*.yml"))):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        found = " ".join(_fields(data, lang))
        yield path.relative_to(ROOT).as_posix(), _NOT_TEXT.sub(" ", found)


def _fields(data: object, lang: str) -> Iterator[str]:
    """Yield every text below ``data`` that a key ``lang`` holds; other spellings are no text."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == lang:
                yield from _strings(value)
            elif key not in ("alt", "keywords", "variants", "official_2016"):
                yield from _fields(value, lang)
    elif isinstance(data, list):
        for item in data:
            yield from _fields(item, lang)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def unknown(words: set[str], lang: str) -> list[str]:
    """Return the words among ``words`` that hunspell and our own list do not know."""
    own = ROOT / "scripts" / "words" / f"{lang}.txt"
    done = subprocess.run(
        ["hunspell", "-l", "-i", "UTF-8", "-d", DICTIONARIES[lang], "-p", str(own)],
        input="\n".join(sorted(words)),
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(set(done.stdout.split()) & words)


def main(languages: list[str]) -> int:
    """Print the report and return the exit code."""
    if shutil.which("hunspell") is None:
        print("hunspell, hunspell-kk, hunspell-ru орнатыңыз / установите", file=sys.stderr)
        return 2
    wrong = 0
    for lang in languages or list(DICTIONARIES):
        places: dict[str, str] = {}
        total = 0
        for path, text in texts(lang):
            for word in _WORD.findall(text):
                total += 1
                if len(word) >= SHORTEST:
                    places.setdefault(word, path)
        found = unknown(set(places), lang)
        wrong += len(found)
        counts = f"{total} сөз/слов, {len(places)} әртүрлі/разных"
        print(f"{lang}: {counts}, {len(found)} белгісіз/неизвестных")
        for word in found:
            print(f"  {word}  {places[word]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
