"""What ``mkdocs.yml`` says of the site, read without MkDocs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from tirek.model.offer import Offer, Offers
from tirek.offers import read_offers


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings that the core needs."""

    site_url: str = ""
    """Absolute address with a slash at the end, or "" for a copy that has none."""
    repository: str = ""
    """Address of the repository, or ""."""
    contact_mail: str = ""
    """Mail address for corrections, or ""."""
    usb_key: str = ""
    """Public key of USB copies, as ``minisign -P`` takes it, or ""."""
    offers: tuple[Offer, ...] = ()
    """Ready USB copies, from ``editions.yml``."""
    website: str = ""
    """Address of the website that a copy without an address of its own is of, or ""."""
    branch: str = "main"
    """Branch of the repository that the site is made from."""

    @property
    def contacts(self) -> Mapping[str, str]:
        """Ways to reach the project."""
        return {
            "repository": self.repository,
            "branch": self.branch,
            "contact_mail": self.contact_mail,
            "website": self.website,
        }

    def of_stick(self) -> "Settings":
        """Return the settings of a copy that has no address; it still names the website."""
        return replace(self, site_url="", website=self.site_url, offers=())

    @property
    def usb(self) -> Offers:
        """What pages say of USB copies."""
        return Offers(self.offers, self.usb_key)


class _Loader(yaml.CSafeLoader):
    """Reads MkDocs' tags: ``!ENV`` as MkDocs does, others (``!!python/name``) as nothing."""


def _environment_value(loader: yaml.CSafeLoader, node: yaml.Node) -> str:
    """Return the first variable of ``!ENV [NAME, …, default]`` that is set, or the default."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value), "")
    *names, default = (str(item.value) for item in node.value)
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("!ENV", _environment_value)


def read_settings(root: Path) -> Settings:
    """Return the settings of the project at ``root``."""
    found = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    url = str(found.get("site_url") or "")
    extra = found.get("extra") or {}
    return Settings(
        offers=read_offers(root),
        site_url=url if not url or url.endswith("/") else f"{url}/",
        repository=str(extra.get("repository") or "").rstrip("/"),
        branch=str(extra.get("branch") or "main"),
        contact_mail=str(extra.get("contact_mail") or ""),
        usb_key=str(extra.get("usb_key") or "").strip(),
    )
