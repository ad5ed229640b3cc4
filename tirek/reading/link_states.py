"""The small file that remembers which outside links have stopped opening.

It is data that the site shows, so it stands in the catalogue and changes like any record; only
`tirek links` writes it. Addresses that open are not in it.
"""

import re
from collections.abc import Mapping
from typing import Final

import yaml

from tirek.model.link_state import Failing
from tirek.problem import Problem
from tirek.reading.nodes import Document, read_document
from tirek.reading.plain import Plain
from tirek.reading.tree import Tree

NAME: Final = "links.yml"
HEADING: Final = """\
# «tirek links» пәрмені жазады, қолмен өзгертпеңіз. / Пишет команда «tirek links», руками не менять.
# Ашылмай қалған сілтемелер: қай күннен, соңғы тексеру, неше күн, себебі.
# Ссылки, которые перестали открываться: с какого дня, последняя проверка, сколько дней, причина.
"""

_DAY: Final = re.compile(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]")
_COUNT: Final = re.compile(r"[1-9][0-9]{0,4}")
_FIELDS: Final = ("since", "last", "days", "reason")


def read_states(tree: Tree, folder: str) -> tuple[dict[str, Failing], list[Problem]]:
    """Return what ``folder/links.yml`` says by address, and what is wrong with it."""
    uri = f"{folder}/{NAME}"
    if not tree.is_there(uri):
        return {}, []
    if not tree.is_plain(uri):
        return {}, [Problem(uri, 1, 1, "", "file-not-plain")]
    document = read_document(uri, tree.read(uri))
    if document.problems or document.data == "{}":
        return {}, list(document.problems)
    if not isinstance(document.data, dict):
        return {}, [Problem(uri, 1, 1, "", "file-not-mapping")]
    states: dict[str, Failing] = {}
    problems: list[Problem] = []
    for url, row in document.data.items():
        fault = _fault(url, row)
        if fault is not None:
            problems.append(_at(document, url, *fault))
        elif isinstance(row, dict):
            since, last, days, reason = (str(row[name]) for name in _FIELDS)
            states[url] = Failing(since, last, int(days), reason)
    return states, problems


def _fault(url: str, row: Plain) -> tuple[str, str] | None:
    """Return the field at fault and the code, or None."""
    if not url.startswith(("http://", "https://")):
        return "", "value-not-web-address"
    if not isinstance(row, dict):
        return "", "value-not-mapping"
    for name in _FIELDS:
        value = row.get(name)
        if name not in row:
            return name, "field-missing"
        if not isinstance(value, str):
            return name, "value-not-text"
        if name in ("since", "last") and not _DAY.fullmatch(value):
            return name, "value-not-full-date"
        if name == "days" and not _COUNT.fullmatch(value):
            return name, "value-not-whole-number"
    return None


def _at(document: Document, url: str, name: str, code: str) -> Problem:
    loc = (url, name) if name else (url,)
    place = document.mark(loc, key=not name)
    return Problem(document.path, *place, name, code, document.text_at(loc) or url)


def written(states: Mapping[str, Failing]) -> bytes:
    """Return the file of ``states``, in the order of addresses."""
    lines = [HEADING.rstrip("\n")]
    for url in sorted(states):
        state = states[url]
        quoted = yaml.safe_dump(url, default_style='"', allow_unicode=True, width=10**6).strip()
        told = f"since: {state.since}, last: {state.last}, days: {state.days}"
        lines.append(f'{quoted}: {{{told}, reason: "{state.reason}"}}')
    return ("\n".join(lines if states else [*lines, "{}"]) + "\n").encode()
