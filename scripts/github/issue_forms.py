"""Issue forms of the repository's host, a kind of record and language, drawn from the model.

Source: docs.github.com, «Syntax for GitHub's form schema». What comes of a filled one is read by
``github.issue_intake``; both go by the words over each field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tirek import LANGUAGES, Language
from tirek.model.catalogue import Catalogue
from tirek.model.translation import MARK as MARKED
from tirek.tables.columns import LANGUAGE_NAMES, Column, columns_of
from tirek.tables.template import choices_of
from tirek.views.forms.choices import among
from tirek.wording import words_of

FOLDER: Final = Path(".github/ISSUE_TEMPLATE")

ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "organisations": (
        "region",
        "confirmed",
        "place.kk",
        "place.ru",
        "names.today.kk",
        "names.today.ru",
        "levels",
        "specialists",
    ),
    "units": ("region", "confirmed", "opened", "directions.kk", "directions.ru"),
    "materials": ("needs", "levels", "authors", "year", "link.url", "link.checked"),
    "events": ("date", "organisation", "note.kk", "note.ru"),
}
"""What a form asks besides what a record must have."""

LONG: Final = ("summary.kk", "summary.ru", "directions.kk", "directions.ru", "note.kk", "note.ru")
"""Fields with room for more than a line."""

MARK: Final = "tirek-form"
"""Label of issues that a form made."""

_WORDS: Final[Mapping[str, Mapping[Language, str]]] = {
    "organisations": {"kk": "Ұйым қосу", "ru": "Добавить организацию"},
    "units": {
        "kk": "Орталық, кабинет не алаң қосу",
        "ru": "Добавить центр, кабинет или площадку",
    },
    "materials": {"kk": "Материал қосу", "ru": "Добавить материал"},
    "events": {"kk": "Іс-шара қосу", "ru": "Добавить событие"},
    "about": {
        "kk": "Толтырсаңыз, одан автоматты түрде ұсыныс жасалады; git білудің қажеті жоқ.",
        "ru": "Заполните, и предложение создастся само; знать git не нужно.",
    },
    "privacy": {
        "kk": "Баланың аты-жөнін, диагнозын, ЖСН-ін жазбаңыз: бұл бет бәріне ашық.",
        "ru": "Не пишите имён, диагнозов и ИИН детей: эта страница видна всем.",
    },
    "marked": {
        "kk": "Бір тілде ғана жазсаңыз, екіншісін таңдап, оның жолдарын бос қалдырыңыз.",
        "ru": "Если пишете на одном языке, выберите второй и оставьте его поля пустыми.",
    },
    "story": {"kk": "Бөлімше туралы", "ru": "О подразделении"},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form."""

    path: str
    """Dotted path in the record, or ``text.kk`` and ``text.ru`` of a unit's story."""
    label: str
    help: str
    required: bool
    many: bool
    choices: tuple[str, ...]


def label_of(folder: str, lang: Language) -> str:
    """Return the label that tells which form made an issue."""
    return f"form:{folder}:{lang}"


def asked_of(catalogue: Catalogue, folder: str, lang: Language) -> tuple[Asked, ...]:
    """Return the fields of a form, in the order in which they stand in it."""
    wanted = ASKED[folder]
    columns = [c for c in columns_of(folder) if c.required or c.path in (MARKED, *wanted)]
    # What is asked first tells whether the rest is needed in both languages.
    columns.sort(key=lambda column: column.path not in ("id", MARKED))
    found = [_asked(catalogue, column, lang) for column in columns]
    if folder == "units":
        for own in LANGUAGES:
            label = f"{_WORDS['story'][lang]} ({LANGUAGE_NAMES[own][lang]})"
            found.append(Asked(f"text.{own}", label, "", False, False, ()))
    return tuple(found)


def _asked(catalogue: Catalogue, column: Column, lang: Language) -> Asked:
    # Records come and go; a form names only what vocabularies hold.
    of_records = column.shape.get("to", "vocabularies/").partition("/")[0] != "vocabularies"
    choices = () if of_records else _choices(catalogue, column, lang)
    label, told = column.label[lang], _told(column, lang, bool(choices))
    # The host cannot know that one language is enough; the check does.
    required = column.required and not column.path.endswith((".kk", ".ru"))
    return Asked(column.path, label, told, required, column.many, choices)


def _choices(catalogue: Catalogue, column: Column, lang: Language) -> tuple[str, ...]:
    """Return what a field chooses from: of regions, those that its year knows."""
    among_ids = among(catalogue, column.key)
    if not among_ids:
        return tuple(choices_of(catalogue, column, lang))
    regions = catalogue.concepts["regions"]
    return tuple(getattr(regions[name].label, lang) for name in among_ids)


def _told(column: Column, lang: Language, choosing: bool) -> str:
    """Return how to fill a field in: who chooses from a list need not know the codes of YAML."""
    if column.path == MARKED:
        return _WORDS["marked"][lang]
    if choosing:
        told: str = words_of("forms")["fields"].get(column.key, column.help)[lang]
        return told
    return column.help[lang] + (f" ({column.example})" if column.example else "")


def form_files(catalogue: Catalogue) -> Iterator[tuple[Path, bytes]]:
    """Yield path and content of every issue form, and of what stands beside them."""
    for folder in ASKED:
        for lang in LANGUAGES:
            yield FOLDER / f"{folder}-{lang}.yml", _written(_form(catalogue, folder, lang))
    yield FOLDER / "config.yml", _written({"blank_issues_enabled": True})


def _form(catalogue: Catalogue, folder: str, lang: Language) -> dict[str, Any]:
    title = _WORDS[folder][lang]
    note = {"type": "markdown", "attributes": {"value": f"**{_WORDS['privacy'][lang]}**"}}
    body = [note, *(_field(asked) for asked in asked_of(catalogue, folder, lang))]
    return {
        "name": title,
        "description": _WORDS["about"][lang],
        "title": f"{title}: ",
        "labels": [MARK, label_of(folder, lang)],
        "body": body,
    }


def _field(asked: Asked) -> dict[str, Any]:
    kind = "dropdown" if asked.choices else "input"
    if not asked.choices and (asked.path in LONG or asked.path.startswith("text.")):
        kind = "textarea"
    attributes: dict[str, Any] = {"label": asked.label}
    if asked.help:
        attributes["description"] = asked.help
    if asked.choices:
        attributes |= {"options": list(asked.choices), "multiple": asked.many}
    return {
        "type": kind,
        "id": asked.path.replace(".", "_"),
        "attributes": attributes,
        "validations": {"required": asked.required},
    }


class _Indented(yaml.SafeDumper):
    """Sets items of lists in, as the project's YAML does."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Begin a deeper level."""
        super().increase_indent(flow, False)


def _written(form: dict[str, Any]) -> bytes:
    text: str = yaml.dump(form, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=110)
    return f"# Made by `make generate` from the model: edit that, not this file.\n{text}".encode()
