"""Links from the pages of one folder; the templates' ``href`` functions."""

from dataclasses import dataclass, field
from typing import Any

from tirek import Language, urls
from tirek.model.catalogue import Catalogue


@dataclass(frozen=True)
class Links:
    """Makes relative links from pages that lie in ``folder``.

    What an edition leaves out is led to on the page that says so.
    """

    catalogue: Catalogue
    lang: Language
    folder: str
    """Folder of the page, without its language, "" for the root."""
    _up: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out the way from the folder to the root of its language."""
        depth = len([step for step in self.folder.split("/") if step])
        object.__setattr__(self, "_up", "../" * depth)

    def uri(self, uri: str) -> str:
        """Return the link to the page ``uri`` of the same language."""
        folder, _, name = uri.rpartition("/")
        return name if folder == self.folder and name else self._up + uri

    def asset(self, path: str) -> str:
        """Return the link to a file that both languages share."""
        return self._up + ("../" if self.lang == "ru" else "") + path

    def _holds(self, kind: str, name: str) -> bool:
        return self.catalogue.holds(f"{kind}s", name)

    def to(self, kind: str, thing: Any, *rest: Any) -> str:
        """Return the link to a record, a concept's list or a file.

        Args:
            kind: unit, units, organisation, material, event, discrepancy, clause, region, list,
                lists or file.
            thing: The record, or its id; for a list the scheme, for a file its path.
            rest: The year of a region's page; the concept and page of a list.
        """
        name = thing if isinstance(thing, str) else thing.id
        match kind:
            case "unit" | "organisation" | "material" | "event" if not self._holds(kind, name):
                kinds = f"{kind}s"
                named = self.catalogue.says_left_out(kinds, name)
                return self.uri(urls.left_out_uri(*((kinds, name) if named else ())))
            case "unit":
                return self.uri(urls.unit_uri(self.catalogue.units[name]))
            case "organisation":
                return self.uri(urls.organisation_uri(name))
            case "material":
                return self.uri(urls.material_uri(name))
            case "event":
                return self.uri(urls.event_uri(name))
            case "discrepancy":
                return self.uri(urls.discrepancy_uri(self.catalogue.discrepancies[name]))
            case "clause":
                return self.uri(urls.clause_uri(name))
            case "region":
                year = str(rest[0]) if rest else "now"
                return self.uri(urls.region_uri(self.catalogue, name, year))
            case "list":
                return self.uri(urls.list_uri(name, str(rest[0]), *map(int, rest[1:])))
            case "lists":
                return self.uri(urls.lists_uri(name))
            case "units":
                return self.uri(urls.units_uri(name))
            case "schema":
                return self.asset(urls.schema_uri(name))
            case "data":
                return self.asset(urls.data_uri(name))
            case "file":
                return self.asset(urls.file_uri(name))
        raise ValueError(f"no pages of kind {kind!r}")
