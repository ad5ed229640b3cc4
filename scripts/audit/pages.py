"""Which pages stand for their kind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

KINDS: Final = {
    "home": "index.html",
    "about": "about.html",
    "search": "search.html",
    "contribute": "contribute.html",
    "usb": "usb.html",
    "verify": "verify.html",
    "accessibility": "guides/accessibility.html",
    "checks": "guides/checks.html",
    "network": "network/index.html",
    "units": "network/centres/index.html",
    "centre": "network/centres/almaty-school-10-centre.html",
    "cabinet": "network/cabinets/east-kazakhstan-shygys-cabinet.html",
    "site": "network/sites/karaganda-school-27-site.html",
    "map": "regions/index.html",
    "region of 2016": "regions/2016/almaty.html",
    "region today": "regions/now/abai.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/almaty-school-10.html",
    "events": "events/index.html",
    "catalogue": "catalogue/index.html",
    "material": "catalogue/inclusion-questionnaire.html",
    "act": "catalogue/law-education-2007.html",
    "lists": "lists/needs/index.html",
    "list": "lists/audiences/teacher.html",
    "knowledge": "knowledge/index.html",
    "clause": "regulation/information-work.html",
    "tables": "concept/indicators.html",
    "charts": "concept/situation.html",
    "study": "study/sites.html",
    "glossary": "glossary.html",
    "abbreviations": "abbreviations.html",
    "acts": "acts.html",
    "disagreements": "disagreements.html",
    "guide": "guides/teachers.html",
    "lost": "404.html",
}
"""One page of every kind, without its language."""

LIGHTHOUSE: Final = ("home", "list", "material", "site", "clause")
"""Kinds that Lighthouse looks at."""


def pages_of(site: Path, *, served: bool = True) -> Iterator[tuple[str, str, str]]:
    """Yield kind, language and uri of each page of KINDS that ``site`` has.

    Only a server shows the page for what is lost: from a folder it is left out.
    """
    for kind, uri in KINDS.items():
        if kind == "lost" and not served:
            continue
        for lang, prefix in (("kk", ""), ("ru", "ru/")):
            if (site / (prefix + uri)).is_file():
                yield kind, lang, prefix + uri
