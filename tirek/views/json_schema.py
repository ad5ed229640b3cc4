"""JSON Schema of every kind of record, for editors, forms and other programs.

Drawn from the model's shape, the words of its fields and the concepts of vocabularies. Draft 7,
which editors know. A record may write a number or ``true`` with quotes or without: both pass,
as in the reader. Rules between fields are the checker's, and ids of records are not listed.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tirek import LANGUAGES, urls
from tirek.model.catalogue import Catalogue
from tirek.model.kinds import KINDS, Kind
from tirek.model.shape import Shape, types_within
from tirek.model.translation import MARK, MAY_LACK
from tirek.wording import words_of

DRAFT: Final = "http://json-schema.org/draft-07/schema#"

_TEXT: Final = {"type": ["string", "number"], "pattern": r"\S"}
"""The reader takes every scalar as text; an editor sees 345 without quotes as a number."""
_ID: Final = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


def schema_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the schema of each kind of record."""
    for kind in KINDS:
        schema = schema_of(kind, catalogue)
        content = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        yield urls.schema_uri(kind.folder), content.encode()


def schema_of(kind: Kind, catalogue: Catalogue) -> dict[str, Any]:
    """Return the schema of one kind of record."""
    types = types_within(kind.record)
    own = kind.record.__name__
    objects = {name: _object(name, about["fields"], catalogue) for name, about in types.items()}
    whole = objects.pop(own)
    whole["properties"]["id"] = {**_ID, **_described(f"{own}.id")}
    texts = {"both": _both(required=True), "either": _both(required=False), "lists": _lists()}
    if kind.folder in MAY_LACK:
        whole |= _unless_marked(types[own]["fields"])
        texts |= {"whole": texts["both"], "both": {**texts["either"], "minProperties": 1}}
    return {"$schema": DRAFT, "title": kind.folder, **whole, "definitions": {**texts, **objects}}


def _unless_marked(fields: list[Shape]) -> dict[str, Any]:
    """Return the rule that a record's own texts are in both languages unless it is marked.

    What stands deeper is the checker's: this draft has no word for what a whole record says.
    """
    names = [row["name"] for row in fields if row["shape"]["t"] == "both"]
    whole = {name: {"allOf": [{"$ref": "#/definitions/whole"}]} for name in names}
    return {"if": {"not": {"required": [MARK]}}, "then": {"properties": whole}}


def _object(name: str, fields: list[Shape], catalogue: Catalogue) -> dict[str, Any]:
    properties = {
        row["name"]: {
            **_described(f"{name}.{row['name']}"),
            **_of(row["shape"], catalogue.concepts),
        }
        for row in fields
    }
    required = [row["name"] for row in fields if row["required"]]
    told = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**told, "required": required} if required else told


def _described(key: str) -> dict[str, Any]:
    """Return what an editor shows of a field: its label, help and an example."""
    words = words_of("fields").get(key)
    if words is None:
        return {}
    return {
        "title": " / ".join(words["label"][lang] for lang in LANGUAGES),
        "description": "\n\n".join(words["help"][lang] for lang in LANGUAGES),
    }


def _of(shape: Shape, concepts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    # Beside a bare $ref nothing else is read in this draft, so references stand in allOf.
    match shape["t"]:
        case "text":
            # Python and JSON Schema write the expressions used here alike.
            pattern = shape.get("pattern")
            longest = {"maxLength": shape["longest"]} if "longest" in shape else {}
            own = {"type": ["string", "integer"], "pattern": f"^(?:{pattern})$"}
            return {**(own if pattern else _TEXT), **longest}
        case "number":
            return {"type": ["string", "number"], "pattern": f"^(?:{shape['pattern']})$"}
        case "date":
            end = "" if shape["full"] else "?"
            pattern = f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}){end}){end}$"
            return {
                "type": "string" if shape["full"] else ["string", "integer"],
                "pattern": pattern,
            }
        case "yesno":
            return {"enum": [True, False, "true", "false"]}
        case "choice":
            return {"enum": list(shape["of"])}
        case "ref":
            return _reference(shape["to"], shape["also"], concepts)
        case "both" | "either" | "lists":
            return {"allOf": [{"$ref": f"#/definitions/{shape['t']}"}]}
        case "list":
            items = {"type": "array", "items": _of(shape["of"], concepts)}
            return {**items, "minItems": shape["least"]} if shape["least"] else items
        case "map":
            inside = {key: _of(shape["of"], concepts) for key in shape["keys"]}
            return {"type": "object", "additionalProperties": False, "properties": inside}
        case _:
            return {"allOf": [{"$ref": f"#/definitions/{shape['of']}"}]}


def _reference(
    target: str, also: list[str], concepts: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    scheme, _, name = target.partition("/")
    if scheme != "vocabularies" or name not in concepts:
        return dict(_TEXT if target == "any" else _ID)
    known = concepts[name]
    labels = [f"{concept.label.kk} / {concept.label.ru}" for concept in known.values()]
    return {"enum": [*known, *also], "enumDescriptions": [*labels, *also]}


def _both(*, required: bool) -> dict[str, Any]:
    told = {
        "type": "object",
        "additionalProperties": False,
        "properties": {lang: dict(_TEXT) for lang in LANGUAGES},
    }
    return {**told, "required": list(LANGUAGES)} if required else told


def _lists() -> dict[str, Any]:
    properties = {lang: {"type": "array", "items": dict(_TEXT)} for lang in LANGUAGES}
    return {"type": "object", "additionalProperties": False, "properties": properties}
