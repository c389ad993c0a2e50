"""What the open data is made from: the catalogue with all that follows from it, and where its pages lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..derived.whole import Derived
    from ..model import Settings
    from ..words import Language


ENTRY_JSON = "idea.json"


class PageAddresses(Protocol):
    """Where pages lie in one language, below the site's root."""

    def idea(self, entry: Entry) -> str:
        """The page of an entry."""

    def former_ideas(self, entry: Entry) -> list[str]:
        """Where the entry's page was under each former name."""

    def call(self, slug: str) -> str:
        """The page of a call."""

    def section(self, name: str) -> str:
        """A page of its own."""


@dataclass(frozen=True, slots=True)
class ExportSource:
    """A catalogue to be exported; `commit` is the latest one, empty where git does not say."""

    derived: Derived
    addresses: Mapping[Language, PageAddresses]
    commit: str = ""

    @property
    def catalogue(self) -> Catalogue:
        return self.derived.catalogue

    @property
    def settings(self) -> Settings:
        return self.derived.catalogue.settings

    @property
    def own_addresses(self) -> PageAddresses:
        """Those of the catalogue's own language."""
        return self.addresses[self.settings.language]

    def full(self, path: str) -> str:
        """The full address of a path below the site's root; the path where the site's own is not known."""
        return self.settings.full_address(path) or path

    def page_of(self, entry: Entry, language: Language) -> str | None:
        """The address of the entry's page; None where the site does not come in the language."""
        addresses = self.addresses.get(language)
        return self.full(addresses.idea(entry)) if addresses else None

    def json_path(self, entry: Entry) -> str:
        """Where the entry's own JSON lies: once, beside its page in the catalogue's language."""
        return f"{self.own_addresses.idea(entry)}{ENTRY_JSON}"

    def former_json_paths(self, entry: Entry) -> list[str]:
        """Where it lay under each former name, and lies still."""
        return [f"{page}{ENTRY_JSON}" for page in self.own_addresses.former_ideas(entry)]
