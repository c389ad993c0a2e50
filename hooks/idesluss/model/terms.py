"""The terms of the vocabularies in `ideas/catalogue.yml`, each with its words in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .declare import Record, declare
from .keys import MunicipalityKey, RoleKey
from .values import Handle, Line, Passage, Url

if TYPE_CHECKING:
    from ..words import Language

OrganisationKind = Literal[
    "municipality",
    "region",
    "university",
    "agency",
    "company",
    "association",
    "municipal_association",
    "science_park",
    "maintainers",
]


class Localised(Record):
    """Words in Swedish and English."""

    sv: Passage = declare("Svenska", "Swedish", "Orden på svenska.", "The words in Swedish.", required=True)
    en: Passage = declare("Engelska", "English", "Orden på engelska.", "The words in English.", required=True)

    def in_(self, language: Language) -> str:
        """The words in one of the two languages."""
        return self.sv if language == "sv" else self.en


class VocabularyTerm(Record):
    """One term of a vocabulary."""

    title: Localised = declare("Namn", "Name", "Hur termen visas.", "How the term is shown.", required=True)
    help: Localised | None = declare(
        "Förklaring", "Explanation", "Vad termen betyder.", "What the term means."
    )
    path: Localised | None = declare(
        "Adressnamn",
        "Address name",
        "Namnet i sidans adress, om det inte är nyckeln.",
        "The name in the page's address, if not the key.",
    )

    def address(self, key: str, language: Language) -> str:
        """The term's part of a page's address; `key` where catalogue.yml gives no other."""
        return self.path.in_(language) if self.path else key


class Sector(VocabularyTerm):
    """A sector, and who must approve its ideas beside the gate's own approvers."""

    approvers: tuple[RoleKey, ...] = declare(
        "Godkänns av", "Approvers", "Roller som måste godkänna.", "Roles that must approve.", many=True
    )


class RoleRule(VocabularyTerm):
    """A role that decides and makes moves, and who holds it on GitHub."""

    github: tuple[Handle, ...] = declare(
        "På GitHub",
        "On GitHub",
        "Grupper eller konton på GitHub som har rollen; tomt tills någon har den.",
        "Teams or accounts on GitHub that hold the role; empty until somebody does.",
        many=True,
        example=["@example/granskare"],
    )


class Organisation(Record):
    """An organisation that ideas name."""

    name: Localised | Line = declare(
        "Namn",
        "Name",
        "Organisationens namn.",
        "The organisation's name.",
        required=True,
        example="Lerums kommun",
    )
    kind: OrganisationKind = declare(
        "Slag",
        "Kind",
        "Vilken sorts organisation.",
        "What sort of organisation.",
        required=True,
        example="municipality",
    )
    municipality: MunicipalityKey | None = declare(
        "Kommun", "Municipality", "Kommunen den hör till.", "The municipality it belongs to."
    )
    url: Url | None = declare(
        "Webbplats", "Web site", "Organisationens webbplats.", "The organisation's web site."
    )
