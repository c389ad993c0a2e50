"""What the catalogue is: the contents of `ideas/catalogue.yml`, process and vocabularies included."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .declare import Record, declare
from .process import Process
from .terms import Localised, Organisation, RoleRule, Sector, VocabularyTerm
from .values import Count, Key, Line, Mail, MaybeUrl, Passage, Share, Slug, Url, Word
from .web_address import address_below, path_below


class Licence(Record):
    """The terms under which something may be reused."""

    name: Word = declare(
        "Namn", "Name", "Licensens namn.", "The licence's name.", required=True, example="CC BY 4.0"
    )
    url: Url = declare(
        "Adress", "Address", "Licensens fullständiga text.", "The full text of the licence.", required=True
    )


class Licences(Record):
    """Licences of the texts, of the facts and of the program."""

    text: Licence = declare(
        "Texter", "Texts", "Licens för texterna.", "The licence of the texts.", required=True
    )
    facts: Licence = declare(
        "Uppgifter", "Facts", "Licens för uppgifterna.", "The licence of the facts.", required=True
    )
    code: Licence = declare(
        "Program", "Program", "Licens för programmet.", "The licence of the program.", required=True
    )


class Exemption(Record):
    """A mistake that was there before its rule, and is let be until somebody mends it."""

    path: Line = declare(
        "Fil",
        "File",
        "Filen som felet står i.",
        "The file that the mistake is in.",
        required=True,
        example="ideas/2015/lerum-innovationssluss/idea.md",
    )
    rule: Word = declare(
        "Regel", "Rule", "Regelns namn.", "The name of the rule.", required=True, example="required"
    )
    count: Count = declare(
        "Antal", "Count", "Hur många fel det gäller.", "How many mistakes it covers.", default=1, example="1"
    )
    reason: Passage = declare(
        "Skäl", "Reason", "Varför det får vara så länge.", "Why it may be so for now.", required=True
    )


class Settings(Record):
    """The catalogue itself: whose it is, how it works, which words it uses."""

    name: Word = declare(
        "Namn", "Name", "Katalogens namn.", "The catalogue's name.", required=True, example="Idésluss"
    )
    description: Localised = declare(
        "Beskrivning",
        "Description",
        "Vad katalogen är, i en–två meningar.",
        "What the catalogue is, in a sentence or two.",
        required=True,
    )
    notice: Localised | None = declare(
        "Upplysning",
        "Notice",
        "Visas i sidfoten, till exempel vem som inte står bakom.",
        "Shown in the footer, such as who is not behind it.",
    )
    language: Literal["sv", "en"] = declare(
        "Huvudspråk",
        "Main language",
        "Språket i meddelanden och på förstasidan.",
        "The language of messages and the front page.",
        default="sv",
    )
    languages: Annotated[tuple[Literal["sv", "en"], ...], Field(min_length=1)] = declare(
        "Språk",
        "Languages",
        "Språk som webbplatsen finns på, huvudspråket bland dem.",
        "Languages the site comes in, the main language among them.",
        required=True,
        example=["sv", "en"],
    )
    site_url: MaybeUrl = declare(
        "Webbadress",
        "Site address",
        "Där katalogen publiceras; tomt när det inte är bestämt.",
        "Where the catalogue is published; empty until decided.",
        example="https://ideer.example.se/",
    )
    repository: MaybeUrl = declare(
        "Kodförråd",
        "Repository",
        "Förrådets adress på GitHub; tomt när det inte är bestämt.",
        "The repository's address on GitHub; empty until decided.",
        example="https://github.com/example/ideer",
    )
    branch: Word = declare(
        "Gren", "Branch", "Grenen som publiceras.", "The branch that is published.", default="main"
    )
    contact: Mail | None = declare(
        "Kontakt", "Contact", "Katalogens funktionsbrevlåda.", "The catalogue's function mailbox."
    )
    similar_from: Share = declare(
        "Liknande från",
        "Similar from",
        "Likhet i procent från vilken en ny idé jämförs med en äldre i kontrollens tips.",
        "Likeness in per cent from which the checker's hint compares a new idea with an older one.",
        default=45,
        example="45",
    )
    licences: Licences = declare(
        "Licenser", "Licences", "Villkor för återanvändning.", "Terms of reuse.", required=True
    )
    process: Process = declare(
        "Process", "Process", "Skeden, grindar och krav.", "Stages, gates and requirements.", required=True
    )
    exemptions: tuple[Exemption, ...] = declare(
        "Undantagna fel",
        "Exempted mistakes",
        "Gamla fel som får vara tills vidare. Listan får bara bli kortare.",
        "Old mistakes that may stay for now. The list may only grow shorter.",
        many=True,
    )
    roles: dict[Slug, RoleRule] = declare(
        "Roller",
        "Roles",
        "Roller som beslutar och gör drag.",
        "Roles that decide and make moves.",
        required=True,
        min_length=1,
    )
    sectors: dict[Key, Sector] = declare(
        "Sektorer",
        "Sectors",
        "Varje idé hör till en sektor.",
        "Each idea belongs to one sector.",
        required=True,
        min_length=1,
    )
    themes: dict[Key, VocabularyTerm] = declare(
        "Teman", "Themes", "Fria ämnesord, få.", "Free themes, few.", required=True
    )
    vision_goals: dict[Key, VocabularyTerm] = declare(
        "Visionsmål",
        "Vision goals",
        "Kommunens visionsmål.",
        "The municipality's vision goals.",
        required=True,
    )
    agenda_goals: dict[Key, VocabularyTerm] = declare(
        "Globala mål", "Global goals", "Agenda 2030.", "Agenda 2030.", required=True
    )
    origins: dict[Key, VocabularyTerm] = declare(
        "Ursprung", "Origins", "Vem som kan ha idéer.", "Who may have ideas.", required=True
    )
    innovation_types: dict[Key, VocabularyTerm] = declare(
        "Slags innovation",
        "Types of innovation",
        "Vad en idé kan vara.",
        "What an idea may be.",
        required=True,
    )
    activities: dict[Key, VocabularyTerm] = declare(
        "Aktiviteter",
        "Activities",
        "Vad man kan göra för att lära mer.",
        "What one can do to learn more.",
        required=True,
    )
    key_factors: dict[Key, VocabularyTerm] = declare(
        "Nyckelfaktorer",
        "Key factors",
        "Förutsättningar för ett fungerande innovationssystem.",
        "Conditions for a working innovation system.",
        required=True,
    )
    funders: dict[Slug, VocabularyTerm] = declare(
        "Finansiärer", "Funders", "Vem som betalar.", "Who pays.", required=True
    )
    municipalities: dict[Slug, Line] = declare(
        "Kommuner",
        "Municipalities",
        "Kommuner som idéer nämner.",
        "Municipalities that ideas name.",
        required=True,
    )
    organisations: dict[Slug, Organisation] = declare(
        "Organisationer",
        "Organisations",
        "Organisationer som idéer nämner.",
        "Organisations that ideas name.",
        required=True,
    )

    @property
    def site_languages(self) -> tuple[Literal["sv", "en"], ...]:
        """The languages of the site, the main one first; each once, also where the list is wrong."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    def full_address(self, path: str) -> str:
        """The full address of `path` below the site's root; empty where the site's own is not known."""
        return address_below(self.site_url, path) if self.site_url else ""

    @property
    def root_path(self) -> str:
        """The way from the site's host to its root, such as `/ideer/`; `/` where it is not known."""
        return path_below(self.site_url or "")

    def in_repository(self, what: str, path: str) -> str:
        """Where a file or folder is, say, edited in the repository; empty where that is not known."""
        return address_below(self.repository, f"{what}/{self.branch}/{path}") if self.repository else ""
