"""What the catalogue is: the contents of `ideas/catalogue.yml`, process and vocabularies included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_origin

from pydantic import Field

from ..words import LANGUAGES, SOURCE, Language
from .brand import NEUTRAL, Brand, BrandColours
from .declare import Record, declare
from .forms import FIRST_FORM, NEWEST_FORM
from .host import HostKind, RepositoryPages, kind_named, pages_of
from .keys import IdeaSlug
from .neighbour import Neighbour
from .process import Process
from .statements import Accessibility, Privacy
from .terms import (
    KeyFactorTerm,
    Localised,
    Municipality,
    Organisation,
    PictureLicence,
    RoleRule,
    Sector,
    VocabularyTerm,
)
from .values import (
    Count,
    Domain,
    Key,
    LanguageCode,
    Line,
    Mail,
    MaybeUrl,
    PartialDate,
    Passage,
    Share,
    Slug,
    Url,
    Word,
)
from .web_address import address_below, path_below

if TYPE_CHECKING:
    from collections.abc import Collection


class Licence(Record):
    """The terms under which something may be reused."""

    name: Word = declare(required=True, example="CC BY 4.0")
    url: Url = declare(required=True)


class Licences(Record):
    """Licences of the texts, of the facts and of the program."""

    text: Licence = declare(required=True)
    facts: Licence = declare(required=True)
    code: Licence = declare(required=True)


class Exemption(Record):
    """A mistake that was there before its rule, and is let be until somebody mends it."""

    path: Line = declare(required=True, example="ideas/2025/felanmalan/idea.md")
    rule: Word = declare(required=True, example="required")
    count: Count = declare(default=1, example="1")
    reason: Passage = declare(required=True)


class Withheld(Record):
    """Versions of an idea that the archive of decisions does not show: those up to a day, and why."""

    idea: IdeaSlug = declare(required=True)
    until: PartialDate = declare(required=True, example="2026-11-23")
    reason: Passage = declare(required=True)


class Settings(Record):
    """The catalogue itself: whose it is, how it works, which words it uses."""

    format: Count = declare(default=FIRST_FORM, example=str(NEWEST_FORM))
    name: Word = declare(required=True)
    description: Localised = declare(required=True)
    notice: Localised | None = declare()
    brand: Brand | None = declare()
    language: LanguageCode = declare(default=SOURCE)
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)] = declare(
        required=True, example=list(LANGUAGES)
    )
    site_url: MaybeUrl = declare(example="https://ideer.example.se/")
    first_site_url: MaybeUrl = declare(example="https://ideer.example.org/")
    domain: Domain | None = declare(example="ideer.example.se")
    repository: MaybeUrl = declare(example="https://github.com/example/ideer")
    host: HostKind | None = declare(example="gitlab")
    branch: Word = declare(default="main")
    contact: Mail | None = declare()
    publisher: Word | None = declare(example="Storby kommun")
    accessibility: Accessibility | None = declare()
    privacy: Privacy | None = declare()
    similar_from: Share = declare(default=45, example="45")
    licences: Licences = declare(required=True)
    process: Process = declare(required=True)
    exemptions: tuple[Exemption, ...] = declare(many=True)
    withheld: tuple[Withheld, ...] = declare(many=True)
    roles: dict[Slug, RoleRule] = declare(required=True, min_length=1)
    sectors: dict[Key, Sector] = declare(required=True, min_length=1)
    themes: dict[Key, VocabularyTerm] = declare(required=True)
    vision_goals: dict[Key, VocabularyTerm] = declare(required=True)
    agenda_goals: dict[Key, VocabularyTerm] = declare(required=True)
    origins: dict[Key, VocabularyTerm] = declare(required=True)
    innovation_types: dict[Key, VocabularyTerm] = declare(required=True)
    activities: dict[Key, VocabularyTerm] = declare(required=True)
    key_factors: dict[Key, KeyFactorTerm] = declare(required=True)
    funders: dict[Slug, VocabularyTerm] = declare(required=True)
    municipalities: dict[Slug, Municipality] = declare(required=True)
    organisations: dict[Slug, Organisation] = declare(required=True)
    picture_licences: dict[Key, PictureLicence] = declare(default_factory=dict)
    neighbours: dict[Slug, Neighbour] = declare(default_factory=dict)

    @property
    def colours(self) -> BrandColours:
        """The colours that all others follow from: the brand's, or else the program's own."""
        return self.brand.colours if self.brand else NEUTRAL

    @property
    def site_languages(self) -> tuple[Language, ...]:
        """The languages of the site, the main one first; each once, also where the list is wrong."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    def root_language(self, folders: Collection[Language]) -> Language:
        """The language of hand-written pages that lie in no language's folder, given which folders there are.

        The main one, but where that has a folder of its own.
        """
        return SOURCE if self.language in folders else self.language

    @property
    def municipality_names(self) -> dict[str, str]:
        """What each municipality is called, by its key."""
        return {key: term.name for key, term in self.municipalities.items()}

    def full_address(self, path: str) -> str:
        """The full address of `path` below the site's root; empty where the site's own is not known."""
        return address_below(self.site_url, path) if self.site_url else ""

    @property
    def identity(self) -> str:
        """What the catalogue is known by where something must never change: in feeds and calendars.

        The first address that it had; where it has none, its name.
        """
        address = self.first_site_url or self.site_url
        return address_below(address, "") if address else self.name

    @property
    def root_path(self) -> str:
        """The way from the site's host to its root, such as `/ideer/`; `/` where it is not known."""
        return path_below(self.site_url or "")

    def in_repository(self, what: Literal["edit", "new", "commits", "upload"], path: str) -> str:
        """Where a file or folder is, say, edited in the repository; empty where that is not known."""
        pages = self.repository_pages
        return pages.at(getattr(pages.host, what), path) if pages else ""

    @property
    def host_kind(self) -> HostKind | None:
        """The kind of host that the repository is at; None where neither is known."""
        return self.host or (kind_named(self.repository) if self.repository else None)

    @property
    def repository_pages(self) -> RepositoryPages | None:
        """The pages of the repository at its host; None where its address is not known."""
        return pages_of(self.repository, self.branch, self.host) if self.repository else None


# What may stand in a file of its own, or be a list of the program's.
VOCABULARIES = tuple(
    name for name, field in Settings.model_fields.items() if get_origin(field.annotation) is dict
)
